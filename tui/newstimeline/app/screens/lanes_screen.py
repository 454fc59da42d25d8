"""Lanes over time: the most present people, places or outlets, and below them the events under the cursor."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from newstimeline.app.keymaps import Keymap
from newstimeline.app.keys import Scope
from newstimeline.app.screens.page_screen import Page
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.cell_view import CellView
from newstimeline.app.widgets.footer_line import KeyLine
from newstimeline.app.widgets.lane_field import LaneField
from newstimeline.app.widgets.target_list import TargetList
from newstimeline.app.widgets.title_bar import TitleBar
from newstimeline.browser.lane_counts import SCOPES, Lanes, lanes_of
from newstimeline.clean import one_line
from newstimeline.drawing.lane_lines import cell_line, strip_width
from newstimeline.drawing.targets import NameTarget
from newstimeline.library.errors import LibraryError
from newstimeline.library.library import Library
from newstimeline.library.matches import Matches
from newstimeline.query import NameScope

_TITLES = {NameScope.PERSON: "people", NameScope.PLACE: "places", NameScope.SOURCE: "outlets"}
_MOST_ROWS = 50


class LanesScreen(Screen[None]):
    """One strip each."""

    BINDINGS = bindings(Scope.PAGE)

    def __init__(self, library: Library, matches: Matches, event: int | None, query: str, keys: Keymap) -> None:
        """Show matches of `query`, with the cursor near `event`."""
        super().__init__()
        self._library = library
        self._matches = matches
        self._event = event
        self._query = query
        self._keys = keys
        self._scope = SCOPES[0]
        self._lanes: Lanes | None = None

    def compose(self) -> ComposeResult:
        yield TitleBar("lanes")
        yield LaneField()
        yield CellView()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(LaneField).focus()

    @on(LaneField.Resized)
    def _lay_out(self) -> None:
        field = self.query_one(LaneField)
        try:
            self._lanes = lanes_of(self._library, self._matches, self._scope, strip_width(field.size.width))
        except LibraryError as error:
            self._lanes, note = None, str(error)
        else:
            key = self._keys.shown("next_lanes")
            note = f"No dated event here names any {_TITLES[self._scope]}. {key} shows other lanes."
        field.show(self._lanes, self._first_column(), note)
        self.query_one(TitleBar).show(f"{len(self._matches):,} events", mode=self._mode)

    @property
    def _mode(self) -> str:
        return one_line(" · ".join(filter(None, (_TITLES[self._scope], self._query))))

    def _first_column(self) -> int:
        if not self._lanes or self._event is None:
            return 0
        start = int(self._matches.columns.start[self._event]) if self._event <= self._matches.columns.top else 0
        return self._lanes.scale.column(start)

    @on(LaneField.Moved)
    def _show_cell(self) -> None:
        cell, field = self.query_one(CellView), self.query_one(LaneField)
        if not self._lanes:
            cell.show((), ())
            return
        events = self._events
        title = cell_line(self._lanes, field.lane, field.column, events, self.size.width)
        cell.show(title, self._library.rows(events[:_MOST_ROWS]))

    @property
    def _events(self) -> list[int]:
        field = self.query_one(LaneField)
        return self._lanes.events_at(field.lane, field.column).tolist() if self._lanes else []

    def action_kind(self, by: int) -> None:
        """Change between people, places and outlets."""
        self._scope = SCOPES[(SCOPES.index(self._scope) + by) % len(SCOPES)]
        self._lay_out()

    @property
    def _whose(self) -> NameTarget | None:
        if not self._lanes:
            return None
        name = self._lanes.lanes[self.query_one(LaneField).lane].name
        return NameTarget(self._scope, name.id, name.name)

    def action_page(self) -> None:
        if name := self._whose:
            self.post_message(TargetList.Chosen(name))

    def action_narrow(self) -> None:
        """Show the events of the lane on the timeline."""
        if name := self._whose:
            self.post_message(TargetList.Narrowed(name))

    def action_locate(self) -> None:
        """Show the first of the events under the cursor on the timeline."""
        if events := self._events:
            self.post_message(Page.Located(events[0]))

    def action_close(self) -> None:
        self.dismiss()
