"""Headings and gaps in words."""

from __future__ import annotations

from newstimeline.timeline.lines import Heading, Subheading, UndatedHeading
from newstimeline.timeline.units import Unit, begin_of, number_of
from newstimeline.when import When, calendar
from newstimeline.when.date_words import (
    MONTHS,
    century_name,
    clock,
    day_name,
    decade_name,
    describe,
    month_name,
    year_name,
)

_HOURS_AS_SUCH = 48 * 60
_DAYS_AS_SUCH = 60 * calendar.MINUTES_A_DAY
_MONTHS_AS_SUCH = 24


def heading_name(heading: Heading | Subheading | UndatedHeading) -> str:
    """Such as "14:00", "Fri 7 November", "March 2025", "March to May 2025", "2025", "1980s" or "19th century"."""
    match heading:
        case UndatedHeading():
            return "Undated"
        case Subheading(Unit.DAY, number):
            return day_name(calendar.civil_day(number), with_year=False)
        case Subheading(unit, number):
            return _unit_name(unit, number)
        case Heading(unit, number, 1):
            return _unit_name(unit, number)
        case Heading(unit, number, count):
            last = number + count - 1
            same_year = unit is Unit.MONTH and number // 12 == last // 12
            return f"{MONTHS[number % 12] if same_year else _unit_name(unit, number)} to {_unit_name(unit, last)}"


def _unit_name(unit: Unit, number: int) -> str:
    match unit:
        case Unit.HOUR:
            return clock(begin_of(number, unit))
        case Unit.DAY:
            return day_name(calendar.civil_day(number))
        case Unit.MONTH:
            return month_name(number // 12, number % 12 + 1)
        case Unit.YEAR:
            return year_name(number)
        case Unit.DECADE:
            return decade_name(number * 10)
        case Unit.CENTURY:
            return century_name(number)


def length_name(start: int, end: int) -> str:
    """How long a stretch of time is, in whole hours, days, months or years: "11 days"."""
    if end - start < _HOURS_AS_SUCH:
        return counted((end - start) // 60, "hour")
    if end - start < _DAYS_AS_SUCH:
        return counted((end - start) // calendar.MINUTES_A_DAY, "day")
    months = number_of(end, Unit.MONTH) - number_of(start, Unit.MONTH)
    within = start - begin_of(number_of(start, Unit.MONTH), Unit.MONTH)
    months -= end - begin_of(number_of(end, Unit.MONTH), Unit.MONTH) < within
    return counted(months, "month") if months < _MONTHS_AS_SUCH else counted(months // 12, "year")


def days_name(first: int, last: int) -> str:
    """From the day of one moment to that of another: "Fri 7 November 2025 to Sat 8 November 2025", or the only day."""
    begin, end = (day_name(calendar.day_of(moment)) for moment in (first, last))
    return begin if begin == end else f"{begin} to {end}"


def span_name(first: When, last: When) -> str:
    """From one date to another, each as precise as it is: "1961 to Fri 7 November 2025", or the only one."""
    begin, end = describe(first), describe(last)
    return begin if begin == end else f"{begin} to {end}"


def counted(number: int, word: str) -> str:
    """Such as "1 day" or "2,400 events"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
