"""The numbers of a library's events as numpy arrays, by event id and in the order of the timeline.

Everything that is counted, ordered or filtered by other things than words comes from here: at a million events numpy
needs milliseconds where SQL needs seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from newstimeline.arrays import UNDATED, Bytes, Ints, Mask, Positions, Shorts, np
from newstimeline.library.distinct_dates import Dates, changes
from newstimeline.terms import Basis, Clock, QuoteKind

OPEN_START, OPEN_END = 1, 2
"""Bits of `open`: an interval whose beginning or end nobody knows."""
MOST_WEIGHT = 127
"""The weight of an event is the number of its people and twice that of its quotes, up to this: what many people have
a part in and speak about matters most where there is no room for all."""
_BLOCK = 1 << 17
"""Events that are looked at together where all are looked at once: what is put aside meanwhile stays small."""
NO_EVENT = -1
"""The basis at an id that no event has."""
BASES: tuple[Basis | None, ...] = (None, *Basis)
"""What the numbers of `basis` stand for."""
KIND_BITS = {kind: 1 << n for n, kind in enumerate(QuoteKind)}
"""Bits of `kinds`: the kinds of quotes that an event has."""

EVENT_TYPES: dict[str, str] = {
    "start": "<i8", "end": "<i8", "open": "<i1", "basis": "<i1", "kinds": "<i1", "weight": "<i1",
    "article": "<i4", "place_in": "<i4",
}  # fmt: skip
"""The type of each column with a number an event id."""
ARTICLE_TYPES: dict[str, str] = {"reported": "<i8", "reported_end": "<i8", "tie": "<i8", "source": "<i4"}
"""The type of each column with a number an article id."""
MEMBER_TYPE = "<i4"
MEMBER_KINDS = ("people", "places", "speakers")


@dataclass(frozen=True, eq=False)
class Members:
    """People, places or speakers of events: those of event i are `ids[bounds[i]:bounds[i + 1]]`, each once."""

    bounds: Shorts
    ids: Shorts

    @cached_property
    def owners(self) -> Shorts:
        """The event of each member."""
        return np.repeat(np.arange(len(self.bounds) - 1, dtype=np.int32), np.diff(self.bounds))

    @cached_property
    def totals(self) -> Ints:
        """How many events each has, by id."""
        return np.bincount(self.ids)

    def of(self, event: int) -> Shorts:
        """The members of one event."""
        return self.ids[self.bounds[event] : self.bounds[event + 1]]

    def events_of(self, member: int) -> Ints:
        """The events of one member, by id."""
        return self.owners[np.flatnonzero(self.ids == member)].astype(np.int64)

    def mask_of(self, members: Ints) -> Mask:
        """Which events have one of these members."""
        mask = np.zeros(len(self.bounds) - 1, dtype=np.bool_)
        if len(members) == 1:
            mask[self.events_of(int(members[0]))] = True
        elif len(members):
            wanted = np.zeros(int(max(members.max(), self.ids.max(initial=0))) + 1, dtype=np.bool_)
            wanted[members] = True
            mask[self.owners[wanted[self.ids]]] = True
        return mask

    def lanes(self, members: Sequence[int], mask: Mask) -> tuple[Ints, Ints]:
        """Which of some members has which event of a mask: places among `members`, and event ids."""
        wanted = np.asarray(members, dtype=np.int64)
        lane_of = np.full(int(max(wanted.max(initial=0), self.ids.max(initial=0))) + 1, -1, dtype=np.int64)
        lane_of[wanted] = np.arange(len(wanted))
        lanes = lane_of[self.ids]
        some = np.flatnonzero(lanes >= 0)
        some = some[mask[self.owners[some]]]
        return lanes[some], self.owners[some].astype(np.int64)

    def count(self, mask: Mask) -> Ints:
        """How many of the events of a mask each member has, by id."""
        if mask.all():
            return self.totals
        return np.bincount(self.ids[np.repeat(mask, np.diff(self.bounds))], minlength=0)


@dataclass(frozen=True, eq=False)
class Columns:
    """One number an event id and kind; 0 and ids without an event have the basis `NO_EVENT`."""

    start: Ints
    """First minute, or `UNDATED`."""
    end: Ints
    """The minute after the last one, or `UNDATED`."""
    open: Bytes
    """Bits `OPEN_START` and `OPEN_END`."""
    basis: Bytes
    """Index into `BASES`."""
    kinds: Bytes
    """Bits of `KIND_BITS`; 0 for an event without quotes."""
    weight: Bytes
    """See `MOST_WEIGHT`."""
    article: Shorts
    """The article's id."""
    place_in: Shorts
    """The event's place in its article."""
    reported: Ints
    """By article id: the first minute of its publication date, or `UNDATED`."""
    reported_end: Ints
    """By article id: the minute after that date, or `UNDATED`."""
    tie: Ints
    """By article id: a number that follows from its identity, to order what is equal in time."""
    source: Shorts
    """By article id: the outlet's id, or 0."""
    happened_order: Shorts
    """The ids in the order of the timeline: by beginning, what covers more time first, undated last.

    Ties are broken by the article's date, its identity and the order within it, never by when it was added.
    """
    reported_order: Shorts
    """The ids by the article's date, those without one last; ties as on the timeline."""

    @property
    def top(self) -> int:
        """The highest id."""
        return len(self.start) - 1

    @cached_property
    def exists(self) -> Mask:
        """Whether there is an event with the id."""
        return np.not_equal(self.basis, NO_EVENT)

    def by(self, clock: Clock) -> Timed:
        """The events in the order of a clock."""
        return self._happened if clock is Clock.HAPPENED else self._reported

    @cached_property
    def _happened(self) -> Timed:
        return Timed(self.happened_order, self.start, self.end, None)

    @cached_property
    def _reported(self) -> Timed:
        return Timed(self.reported_order, self.reported, self.reported_end, self.article)


