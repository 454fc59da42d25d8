"""How many events lie in each part of a span of time.

A library's events are placed on an axis once; after that any selection of them is counted in milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass

from newstimeline.arrays import Floats, Ints, Numbers, Positions, np
from newstimeline.library.distinct_dates import Dates


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


class Placed:
    """Dates placed on an axis; what lies outside of it lies in its first or last part.

    A date that covers no more than two parts counts in the first of them.
    """

    def __init__(self, dates: Dates, borders: Ints) -> None:
        """Place dates between borders in order."""
        self.parts = len(borders) - 1
        inner = borders[1:-1]
        self._dates = dates
        self._first = np.searchsorted(inner, dates.starts, side="right")
        self._last = np.maximum(np.searchsorted(inner, dates.ends - 1, side="right"), self._first)
        self._wide = self._last - self._first >= 2

    def density(self, places: Positions | None = None) -> Density:
        """Count the events at some places, which rise, or all; nothing is lost and nothing counted twice."""
        counts = self._dates.counts if places is None else self._dates.counts_at(places)
        wide = counts * self._wide
        exact = np.bincount(self._first, counts - wide, minlength=self.parts)
        return Density(exact.astype(np.float64), self._spread(wide), int(wide.sum()))

    def _spread(self, counts: Ints) -> Floats:
        filled = np.flatnonzero(counts)
        first, after, counts = self._first[filled], self._last[filled] + 1, counts[filled]
        shares = counts / (after - first)
        shared = np.cumsum(self._by_part(first, shares) - self._by_part(after, shares))
        # Shares added and taken away again leave traces in the last digits, which must not look like an event.
        covered = np.cumsum(self._by_part(first, counts) - self._by_part(after, counts)) > 0
        return np.where(covered, shared, 0.0)[: self.parts]

    def _by_part(self, parts: Ints, amounts: Numbers) -> Numbers:
        return np.bincount(parts, amounts, minlength=self.parts + 1)


class Window:
    """Dates placed on an axis that may show a part of their time only: what lies outside of it is left out."""

    def __init__(self, dates: Dates, borders: Ints) -> None:
        """Place dates between and beside borders in order."""
        low = min(int(dates.starts[0]), int(borders[0])) - 1 if len(dates) else int(borders[0]) - 1
        high = max(int(dates.ends.max(initial=low)), int(borders[-1])) + 1
        self._placed = Placed(dates, np.concatenate([[low], borders, [high]]))

    def density(self, places: Positions | None = None) -> Density:
        """Count the events at some places, or all, as far as they lie in the window."""
        return _inner(self._placed.density(places))


def _inner(density: Density) -> Density:
    return Density(density.exact[1:-1], density.spread[1:-1], density.imprecise)
