"""Under which heading each event stands, at each zoom.

Zoomed to days, an event stands under its month and within it under its day; zoomed to years, under its decade and
its year. A date that covers the whole of the larger unit or more from its first minute ("2025-10" among days) stands
under a heading of its own time alone: nobody knows in which day it was.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newstimeline.timeline.units import SHORTEST, Unit, begin_of, begins_of, number_of, numbers_of

Ints = npt.NDArray[np.int64]
Shorts = npt.NDArray[np.int32]

UNDATED = np.iinfo(np.int64).max
"""Beginning and end of an event without a date."""
_MOST_UNITS = 1 << 40
"""More than a date can cover."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Above the events of a stretch of time."""

    unit: Unit
    number: int
    """Of the first unit; see `units`."""
    count: int = 1
    """How many units the stretch covers."""


@dataclass(frozen=True, slots=True)
class Subheading:
    """Within a stretch of time, above the events of one unit of the zoom."""

    unit: Unit
    number: int


@dataclass(frozen=True, slots=True)
class UndatedHeading:
    """Above the events without a date."""


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
    """The headings of all events of a library, as numbers that rise with every new one in their order."""

    zoom: Unit
    starts: Ints
    ends: Ints
    groups: Shorts
    """Number of the upper heading."""
    units: Shorts
    """Number of the lower heading; 0 for none."""
    until: Ints
    """Up to when an event keeps its time from being a gap: no longer than the unit in which it begins lasts, or a lone
    "1990s" would hide every silence of ten years."""

    @classmethod
    def of(cls, starts: Ints, ends: Ints, zoom: Unit) -> Headings:
        """Find the headings of events in the order of time, the undated ones last."""
        dated = int(np.searchsorted(starts, UNDATED))
        begins, stops = starts[:dated], ends[:dated]
        group_unit = zoom.zoomed(1)
        numbers = numbers_of(begins, group_unit)
        after = _begins_of_runs(numbers + 1, group_unit)
        covered = _covered(begins, stops, numbers, after, group_unit)
        beyond = np.where(covered == _MOST_UNITS * group_unit + 1, 0, covered)
        groups = np.cumsum(_changes(numbers) | _changes(beyond), dtype=np.int32)
        fine = numbers_of(begins, zoom)
        if zoom is group_unit:
            units = np.zeros(dated, dtype=np.int32)
        else:
            new = _changes(groups) | _changes(fine)
            units = np.where(covered == 0, np.cumsum(new, dtype=np.int32), 0).astype(np.int32)
        undated = len(starts) - dated
        last = int(groups[-1]) + 1 if dated else 1
        return cls(
            zoom,
            starts,
            ends,
            np.concatenate([groups, np.full(undated, last, dtype=np.int32)]),
            np.concatenate([units, np.zeros(undated, dtype=np.int32)]),
            np.minimum(stops, _begins_of_runs(fine + 1, zoom)),
        )


def _begins_of_runs(numbers: Ints, unit: Unit) -> Ints:
    """As `begins_of`, with one conversion for equal numbers that stand together."""
    firsts = np.flatnonzero(_changes(numbers))
    return np.repeat(begins_of(numbers[firsts], unit), np.diff(firsts, append=len(numbers)))


def _covered(starts: Ints, ends: Ints, numbers: Ints, after: Ints, group: Unit) -> Ints:
    """For dates that cover a whole larger unit, a number that tells apart what they cover; 0 for all others."""
    found = np.zeros(len(starts), dtype=np.int64)
    some = np.flatnonzero((ends >= after) & (ends - starts >= SHORTEST[group]))
    firsts = np.flatnonzero(_changes(starts[some]) | _changes(ends[some]))
    each = some[firsts]  # equal dates stand together
    begins, stops = starts[each], ends[each]
    covered = _MOST_UNITS * group + numbers_of(stops - 1, group) - numbers[each] + 1
    for unit in Unit:
        if unit >= group:
            first, last = numbers_of(begins, unit), numbers_of(stops - 1, unit)
            exact = (begins == begins_of(first, unit)) & (stops == begins_of(last + 1, unit))
            covered = np.where(exact, _MOST_UNITS * unit + last - first + 1, covered)
    covered[begins != begins_of(numbers[each], group)] = 0
    found[some] = np.repeat(covered, np.diff(firsts, append=len(some)))
    return found


def _changes(keys: npt.NDArray[np.integer]) -> npt.NDArray[np.bool_]:
    """Where a key differs from the one before; the first always does."""
    changes = np.ones(len(keys), dtype=np.bool_)
    changes[1:] = keys[1:] != keys[:-1]
    return changes
