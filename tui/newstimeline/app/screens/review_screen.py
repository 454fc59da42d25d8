"""What a reader makes of the events on the main screen: corrections, judgements, marks and notes."""

from __future__ import annotations

from dataclasses import replace

from textual.events import ScreenResume

from newstimeline.app.screens.selection_screen import SelectingScreen
from newstimeline.app.widgets.event_panel import EventPanel
from newstimeline.app.widgets.timeline_list import TimelineList
from newstimeline.app.widgets.title_bar import TitleBar
from newstimeline.arrays import np
from newstimeline.browser.view_state import View
from newstimeline.editing.editable_fields import event_fields
from newstimeline.library.errors import LibraryError
from newstimeline.library.views import EventDetail
from newstimeline.query import IsOwn, Own


class ReviewingScreen(SelectingScreen):
    """Lets a reader change what is shown."""

    @property
    def detail(self) -> EventDetail | None:
        """Everything about the selected event; None where there is none."""
        event = self.query_one(TimelineList).selected
        if event is None:
            return None
        if self._detail is None or self._detail.id != event:  # a key that follows another one may overtake its message
            self._read_detail(event)
        return self._detail

    def _read_detail(self, event: int) -> None:
        try:
            self._detail = self._library.detail(event)
        except (KeyError, LibraryError):
            self._detail = None

    def choose_field(self) -> None:
        """Let something about the selected event be chosen, to change it."""
        from newstimeline.app.screens.field_screen import FieldsScreen  # here and below: the start does not wait for it

        if self.detail:
            self.app.push_screen(FieldsScreen("Change", event_fields(self.detail)), self.ask_to_write)

    def show_changes(self) -> None:
        """Show the log of changes."""
        from newstimeline.app.screens.changes_screen import ChangesScreen

        self.app.push_screen(ChangesScreen(self._library, self.pen))

    def show_written(self) -> None:
        """Show the events as they are now."""
        self._seen_writes = self.pen.writes
        self._version = self._library.own.version()  # what is shown now needs no second look
        if added := self._added():
            self.leap(replace(self.view, event=added))
            return
        event = self.query_one(TimelineList).selected
        if event is not None:
            self._read_detail(event)
            self.query_one(EventPanel).renew(self._detail)
            self._show_article()
        self.query_one(TimelineList).renew()
        self._ask()

    def _added(self) -> int | None:
        """The event that was just added by hand and is to be selected, so that it can be dated."""
        change, self.pen.added = self.pen.added, None
        return self._library.own.thing_of(change) if change else None

    def leap(self, view: View) -> None:
        """Show another view, and remember this one to go back to."""
        raise NotImplementedError

    _seen_writes = 0

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Show what was changed on a page that lay over this."""
        if self._seen_writes != self.pen.writes and self._answer:
            self.show_written()

    def nearest_with(self, own: Own, by: int) -> int | None:
        """The ordinal of the next (1) or last (-1) shown event of which a reader has made this, or None.

        After the last one comes the first again.
        """
        if not self._answer:
            return None
        answer = self._answer
        mask = self._library.find(IsOwn(own), answer.question.view.clock).mask
        ids = answer.found.timed.ids[answer.shown]
        having = np.flatnonzero(mask[np.minimum(ids, len(mask) - 1)] & (ids < len(mask)))
        if not len(having):
            return None
        at = np.searchsorted(having, self.query_one(TimelineList).cursor, side="right" if by > 0 else "left")
        return int(having[int(at if by > 0 else at - 1) % len(having)])

    def say_unreviewed(self) -> None:
        """Say how many events are still to be reviewed."""
        found = self._library.find(IsOwn(Own.UNREVIEWED))
        self._to_say = f"{len(found):,} of {len(found.timed):,} unreviewed"
        self.query_one(TitleBar).say(self._to_say)
