"""The main screen: strip, timeline, side panel and filter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Resize
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer

from newstimeline.app.commands import BROWSER_COMMANDS
from newstimeline.app.dialogue import Dialogue
from newstimeline.app.drawing.targets import ArticleTarget, LanesTarget, PageTarget, QuotesTarget
from newstimeline.app.feed import Feed, Progress
from newstimeline.app.filtering import in_moments, joined, toggled
from newstimeline.app.replies import Answer, Counts, Excluding, Faceted, Offers, Reply, Trouble
from newstimeline.app.saying import how_many, mode, news_of_reading, what_excludes, what_lies_at, why_empty
from newstimeline.app.screens.text import skipped_screen
from newstimeline.app.state import Session, Trail, View
from newstimeline.app.widgets.date_bar import DateBar
from newstimeline.app.widgets.density_strip import DensityStrip
from newstimeline.app.widgets.event_panel import EventPanel
from newstimeline.app.widgets.facet_panel import FacetPanel
from newstimeline.app.widgets.search_bar import SearchBar
from newstimeline.app.widgets.timeline_list import TimelineList
from newstimeline.app.widgets.title_bar import TitleBar
from newstimeline.library import EventRow, Library, LibraryError
from newstimeline.query import Part
from newstimeline.timeline import zoomed_scale


class BrowseScreen(Screen[None]):
    """Browse a library."""

    BINDINGS: ClassVar[list[BindingType]] = [command.entry().binding for command in BROWSER_COMMANDS]

    @dataclass
    class Replied(Message):
        """The library has answered."""

        reply: Reply

    @dataclass
    class Fed(Message):
        """The reading has come further."""

        progress: Progress

    def __init__(
        self,
        library: Library,
        path: Path,
        title: str,
        feed: Feed | None,
        today: Callable[[], date],
        open_target: Callable[[PageTarget], None],
    ) -> None:
        """`library` serves this thread; questions go to a thread with a connection of its own."""
        super().__init__()
        self._library = library
        self._dialogue = Dialogue(library, path, today)
        self._label = title
        self._feed = feed
        self._open = open_target
        self._today = today
        self._session = Session()
        self._answer: Answer | None = None
        self._counts: Counts | None = None
        self._strip_around: int | None = None
        self._excluding: Excluding | None = None

    def compose(self) -> ComposeResult:
        """Lay out the widgets."""
        yield TitleBar(self._label)
        yield DensityStrip()
        with Horizontal(id="middle"):
            yield TimelineList(self._rows)
            yield EventPanel()
            yield FacetPanel()
        yield SearchBar()
        yield DateBar()
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Show the library, and begin to read what there is to read."""
        self.query_one(SearchBar).display = False
        self.query_one(DateBar).display = False
        self.query_one(TimelineList).focus()
        for reply in self._dialogue.begin(
            self.view, self.app.size.width, lambda reply: self.post_message(self.Replied(reply))
        ):
            self._show_reply(reply)
        if self._feed:
            self._feed.start(lambda progress: self.post_message(self.Fed(progress)))

    def on_unmount(self) -> None:
        """End the threads."""
        if self._feed:
            self._feed.stop()
        self._dialogue.close()

    # What commands see and may ask

    @property
    def view(self) -> View:
        """What is shown."""
        return self._session.view

    @property
    def trail(self) -> Trail:
        """Where the reader came from."""
        return self._session.trail

    @property
    def session(self) -> Session:
        """What is shown, and what is being done with it."""
        return self._session

    @property
    def today(self) -> date:
        """The day that "today" means."""
        return self._today()

    @property
    def answer(self) -> Answer | None:
        """The events on screen."""
        return self._answer

    @property
    def cursor(self) -> int:
        """The ordinal of the selected event."""
        return self.query_one(TimelineList).cursor

    @property
    def excluding(self) -> Part | None:
        """The part of the filter that leaves nothing, if it is one."""
        return self._excluding.part if self._excluding else None

    @property
    def timeline_has_focus(self) -> bool:
        """Whether keys go to the list."""
        return self.query_one(TimelineList).has_focus

    @property
    def idle(self) -> bool:
        """Whether every question has been answered and nothing is being read; for tests to wait on."""
        return self._dialogue.idle and (self._feed is None or self._feed.progress.finished)

    def show(self, view: View) -> None:
        """Show another view."""
        self._take_up(self._session.showing(view))

    def leap(self, view: View) -> None:
        """Show another view, and remember this one to go back to."""
        self._take_up(self._session.leaping(view))

    def retrace(self, view: View, trail: Trail) -> None:
        """Show a view of the trail."""
        self._take_up(replace(self._session.showing(view), trail=trail))

    def _take_up(self, session: Session) -> None:
        if session.view.query != self.view.query:
            self.query_one(SearchBar).set_query(session.view.query)
        self._session = session
        if not self.query_one(FacetPanel).has_focus:
            self.focus_timeline()
        self._ask()

    def leap_to(self, ordinal: int) -> None:
        """Select another shown event, and remember this one to go back to."""
        self._session = self._session.leaving_here()
        self.query_one(TimelineList).go_to(ordinal)

    def action_give(self, name: str) -> None:
        """Give a command, or say why it can't be given now."""
        command = next(one for one in BROWSER_COMMANDS if one.name() == name)
        reason = command.hindrance(self)
        self.query_one(TitleBar).say(reason or "")
        if not reason:
            command.run(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed, its keys are letters, and the footer shows the keys of typing only."""
        typing = self.query_one(SearchBar).editing or self.query_one(DateBar).editing
        return not (typing and action == "give")

    # What is asked and answered

    def _ask(self, cursor: int | None = None) -> None:
        self._dialogue.ask(self.view, self.app.size.width, cursor, facets=self.has_class("-facets"))

    @on(Replied)
    def _on_reply(self, message: Replied) -> None:
        self._show_reply(message.reply)

    def _show_reply(self, reply: Reply) -> None:
        if not self._dialogue.accepts(reply):
            return
        match reply:
            case Answer():
                self._show_answer(reply)
            case Counts():
                self._counts = reply
                self.query_one(DensityStrip).show(reply)
                self.query_one(EventPanel).show_presence(reply.presence)
            case Excluding(_, part, events):
                self._excluding = reply
                self.query_one(TimelineList).say(what_excludes(part, events))
            case Faceted(_, facets, parts):
                self.query_one(FacetPanel).show(facets, parts)
            case Offers(_, suggestions):
                self.query_one(SearchBar).show_offers(suggestions)
            case Trouble(_, message, None):
                self._show_trouble(message)
            case Trouble(_, message, position):
                self.query_one(SearchBar).show_trouble(message, position)

    def _show_answer(self, answer: Answer) -> None:
        self.query_one(SearchBar).show_trouble(None)
        self._answer, self._excluding = answer, None
        self._library.learn(answer.known)
        timeline = self.query_one(TimelineList)
        timeline.show(answer, self.view.event)
        if not len(answer.found):
            timeline.say(why_empty(self.view, self._progress))
        self._show_counts()

    @on(DensityStrip.Resized)
    def _on_strip_resized(self) -> None:
        self._ask()

    def _show_trouble(self, message: str) -> None:
        """Say what is wrong with the library, in place of what can't be shown."""
        self.query_one(TimelineList).say(message)
        self.query_one(TitleBar).show("", "the library can't be read")

    def _rows(self, events: Sequence[int]) -> list[EventRow]:
        try:
            return self._library.rows(events)
        except LibraryError as error:
            self.call_later(self._show_trouble, str(error))
            return []

    @property
    def _progress(self) -> Progress | None:
        return self._feed.progress if self._feed else None

    def _show_counts(self) -> None:
        assert self._answer
        meant = self._answer.meant
        self.query_one(SearchBar).show_count(f"{len(meant):,} of {len(meant.timed):,}")
        news = news_of_reading(self._progress)
        self.query_one(TitleBar).show(how_many(self._answer), news, mode(self._session))

    @on(Fed)
    def _on_progress(self, message: Fed) -> None:
        if (
            self._answer is None
            or message.progress.events != len(self._answer.found.timed)
            or message.progress.finished
        ):
            self._ask()
        else:
            self._show_counts()

    # The selection and what follows it

    @on(TimelineList.Selected)
    def _on_selected(self, message: TimelineList.Selected) -> None:
        self._session = self._session.selecting(message.event)
        try:
            detail = self._library.detail(message.event) if message.event is not None else None
        except LibraryError as error:
            self._show_trouble(str(error))
            return
        self.query_one(EventPanel).show(detail)
        self.query_one(TitleBar).say("")
        self._show_range()
        self._keep_strip_around_cursor()

    def select_from(self, moment: int | None) -> None:
        """Begin to select a stretch of time, or leave it."""
        self._session = self._session.ranging(moment)
        self._show_range()
        self._show_counts()

    def _show_range(self) -> None:
        begin = self._session.range_from
        here = self._answer.start(self.cursor) if self._answer and self._answer.layout.events else None
        moments = None if begin is None or here is None else (min(begin, here), max(begin, here))
        self.query_one(DensityStrip).show_selected(moments)

    def _keep_strip_around_cursor(self) -> None:
        """Where the strip shows a part of the time, have it show the part around what is selected."""
        counts = self._counts
        if not (counts and counts.scale and counts.whole and self._answer and self._answer.layout.events):
            return
        moment = self._answer.start(self.cursor)
        if moment is None or moment == self._strip_around:
            return
        self._strip_around = moment
        if not counts.scale.is_as(zoomed_scale(counts.whole, self.view.zoom, moment)):
            self._ask()

    @on(TimelineList.Scrolled)
    def _on_scrolled(self) -> None:
        visible = self.query_one(TimelineList).on_screen
        if not visible or not self._answer:
            self.query_one(DensityStrip).show_window(None)
            return
        first, last = (self._answer.start(ordinal) for ordinal in visible)
        if first is None:
            self.query_one(DensityStrip).show_window(None)
        else:
            end = last if last is not None else int(self._answer.found.ends[-1]) - 1
            self.query_one(DensityStrip).show_window((first, end))

    @on(DensityStrip.Picked)
    def _on_picked(self, message: DensityStrip.Picked) -> None:
        if self._answer:
            self.leap_to(self._answer.ordinal_at(message.moment))

    @on(DensityStrip.Ranged)
    def _on_ranged(self, message: DensityStrip.Ranged) -> None:
        part = in_moments(message.first, message.last)
        self.leap(replace(self.view, query=joined(self.view.query, self.today, part), narrows=True))

    @on(TimelineList.Opened)
    def _on_opened(self) -> None:
        self.open_selected()

    @on(TimelineList.Zoomed)
    def _on_zoomed(self, message: TimelineList.Zoomed) -> None:
        self.show(self.view.zoomed(message.out))

    # What is typed

    def edit_filter(self) -> None:
        """Let a filter be typed, from the one that is in force."""
        self._session = self._session.editing(self.query_one(TimelineList).selected)
        self.query_one(SearchBar).edit()

    def focus_timeline(self) -> None:
        """Let keys go to the list of events."""
        self.remove_class("-panel")
        self.set_focus(self.query_one(TimelineList))

    @on(SearchBar.Typed)
    def _on_typed(self, message: SearchBar.Typed) -> None:
        self._session = self._session.typing(message.query)
        self._ask(message.cursor)

    @on(SearchBar.Kept)
    def _on_kept(self) -> None:
        self._session = self._session.kept(self.query_one(TimelineList).selected)
        bar = self.query_one(SearchBar)
        self.focus_timeline()
        bar.remember(self.view.query)
        bar.show_offers(())
        bar.display = bool(self.view.query.strip())

    @on(SearchBar.Left)
    def _on_left(self) -> None:
        self._take_up(self._session.returned())

    def show_facets(self) -> None:
        """Show the facets in place of the panel."""
        self.add_class("-facets", "-panel")
        self.set_focus(self.query_one(FacetPanel))
        self._ask()

    @on(FacetPanel.Toggled)
    def _on_toggled(self, message: FacetPanel.Toggled) -> None:
        query = toggled(self.view.query, self._today(), message.part, negated=message.negated)
        self.leap(replace(self.view, query=query))

    @on(FacetPanel.Left)
    def _on_facets_left(self) -> None:
        self.remove_class("-facets")
        self.focus_timeline()

    def ask_for_date(self) -> None:
        """Let a date be typed, to go to."""
        assert self._answer
        found = self._answer.found
        self.query_one(DateBar).edit(self._today(), lambda when: what_lies_at(when, found))

    @on(DateBar.Kept)
    def _on_date_kept(self, message: DateBar.Kept) -> None:
        if self._answer:
            self.leap_to(self._answer.ordinal_at(message.when.start))
        self._on_date_left()

    @on(DateBar.Left)
    def _on_date_left(self) -> None:
        self.query_one(DateBar).display = False
        self.focus_timeline()

    # Elsewhere

    def open_selected(self) -> None:
        """Open the selected event's article, or the unit whose further events are selected."""
        timeline = self.query_one(TimelineList)
        if heading := timeline.more:
            self.show(self.view.with_opened(heading))
        elif timeline.selected is not None:
            self._open(ArticleTarget(timeline.selected))

    def show_lanes(self) -> None:
        """Show the lanes of the found events."""
        assert self._answer
        timeline = self.query_one(TimelineList)
        self._open(LanesTarget(self._answer.meant, timeline.selected, self.view.query))

    def show_quotes(self) -> None:
        """Show the quotes of the found events."""
        assert self._answer
        timeline = self.query_one(TimelineList)
        self._open(QuotesTarget(self._answer.meant, timeline.selected, self.view.query))

    def change_sides(self) -> None:
        """Move between the list and the panel; on a narrow screen they take turns."""
        panel = self.query_one(FacetPanel if self.has_class("-facets") else EventPanel)
        if panel.has_focus:
            self.focus_timeline()
        else:
            self.add_class("-panel")
            self.set_focus(panel)

    def show_skipped(self) -> None:
        """Show what could not be read."""
        reasons = self._feed.progress.reasons if self._feed else ()
        self.app.push_screen(skipped_screen(reasons, self._feed is not None and not self._feed.progress.finished))

    def on_resize(self, event: Resize) -> None:
        """The part of time on screen changes with the size."""
        self.call_after_refresh(self._on_scrolled)
