"""Events, their headings and the gaps between them as numbered lines, for a list of any length.

Above the first event of each cell (see `headings`) stand the headings that the cell before did not have already, and
above these a gap row where nothing begins for long. Below the last one may stand how many of the cell are not shown.
Only sums by cell are kept, so that a million events are laid out in milliseconds and any line is found by bisection.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from newstimeline.arrays import UNDATED, Ints, Mask, Positions, np
from newstimeline.library.distinct_dates import changes
from newstimeline.timeline.headings import Headings, group_heading, subheading
from newstimeline.timeline.lines import (
    EventLine,
    GapLine,
    Line,
    MoreLine,
    TodayLine,
)
from newstimeline.timeline.units import SHORTEST, Unit

_NOWHERE = 1 << 62
_LEAST_GAP = {Unit.HOUR: 6, Unit.DAY: 7, Unit.MONTH: 3, Unit.YEAR: 3, Unit.DECADE: 3, Unit.CENTURY: 3}
"""Of how many units of the zoom a silence has a row of its own."""


class Layout:
    """Where each event, heading and gap stands."""

    def __init__(
        self, headings: Headings, positions: Positions, hidden: Ints | None = None, tomorrow: int | None = None
    ) -> None:
        """Lay out those of a library's events that stand at some positions, in their order.

        `hidden` says, for each cell that has such an event, how many others it has which are not laid out. Above the
        first dated event that begins at the moment `tomorrow` or later stands a line for today.
        """
        self._headings = headings
        self._positions = positions
        kept, self._firsts = headings.split(positions)
        """The cells that have an event, and the ordinal of the first one of each."""
        self._group_begins = changes(headings.groups[kept])
        self._has_unit = headings.has_unit[kept]
        self._until = self._times_taken(kept)
        starts = headings.timed.starts(positions[self._firsts])
        self._gap_begins = np.zeros(len(kept), dtype=np.bool_)
        self._gap_begins[1:] = _apart(self._until, starts[1:], headings.zoom)
        self._hidden = np.zeros(len(kept), dtype=np.int64) if hidden is None else hidden
        above = self._group_begins.astype(np.int64) + self._has_unit + self._gap_begins
        below = self._hidden > 0
        between = np.cumsum(above) + np.concatenate([[0], np.cumsum(below)[:-1]]) if len(kept) else above
        self._lines = self._firsts + between
        """The line of the first event of each of these cells, not counting the line for today."""
        self._today = self._line_for_today(tomorrow)

    def _line_for_today(self, tomorrow: int | None) -> int:
        """The line above which today ends; where none is wanted, one that no library has."""
        if tomorrow is not None:
            first = bisect_left(self._positions, self._headings.timed.dates.place_at(tomorrow))
            if first < self.events and self._date(first)[0] != UNDATED:
                return self._untold_head_of(first)
        return _NOWHERE

    def _told(self, line: int) -> int:
        """A line's number with the line for today counted."""
        return line + (line >= self._today)

    def _times_taken(self, kept: Ints) -> Ints:
        """Up to when each cell but the last fills its time: all that its last event covers, and a unit at least."""
        last_events = self._positions[self._firsts[1:] - 1]
        taken: Ints = np.maximum(self._headings.until[kept[:-1]], self._headings.timed.ends(last_events))
        return taken

    def __len__(self) -> int:
        lines = self._end_of(len(self._lines) - 1) if len(self._lines) else 0
        return lines + (self._today != _NOWHERE)

    @property
    def zoom(self) -> Unit:
        """The unit of the lower headings."""
        return self._headings.zoom

    @property
    def events(self) -> int:
        """How many events there are."""
        return len(self._positions)

    def line_of(self, ordinal: int) -> int:
        """The line on which an event stands."""
        return self._told(self._untold_line_of(ordinal))

    def _untold_line_of(self, ordinal: int) -> int:
        cell = self._cell_of(ordinal)
        return int(self._lines[cell]) + ordinal - int(self._firsts[cell])

    def first_at(self, line: int) -> int:
        """The ordinal of the first event on or below a line; the number of events when there is none."""
        line -= line > self._today
        cell = int(np.searchsorted(self._lines, line, side="right")) - 1
        if cell < 0:
            return 0
        return min(int(self._firsts[cell]) + line - int(self._lines[cell]), self._events_until(cell))

    def head_of(self, ordinal: int) -> int:
        """The line where an event's own headings begin, or its own line when it has none."""
        return self._told(self._untold_head_of(ordinal))

    def _untold_head_of(self, ordinal: int) -> int:
        cell = self._cell_of(ordinal)
        if ordinal != self._firsts[cell]:
            return self._untold_line_of(ordinal)
        return int(self._lines[cell]) - int(self._group_begins[cell]) - int(self._has_unit[cell])

    def line(self, number: int) -> Line:
        """What stands on a line.

        Raises:
            IndexError: there is no such line.
        """
        if not 0 <= number < len(self):
            raise IndexError(number)
        if number == self._today:
            return TodayLine()
        number -= number > self._today
        cell = int(np.searchsorted(self._lines, number, side="right")) - 1
        if cell >= 0:
            ordinal = int(self._firsts[cell]) + number - int(self._lines[cell])
            if ordinal < self._events_until(cell):
                return EventLine(ordinal)
            if number < self._end_of(cell):
                return self._more_below(cell)
        return self._line_above(cell + 1, number)

    def _line_above(self, cell: int, number: int) -> Line:
        ordinal = int(self._firsts[cell])
        start, end = self._date(ordinal)
        if number == self._lines[cell] - 1 and self._has_unit[cell]:
            return subheading(start, self.zoom)
        if number < self._untold_head_of(ordinal):
            return GapLine(int(self._until[cell - 1]), start)
        return group_heading(start, end, self.zoom)

    def _more_below(self, cell: int) -> MoreLine:
        last = self._events_until(cell) - 1
        heading = self._headings.of_cell(int(self._positions[last]))
        return MoreLine(last, int(self._hidden[cell]), heading)

    def more_below(self, ordinal: int) -> int | None:
        """The line right below an event, if it says that its cell has more."""
        line = self.line_of(ordinal) + 1
        return line if line < len(self) and isinstance(self.line(line), MoreLine) else None

    def next_gap(self, ordinal: int) -> int | None:
        """The first event after the next gap below an event."""
        at = int(np.searchsorted(self._gaps, ordinal, side="right"))
        return int(self._gaps[at]) if at < len(self._gaps) else None

    def previous_gap(self, ordinal: int) -> int | None:
        """The first event after the gap above an event, or after the one before when the event is that itself."""
        at = int(np.searchsorted(self._gaps, ordinal)) - 1
        return int(self._gaps[at]) if at >= 0 else None

    def top_for(self, ordinal: int, screen_line: int) -> int:
        """The line to put at the top of the screen so that an event stands on a line of it, as after zooming."""
        return max(self.line_of(ordinal) - screen_line, 0)

    @cached_property
    def _gaps(self) -> Ints:
        """The first event after each gap."""
        return self._firsts[self._gap_begins]

    def _cell_of(self, ordinal: int) -> int:
        return int(np.searchsorted(self._firsts, ordinal, side="right")) - 1

    def _events_until(self, cell: int) -> int:
        """The ordinal after the last event of a cell."""
        return int(self._firsts[cell + 1]) if cell + 1 < len(self._firsts) else self.events

    def _end_of(self, cell: int) -> int:
        """The line after the last one of a cell."""
        events = self._events_until(cell) - int(self._firsts[cell])
        return int(self._lines[cell]) + events + int(self._hidden[cell] > 0)

    def _date(self, ordinal: int) -> tuple[int, int]:
        return self._headings.timed.date(int(self._positions[ordinal]))


def _apart(until: Ints, starts: Ints, zoom: Unit) -> Mask:
    """Whether so long a time lies between that it is a gap; before what has no date there is none."""
    dated = starts != UNDATED
    lengths = np.where(dated, starts, 0) - np.where(dated, until, 0)
    return lengths >= _LEAST_GAP[zoom] * SHORTEST[zoom]
