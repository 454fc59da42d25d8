"""The main screen: what the reader does with it by keys, mouse and typing. What it shows is in `library_screen.py`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.notifications import SeverityLevel

from newstimeline.app.commands import BROWSER_COMMANDS
from newstimeline.app.keymaps import Keymap
from newstimeline.app.screens.share_screen import SharingScreen
from newstimeline.app.widgets.clean_input import CleanInput
from newstimeline.app.widgets.date_bar import DateBar
from newstimeline.app.widgets.density_strip import DensityStrip
from newstimeline.app.widgets.entry_bar import EntryBar
from newstimeline.app.widgets.event_panel import EventPanel
from newstimeline.app.widgets.facet_panel import FacetPanel
from newstimeline.app.widgets.filter_chips import FilterChips
from newstimeline.app.widgets.name_bar import NameBar
from newstimeline.app.widgets.search_bar import SearchBar
from newstimeline.app.widgets.timeline_list import TimelineList
from newstimeline.app.widgets.title_bar import TitleBar
from newstimeline.browser.filter_edits import conditions, in_moments, joined, toggled, turned_round, without
from newstimeline.browser.questions import Answer
from newstimeline.browser.status_text import what_lies_at
from newstimeline.browser.view_state import Session, Trail, View
from newstimeline.clean import one_line
from newstimeline.drawing.targets import ArticleTarget, LanesTarget, QuotesTarget
from newstimeline.library.errors import LibraryError
from newstimeline.library.filters import Filters, forget_filter, remember_filter, save_filter
from newstimeline.library.matches import Matches
from newstimeline.query import Part


class BrowseScreen(SharingScreen):
    """Browse a library."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in BROWSER_COMMANDS]

    # What commands see and may ask

    @property
    def keys(self) -> Keymap:
        """The keys that give the commands."""
        return self._keys

    @property
    def today(self) -> date:
        """The day that "today" means."""
        return self._today()

    @property
    def answer(self) -> Answer | None:
        """The events on screen."""
        return self._answer

    @property
    def excluding(self) -> Part | None:
        """The part of the filter that leaves nothing, if it is one."""
        return self._excluding.part if self._excluding else None

    @property
    def timeline_has_focus(self) -> bool:
        """Whether keys go to the list."""
        return self.query_one(TimelineList).has_focus

    def show(self, view: View) -> None:
        self._take_up(self.session.showing(view))

    def leap(self, view: View) -> None:
        """Show another view, and remember this one to go back to."""
        self._take_up(self.session.leaping(view))

    def retrace(self, view: View, trail: Trail) -> None:
        """Show a view of the trail."""
        self._take_up(replace(self.session.showing(view), trail=trail))

    def _take_up(self, session: Session) -> None:
        if session.view.query != self._session.view.query:
            self._rest_filter(session.view.query)
        self._session = session
        self._leaping = session.view.event != self.query_one(TimelineList).selected
        if not self.query_one(FacetPanel).has_focus:
            self.focus_timeline()
        self._ask()

    def leap_to(self, ordinal: int) -> None:
        """Select another shown event, and remember this one to go back to."""
        self._session = self.session.leaving_here()
        self.query_one(TimelineList).go_to(ordinal)

    def action_give(self, name: str) -> None:
        """Give a command, or say why it can't be given now."""
        self.attend()
        command = next(one for one in BROWSER_COMMANDS if one.name == name)
        reason = command.unavailable_reason(self)
        self.query_one(TitleBar).say(reason or "")
        if not reason:
            command.run(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed, its keys are letters, and the footer shows the keys of typing only."""
        return not (action == "give" and isinstance(self.focused, CleanInput))

    def select_from(self, moment: int | None) -> None:
        """Begin to select a stretch of time, or leave it."""
        self._session = self.session.ranging(moment)
        self._show_range()
        self._show_counts()

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

    @on(FilterChips.Edited)
    def edit_filter(self) -> None:
        """Let a filter be typed, from the one that is in force."""
        bar = self.query_one(SearchBar)
        if not self._recalls:
            self._recalls = True
            bar.remember(*self._kept_filters().used)
        self._session = self.session.editing(self.query_one(TimelineList).selected)
        bar.edit()

    def _kept_filters(self) -> Filters:
        try:
            return self._library.own.filters()
        except LibraryError:  # the list says what is wrong with it
            return Filters((), ())

    def focus_timeline(self) -> None:
        """Let keys go to the list of events."""
        self.remove_class("-panel")
        self.set_focus(self.query_one(TimelineList))

    @on(SearchBar.Typed)
    def _on_typed(self, message: SearchBar.Typed) -> None:
        self._session = self._session.typing(message.query)
        self._ask(message.cursor)

    @on(SearchBar.Kept)
    def _on_kept(self, message: SearchBar.Kept) -> None:
        if message.query != self._session.view.query:  # word of its last letters is still on the way
            self._session = self._session.typing(message.query)
            self._ask()
        self._session = self._session.kept(self.query_one(TimelineList).selected)
        self.focus_timeline()
        query = self.view.query.strip()
        self._rest_filter(query)
        if query:
            self.query_one(SearchBar).remember(query)
            self._write(partial(remember_filter, self._library.path, query))

    def _rest_filter(self, query: str) -> None:
        self.query_one(SearchBar).rest(query, conditions(query, self._today()))

    @on(SearchBar.Left)
    def _on_left(self) -> None:
        self._take_up(self.session.returned())

    def show_facets(self) -> None:
        """Show the facets in place of the panel."""
        self.add_class("-facets", "-panel")
        self.set_focus(self.query_one(FacetPanel))
        self._ask()

    @on(FacetPanel.Toggled)
    def _on_toggled(self, message: FacetPanel.Toggled) -> None:
        query = toggled(self.view.query, self._today(), message.part, negated=message.negated)
        self.leap(replace(self.view, query=query))

    @on(FilterChips.TakenOff)
    def _on_taken_off(self, message: FilterChips.TakenOff) -> None:
        self.leap(replace(self.view, query=without(self.view.query, self._today(), message.part)))

    @on(FilterChips.TurnedRound)
    def _on_turned_round(self, message: FilterChips.TurnedRound) -> None:
        self.leap(replace(self.view, query=turned_round(self.view.query, self._today(), message.part)))

    @on(FacetPanel.Left)
    def _on_facets_left(self) -> None:
        self.remove_class("-facets")
        self.focus_timeline()

    def ask_for_date(self) -> None:
        """Let a date be typed, to go to."""
        assert self._answer
        found = self._answer.found
        self.query_one(DateBar).ask(self._today(), lambda when: what_lies_at(when, found))

    @on(DateBar.Kept)
    def _on_date_kept(self, message: DateBar.Kept) -> None:
        if self._answer:
            self.leap_to(self._answer.ordinal_at(message.when.start))
        self.leave_entry()

    def leave_entry(self) -> None:
        """Let keys go to the timeline again."""
        for bar in self.query(EntryBar):
            bar.display = False
        self.focus_timeline()

    # The filters that are kept

    def ask_for_name(self) -> None:
        """Let a name be typed, to keep the filter under."""
        self.query_one(NameBar).ask(self.view.query, self._kept_filters().saved)

    @on(NameBar.Kept)
    def _on_named(self, message: NameBar.Kept) -> None:
        saved = message.saved
        until = "" if self._lasts else " for now: these articles are in no library yet"
        self._write(partial(save_filter, self._library.path, saved), f"Saved filter “{saved.name}”{until}.")
        self.leave_entry()

    @on(FacetPanel.Applied)
    def _on_applied(self, message: FacetPanel.Applied) -> None:
        self.leap(replace(self.view, query=message.saved.query, narrows=True))

    @on(FacetPanel.Forgotten)
    def _on_forgotten(self, message: FacetPanel.Forgotten) -> None:
        saved = message.saved
        self._write(partial(forget_filter, self._library.path, saved.name), f"Deleted filter “{saved.name}”.")

    @work
    async def _write(self, change: Callable[[], None], done: str = "") -> None:
        """Write to the library in another thread, one after the other; what is `done` unasked fails in silence."""
        failed = ""
        async with self._writing:
            try:
                await asyncio.to_thread(change)
            except LibraryError as error:
                failed = str(error)
        if done:
            severity: SeverityLevel = "error" if failed else "information"
            self.app.notify(one_line(failed or done), severity=severity, markup=False)
            self._ask()

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
        self._open(LanesTarget(*self._meant()))

    def show_quotes(self) -> None:
        """Show the quotes of the found events."""
        self._open(QuotesTarget(*self._meant()))

    def _meant(self) -> tuple[Matches, int | None, str]:
        """The events that a page is to be about, the selected one, and the filter."""
        assert self._answer
        return self._answer.meant, self.query_one(TimelineList).selected, self.view.query

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
        from newstimeline.app.screens.text_screen import skipped_screen

        self.app.push_screen(skipped_screen(reasons, self._feed is not None and not self._feed.progress.finished))
