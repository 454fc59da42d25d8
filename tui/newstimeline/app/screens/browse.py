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

from newstimeline.app.asking import Answer, Asker, Counts, Prepared, Question, Reply, Trouble, replies
from newstimeline.app.drawing.panel import ArticleTarget, PersonTarget, QuoteTarget
from newstimeline.app.feed import Feed, Progress
from newstimeline.app.keys import Scope, bindings
from newstimeline.app.screens.article import ArticleScreen
from newstimeline.app.screens.text import skipped_screen
from newstimeline.app.widgets.density_strip import DensityStrip
from newstimeline.app.widgets.event_panel import EventPanel
from newstimeline.app.widgets.search_bar import SearchBar
from newstimeline.app.widgets.timeline_list import TimelineList
from newstimeline.app.widgets.title_bar import TitleBar
from newstimeline.library import UNDATED, EventRow, Library, LibraryError
from newstimeline.query import person_filter


@dataclass(frozen=True, slots=True)
class View:
    """What the screen shows: enough to come back to it."""

    query: str = ""
    event: int | None = None
    """The selected event; the list keeps it in place when the filter changes."""


class BrowseScreen(Screen[None]):
    """Browse a library."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.TIMELINE)]
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (70, "-normal"), (140, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (16, "-usual"), (40, "-high")]  # noqa: RUF012

    @dataclass
    class Replied(Message):
        """The library has answered."""

        reply: Reply

    @dataclass
    class Fed(Message):
        """The reading has come further."""

        progress: Progress

    def __init__(self, library: Library, path: Path, title: str, feed: Feed | None, today: Callable[[], date]) -> None:
        """`library` serves this thread; questions go to a thread with a connection of its own."""
        super().__init__()
        self._library = library
        self._path = path
        self._label = title
        self._feed = feed
        self._today = today
        self._view = View()
        self._before_search: View | None = None
        self._asked = 0
        self._answered = 0
        self._answer: Answer | None = None
        self._asker: Asker | None = None

    def compose(self) -> ComposeResult:
        """Lay out the widgets."""
        yield TitleBar(self._label)
        yield DensityStrip()
        with Horizontal(id="middle"):
            yield TimelineList(self._rows)
            yield EventPanel()
        yield SearchBar()
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Show the library, and begin to read what there is to read."""
        self.query_one(SearchBar).display = False
        question, prepared = self._question(), Prepared()
        self._asked += 1
        self.query_one(TimelineList).focus()
        for reply in replies(self._library, question, prepared):
            self._show_reply(reply)
        self._asker = Asker(
            self._path, lambda reply: self.post_message(self.Replied(reply)), self._library.hand_over(), prepared
        )
        if self._feed:
            self._feed.start(lambda progress: self.post_message(self.Fed(progress)))

    def on_unmount(self) -> None:
        """End the threads."""
        if self._feed:
            self._feed.stop()
        if self._asker:
            self._asker.close()

    # What is asked and answered

    @property
    def idle(self) -> bool:
        """Whether every question has been answered and nothing is being read; for tests to wait on."""
        return self._asked == self._answered and (self._feed is None or self._feed.progress.finished)

    @property
    def view(self) -> View:
        """What is shown."""
        return self._view

    def _question(self) -> Question:
        return Question(self._asked + 1, self._view.query, self._today(), self.app.size.width)

    def _ask(self) -> None:
        assert self._asker
        question = self._question()
        self._asked = question.number
        self._asker.ask(question)

    @on(Replied)
    def _on_reply(self, message: Replied) -> None:
        if message.reply.question.number == self._asked:
            self._show_reply(message.reply)

    def _show_reply(self, reply: Reply) -> None:
        match reply:
            case Answer():
                self._show_answer(reply)
            case Counts():
                self._answered = reply.question.number
                self.query_one(DensityStrip).show(reply)
                self.query_one(EventPanel).show_presence(reply.presence)
            case Trouble(_, message, None):
                self._answered = reply.question.number
                self._show_trouble(message)
            case Trouble(_, message, _):
                self._answered = reply.question.number
                self.query_one(SearchBar).show_trouble(message)

    def _show_answer(self, answer: Answer) -> None:
        self.query_one(SearchBar).show_trouble(None)
        self._answer = answer
        timeline = self.query_one(TimelineList)
        timeline.show(answer, self._view.event)
        if not len(answer.found):
            timeline.say(self._nothing_to_show())
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

    def _nothing_to_show(self) -> str:
        if self._view.query:
            return "Nothing matches this filter. Esc takes it off."
        if self._feed and not self._feed.progress.finished:
            return "Reading …"
        if self._feed and self._feed.progress.skipped:
            return "No events: nothing could be read. ! shows why."
        return "No events were found."

    def _show_counts(self) -> None:
        assert self._answer
        total, shown = len(self._answer.found.timed), len(self._answer.found)
        counted = f"{total:,} event{'' if total == 1 else 's'}"
        if self._view.query:
            counted = f"{shown:,} of {counted}"
        self.query_one(SearchBar).show_count(f"{shown:,} of {total:,}")
        self.query_one(TitleBar).show(counted, self._news())

    def _news(self) -> str:
        if not self._feed:
            return ""
        progress = self._feed.progress
        skipped = f"{progress.skipped:,} skipped (!)" if progress.skipped else ""
        if progress.trouble:
            return progress.trouble
        if progress.finished:
            return skipped
        reading = f"reading … {progress.articles:,}"
        if progress.files >= progress.articles + progress.skipped:
            reading = f"{reading} of {progress.files:,}"
        return f"{reading}, {skipped}" if skipped else reading

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
        if not self._before_search:
            self._view = replace(self._view, event=message.event)
        try:
            detail = self._library.detail(message.event) if message.event is not None else None
        except LibraryError as error:
            self._show_trouble(str(error))
            return
        self.query_one(EventPanel).show(detail)

    @on(TimelineList.Scrolled)
    def _on_scrolled(self) -> None:
        visible = self.query_one(TimelineList).on_screen
        if not visible or not self._answer:
            self.query_one(DensityStrip).show_window(None)
            return
        found = self._answer.found
        first, last = (int(found.timed.starts[found.positions[i]]) for i in visible)
        if first == UNDATED:
            self.query_one(DensityStrip).show_window(None)
        else:
            end = last if last != UNDATED else int(found.ends[-1]) - 1
            self.query_one(DensityStrip).show_window((first, end))

    @on(DensityStrip.Picked)
    def _on_picked(self, message: DensityStrip.Picked) -> None:
        if self._answer:
            self.query_one(TimelineList).go_to(self._answer.ordinal_at(message.moment))

    @on(TimelineList.Opened)
    def _on_opened(self, message: TimelineList.Opened) -> None:
        self._open(message.event)

    @on(EventPanel.Chosen)
    def _on_chosen(self, message: EventPanel.Chosen) -> None:
        match message.target:
            case PersonTarget(name):
                self._filter(person_filter(name))
            case QuoteTarget(quote):
                self._open(self.query_one(TimelineList).selected, quote)
            case ArticleTarget():
                self._open(self.query_one(TimelineList).selected)

    def _open(self, event: int | None, quote: int | None = None) -> None:
        if event is None:
            return
        try:
            detail = self._library.detail(event)
            extraction = self._library.extraction(detail.article.id)
        except LibraryError as error:
            self._show_trouble(str(error))
            return
        spans = next((said.spans for said in detail.quotes if said.id == quote), ())
        self.app.push_screen(ArticleScreen(extraction, detail.local, spans[0] if spans else None))

    # The filter

    def _filter(self, query: str) -> None:
        """Put another filter and keep the selected event."""
        self._before_search = None
        self._view = replace(self._view, query=query)
        self.query_one(SearchBar).set_query(query)
        self._focus_timeline()
        self._ask()

    def _focus_timeline(self) -> None:
        self.remove_class("-panel")
        self.set_focus(self.query_one(TimelineList))

    @on(SearchBar.Typed)
    def _on_typed(self, message: SearchBar.Typed) -> None:
        self._view = replace(self._view, query=message.query)
        self._ask()

    @on(SearchBar.Kept)
    def _on_kept(self) -> None:
        self._before_search = None
        self._view = replace(self._view, event=self.query_one(TimelineList).selected)
        bar = self.query_one(SearchBar)
        self._focus_timeline()
        bar.display = bool(self._view.query.strip())

    @on(SearchBar.Left)
    def _on_left(self) -> None:
        before = self._before_search or View()
        self._view = before
        self._filter(before.query)

    def action_search(self) -> None:
        """Begin to type a filter, from the one that is in force."""
        self._before_search = replace(self._view, event=self.query_one(TimelineList).selected)
        self.query_one(SearchBar).edit()

    def action_clear_filter(self) -> None:
        """Go back to the list, or take the filter off."""
        if not self.query_one(TimelineList).has_focus:
            self._focus_timeline()
        elif self._view.query:
            self._filter("")

    # Elsewhere

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a filter is typed, the footer shows the keys of typing only."""
        return not (self.query_one(SearchBar).editing and action in ("search", "open_article", "other_side"))

    def action_open_article(self) -> None:
        """Open the selected event's article."""
        self._open(self.query_one(TimelineList).selected)

    def action_other_side(self) -> None:
        """Move between the list and the panel; on a narrow screen they take turns."""
        if self.query_one(EventPanel).has_focus:
            self._focus_timeline()
        else:
            self.add_class("-panel")
            self.set_focus(self.query_one(EventPanel))

    def action_show_skipped(self) -> None:
        """Show what could not be read."""
        reasons = self._feed.progress.reasons if self._feed else ()
        self.app.push_screen(skipped_screen(reasons, self._feed is not None and not self._feed.progress.finished))

    def on_resize(self, event: Resize) -> None:
        """The part of time on screen changes with the size."""
        self.call_after_refresh(self._on_scrolled)
