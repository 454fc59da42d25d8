"""The lanes with a cursor that moves over lanes and time."""

from __future__ import annotations

from dataclasses import dataclass

from textual.events import Click, Resize
from textual.message import Message
from textual.strip import Strip

from newstimeline.app.keys import Scope
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.styled import StyledWidget
from newstimeline.browser.lane_counts import Lanes
from newstimeline.drawing.lane_lines import HEAD_ROWS, head_rows, lane_row, name_width
from newstimeline.drawing.line_wrap import wrapped
from newstimeline.drawing.pieces import Pieces


class LaneField(StyledWidget, can_focus=True):
    """Names, strips and counts; the axis stays above while the lanes scroll."""

    BINDINGS = bindings(Scope.LANES)

    @dataclass
    class Moved(Message):
        """The cursor stands on another lane or another column."""

    class Resized(Message):
        """The strips should have another width."""

    def __init__(self) -> None:
        super().__init__()
        self._lanes: Lanes | None = None
        self._head: list[Pieces] = []
        self._top = 0
        self.lane = 0
        self.column = 0
        self._note = ""
        self._width = 0

    def show(self, lanes: Lanes | None, column: int, note: str) -> None:
        """Show other lanes, the cursor near a column of the first; where there are none, a note."""
        self._lanes, self._note = lanes, note
        self.lane, self._top = 0, 0
        self._head = head_rows(lanes, self.size.width) if lanes else []
        self.column = lanes.nearest_stop(0, column) if lanes else 0
        self.styles.height = HEAD_ROWS + len(lanes.lanes) if lanes else "1fr"
        self._moved()

    def on_resize(self, event: Resize) -> None:
        """Ask for strips that fit, or show the lane of the cursor where only the height is another."""
        if event.size.width != self._width:
            self._width = event.size.width
            self.post_message(self.Resized())
        else:
            self._moved()

    def action_lane(self, by: int) -> None:
        """Go to another lane, as near in time as it has anything."""
        if self._lanes:
            self.lane = max(0, min(self.lane + by, len(self._lanes.lanes) - 1))
            self.column = self._lanes.nearest_stop(self.lane, self.column)
            self._moved()

    def action_column(self, by: int) -> None:
        """Go to where the lane next has anything."""
        if self._lanes and (column := self._lanes.next_stop(self.lane, self.column, by)) is not None:
            self.column = column
            self._moved()

    def action_end(self, side: int) -> None:
        """Go to where the lane begins or ends."""
        if self._lanes:
            self.column = self._lanes.nearest_stop(self.lane, -1 if side < 0 else self._lanes.scale.width)
            self._moved()

    def on_click(self, event: Click) -> None:
        """Put the cursor where the click is, or near."""
        lane = event.y - HEAD_ROWS + self._top
        if self._lanes and 0 <= lane < len(self._lanes.lanes):
            self.lane = lane
            self.column = self._lanes.nearest_stop(lane, event.x - name_width(self.size.width) - 2)
            self._moved()

    def _moved(self) -> None:
        room = max(self.size.height - HEAD_ROWS, 1)
        self._top = max(min(self._top, self.lane), self.lane - room + 1)
        self.refresh()
        self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if not self._lanes:
            note = list(wrapped(self._note, width - 3, "faint", indent="  "))
            return self.to_strip(note[y - 1] if 0 <= y - 1 < len(note) else (), width)
        if y < HEAD_ROWS:
            return self.to_strip(self._head[y], width)
        lane = y - HEAD_ROWS + self._top
        if lane >= len(self._lanes.lanes):
            return self.to_strip((), width)
        cursor = self.column if lane == self.lane else None
        return self.to_strip(lane_row(self._lanes, lane, width, cursor), width)
