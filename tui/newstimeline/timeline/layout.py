"""Events, their headings and the gaps between them as numbered lines, for a list of any length.

Above each event stand the headings that its predecessor did not have already, and above these a gap row where nothing
begins for long. Only sums are kept, so that any line of a million is found by bisection.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from newstimeline.timeline.headings import (
    Heading,
    Headings,
    Subheading,
    UndatedHeading,
    group_heading,
    subheading,
)
from newstimeline.timeline.units import SHORTEST, Unit

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
_Number = TypeVar("_Number", np.int32, np.int64)

_LEAST_GAP = {Unit.HOUR: 6, Unit.DAY: 7, Unit.MONTH: 3, Unit.YEAR: 3, Unit.DECADE: 3, Unit.CENTURY: 3}
"""Of how many units of the zoom a silence has a row of its own."""


@dataclass(frozen=True, slots=True)
class GapLine:
    """A stretch of time in which nothing lies."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EventLine:
    """The line of an event."""

    ordinal: int
    """Its place among the events laid out."""


Line = Heading | Subheading | UndatedHeading | GapLine | EventLine


class Layout:
    """Where each event, heading and gap stands."""

    def __init__(self, headings: Headings, positions: Ints) -> None:
        """Lay out those of a library's events that stand at some positions, in their order."""
        self._headings = headings
        self._positions = positions
        groups, units = _at(headings.groups, positions), _at(headings.units, positions)
        self._group_begins = _begins(groups)
        self._unit_begins = _begins(units) & (units != 0)
        dated = int(np.searchsorted(positions, len(headings.until)))
        # Up to where the time is taken: all that the last event covers, and a unit each of those before.
        self._until = np.maximum(
            np.maximum.accumulate(_at(headings.until, positions[:dated])), _at(headings.ends, positions[:dated])
        )
        self._gap_begins = _gaps(_at(headings.starts, positions[:dated]), self._until, len(positions), headings.zoom)
        above = self._group_begins.astype(np.int8) + self._unit_begins + self._gap_begins
        self._event_lines = np.arange(len(positions)) + np.cumsum(above, dtype=np.int64)

    def __len__(self) -> int:
        """Count the lines."""
        return int(self._event_lines[-1]) + 1 if len(self._event_lines) else 0

    @property
    def zoom(self) -> Unit:
        """The unit of the lower headings."""
        return self._headings.zoom

    @property
    def events(self) -> int:
        """How many events there are."""
        return len(self._event_lines)

    def line_of(self, ordinal: int) -> int:
        """The line on which an event stands."""
        return int(self._event_lines[ordinal])

    def first_at(self, line: int) -> int:
        """The ordinal of the first event on or below a line; the number of events when there is none."""
        return int(np.searchsorted(self._event_lines, line))

    def head_of(self, ordinal: int) -> int:
        """The line where an event's own headings begin, or its own line when it has none."""
        return self.line_of(ordinal) - int(self._group_begins[ordinal]) - int(self._unit_begins[ordinal])

    def line(self, number: int) -> Line:
        """What stands on a line.

        Raises:
            IndexError: there is no such line.
        """
        if not 0 <= number < len(self):
            raise IndexError(number)
        ordinal = self.first_at(number)
        above = self.line_of(ordinal) - number
        if above == 0:
            return EventLine(ordinal)
        start, end = self._date(ordinal)
        if above == 1 and self._unit_begins[ordinal]:
            return subheading(start, self.zoom)
        if number < self.head_of(ordinal):
            return GapLine(int(self._until[ordinal - 1]), start)
        return group_heading(start, end, self.zoom)

    def sticky(self, number: int) -> Heading | UndatedHeading | None:
        """The upper heading under which a line stands; None for an empty layout."""
        if not len(self):
            return None
        return group_heading(*self._date(min(self.first_at(number), self.events - 1)), self.zoom)

    def next_gap(self, ordinal: int) -> int | None:
        """The first event after the next gap below an event."""
        after = np.flatnonzero(self._gap_begins[ordinal + 1 :])
        return ordinal + 1 + int(after[0]) if len(after) else None

    def previous_gap(self, ordinal: int) -> int | None:
        """The first event after the gap above an event, or after the one before when the event is that itself."""
        before = np.flatnonzero(self._gap_begins[:ordinal])
        return int(before[-1]) if len(before) else None

    def top_for(self, ordinal: int, screen_line: int) -> int:
        """The line to put at the top of the screen so that an event stands on a line of it, as after zooming."""
        return max(self.line_of(ordinal) - screen_line, 0)

    def _date(self, ordinal: int) -> tuple[int, int]:
        at = int(self._positions[ordinal])
        return int(self._headings.starts[at]), int(self._headings.ends[at])


def _at(numbers: npt.NDArray[_Number], positions: Ints) -> npt.NDArray[_Number]:
    """The numbers at some positions, each of which is there once; all need no copy."""
    return numbers[: len(positions)] if len(positions) and positions[-1] == len(positions) - 1 else numbers[positions]


def _begins(numbers: npt.NDArray[np.int32]) -> Mask:
    """Where a number differs from the one before; the first always does."""
    begins = np.ones(len(numbers), dtype=np.bool_)
    begins[1:] = numbers[1:] != numbers[:-1]
    return begins


def _gaps(starts: Ints, until: Ints, events: int, zoom: Unit) -> Mask:
    """Before which events there is a gap."""
    gaps = np.zeros(events, dtype=np.bool_)
    gaps[1 : len(starts)] = starts[1:] - until[:-1] >= _LEAST_GAP[zoom] * SHORTEST[zoom]
    return gaps
