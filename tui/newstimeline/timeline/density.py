"""How many events lie in each part of a span of time.

A library's events are placed on an axis once; after that any selection of them is counted in milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass

from newstimeline.arrays import Floats, Ints, Mask, Numbers, Positions, np

_NEVER = 2**63 - 1


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
    """Events placed on an axis; what lies outside of it lies in its first or last part.

    A date that covers no more than two parts counts in the first of them. Since events stand by their beginnings, those
    are counted by bisection, and only the wide ones are looked at one by one.
    """

    def __init__(self, starts: Ints, ends: Ints, borders: Ints) -> None:
        """Place dated events, given in order of their beginnings, between borders in order."""
        self.parts = len(borders) - 1
        inner = borders[1:-1]
        self._firsts: Positions = np.concatenate([[0], np.searchsorted(starts, inner)]).astype(np.int32)
        """By part: the position of the first event that begins in it or after it."""
        beginning = np.diff(self._firsts, append=len(starts))
        second_after = np.concatenate([inner[1:], [_NEVER, _NEVER]])[: self.parts]
        self._wide = np.flatnonzero(ends > np.repeat(second_after, beginning)).astype(np.int32)
        self._first = np.searchsorted(inner, starts[self._wide], side="right")
        self._last = np.searchsorted(inner, ends[self._wide] - 1, side="right")
        self._events = len(starts)

    def density(self, positions: Positions | None = None) -> Density:
        """Count the events at some positions, given in order, or all; nothing is lost and nothing counted twice."""
        if positions is None or len(positions) == self._events:
            borders, events, first, last = self._firsts, self._events, self._first, self._last
        else:
            borders, events = np.searchsorted(positions, self._firsts), len(positions)
            there = _among(self._wide, positions)
            first, last = self._first[there], self._last[there]
        exact = np.diff(borders, append=events) - np.bincount(first, minlength=self.parts)
        return Density(exact.astype(np.float64), self._spread(first, last + 1), len(first))

    def _spread(self, first: Ints, after: Ints) -> Floats:
        shares = 1.0 / (after - first)
        shared = np.cumsum(self._by_part(first, shares) - self._by_part(after, shares))
        # Shares added and taken away again leave traces in the last digits, which must not look like an event.
        covered = np.cumsum(self._by_part(first) - self._by_part(after)) > 0
        return np.where(covered, shared, 0.0)[: self.parts]

    def _by_part(self, parts: Ints, shares: Floats | None = None) -> Numbers:
        return np.bincount(parts, shares, minlength=self.parts + 1)


def _among(some: Positions, others: Positions) -> Mask:
    """Which of some numbers are among others; both rise. Whichever are fewer are looked up."""
    there = np.zeros(len(some), dtype=np.bool_)
    if len(others) < len(some):
        at = np.searchsorted(some, others)
        at, others = at[at < len(some)], others[at < len(some)]
        there[at[some[at] == others]] = True
    elif len(others):
        there[:] = others[np.minimum(np.searchsorted(others, some), len(others) - 1)] == some
    return there


class Window:
    """Events placed on an axis that may show a part of their time only: what lies outside of it is left out."""

    def __init__(self, starts: Ints, ends: Ints, borders: Ints) -> None:
        """Place dated events, given in order of their beginnings, between and beside borders in order."""
        low = min(int(starts[0]), int(borders[0])) - 1 if len(starts) else int(borders[0]) - 1
        high = max(int(ends.max(initial=low)), int(borders[-1])) + 1
        self._placed = Placed(starts, ends, np.concatenate([[low], borders, [high]]))

    def density(self, positions: Positions | None = None) -> Density:
        """Count the events at some positions, or all, as far as they lie in the window."""
        return _inner(self._placed.density(positions))


def _inner(density: Density) -> Density:
    return Density(density.exact[1:-1], density.spread[1:-1], density.imprecise)
