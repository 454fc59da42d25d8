"""Calendar arithmetic without the year limits of `datetime`: moments are minutes from 1 January of year 0.

Years are astronomical (year 0 is 1 BC) in the proleptic Gregorian calendar, as in ISO 8601. The conversions
are Howard Hinnant's `days_from_civil` and `civil_from_days`
(https://howardhinnant.github.io/date_algorithms.html), moved to that epoch.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date
from typing import NamedTuple

MINUTES_A_DAY = 1440

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_AN_ERA = 146_097  # 400 Gregorian years


class Day(NamedTuple):
    """A day of the calendar."""

    year: int
    month: int
    day: int


def month_length(year: int, month: int) -> int:
    """Days in a month."""
    return 29 if month == 2 and isleap(year) else _MONTH_LENGTHS[month - 1]


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Days from 1 January of year 0 to the given day."""
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return era * _DAYS_AN_ERA + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year + 60


def civil_day(number: int) -> Day:
    """The day of the calendar for a day number; the inverse of `day_number`."""
    era, day_of_era = divmod(number - 60, _DAYS_AN_ERA)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return Day(year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted_month + 2) // 5 + 1)


def weekday(number: int) -> int:
    """Day of the week of a day number: Monday is 0, as in `datetime`."""
    return (number + 5) % 7


def minute_of(year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0) -> int:
    """The moment at which the given minute begins."""
    return day_number(year, month, day) * MINUTES_A_DAY + hour * 60 + minute


def day_of(moment: int) -> Day:
    """The day of the calendar in which a moment lies."""
    return civil_day(moment // MINUTES_A_DAY)


def moment_of(value: date) -> int:
    """The moment at which a `datetime.date` begins."""
    return minute_of(value.year, value.month, value.day)


def moment_after(value: date) -> int:
    """The moment at which a `datetime.date` is over."""
    return moment_of(value) + MINUTES_A_DAY
