"""What stands on a line of the timeline."""

from __future__ import annotations

from dataclasses import dataclass

from newstimeline.timeline.units import Unit


@dataclass(frozen=True, slots=True)
class Heading:
    """Above the events of a stretch of time."""

    unit: Unit
    number: int
    """Of the first unit; see `units`."""
    count: int = 1
    """How many units the stretch covers."""


@dataclass(frozen=True, slots=True)
class Subheading:
    """Within a stretch of time, above the events of one unit of the zoom."""

    unit: Unit
    number: int


@dataclass(frozen=True, slots=True)
class UndatedHeading:
    """Above the events without a date."""


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


@dataclass(frozen=True, slots=True)
class MoreLine:
    """Below the last shown event of a cell: that there are others."""

    ordinal: int
    """Of the event above."""
    count: int
    """How many are not shown."""
    heading: Heading | Subheading | UndatedHeading
    """The cell's."""


@dataclass(frozen=True, slots=True)
class TodayLine:
    """What stands below it has not happened yet."""


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """Nobody knows yet what stands there."""


Line = Heading | Subheading | UndatedHeading | GapLine | EventLine | MoreLine | TodayLine | WaitingLine
