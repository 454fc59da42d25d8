"""An event as a list shows it: loaded before all else at a start, so it needs nothing but dates and terms."""

from __future__ import annotations

from typing import NamedTuple

from newstimeline.terms import Basis, Status
from newstimeline.when import When


class EventRow(NamedTuple):
    """An event as one row of the timeline. No dataclass: loading these costs the first screen half a millisecond."""

    id: int
    title: str
    when: When | None
    basis: Basis | None
    quotes: int
    """How many quotes it has."""
    marked: bool = False
    noted: bool = False
    status: Status | None = None
