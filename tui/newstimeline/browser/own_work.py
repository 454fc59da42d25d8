"""Finding what a reader has made of the events: the next marked one, the next to be reviewed, how many are left."""

from __future__ import annotations

from newstimeline.arrays import Positions, np
from newstimeline.library.library import Library
from newstimeline.query import IsOwn, Own


def nearest_with(library: Library, own: Own, ids: Positions, here: int, by: int) -> int | None:
    """The place after (1) or before (-1) `here` among the ids of events of which a reader has made this, or None.

    After the last one comes the first again.

    Raises:
        LibraryError: the library can't be read.
    """
    mask = library.find(IsOwn(own)).mask
    having = np.flatnonzero(mask[np.minimum(ids, len(mask) - 1)] & (ids < len(mask)))
    if not len(having):
        return None
    at = int(np.searchsorted(having, here, side="right" if by > 0 else "left"))
    return int(having[(at if by > 0 else at - 1) % len(having)])


def review_progress(library: Library) -> str:
    """How many events are still to be reviewed, such as "3 of 63 unreviewed".

    Raises:
        LibraryError: the library can't be read.
    """
    unreviewed = library.find(IsOwn(Own.UNREVIEWED))
    return f"{len(unreviewed):,} of {len(unreviewed.timed):,} unreviewed"
