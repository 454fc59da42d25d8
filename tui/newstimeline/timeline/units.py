"""The calendar units of the timeline, from hour to century: numbered, so that time can be counted by them.

A unit's number counts from year 0: hour 0, day 0 and month 0 begin with it, and the number of a year is the year.
"""

from __future__ import annotations

from enum import IntEnum

from newstimeline.when import calendar

MINUTES_AN_HOUR = 60


class Unit(IntEnum):
    """A step of zooming, the finest first."""

    HOUR = 0
    DAY = 1
    MONTH = 2
    YEAR = 3
    DECADE = 4
    CENTURY = 5

    def zoomed(self, out: int) -> Unit:
        """The unit some steps coarser, or for negative steps finer; the coarsest or finest one where there is none."""
        return Unit(max(Unit.HOUR, min(Unit.CENTURY, self + out)))


MONTHS_OF = {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
SHORTEST = {
    Unit.HOUR: MINUTES_AN_HOUR,
    Unit.DAY: calendar.MINUTES_A_DAY,
    Unit.MONTH: 28 * calendar.MINUTES_A_DAY,
    Unit.YEAR: 365 * calendar.MINUTES_A_DAY,
    Unit.DECADE: 3652 * calendar.MINUTES_A_DAY,
    Unit.CENTURY: 36524 * calendar.MINUTES_A_DAY,
}
"""Minutes of the shortest hour, day, February, year, decade and century."""


def number_of(moment: int, unit: Unit) -> int:
    """The number of the unit in which a moment lies."""
    if unit is Unit.HOUR:
        return moment // MINUTES_AN_HOUR
    if unit is Unit.DAY:
        return moment // calendar.MINUTES_A_DAY
    day = calendar.day_of(moment)
    return (day.year * 12 + day.month - 1) // MONTHS_OF[unit]


def begin_of(number: int, unit: Unit) -> int:
    """The moment at which a unit begins."""
    if unit is Unit.HOUR:
        return number * MINUTES_AN_HOUR
    if unit is Unit.DAY:
        return number * calendar.MINUTES_A_DAY
    year, month = divmod(number * MONTHS_OF[unit], 12)
    return calendar.minute_of(year, month + 1)
