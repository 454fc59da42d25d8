"""Dates written out for a reader: "Fri 7 November 2025", "October 2025", "about August 2025"."""

from __future__ import annotations

from newstimeline.when import calendar
from newstimeline.when.edtf import parse
from newstimeline.when.span import Precision, When

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASON_NAMES = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
    "33": "first quarter of", "34": "second quarter of", "35": "third quarter of", "36": "fourth quarter of",
    "40": "first half of", "41": "second half of",
}  # fmt: skip


def year_name(year: int) -> str:
    """A year as people write it: year 0 is 1 BC."""
    return str(year) if year > 0 else f"{1 - year} BC"


def decade_name(year: int) -> str:
    """The ten years that begin with a year, such as "1980s"."""
    return f"{year}s" if year > 0 else f"{year_name(year)} to {year_name(year + 9)}"


def century_name(number: int) -> str:
    """The century that begins with a year of a hundred times the number, such as "19th century"."""
    return f"{_ordinal(number + 1)} century" if number >= 0 else f"{_ordinal(-number)} century BC"


def month_name(year: int, month: int) -> str:
    """Such as "November 2025"."""
    return f"{MONTHS[month - 1]} {year_name(year)}"


def day_name(day: calendar.Day, *, with_year: bool = True) -> str:
    """Such as "Fri 7 November 2025"."""
    weekday = WEEKDAYS[calendar.weekday(calendar.day_number(*day))][:3]
    text = f"{weekday} {day.day} {MONTHS[day.month - 1]}"
    return f"{text} {year_name(day.year)}" if with_year else text


def describe(when: When) -> str:
    """The date in words, at its own precision and with its doubts."""
    if when.precision is Precision.RANGE:
        return _describe_range(when)
    about = "about " if when.approximate else ""
    doubt = " (uncertain)" if when.uncertain else ""
    return f"{about}{_describe_one(when)}{doubt}"


def _describe_range(when: When) -> str:
    first, _, last = when.edtf.partition("/")
    if when.open_start:
        return f"until {describe(parse(last))}"
    if when.open_end:
        return f"from {describe(parse(first))}"
    return f"{describe(parse(first))} to {describe(parse(last))}"


def _describe_one(when: When) -> str:
    day = calendar.day_of(when.start)
    match when.precision:
        case Precision.CENTURY:
            return f"the {century_name(day.year // 100)}"
        case Precision.DECADE:
            return decade_name(day.year)
        case Precision.YEAR:
            return year_name(day.year)
        case Precision.SEASON:
            code = when.edtf.rstrip("~?%")[-2:]
            year = int(when.edtf.rstrip("~?%")[:-3].lstrip("Y"))
            return f"{_SEASON_NAMES.get(code, 'part of')} {year_name(year)}"
        case Precision.MONTH:
            return month_name(day.year, day.month)
        case Precision.DAY:
            return day_name(day)
        case _:
            return f"{day_name(day)}, {clock(when.start)}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def clock(moment: int) -> str:
    """The time of day of a moment, such as "14:30"."""
    minutes = moment % calendar.MINUTES_A_DAY
    return f"{minutes // 60:02}:{minutes % 60:02}"
