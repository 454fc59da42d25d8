"""The main screen: it puts its parts together, and passes on to them what comes from the widgets and the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize, ScreenResume
from textual.message import Message

from newstimeline.app.browse_parts.filter_entry import FilterEntry
from newstimeline.app.browse_parts.navigation import Navigation
from newstimeline.app.browse_parts.news_watch import LOOK, NewsWatch
from newstimeline.app.browse_parts.pages import Pages
from newstimeline.app.browse_parts.panes import Panes
from newstimeline.app.browse_parts.review import Review
from newstimeline.app.browse_parts.selected_event import SelectedEvent
from newstimeline.app.browse_parts.sharing import Sharing
from newstimeline.app.browse_parts.status_line import StatusLine
from newstimeline.app.browse_parts.strip_view import StripView
from newstimeline.app.commands import BROWSER_COMMANDS
from newstimeline.app.commands.base import Browser
from newstimeline.app.keymaps import Keymap
from newstimeline.app.screens.editing_screen import WRITING, EditingScreen
from newstimeline.app.widgets.clean_input import CleanInput
from newstimeline.app.widgets.date_bar import DateBar
from newstimeline.app.widgets.density_strip import DensityStrip
from newstimeline.app.widgets.facet_panel import FacetPanel
from newstimeline.app.widgets.filter_chips import FilterChips
from newstimeline.app.widgets.name_bar import NameBar
from newstimeline.app.widgets.search_bar import SearchBar
from newstimeline.app.widgets.timeline_list import TimelineList
from newstimeline.browser.article_feed import Feed, Progress
from newstimeline.browser.query_dialogue import Dialogue
from newstimeline.browser.questions import Answer, Counts, Excluding, Faceted, Offers, Reply, Trouble
from newstimeline.browser.saved_state import NEW, Remembered, left
from newstimeline.browser.status_text import how_many
from newstimeline.browser.time_conditions import in_moments
from newstimeline.drawing.targets import PageTarget
from newstimeline.editing.change_writer import ChangeWriter
from newstimeline.library.errors import LibraryError
from newstimeline.library.library import Library
from newstimeline.library.views import EventRow
from newstimeline.startup.glimpse import Glimpse
from newstimeline.startup.timeline_source import Glimpsed

_FIRST_KEYS = 0.06
"""Seconds in which keys that were typed during the start act before the library is asked, which takes the processor."""


class BrowseScreen(EditingScreen):
    """Browse a library."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in BROWSER_COMMANDS]

    @dataclass
    class Replied(Message):
        """The library has answered."""

        reply: Reply

    class Answered(Message):
        """There is a first reply."""

    @dataclass
    class Fed(Message):
        """Reading has progressed."""

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
        super().__init__(title, pen, today)
        self._library = library
        self._dialogue = dialogue
        self._feed = feed
        self._remembered = remembered
        self._glimpse = glimpse
        self._attends = False
        """Whether it has waited for the first reply."""
        self.panes = Panes(self, self._rows)
        self.navigation = Navigation(remembered.view, dialogue, self.panes, today)
        self._status = StatusLine(self.panes, self.navigation, keys, feed)
        self._strip = StripView(self.panes, self.navigation, self._status)
        self._selection = SelectedEvent(library, self.panes, self.navigation, self._status)
        self._filters = FilterEntry(library, self.panes, self.navigation, lasting=lasting)
        self._review = Review(library, self.panes, self.navigation, self._status, self._selection, self.editor)
        self._pages = Pages(self.panes, self.navigation, self._status, open_target)
        self._news = NewsWatch(library)
        self._browser = Browser(
            keys=keys,
            panes=self.panes,
            navigation=self.navigation,
            strip=self._strip,
            selection=self._selection,
            filters=self._filters,
            review=self._review,
            sharing=Sharing(library, self.navigation, self._selection, self.editor),
            pages=self._pages,
        )

    def compose(self) -> ComposeResult:
        yield from self.panes.compose()

    def on_mount(self) -> None:
        """Show the library, and begin to read what there is to read."""
        self.panes.begin()
        if self._remembered.view.filter.text:
            self.navigation.rest_filter(self._remembered.view.filter)
        if self._remembered.facets:
            self.add_class("-facets")
            self.call_after_refresh(self.navigation.ask)
        if self._glimpse:
            self.panes.timeline.show(Glimpsed(self._glimpse), None)
            self.title_bar.show(how_many(self._glimpse.events, self._glimpse.undated))
            self.call_after_refresh(self.set_timer, _FIRST_KEYS, self._begin)
        else:
            self.attend()
        if self._feed:
            self._feed.start(lambda progress: self.post_message(self.Fed(progress)))

    def on_unmount(self) -> None:
        if self._feed:
            self._feed.stop()
        self._dialogue.close()

    @property
    def remembered(self) -> Remembered:
        """The state to remember for the next start."""
        return left(self.navigation.session, self.navigation.answer, facets=self.panes.has_facets)

    @property
    def idle(self) -> bool:
        """Whether every question has been answered and nothing is being read; for tests to wait on."""
        writes = any(
            (worker.node is self or worker.group == WRITING) and not worker.is_finished for worker in self.workers
        )
        reads = self._feed is not None and not self._feed.progress.finished
        return self._attends and self._dialogue.idle and self._selection.is_settled and not writes and not reads

    # Commands

    def action_give(self, name: str) -> None:
        """Run a command, or say why it is unavailable."""
        self.attend()
        command = next(command for command in BROWSER_COMMANDS if command.name == name)
        reason = command.unavailable_reason(self._browser)
        self._status.say(reason or "")
        if not reason:
            command.run(self._browser)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed, its keys are letters, and the footer shows the keys of typing only."""
        return not (action == "give" and isinstance(self.focused, CleanInput))

    # What the library answers

    def _begin(self) -> None:
        """Ask the library, now that what the glimpse has stands on the screen."""
        if not self._dialogue.begun:
            self._dialogue.tell_of_first(lambda: self.post_message(self.Answered()))
            self.navigation.ask()

    @on(Answered)
    def attend(self) -> None:
        """Show the first answer; wait for it if it is not there."""
        if self._attends:
            return
        self._attends = True
        if not self._dialogue.begun:
            self.navigation.ask()
        self._show_reply(self._dialogue.attend(lambda reply: self.post_message(self.Replied(reply))))
        self._news.renew()
        self.set_interval(LOOK, self.look_for_news)

    def look_for_news(self) -> None:
        """See whether somebody else has written to the library, and show it without moving the selection."""
        if self._news.has_news():
            self.show_written()

    @on(Replied)
    def _on_reply(self, message: Replied) -> None:
        self._show_reply(message.reply)

    def _show_reply(self, reply: Reply) -> None:
        if not self._dialogue.accepts(reply):
            return
        match reply:
            case Answer():
                self.show_answer(reply)
            case Counts():
                self._strip.show(reply)
                self.panes.panel.show_presence(reply.presence)
            case Excluding():
                self._filters.excluding = reply.part
                self._status.explain_exclusion(reply)
            case Faceted(_, facets, parts, saved):
                self.panes.facets.show(facets, parts, saved)
            case Offers(_, suggestions):
                self.panes.search.show_offers(suggestions)
            case Trouble(_, message, None):
                self._status.show_trouble(message)
            case Trouble(_, message, position):
                self.panes.search.show_trouble(message, position)

    def show_answer(self, answer: Answer) -> None:
        self.panes.search.show_trouble(None)
        if (added := self._news.added(self.navigation.answer, answer)) and self._feed is None:
            self._status.say(added)  # the reading of given files is told otherwise
        self._filters.excluding = None
        self._library.learn(answer.known)
        self.navigation.take(answer)
        if not len(answer.events):
            self._status.explain_nothing()
        self._status.show_counts()

    def _rows(self, events: Sequence[int]) -> list[EventRow]:
        try:
            return self._library.rows(events)
        except LibraryError as error:
            self.call_later(self._status.show_trouble, str(error))
            return []

    @on(Fed)
    def _on_progress(self, message: Fed) -> None:
        answer = self.navigation.answer
        if answer is None or message.progress.events != len(answer.events.timed) or message.progress.finished:
            self.navigation.ask()
        else:
            self._status.show_counts()

    def show_written(self) -> None:
        self._news.renew()
        self._review.show_written()

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Show what was changed on a page that lay over this."""
        if self._review.has_unseen_writes and self.navigation.answer:
            self.show_written()

    # What the list and the strip tell

    @on(TimelineList.Selected)
    def _on_selected(self, message: TimelineList.Selected) -> None:
        self._selection.show(message.event)
        self._strip.show_range()
        self._strip.follow_cursor()

    @on(TimelineList.Scrolled)
    def _on_scrolled(self) -> None:
        self._strip.show_window()

    def on_resize(self, event: Resize) -> None:
        """The part of time on screen changes with the size."""
        self.call_after_refresh(self._strip.show_window)
        self.call_after_refresh(self._selection.show_article)

    @on(TimelineList.Opened)
    def _on_opened(self) -> None:
        self._pages.open_selected()

    @on(TimelineList.Zoomed)
    def _on_zoomed(self, message: TimelineList.Zoomed) -> None:
        self.navigation.show(self.navigation.view.zoomed(message.out))

    @on(DensityStrip.Resized)
    def _on_strip_resized(self) -> None:
        if self._attends:
            self.navigation.ask()

    @on(DensityStrip.Picked)
    def _on_picked(self, message: DensityStrip.Picked) -> None:
        self._go_to(message.moment)

    @on(DensityStrip.Ranged)
    def _on_ranged(self, message: DensityStrip.Ranged) -> None:
        self.navigation.narrow_to(self._filters.filter.joined(in_moments(message.first, message.last)))

    def _go_to(self, moment: int) -> None:
        if answer := self.navigation.answer:
            self.navigation.leap_to(answer.ordinal_at(moment))

    # What is typed, and what the facets tell

    def leave_entry(self) -> None:
        self.panes.hide_entries()
        self.panes.focus_timeline()

    @on(DateBar.Kept)
    def _on_date_kept(self, message: DateBar.Kept) -> None:
        self._go_to(message.when.start)
        self.leave_entry()

    @on(NameBar.Kept)
    def _on_named(self, message: NameBar.Kept) -> None:
        self._filters.save(message.saved)
        self.leave_entry()

    @on(SearchBar.Typed)
    def _on_typed(self, message: SearchBar.Typed) -> None:
        self.navigation.type(message.query, message.cursor)

    @on(SearchBar.Kept)
    def _on_kept(self, message: SearchBar.Kept) -> None:
        self._filters.keep(message.query)

    @on(SearchBar.Left)
    def _on_left(self) -> None:
        self.navigation.drop_typed()

    @on(FilterChips.Edited)
    def _on_chips_edited(self) -> None:
        self._filters.edit()

    @on(FilterChips.TakenOff)
    def _on_taken_off(self, message: FilterChips.TakenOff) -> None:
        self._filters.take_off(message.part)

    @on(FilterChips.TurnedRound)
    def _on_turned_round(self, message: FilterChips.TurnedRound) -> None:
        self._filters.turn_round(message.part)

    @on(FacetPanel.Toggled)
    def _on_toggled(self, message: FacetPanel.Toggled) -> None:
        self._filters.toggle(message.part, negated=message.negated)

    @on(FacetPanel.Applied)
    def _on_applied(self, message: FacetPanel.Applied) -> None:
        self._filters.apply(message.saved)

    @on(FacetPanel.Forgotten)
    def _on_forgotten(self, message: FacetPanel.Forgotten) -> None:
        self._filters.forget(message.saved)

    @on(FacetPanel.Left)
    def _on_facets_left(self) -> None:
        self.panes.close_facets()
