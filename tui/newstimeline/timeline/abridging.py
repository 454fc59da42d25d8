"""Zoomed out, what matters most in each unit, and how much more there is."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newstimeline.timeline.headings import Headings
from newstimeline.timeline.lines import Heading, Subheading, UndatedHeading

Ints = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.int8]

_WEIGHTS = 128
"""Weights are numbers below."""
CellHeading = Heading | Subheading | UndatedHeading


@dataclass(frozen=True, slots=True, eq=False)
class Abridged:
    """The events to be shown."""

    positions: Ints
    hidden: Ints
    """How many others each cell has that is shown; all that have any event are."""


def abridge(
    headings: Headings, positions: Ints, weights: Bytes, most: int, opened: Set[CellHeading], kept: int | None
) -> Abridged:
    """Choose up to `most` events of each cell: those with the greatest weights, among equals the earlier ones.

    Args:
        headings: of all events of the library.
        positions: of the events to choose from, in order.
        weights: of these, from 0 to 127.
        most: events a cell; a cell with one more is shown whole, since "and 1 more" would take its line.
        opened: headings of the cells to show whole.
        kept: the position of an event to show in any case.
    """
    cells = headings.cells[positions]
    firsts = np.flatnonzero(np.diff(cells, prepend=-1))
    counts = np.diff(firsts, append=len(cells))
    large = counts > most + 1
    for cell in np.flatnonzero(large) if opened else ():
        large[cell] = headings.of_cell(int(positions[firsts[cell]])) not in opened
    shown = np.repeat(~large, counts)
    some = np.flatnonzero(~shown)
    if len(some):
        shown[some] = _heaviest(np.repeat(np.arange(np.count_nonzero(large)), counts[large]), weights[some], most)
    if kept is not None:
        at = int(np.searchsorted(positions, kept))
        if at < len(positions) and positions[at] == kept:
            shown[at] = True
    here = np.add.reduceat(shown, firsts, dtype=np.int64) if len(firsts) else np.empty(0, dtype=np.int64)
    return Abridged(positions[shown], counts - here)


def _heaviest(cells: Ints, weights: Bytes, most: int) -> npt.NDArray[np.bool_]:
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
    chosen: npt.NDArray[np.bool_] = (weights > limit) | (equal & (rank < room[cells]))
    return chosen
