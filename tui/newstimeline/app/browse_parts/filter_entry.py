"""The filter: typed in the search bar, edited by its chips and the facets, kept under a name."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from textual.notifications import SeverityLevel

from newstimeline.app.browse_parts.navigation import Navigation
from newstimeline.app.browse_parts.panes import Panes
from newstimeline.browser.filter import Filter
from newstimeline.clean import one_line
from newstimeline.library.errors import LibraryError
from newstimeline.library.filters import Filters, SavedFilter, forget_filter, remember_filter, save_filter
from newstimeline.library.library import Library
from newstimeline.query import Part


class FilterEntry:
    """Edits the filter, and stores the filters that were used or saved."""

    def __init__(self, library: Library, panes: Panes, navigation: Navigation, *, lasting: bool) -> None:
        """What is stored in a library that is not `lasting` is lost when the browser ends."""
        self._library = library
        self._panes = panes
        self._navigation = navigation
        self._lasts = lasting
        self._recalls = False
        """Whether the filters of earlier starts have been read."""
        self._writing = asyncio.Lock()
        self.excluding: Part | None = None
        """The part of the filter that excludes everything, if there is a single one."""

    @property
    def filter(self) -> Filter:
        return self._navigation.view.filter

    def edit(self) -> None:
        """Open the search bar with the current filter."""
        if not self._recalls:
            self._recalls = True
            self._panes.search.remember(*self._kept().used)
        self._navigation.begin_typing()
        self._panes.search.edit()

    def keep(self, query: str) -> None:
        """Apply the typed filter."""
        filter = self._navigation.keep_typed(query)
        self._panes.focus_timeline()
        text = filter.text.strip()
        self._navigation.rest_filter(Filter(text))
        if text:
            self._panes.search.remember(text)
            self._write(partial(remember_filter, self._library.path, text))

    def toggle(self, condition: str, *, negated: bool) -> None:
        """Add a condition or remove it; if `negated`, its opposite."""
        self._change(self.filter.toggled(condition, negated=negated))

    def take_off(self, condition: str) -> None:
        self._change(self.filter.without(condition))

    def turn_round(self, condition: str) -> None:
        """Exclude what a condition includes, or the other way round."""
        self._change(self.filter.turned_round(condition))

    def _change(self, filter: Filter) -> None:
        self._navigation.leap(self._navigation.view.with_filter(filter))

    def show_facets(self) -> None:
        """Show the facets in place of the panel."""
        self._panes.open_facets()
        self._navigation.ask()

    def _kept(self) -> Filters:
        try:
            return self._library.own.filters()
        except LibraryError:  # the list says what is wrong with it
            return Filters((), ())

    def ask_for_name(self) -> None:
        self._panes.name_entry.ask(self.filter.text, self._kept().saved)

    def apply(self, saved: SavedFilter) -> None:
        self._navigation.narrow_to(Filter(saved.query, self._navigation.today))

    def save(self, saved: SavedFilter) -> None:
        until = "" if self._lasts else " for now: these articles are not in your library yet"
        self._write(partial(save_filter, self._library.path, saved), f"Saved filter “{saved.name}”{until}.")

    def forget(self, saved: SavedFilter) -> None:
        self._write(partial(forget_filter, self._library.path, saved.name), f"Deleted filter “{saved.name}”.")

    def _write(self, change: Callable[[], None], done: str = "") -> None:
        self._panes.screen.run_worker(self._write_apart(change, done))

    async def _write_apart(self, change: Callable[[], None], done: str) -> None:
        """Write to the library in another thread, one after the other; without `done`, failures are silent."""
        failed = ""
        async with self._writing:
            try:
                await asyncio.to_thread(change)
            except LibraryError as error:
                failed = str(error)
        if done:
            severity: SeverityLevel = "error" if failed else "information"
            self._panes.screen.app.notify(one_line(failed or done), severity=severity, markup=False)
            self._navigation.ask()
