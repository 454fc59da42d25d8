"""The dates of many events, each different one once: a million events of news have some ten thousand.

What is asked of all of time (headings, axes, densities, peaks) is worked out for each date and costs as much as there
are dates.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from newstimeline.arrays import Ints, Mask, Numbers, Positions, np


@dataclass(frozen=True, eq=False)
class Dates:
    """The different dates of dated events in the order of the timeline, and how many events have each."""

    starts: Ints
    """First minute of each; rises."""
    ends: Ints
    """The minute after the last one of each."""
    firsts: Positions
    """The place of the first event that has it."""
    events: int
    """How many there are."""

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def counts(self) -> Ints:
        """How many events have each."""
        return np.diff(self.firsts, append=self.events).astype(np.int64)

    def place_at(self, moment: int) -> int:
        """The place of the first event that begins at a moment or after it; the number of events when none does."""
        at = int(np.searchsorted(self.starts, moment))
        return int(self.firsts[at]) if at < len(self) else self.events

    def counts_at(self, places: Positions) -> Ints:
        """How many of the events at some places, which rise, have each date."""
        if len(places) == self.events:
            return self.counts
        if len(places) < len(self):
            return np.bincount(np.searchsorted(self.firsts, places, side="right") - 1, minlength=len(self))
        return np.diff(np.searchsorted(places, self.firsts), append=len(places))

    def at(self, places: Positions) -> Dates:
        """The dates of the events at some places, which rise; their places are numbered anew."""
        if len(places) == self.events:
            return self
        counts = self.counts_at(places)
        some = np.flatnonzero(counts)
        firsts = (np.cumsum(counts[some]) - counts[some]).astype(np.int32)
        return Dates(self.starts[some], self.ends[some], firsts, len(places))


def changes(keys: Numbers | Mask) -> Mask:
    """Where a key differs from the one before; the first always does."""
    changed = np.ones(len(keys), dtype=np.bool_)
    changed[1:] = keys[1:] != keys[:-1]
    return changed
