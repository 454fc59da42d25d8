"""Under which heading each event stands, at each zoom.

Zoomed to days, an event stands under its month and within it under its day; zoomed to years, under its decade and
its year. A date that covers the whole of the larger unit or more from its first minute ("2025-10" among days) stands
under a heading of its own time alone: nobody knows in which day it was.
"""

from __future__ import annotations

from dataclasses import dataclass

from newstimeline.arrays import UNDATED, Ints, Mask, Positions, Shorts, np
from newstimeline.library.distinct_dates import changes
from newstimeline.library.event_columns import Timed
from newstimeline.timeline.lines import Heading, Subheading, UndatedHeading
from newstimeline.timeline.unit_arrays import begins_of, numbers_of
from newstimeline.timeline.units import SHORTEST, Unit, begin_of, number_of

_MOST_UNITS = 1 << 40
"""More than a date can cover."""


def group_heading(start: int, end: int, zoom: Unit) -> Heading | UndatedHeading:
    """The upper heading of an event: a unit one step coarser than the zoom, or what its coarse date covers."""
    if start == UNDATED:
        return UndatedHeading()
    group = zoom.zoomed(1)
    number = number_of(start, group)
    if start != begin_of(number, group) or end < begin_of(number + 1, group):
        return Heading(group, number)
    for unit in reversed(Unit):
        if unit < group:
            break
        first, last = number_of(start, unit), number_of(end - 1, unit)
        if start == begin_of(first, unit) and end == begin_of(last + 1, unit):
            return Heading(unit, first, last - first + 1)
    return Heading(group, number, number_of(end - 1, group) - number + 1)


def subheading(start: int, zoom: Unit) -> Subheading:
    """The lower heading of an event whose date is fine enough to have one."""
    return Subheading(zoom, number_of(start, zoom))


@dataclass(frozen=True, eq=False)
class Headings:
    """The headings of all events of a library. Events that have the same headings stand together and form a cell."""

    zoom: Unit
    timed: Timed
    firsts: Shorts
    """By cell: the position of its first event. The last cell is that of the undated events."""
    groups: Shorts
    """By cell: the number of its upper heading."""
    has_unit: Mask
    """By cell: whether it has a lower heading, too."""
    until: Ints
    """By cell: up to when it keeps its time from being a gap. That is no longer than the unit in which it begins
    lasts, or a lone "1990s" would hide every silence of ten years."""

    @classmethod
    def of(cls, timed: Timed, zoom: Unit) -> Headings:
        """Find the headings of all events."""
        dates = timed.dates
        begins, stops = dates.starts, dates.ends
        group_unit = zoom.zoomed(1)
        numbers = numbers_of(begins, group_unit)
        after = _begins_of_runs(numbers + 1, group_unit)
        covered = _covered(begins, stops, numbers, after, group_unit)
        beyond = np.where(covered == _MOST_UNITS * group_unit + 1, 0, covered)
        group_begins = changes(numbers) | changes(beyond)
        fine = numbers_of(begins, zoom)
        in_unit = (covered == 0) if zoom is not group_unit else np.zeros(len(dates), dtype=np.bool_)
        cell_begins = group_begins | changes(in_unit) | (changes(fine) & in_unit)
        firsts = np.flatnonzero(cell_begins)
        groups = np.cumsum(group_begins, dtype=np.int32)[firsts]
        until = begins_of(fine[firsts] + 1, zoom)
        last = int(groups[-1]) + 1 if len(dates) else 1
        return cls(
            zoom,
            timed,
            np.append(dates.firsts[firsts], dates.events).astype(np.int32),
            np.append(groups, np.int32(last)),
            np.append(in_unit[firsts], False),
            np.append(until, UNDATED),
        )

    def split(self, positions: Positions) -> tuple[Positions, Positions]:
        """The cells in which the events at some positions stand, and the index of the first of these in each.

        `positions` rise. Whichever are fewer, cells or positions, are looked up among the others.
        """
        if len(positions) < len(self.firsts):
            cells = np.searchsorted(self.firsts, positions, side="right") - 1
            indices = np.flatnonzero(changes(cells))
            return cells[indices], indices
        begins = self.firsts if len(positions) == len(self.timed) else np.searchsorted(positions, self.firsts)
        cells = np.flatnonzero(np.diff(begins, append=len(positions)))
        return cells, begins[cells]

    def of_cell(self, position: int) -> Heading | Subheading | UndatedHeading:
        """The lowest heading of the event at a position, which tells its cell from all others."""
        start, end = self.timed.date(position)
        if self.has_unit[int(np.searchsorted(self.firsts, position, side="right")) - 1]:
            return subheading(start, self.zoom)
        return group_heading(start, end, self.zoom)


def _begins_of_runs(numbers: Ints, unit: Unit) -> Ints:
    """As `begins_of`, with one conversion for equal numbers that stand together."""
    firsts = np.flatnonzero(changes(numbers))
    return np.repeat(begins_of(numbers[firsts], unit), np.diff(firsts, append=len(numbers)))


def _covered(starts: Ints, ends: Ints, numbers: Ints, after: Ints, group: Unit) -> Ints:
    """For dates that cover a whole larger unit, a number that tells apart what they cover; 0 for all others."""
    identities = np.zeros(len(starts), dtype=np.int64)
    long = np.flatnonzero((ends >= after) & (ends - starts >= SHORTEST[group]))
    begins, stops = starts[long], ends[long]
    covered = _MOST_UNITS * group + numbers_of(stops - 1, group) - numbers[long] + 1
    for unit in Unit:
        if unit >= group:
            first, last = numbers_of(begins, unit), numbers_of(stops - 1, unit)
            exact = (begins == begins_of(first, unit)) & (stops == begins_of(last + 1, unit))
            covered = np.where(exact, _MOST_UNITS * unit + last - first + 1, covered)
    covered[begins != begins_of(numbers[long], group)] = 0
    identities[long] = covered
    return identities
