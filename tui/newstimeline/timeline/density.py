"""How many events lie in each part of a span of time.

A library's events are placed on an axis once; after that any selection of them is counted in milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass

from newstimeline.arrays import Floats, Ints, Numbers, Shorts, np
from newstimeline.timeline.unit_arrays import begins_of
from newstimeline.timeline.units import Unit, number_of

MOST_PARTS = 100_000
"""Parts of an axis by units: eleven years of hours."""


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """Events a part."""

    exact: Floats
    """Of those whose date fits into one part or two."""
    spread: Floats
    """Of those whose date covers more, each shared out evenly over the parts that it covers."""
    imprecise: int
    """How many events are shared out."""

    @property
    def total(self) -> Floats:
        """Both together; sums to the number of events."""
        return self.exact + self.spread


def unit_axis(first: int, end: int, unit: Unit) -> Ints:
    """The borders of the calendar units from the moment `first` to before `end`: one more than there are parts.

    Raises:
        ValueError: these are more than `MOST_PARTS`.
    """
    low, high = number_of(first, unit), number_of(max(end - 1, first), unit)
    if high - low >= MOST_PARTS:
        raise ValueError(f"{high - low + 1} times {unit.name.lower()} are more than {MOST_PARTS} parts")
    return begins_of(np.arange(low, high + 2), unit)


def even_axis(first: int, end: int, parts: int) -> Ints:
    """The borders of equal parts, to the minute."""
    return first + np.arange(parts + 1) * (max(end, first + parts) - first) // parts


class Placed:
    """Events placed on an axis; what lies outside of it lies in its first or last part."""

    def __init__(self, starts: Ints, ends: Ints, borders: Ints) -> None:
        """Place dated events, given in order of their beginnings, between borders in order."""
        self.parts = len(borders) - 1
        inner = borders[1:-1]
        # The events that begin before each border, rather than the part of each event: there are far fewer borders.
        counts = np.diff(np.searchsorted(starts, inner), prepend=0, append=len(starts))
        first = np.repeat(np.arange(self.parts), counts)
        last = np.maximum(np.searchsorted(inner, ends - 1, side="right"), first)
        wide = last - first >= 2
        self._first = first.astype(np.int32)
        self._last = last.astype(np.int32)
        self._middle = np.where(wide, self.parts, (first + last) // 2).astype(np.int32)

    def density(self, positions: Ints | None = None) -> Density:
        """Count the events at some positions, or all; nothing is lost and nothing counted twice."""
        middle = self._middle if positions is None else self._middle[positions]
        exact = np.bincount(middle, minlength=self.parts + 1)
        wide = np.flatnonzero(middle == self.parts)
        if positions is not None:
            wide = positions[wide]
        return Density(exact[:-1].astype(np.float64), self._spread(wide), len(wide))

    def lanes(self, lanes: Ints, positions: Ints, count: int) -> list[Density]:
        """One density a lane: the event `positions[i]` lies in the lane `lanes[i]`, and in as many as name it."""
        in_order = np.argsort(lanes, kind="stable")
        borders = np.searchsorted(lanes[in_order], np.arange(count + 1))
        return [self.density(positions[in_order[borders[n] : borders[n + 1]]]) for n in range(count)]

    def _spread(self, wide: Ints) -> Floats:
        first, after = self._first[wide], self._last[wide] + 1
        shares = 1.0 / (after - first)
        shared = np.cumsum(self._by_part(first, shares) - self._by_part(after, shares))
        # Shares added and taken away again leave traces in the last digits, which must not look like an event.
        covered = np.cumsum(self._by_part(first) - self._by_part(after)) > 0
        return np.where(covered, shared, 0.0)[: self.parts]

    def _by_part(self, parts: Shorts, shares: Floats | None = None) -> Numbers:
        return np.bincount(parts, shares, minlength=self.parts + 1)


class Window:
    """Events placed on an axis that may show a part of their time only: what lies outside of it is left out."""

    def __init__(self, starts: Ints, ends: Ints, borders: Ints) -> None:
        """Place dated events, given in order of their beginnings, between and beside borders in order."""
        low = min(int(starts[0]), int(borders[0])) - 1 if len(starts) else int(borders[0]) - 1
        high = max(int(ends.max(initial=low)), int(borders[-1])) + 1
        self._placed = Placed(starts, ends, np.concatenate([[low], borders, [high]]))

    def density(self, positions: Ints | None = None) -> Density:
        """Count the events at some positions, or all, as far as they lie in the window."""
        return _inner(self._placed.density(positions))

    def lanes(self, lanes: Ints, positions: Ints, count: int) -> list[Density]:
        """See `Placed.lanes`."""
        return [_inner(lane) for lane in self._placed.lanes(lanes, positions, count)]


def _inner(density: Density) -> Density:
    return Density(density.exact[1:-1], density.spread[1:-1], density.imprecise)