@dataclass(frozen=True, eq=False)
class Timed:
    """All events of a library in the order of one clock; that at position k is `ids[k]`."""

    ids: Shorts
    start: Ints
    """First minute on this clock, or `UNDATED`: by event id, or by article id where the date is the article's."""
    end: Ints
    """The minute after the last one, or `UNDATED`, in the same way."""
    article: Shorts | None
    """By event id, where the date is the article's."""

    def __len__(self) -> int:
        return len(self.ids)

    def starts(self, positions: Positions | slice) -> Ints:
        """First minute of the events at some positions."""
        return self.start[self._dates_of(self.ids[positions])]

    def ends(self, positions: Positions | slice) -> Ints:
        """The minute after the last one of the events at some positions."""
        return self.end[self._dates_of(self.ids[positions])]

    def date(self, position: int) -> tuple[int, int]:
        """First minute, and the one after the last, of the event at a position."""
        at = self._date_of(int(self.ids[position]))
        return int(self.start[at]), int(self.end[at])

    @cached_property
    def dates(self) -> Dates:
        """The dates of the dated events, which come first."""
        firsts = np.concatenate([self._firsts_of_dates(first) for first in range(0, max(len(self), 1), _BLOCK)])
        starts, ends = self.starts(firsts), self.ends(firsts)
        dated = int(np.searchsorted(starts, UNDATED))
        events = int(firsts[dated]) if dated < len(firsts) else len(self)
        return Dates(starts[:dated], ends[:dated], firsts[:dated], events)

    def _firsts_of_dates(self, first: int) -> Shorts:
        """The positions in a block at which the date is another one than before."""
        block = slice(max(first - 1, 0), first + _BLOCK)
        positions = np.flatnonzero(changes(self.starts(block)) | changes(self.ends(block))) + block.start
        return positions[positions >= first].astype(np.int32)

    @property
    def dated(self) -> int:
        """How many events have a date on this clock."""
        return self.dates.events

    def position_of(self, event: int) -> int | None:
        """The position of an event by its id; None where no event has that id."""
        if not 0 <= event < len(self.start if self.article is None else self.article):
            return None
        start = int(self.start[self._date_of(event)])
        first, after = self.dates.place_at(start), self.dates.place_at(start + 1) if start < UNDATED else len(self)
        there = np.flatnonzero(self.ids[first:after] == event)
        return first + int(there[0]) if len(there) else None

    def positions_of(self, events: Ints | Shorts) -> Shorts:
        """The positions of many events by their ids, each of which must be there."""
        position = np.empty(int(self.ids.max(initial=0)) + 1, dtype=np.int32)
        position[self.ids] = np.arange(len(self.ids), dtype=np.int32)
        return position[events]

    def _dates_of(self, events: Shorts) -> Shorts:
        return events if self.article is None else self.article[events]

    def _date_of(self, event: int) -> int:
        return event if self.article is None else int(self.article[event])


def merged_order(order: Shorts, added: Ints, first: Ints, keys: Callable[[Shorts], Sequence[Ints | Shorts]]) -> Shorts:
    """Put further ids into an order by a first key, given by id, and then by the keys that `keys` has for some ids.

    What is new is sorted together with what has an equal first key, all else stays as it is.
    """
    if not len(added):
        return order
    together = np.concatenate([order, added[np.argsort(first[added], kind="stable")]]).astype(np.int32)
    together = together[np.argsort(first[together], kind="stable")]  # two sorted runs, so one merge
    moments = first[together]
    touched = np.sort(first[added])  # np.unique would load np.ma, a tenth of a short list's time
    near = touched[np.minimum(np.searchsorted(touched, moments), len(touched) - 1)] == moments
    some = together[near]
    together[near] = some[np.lexsort([*reversed(keys(some)), first[some]])]
    return together


def with_added(columns: Columns, added: Ints) -> Columns:
    """The columns with further events put in their places in both orders."""

    def of_timeline(ids: Shorts) -> Sequence[Ints | Shorts]:
        articles = columns.article[ids]
        return [-columns.end[ids], columns.reported[articles], columns.tie[articles], columns.place_in[ids]]

    def of_reporting(ids: Shorts) -> Sequence[Ints | Shorts]:
        articles = columns.article[ids]
        happened = (columns.start[ids], -columns.end[ids])
        return [-columns.reported_end[articles], *happened, columns.tie[articles], columns.place_in[ids]]

    return replace(
        columns,
        happened_order=merged_order(columns.happened_order, added, columns.start, of_timeline),
        reported_order=merged_order(columns.reported_order, added, columns.reported[columns.article], of_reporting),
    )
