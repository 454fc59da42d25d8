"""The events of a library in the order of the timeline, as numpy columns."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newstimeline.model import Basis

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

UNDATED = np.iinfo(np.int64).max
"""Beginning and end of an event without a date: after all others."""
OPEN_START, OPEN_END = 1, 2
"""Bits of `Columns.opens`: an interval whose beginning or end nobody knows."""
BASES: tuple[Basis | None, ...] = (None, *Basis)
"""What the numbers in `Columns.basis` stand for."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """One entry an event, in the order of the timeline: by beginning, what covers more time first, undated last.

    Ties are broken by the article's date, its identity and the order within it, never by when it was added.
    """

    ids: Ints
    """The library's event ids."""
    starts: Ints
    """First minute, or `UNDATED`."""
    ends: Ints
    """The minute after the last one, or `UNDATED`."""
    opens: npt.NDArray[np.int8]
    """Bits `OPEN_START` and `OPEN_END`."""
    basis: npt.NDArray[np.int8]
    """Index into `BASES`."""
    rank: Ints
    """Position by event id; -1 where no event has the id."""

    def __len__(self) -> int:
        """Count the events."""
        return len(self.ids)

    @property
    def dated(self) -> int:
        """How many events have a date; they come first."""
        return int(np.searchsorted(self.starts, UNDATED))

    def mask_of(self, ids: Ints) -> Mask:
        """Which positions hold one of the given event ids; ids that these columns do not have are left out."""
        mask = np.zeros(len(self.ids), dtype=np.bool_)
        positions = self.rank[ids[ids < len(self.rank)]]
        mask[positions[positions >= 0]] = True
        return mask


def load_columns(connection: sqlite3.Connection) -> Columns:
    """Read the columns from the tables."""
    rows = connection.execute(
        "SELECT event.id, event.start, event.end, event.open, event.basis"
        " FROM event JOIN article ON article.id = event.article"
        " ORDER BY event.start IS NULL, event.start, event.end DESC, article.published, article.key, event.n"
    ).fetchall()
    numbers = {basis: number for number, basis in enumerate(BASES)}
    ids = np.array([row[0] for row in rows], dtype=np.int64)
    rank = np.full(int(ids.max(initial=-1)) + 1, -1, dtype=np.int64)
    rank[ids] = np.arange(len(ids))
    return Columns(
        ids=ids,
        starts=np.array([UNDATED if row[1] is None else row[1] for row in rows], dtype=np.int64),
        ends=np.array([UNDATED if row[2] is None else row[2] for row in rows], dtype=np.int64),
        opens=np.array([row[3] for row in rows], dtype=np.int8),
        basis=np.array([numbers[row[4]] for row in rows], dtype=np.int8),
        rank=rank,
    )
