"""The calendar units of many moments at once; see `units`."""

from __future__ import annotations

from newstimeline.arrays import Ints, np
from newstimeline.timeline.units import MINUTES_AN_HOUR, MONTHS_OF, Unit
from newstimeline.when import calendar

_EPOCH = calendar.day_number(1970)
_EPOCH_MONTH = 1970 * 12


def numbers_of(moments: Ints, unit: Unit) -> Ints:
    """The numbers of the units in which moments lie; fast where moments of a day stand together."""
    if unit is Unit.HOUR:
        return moments // MINUTES_AN_HOUR
    days = moments // calendar.MINUTES_A_DAY
    if unit is Unit.DAY or not len(days):
        return days
    firsts = np.flatnonzero(np.concatenate([[True], days[1:] != days[:-1]]))
    months = (days[firsts] - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + _EPOCH_MONTH
    return np.repeat(months // MONTHS_OF[unit], np.diff(firsts, append=len(days)))


def begins_of(numbers: Ints, unit: Unit) -> Ints:
    """The moments at which units begin."""
    if unit is Unit.HOUR:
        return numbers * MINUTES_AN_HOUR
    if unit is Unit.DAY:
        return numbers * calendar.MINUTES_A_DAY
    months = (numbers * MONTHS_OF[unit] - _EPOCH_MONTH).astype("datetime64[M]")
    days: Ints = months.astype("datetime64[D]").astype(np.int64) + _EPOCH
    return days * calendar.MINUTES_A_DAY
