"""The events that a query means, in the order of a clock."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from newstimeline.arrays import Mask, Shorts, np
from newstimeline.library.distinct_dates import Dates
from newstimeline.library.event_columns import Columns, Timed
from newstimeline.terms import Clock


@dataclass(frozen=True, eq=False)
class Matches:
    """What a library answers to a query, as numbers; the ordinal of an event is its place among the found ones."""

    columns: Columns
    clock: Clock
    mask: Mask
    """By event id; void for ids without an event."""

    @cached_property
    def positions(self) -> Shorts:
        """The places of the found events among all, in the order of the clock."""
        # Single ones are looked up with bisect: numpy would turn the whole into wider numbers first.
        is_match = self.mask[self.timed.ids]
        return np.arange(len(is_match), dtype=np.int32) if is_match.all() else np.flatnonzero(is_match).astype(np.int32)

    @property
    def timed(self) -> Timed:
        """All events of the library, in the order of the clock."""
        return self.columns.by(self.clock)

    def __len__(self) -> int:
        return len(self.positions)

    def ids(self, first: int = 0, until: int | None = None) -> Shorts:
        """The ids of the found events from one ordinal to before another."""
        return self.timed.ids[self.positions[first:until]]

    @cached_property
    def dated(self) -> int:
        """How many of them have a date on this clock; they come first."""
        return bisect_left(self.positions, self.timed.dated)

    @cached_property
    def dates(self) -> Dates:
        """Those of the dated ones, with their ordinals as places."""
        return self.timed.dates.at(self.positions[: self.dated])

    def ordinal_of(self, event: int) -> int | None:
        """The ordinal of an event; None when it is not found."""
        at = self.ordinal_from(event)
        return at if at < len(self) and self.timed.ids[self.positions[at]] == event else None

    def ordinal_from(self, event: int) -> int:
        """The ordinal of an event, or of the first one that stands after it; their number when none does."""
        position = self.timed.position_of(event)
        return len(self) if position is None else bisect_left(self.positions, position)

    def ordinal_at(self, moment: int) -> int:
        """The ordinal of the first one that begins at a moment or after it; their number when none does."""
        return bisect_left(self.positions, self.timed.dates.place_at(moment))

    def next(self, place: int) -> int | None:
        """The first found event's place among all that comes after a place."""
        at = bisect_right(self.positions, place)
        return int(self.positions[at]) if at < len(self) else None

    def previous(self, place: int) -> int | None:
        """The last found event's place among all that comes before a place."""
        at = bisect_left(self.positions, place) - 1
        return int(self.positions[at]) if at >= 0 else None
