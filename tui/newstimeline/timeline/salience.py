"""Zoomed out, what matters most in each unit, and how much more there is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Set
from dataclasses import dataclass
from itertools import pairwise

from newstimeline.arrays import Bytes, Ints, Mask, Positions, np
from newstimeline.timeline.headings import Headings
from newstimeline.timeline.lines import Heading, Subheading, UndatedHeading

_TOGETHER = 1 << 16
"""Events that are chosen from at once, or as many more as a cell has."""
_WEIGHTS = 128
"""Weights are numbers below."""
CellHeading = Heading | Subheading | UndatedHeading


@dataclass(frozen=True, slots=True, eq=False)
class Abridged:
    """The events to be shown."""

    positions: Positions
    hidden: Ints
    """How many others each cell has that is shown; all that have any event are."""


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """Which events matter most; a large number of events takes some time to choose from, so it can be kept."""

    positions: Positions
    """Of the events to choose from, in order."""
    firsts: Positions
    """For each cell, the index of its first one."""
    chosen: Positions
    """The indices of those that matter most, in order."""

    def abridged(self, headings: Headings, opened: Set[CellHeading], kept: int | None) -> Abridged:
        """The events to be shown.

        Args:
            headings: of all events of the library.
            opened: headings of the cells to show whole.
            kept: the position of an event to show in any case.
        """
        until = np.append(self.firsts[1:], len(self.positions))
        more = [
            np.arange(first, end)
            for first, end in (zip(self.firsts, until, strict=True) if opened else ())
            if headings.of_cell(int(self.positions[first])) in opened
        ]
        if kept is not None:
            one_or_none = bisect_left(self.positions, kept), bisect_right(self.positions, kept)
            more.append(np.arange(*one_or_none))
        shown = np.unique(np.concatenate([self.chosen, *more])) if more else self.chosen
        shown_counts = np.diff(np.searchsorted(shown, self.firsts), append=len(shown))
        return Abridged(self.positions[shown], until - self.firsts - shown_counts)


def choose(headings: Headings, positions: Positions, weights: Bytes, most: int) -> Selection:
    """Choose up to `most` events of each cell: those with the greatest weights, among equals the earlier ones.

    Args:
        headings: of all events of the library.
        positions: of the events to choose from, in order.
        weights: of these, from 0 to 127.
        most: events a cell; a cell with one more is shown whole, since "and 1 more" would take its line.
    """
    _, firsts = headings.split(positions)
    borders = np.append(firsts, len(positions))
    # By some cells at a time, so that what is worked with fits into the processor's cache and leaves no trace.
    begins = np.unique(firsts // _TOGETHER, return_index=True)[1].tolist()
    blocks = (borders[cell : after + 1] for cell, after in pairwise([*begins, len(firsts)]))
    chosen = [block[0] + _chosen(np.diff(block), weights[block[0] : block[-1]], most) for block in blocks]
    return Selection(positions, firsts, np.concatenate(chosen) if chosen else firsts[:0])


def _chosen(counts: Positions, weights: Bytes, most: int) -> Positions:
    """The indices of those to show, of the events of some cells that have so many each."""
    large = counts > most + 1
    shown = np.repeat(~large, counts)
    crowded = np.flatnonzero(~shown)
    if len(crowded):
        shown[crowded] = _heaviest(np.repeat(np.arange(np.count_nonzero(large)), counts[large]), weights[crowded], most)
    return np.flatnonzero(shown)


def _heaviest(cells: Ints, weights: Bytes, most: int) -> Mask:
    """Which entries are among the `most` heaviest of their cell; cells are numbered from 0 and stand together."""
    number = int(cells[-1]) + 1
    by_weight = np.bincount(cells * _WEIGHTS + weights, minlength=number * _WEIGHTS).reshape(number, _WEIGHTS)
    or_heavier = np.cumsum(by_weight[:, ::-1], axis=1)[:, ::-1]
    # The least weight of which not all need to be left out.
    least = _WEIGHTS - 1 - np.argmax(or_heavier[:, ::-1] >= most, axis=1)
    heavier = np.where(least + 1 < _WEIGHTS, or_heavier[np.arange(number), np.minimum(least + 1, _WEIGHTS - 1)], 0)
    room = most - heavier
    limit = least[cells]
    equal = weights == limit
    before = np.cumsum(equal) - equal
    firsts = np.searchsorted(cells, np.arange(number))
    rank = before - before[firsts][cells]
    chosen: Mask = (weights > limit) | (equal & (rank < room[cells]))
    return chosen
