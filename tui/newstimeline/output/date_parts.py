"""The parts of a date that other formats ask for: its ends, the days that it covers, its offset from UTC."""

from __future__ import annotations

import re

from newstimeline.when import Precision, When, calendar, parse

_OFFSET = re.compile(r"T.*?(?:(?P<utc>Z)|(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)?)$")


def ends_of(when: When) -> tuple[When | None, When | None]:
    """The first and the last date of an interval, None where one is not known; any other date is both."""
    if when.precision is not Precision.RANGE:
        return when, when
    first, _, last = when.edtf.partition("/")
    return None if when.open_start else parse(first), None if when.open_end else parse(last)


def first_day(when: When) -> str | None:
    """The first day that a date covers, as in ISO 8601; None where that is not known."""
    return None if when.open_start else iso_day(when.start)


def last_day(when: When) -> str | None:
    """The last day that a date covers; None where that is not known."""
    return None if when.open_end else iso_day(when.end - 1)


def iso_day(moment: int) -> str:
    """The day of a moment, such as "2025-11-07" or "-0043-03-15"."""
    day = calendar.day_of(moment)
    year = f"{day.year:04}" if day.year >= 0 else f"-{-day.year:04}"
    return f"{year}-{day.month:02}-{day.day:02}"


def counted_year(year: int) -> int:
    """A year as people and most programs count it, from -1 to 1 without a year 0: -43 is 44 BC."""
    return year if year > 0 else year - 1


def has_clock(when: When) -> bool:
    """Whether a date has a time of day."""
    return when.precision <= Precision.HOUR


def offset(when: When) -> int | None:
    """Minutes by which a time of day is ahead of UTC; None where it does not say."""
    match = _OFFSET.search(when.edtf.rstrip("~?%"))
    if not match:
        return None
    if match["utc"]:
        return 0
    minutes = int(match["hours"]) * 60 + int(match["minutes"] or 0)
    return -minutes if match["sign"] == "-" else minutes


def precision_name(when: When) -> str:
    """Such as "day", "month" or "about year"."""
    about = "about " if when.approximate else "uncertain " if when.uncertain else ""
    return f"{about}{when.precision.name.lower()}"
