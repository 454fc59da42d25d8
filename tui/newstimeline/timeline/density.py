"""How many events lie in each column of an axis."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newstimeline.timeline.scale import Scale

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """Events a column."""

    exact: Floats
    """Of those whose date fits into one column or two."""
    spread: Floats
    """Of those whose date covers more, each shared out evenly over the columns that it covers."""

    @property
    def total(self) -> Floats:
        """Both together; sums to the number of events."""
        return self.exact + self.spread


def density(starts: Ints, ends: Ints, scale: Scale) -> Density:
    """Count dated events by column; nothing is lost and nothing counted twice."""
    width = scale.width
    first = np.clip(scale.positions(starts).astype(np.int64), 0, width - 1)
    last = np.clip(np.ceil(scale.positions(ends) - 1e-9).astype(np.int64) - 1, first, width - 1)
    wide = last - first >= 2
    middle = (first + last) // 2
    exact = np.bincount(middle[~wide], minlength=width).astype(np.float64)
    share = 1.0 / (last[wide] - first[wide] + 1)
    change = np.zeros(width + 1)
    np.add.at(change, first[wide], share)
    np.subtract.at(change, last[wide] + 1, share)
    # Shares added and taken away again leave a trace of 1e-17, which must not look like an event.
    return Density(exact, np.maximum(np.round(np.cumsum(change)[:width], 12), 0.0))
