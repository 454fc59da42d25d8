"""Where the reader is: the view, the way there, and its events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from newstimeline.app.browse_parts.panes import Panes
from newstimeline.browser.filter import Filter
from newstimeline.browser.query_dialogue import Dialogue
from newstimeline.browser.questions import Answer
from newstimeline.browser.view_state import Session, Trail, View


class Navigation:
    """Changes the view, and asks the library for its events each time."""

    def __init__(self, view: View, dialogue: Dialogue, panes: Panes, today: Callable[[], date]) -> None:
        """Begin with a view; `dialogue` answers from another thread."""
        self._session = Session(view)
        self._dialogue = dialogue
        self._panes = panes
        self._today = today
        self.answer: Answer | None = None
        """The events on screen; None before there are any."""
        self._awaits_event = False
        """Whether the view wants another event than is selected, which the next answer brings."""

    @property
    def today(self) -> date:
        """The day that "today" means."""
        return self._today()

    @property
    def session(self) -> Session:
        """What is shown, with the event that is selected now: messages about it may still be on their way."""
        if self._panes.timeline.is_filled and not self._awaits_event:
            self._session = self._session.selecting(self.selected)
        return self._session

    @property
    def view(self) -> View:
        """What is shown."""
        return self.session.view

    @property
    def selected(self) -> int | None:
        """The id of the selected event."""
        return self._panes.timeline.selected

    @property
    def cursor(self) -> int:
        """The ordinal of the selected event."""
        return self._panes.timeline.cursor

    @property
    def moment(self) -> int | None:
        """The first minute of the selected event; None where it has no date or there is none."""
        return self.answer.start(self.cursor) if self.answer and self.answer.layout.events else None

    def ask(self, cursor: int | None = None) -> None:
        """Ask for the view's events; `cursor` is the place in a filter that is being typed."""
        width = self._panes.screen.app.size.width
        self._dialogue.ask(self.view, width, cursor, facets=self._panes.has_facets)

    def take(self, answer: Answer) -> None:
        """Show the events of an answer, with the cursor on the view's event."""
        event = self.view.event
        self.answer, self._awaits_event = answer, False
        self._panes.timeline.show(answer, event)

    def show(self, view: View) -> None:
        self._enter(self.session.showing(view))

    def leap(self, view: View) -> None:
        """Show another view, and remember this one to go back to."""
        self._enter(self.session.leaping(view))

    def narrow_to(self, filter: Filter) -> None:
        """Leap to the matches of a filter, and show only those."""
        self.leap(self.view.narrowed_to(filter))

    @property
    def trail(self) -> Trail:
        """The views that were left by leaps."""
        return self._session.trail

    def go_back(self) -> None:
        """Show the view that was left by the last leap."""
        self._retrace(*self.trail.back(self.view))

    def go_forward(self) -> None:
        """Show the view that was left by going back."""
        self._retrace(*self.trail.forward(self.view))

    def _retrace(self, view: View, trail: Trail) -> None:
        self._enter(replace(self.session.showing(view), trail=trail))

    def _enter(self, session: Session) -> None:
        if session.view.filter != self._session.view.filter:
            self.rest_filter(session.view.filter)
        self._session = session
        self._awaits_event = session.view.event != self.selected
        if not self._panes.facets.has_focus:
            self._panes.focus_timeline()
        self.ask()

    def leap_to(self, ordinal: int) -> None:
        """Select another shown event, and remember this one to go back to."""
        self._session = self.session.leaving_here()
        self._panes.timeline.go_to(ordinal)

    def select_from(self, moment: int | None) -> None:
        """Begin to select time from a moment on; None ends the selection."""
        self._session = self.session.ranging(moment)

    def rest_filter(self, filter: Filter) -> None:
        """Show a filter that is not being typed."""
        filter = filter.on(self.today)
        self._panes.search.rest(filter.text, filter.conditions)

    def begin_typing(self) -> None:
        self._session = self.session.editing(self.selected)

    def type(self, query: str, cursor: int | None = None) -> None:
        """Show the matches of a filter as far as it is typed."""
        self._session = self._session.typing(Filter(query, self.today))
        self.ask(cursor)

    def keep_typed(self, query: str) -> Filter:
        """Apply the typed filter and return it."""
        if query != self._session.view.filter.text:  # word of its last letters is still on the way
            self.type(query)
        self._session = self._session.kept(self.selected)
        return self.view.filter

    def drop_typed(self) -> None:
        """Return to the view from before the filter was typed."""
        self._enter(self.session.returned())
