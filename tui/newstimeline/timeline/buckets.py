"""Events counted by calendar unit, however long the time between them: what zoomed-out lists and peaks rest on."""

from __future__ import annotations

from dataclasses import dataclass

from newstimeline.arrays import Ints, Positions, np
from newstimeline.library.distinct_dates import Dates, changes
from newstimeline.timeline.unit_arrays import numbers_of
from newstimeline.timeline.units import Unit

_STANDS_OUT = 2
"""Times the median of the units that have any events: from so many on, a unit can be a peak."""


@dataclass(frozen=True, slots=True, eq=False)
class Buckets:
    """The units in which events lie, in order."""

    unit: Unit
    numbers: Ints
    """See `units`."""
    counts: Ints
    """Events whose date lies within the unit."""
    firsts: Positions
    """The place of the first of these among the given events."""

    @property
    def peaks(self) -> Ints:
        """The buckets that have more than the units beside them and twice what is usual."""
        if not len(self.counts):
            return np.empty(0, dtype=np.int64)
        joined = np.diff(self.numbers) == 1
        before = np.concatenate([[0], np.where(joined, self.counts[:-1], 0)])
        after = np.concatenate([np.where(joined, self.counts[1:], 0), [0]])
        high = self.counts >= max(_STANDS_OUT * float(np.median(self.counts)), _STANDS_OUT)
        return np.flatnonzero((self.counts > before) & (self.counts >= after) & high)

    def next_peak(self, place: int) -> int | None:
        """The place of the first event of the next peak after an event."""
        firsts = self.firsts[self.peaks]
        at = int(np.searchsorted(firsts, place, side="right"))
        return int(firsts[at]) if at < len(firsts) else None

    def previous_peak(self, place: int) -> int | None:
        """The place of the first event of the last peak that begins before an event."""
        firsts = self.firsts[self.peaks]
        at = int(np.searchsorted(firsts, place)) - 1
        return int(firsts[at]) if at >= 0 else None


def buckets(dates: Dates, unit: Unit) -> Buckets:
    """Count dated events by unit; those whose date reaches over more than one belong to none alone."""
    numbers = numbers_of(dates.starts, unit)
    within = np.flatnonzero(numbers == numbers_of(dates.ends - 1, unit))
    numbers, counts = numbers[within], dates.counts[within]
    begins = np.flatnonzero(changes(numbers))
    summed = np.add.reduceat(counts, begins) if len(begins) else counts
    return Buckets(unit, numbers[begins], summed, dates.firsts[within[begins]])
