"""The conditions of a filter that stand for a stretch of time."""

from __future__ import annotations

from newstimeline.timeline.units import Unit, begin_of, number_of
from newstimeline.when import calendar


def in_units(first: int, last: int, unit: Unit) -> str:
    """The condition that an event lies in the time from the day, month or year of one moment to that of another.

    Hours count as days, and decades and centuries as years.
    """
    unit = min(max(unit, Unit.DAY), Unit.YEAR)
    begin, end = (_edtf(number_of(moment, unit), unit) for moment in sorted((first, last)))
    return f"in:{begin}" if begin == end else f"in:{begin}/{end}"


_MOST_DAYS, _MOST_MONTHS = 200, 120
"""Of a stretch of time that is drawn with the mouse: a longer one is meant by months or years."""


def in_moments(first: int, last: int) -> str:
    """The condition for a stretch of time, in units that suit its length."""
    days = (last - first) // calendar.MINUTES_A_DAY
    unit = Unit.DAY if days <= _MOST_DAYS else Unit.MONTH if days <= _MOST_MONTHS * 30 else Unit.YEAR
    return in_units(first, last, unit)


def _edtf(number: int, unit: Unit) -> str:
    day = calendar.day_of(begin_of(number, unit))
    year = f"{day.year:0{4 + (day.year < 0)}}"
    if unit is Unit.YEAR:
        return year
    return f"{year}-{day.month:02}" if unit is Unit.MONTH else f"{year}-{day.month:02}-{day.day:02}"
