"""The calendar units of the timeline, from hour to century: numbered, so that time can be counted by them.

A unit's number counts from year 0: hour 0, day 0 and month 0 begin with it, and the number of a year is the year.
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np
import numpy.typing as npt

from newstimeline.when import calendar

Ints = npt.NDArray[np.int64]

_MINUTES_AN_HOUR = 60
_EPOCH = calendar.day_number(1970)
_EPOCH_MONTH = 1970 * 12


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


_MONTHS_OF = {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
SHORTEST = {
    Unit.HOUR: _MINUTES_AN_HOUR,
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
        return moment // _MINUTES_AN_HOUR
    if unit is Unit.DAY:
        return moment // calendar.MINUTES_A_DAY
    day = calendar.day_of(moment)
    return (day.year * 12 + day.month - 1) // _MONTHS_OF[unit]


def begin_of(number: int, unit: Unit) -> int:
    """The moment at which a unit begins."""
    if unit is Unit.HOUR:
        return number * _MINUTES_AN_HOUR
    if unit is Unit.DAY:
        return number * calendar.MINUTES_A_DAY
    year, month = divmod(number * _MONTHS_OF[unit], 12)
    return calendar.minute_of(year, month + 1)


def numbers_of(moments: Ints, unit: Unit) -> Ints:
    """The numbers of the units in which moments lie; fast where moments of a day stand together."""
    if unit is Unit.HOUR:
        return moments // _MINUTES_AN_HOUR
    days = moments // calendar.MINUTES_A_DAY
    if unit is Unit.DAY or not len(days):
        return days
    firsts = np.flatnonzero(np.concatenate([[True], days[1:] != days[:-1]]))
    months = (days[firsts] - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + _EPOCH_MONTH
    return np.repeat(months // _MONTHS_OF[unit], np.diff(firsts, append=len(days)))


def begins_of(numbers: Ints, unit: Unit) -> Ints:
    """The moments at which units begin."""
    if unit is Unit.HOUR:
        return numbers * _MINUTES_AN_HOUR
    if unit is Unit.DAY:
        return numbers * calendar.MINUTES_A_DAY
    months = (numbers * _MONTHS_OF[unit] - _EPOCH_MONTH).astype("datetime64[M]")
    days: Ints = months.astype("datetime64[D]").astype(np.int64) + _EPOCH
    return days * calendar.MINUTES_A_DAY
