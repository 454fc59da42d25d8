"""What the main screen shows of its own accord: the answers of the library, and how far the reading has come.

What the selection brings is in `selection_screen.py`, what the reader does with it all in `browse_screen.py`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer

from newstimeline.app.keymaps import Keymap
from newstimeline.app.screens.editing_screen import WRITING, EditingScreen
from newstimeline.app.widgets.article_text import ArticleAside
from newstimeline.app.widgets.date_bar import DateBar
from newstimeline.app.widgets.density_strip import DensityStrip
from newstimeline.app.widgets.entry_bar import EntryBar
from newstimeline.app.widgets.event_panel import EventPanel
from newstimeline.app.widgets.facet_panel import FacetPanel
from newstimeline.app.widgets.footer_line import KeyLine
from newstimeline.app.widgets.name_bar import NameBar
from newstimeline.app.widgets.search_bar import SearchBar
from newstimeline.app.widgets.timeline_list import TimelineList
from newstimeline.app.widgets.title_bar import TitleBar
from newstimeline.app.widgets.writing_bar import WritingBar
from newstimeline.browser.article_feed import Feed, Progress
from newstimeline.browser.filter_edits import conditions
from newstimeline.browser.query_dialogue import Dialogue
from newstimeline.browser.questions import Answer, Counts, Excluding, Faceted, Offers, Reply, Trouble
from newstimeline.browser.saved_state import NEW, Remembered, left
from newstimeline.browser.status_text import how_many, mode, news_of_reading, of_answer, what_excludes, why_empty
from newstimeline.browser.view_state import Session, View
from newstimeline.drawing.targets import PageTarget
from newstimeline.editing.change_writer import ChangeWriter
from newstimeline.library.errors import LibraryError
from newstimeline.library.library import Library
from newstimeline.library.views import EventDetail, EventRow
from newstimeline.startup.glimpse import Glimpse
from newstimeline.startup.timeline_source import Glimpsed
from newstimeline.timeline.time_names import counted

_LOOK = 2.0
"""Seconds between looks whether another process has written to the library."""
_FIRST_KEYS = 0.06
"""Seconds in which keys that were typed during the start act before the library is asked, which takes the processor."""


class LibraryScreen(EditingScreen):
    """Shows what a session means in a library, and keeps its parts in step."""

    @dataclass
    class Replied(Message):
        """The library has answered."""

        reply: Reply

    class Answered(Message):
        """There is a first reply."""

    @dataclass
    class Fed(Message):
        """The reading has come further."""

        progress: Progress

    def __init__(
        self,
        library: Library,
        dialogue: Dialogue,
        title: str,
        feed: Feed | None,
        today: Callable[[], date],
        open_target: Callable[[PageTarget], None],
        keys: Keymap,
        pen: ChangeWriter,
        remembered: Remembered = NEW,
        glimpse: Glimpse | None = None,
        *,
        lasting: bool,
    ) -> None:
        """`library` serves this thread, `dialogue` answers from another one; `open_target` shows other screens.

        It begins as it is `remembered`, with what a glimpse has until the library has answered. One that is not
        `lasting` is gone with the browser.
        """
        super().__init__()
        self.pen = pen
        self._library = library
        self._dialogue = dialogue
        self._label = title
        self._feed = feed
        self._open = open_target
        self._keys = keys
        self._today = today
        self._session = Session(remembered.view)
        self._remembered = remembered
        self._leaping = False
        """Whether the session wants another event than is selected, which the next answer brings."""
        self._answer: Answer | None = None
        self._glimpse = glimpse
        self._attends = False
        """Whether it has waited for the first reply."""
        self._counts: Counts | None = None
        self._strip_around: int | None = None
        self._detail: EventDetail | None = None
        self._resting: Timer | None = None
        self._excluding: Excluding | None = None
        self._to_say = ""
        """What is to be said once another event is selected."""
        self._version = 0
        self._awaits_news = False
        """Whether somebody else has written since the last answer."""
        self._lasts = lasting
        self._recalls = False
        """Whether the filters of earlier starts have been read."""
        self._writing = asyncio.Lock()

    def compose(self) -> ComposeResult:
        """Lay out the widgets."""
        yield TitleBar(self._label)
        yield DensityStrip()
        with Horizontal(id="middle"):
            yield TimelineList(self._rows)
            yield EventPanel()
            yield FacetPanel()
            yield ArticleAside()
        yield SearchBar()
        yield DateBar()
        yield NameBar()
        yield WritingBar(self._today)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the library, and begin to read what there is to read."""
        self.query_one(SearchBar).display = False
        for bar in self.query(EntryBar):
            bar.display = False
        self.query_one(TimelineList).focus()
        if self._remembered.view.query:
            self.query_one(SearchBar).rest(self.view.query, conditions(self.view.query, self._today()))
        if self._remembered.facets:
            self.add_class("-facets")
            self.call_after_refresh(self._ask)
        if self._glimpse:
            self.query_one(TimelineList).show(Glimpsed(self._glimpse), None)
            self.query_one(TitleBar).show(how_many(self._glimpse.events, self._glimpse.undated))
            self.call_after_refresh(self.set_timer, _FIRST_KEYS, self._begin)
        else:
            self.attend()
        if self._feed:
            self._feed.start(lambda progress: self.post_message(self.Fed(progress)))

    def _begin(self) -> None:
        """Ask the library, now that what the glimpse has stands on the screen."""
        if not self._dialogue.begun:
            self._dialogue.tell_of_first(lambda: self.post_message(self.Answered()))
            self._ask()

    @on(Answered)
    def attend(self) -> None:
        """Show the first answer; wait for it if it is not there."""
        if self._attends:
            return
        self._attends = True
        if not self._dialogue.begun:
            self._ask()
        self._show_reply(self._dialogue.attend(lambda reply: self.post_message(self.Replied(reply))))
        self._version = self._library.own.version()
        self.set_interval(_LOOK, self.look_for_news)

    def look_for_news(self) -> None:
        """See whether somebody else has written to the library, and show it without moving the selection."""
        try:
            version = self._library.own.version()
        except LibraryError:
            return  # the next question says it
        if version != self._version:
            self._awaits_news = True
            self.show_written()

    def _say_what_is_new(self, before: Answer | None, answer: Answer) -> None:
        """How many events others have added; the reading of given files is told otherwise."""
        awaited, self._awaits_news = self._awaits_news, False
        if before is not None and awaited and self._feed is None:
            added = len(answer.found.timed) - len(before.found.timed)
            if added > 0:
                self.query_one(TitleBar).say(f"{counted(added, 'new event')}")

    def on_unmount(self) -> None:
        if self._feed:
            self._feed.stop()
        self._dialogue.close()

    @property
    def session(self) -> Session:
        """What is shown, with the event that is selected now: messages about it may still be on their way."""
        if (self._answer or self._glimpse) and not self._leaping:
            self._session = self._session.selecting(self.query_one(TimelineList).selected)
        return self._session

    @property
    def remembered(self) -> Remembered:
        """How it is left."""
        return left(self._session, self._answer, facets=self.has_class("-facets"))

    @property
    def view(self) -> View:
        return self.session.view

    @property
    def cursor(self) -> int:
        """The ordinal of the selected event."""
        return self.query_one(TimelineList).cursor

    @property
    def idle(self) -> bool:
        """Whether every question has been answered and nothing is being read; for tests to wait on."""
        writes = any(
            (worker.node is self or worker.group == WRITING) and not worker.is_finished for worker in self.workers
        )
        reads = self._feed is not None and not self._feed.progress.finished
        return self._attends and self._dialogue.idle and self._resting is None and not writes and not reads

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
                self.query_one(TimelineList).say(what_excludes(part, events, self._keys))
            case Faceted(_, facets, parts, saved):
                self.query_one(FacetPanel).show(facets, parts, saved)
            case Offers(_, suggestions):
                self.query_one(SearchBar).show_offers(suggestions)
            case Trouble(_, message, None):
                self._show_trouble(message)
            case Trouble(_, message, position):
                self.query_one(SearchBar).show_trouble(message, position)

    def _show_answer(self, answer: Answer) -> None:
        self.query_one(SearchBar).show_trouble(None)
        wanted = self.view.event
        self._say_what_is_new(self._answer, answer)
        self._answer, self._excluding, self._leaping = answer, None, False
        self._library.learn(answer.known)
        timeline = self.query_one(TimelineList)
        timeline.show(answer, wanted)
        if not len(answer.found):
            timeline.say(why_empty(self.view, self._progress, self._keys))
        self._show_counts()

    @on(DensityStrip.Resized)
    def _on_strip_resized(self) -> None:
        if self._attends:
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
        news = news_of_reading(self._progress, self._keys)
        self.query_one(TitleBar).show(of_answer(self._answer), news, mode(self.session, self._keys))

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
