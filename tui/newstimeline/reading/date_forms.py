"""The forms in which people and programs write one date, each matched as a whole: what is left over means that a date
was not understood.

What could be a day of two months (03/04/2024) or of two years (24-05-03) is one only where other dates of the same
column tell their order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from newstimeline.when import EdtfError, Precision, When, parse
from newstimeline.when.date_words import MONTHS, WEEKDAYS


class Order(StrEnum):
    """The order of the parts of a date in figures."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"


Orders = Mapping[str, Order]
"""By what separates the parts; a separator whose order is not known is missing."""
UNKNOWN: Orders = {}

NAMED_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:r(?:uary)?)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_IN_FIGURES = re.compile(r"(?P<a>\d{1,4})(?P<separator>[/.-])(?P<b>\d{1,2})(?P=separator)(?P<c>\d{4}|\d\d?)")
WEEKDAY_NAME = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in map(str.casefold, WEEKDAYS)).replace(
    "thu(?:rsday)", "thu(?:rs?(?:day)?)"
)
_WEEKDAY = re.compile(rf"^(?P<before>{WEEKDAY_NAME})\b\.?,? *| *\((?P<within>{WEEKDAY_NAME}|[月火水木金土日])\)")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b(?: of\b)?")
_YEAR = r"(?P<year>\d{4}|['’]?\d\d)"
_NAMED = tuple(
    re.compile(form)
    for form in (
        rf"(?P<day>\d{{1,2}})\.?[ -]?(?:of )?{NAMED_MONTH}(?:,? |-){_YEAR}",
        rf"{NAMED_MONTH}[ -]?(?P<day>\d{{1,2}})(?:,? ?(?<=[, ])|-){_YEAR}",
        rf"(?P<year>\d{{4}})(?:,? |-){NAMED_MONTH}[ -](?P<day>\d{{1,2}})",
        r"(?P<year>\d{4})[年년] ?(?P<month>\d{1,2})[月월] ?(?P<day>\d{1,2})[日일]",
    )
)
_NAMED_MONTHS = tuple(
    re.compile(form)
    for form in (
        rf"{NAMED_MONTH}(?:,? (?:of )?|-)(?P<year>\d{{4}}|['’]\d\d)",
        rf"(?P<year>\d{{4}})(?:,? |-){NAMED_MONTH}",
        r"(?P<year>\d{4})[年년] ?(?P<month>\d{1,2})[月월]",
        r"(?P<month>\d{1,2})[/.](?P<year>\d{4})",
        r"(?P<year>\d{4})[/.](?P<month>\d{1,2})",
    )
)
_COMPACT = re.compile(r"((?:1[5-9]|20)\d\d)(\d\d)(\d\d)")
_TWO_YEARS = re.compile(r"\d\d(\d\d)/(\d\d)")
_ISO_WEEK = re.compile(r"(\d{4})-?w([0-5]\d)(?:-?([1-7]))?")
_ISO_DAY_OF_YEAR = re.compile(r"(\d{4})-([0-3]\d\d)")
_UNSPECIFIED = re.compile(r"(\d{4}(?:-\d\d)?)(?:-xx){1,2}")
_ERA = re.compile(r"(令和|平成|昭和|大正)(\d{1,2}|元)年")
_FIRST_YEARS = {"令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912}
_DASHES = str.maketrans({"‐": "-", "‑": "-", "−": "-"})


def normalised(text: str) -> str:
    """A text in lower case, with the digits of every script as 0 to 9 and single spaces."""
    figures = (str(unicodedata.decimal(mark, mark)) for mark in unicodedata.normalize("NFKC", text))
    return " ".join("".join(figures).translate(_DASHES).casefold().split())


def orders_of(texts: Iterable[str]) -> Orders:
    """The orders that the dates of one column show: a date that can be read in one way tells how to read the others.

    A separator is missing where no date tells, or where two contradict each other.
    """
    shown: dict[str, list[frozenset[Order]]] = {}
    for text in texts:
        words, weekday = _without_weekday(normalised(text))
        if (figures := _IN_FIGURES.match(words)) and (possible := frozenset(_readings(figures, weekday))):
            shown.setdefault(figures["separator"], []).append(possible)
    orders = dict[str, Order]()
    for separator, readings in shown.items():
        common = frozenset.intersection(*readings)
        if len(common) == 1 and common in readings:
            orders[separator] = next(iter(common))
    return orders


def one_date(words: str, orders: Orders = UNKNOWN) -> When | None:
    """The day or month that normalised words are, in figures or with the name of a month; None where they are more."""
    if when := parsed(words.upper()):
        return when
    words, weekday = _without_weekday(_ERA.sub(_common_year, words))
    words = _ORDINAL.sub("", words).strip(" ,")
    if figures := _IN_FIGURES.fullmatch(words):
        readings = _readings(figures, weekday)
        if len(set(readings.values())) == 1:
            return next(iter(readings.values()))
        return readings.get(orders[figures["separator"]]) if figures["separator"] in orders else None
    if (years := _TWO_YEARS.fullmatch(words)) and int(years[2]) == int(years[1]) + 1:
        return None  # 2011/12: December, or a winter of two years
    for form in (*_NAMED, *_NAMED_MONTHS):
        if named := form.fullmatch(words):
            return _of_parts(**named.groupdict())
    return _iso(words)


def parsed(edtf: str) -> When | None:
    """The date that an EDTF text is, None where it is none."""
    try:
        return parse(edtf)
    except EdtfError:
        return None


def full_year(digits: str) -> int | None:
    """The year that two or four digits mean; None for two that mean either of two centuries.

    As in RFC 5322, 4.3, but that from 30 to 49 both what was and what is to come are meant.
    """
    number = int(digits.lstrip("'’"))
    if len(digits) == 4:
        return number
    return number + 2000 if number < 30 else number + 1900 if number >= 50 else None


def month_number(name: str) -> int:
    """The month that a name or the beginning of one, or a figure, means."""
    if name.isdecimal():
        return int(name)
    return next(number for number, month in enumerate(MONTHS, 1) if month.casefold().startswith(name[:3].casefold()))


def day_of(year: int | None, month: int, day: int) -> When | None:
    """A day of the calendar, None where there is no such one."""
    return parsed(f"{year:04}-{month:02}-{day:02}") if year is not None else None


def _of_parts(year: str, month: str, day: str = "") -> When | None:
    full = full_year(year)
    if full is None or not 1 <= month_number(month) <= 12:
        return None
    return day_of(full, month_number(month), int(day)) if day else parsed(f"{full:04}-{month_number(month):02}")


def _without_weekday(words: str) -> tuple[str, str]:
    """Words without the day of the week, and the first three letters of that."""
    match = _WEEKDAY.search(words)
    if not match:
        return words, ""
    name = match["before"] or match["within"] or ""
    return f"{words[: match.start()]}{words[match.end() :]}", name[:3] if name.isascii() else ""


def _readings(figures: re.Match[str], weekday: str) -> dict[Order, When]:
    """The days that three figures can be, by the order in which that would be; those of the weekday if any are."""
    first, separator, second, last = figures["a"], figures["separator"], figures["b"], figures["c"]
    days = dict[Order, When | None]()
    if len(first) == 4:
        days[Order.YEAR_FIRST] = day_of(int(first), int(second), int(last)) if len(last) < 3 else None
    elif len(first) < 3:
        if len(last) != 1:
            days[Order.DAY_FIRST] = day_of(full_year(last), int(second), int(first))
            days[Order.MONTH_FIRST] = day_of(full_year(last), int(first), int(second))
        if len(first) == 2 and len(last) < 3:
            days[Order.YEAR_FIRST] = day_of(full_year(first), int(second), int(last))
    readings = {order: day for order, day in days.items() if day}
    if separator == "." and Order.DAY_FIRST in readings:
        readings.pop(Order.MONTH_FIRST, None)  # nobody who writes points puts the month first
    on_weekday = {order: day for order, day in readings.items() if weekday and _weekday(day) == weekday}
    return on_weekday or readings


def _weekday(day: When) -> str:
    return WEEKDAYS[date.fromisoformat(day.edtf).weekday()][:3].casefold() if day.edtf >= "0001" else ""


def _iso(words: str) -> When | None:
    """The other forms of ISO 8601 and of EDTF: days without hyphens, of weeks or of years, and unspecified parts."""
    if compact := _COMPACT.fullmatch(words):
        return parsed("-".join(compact.groups()))
    if unspecified := _UNSPECIFIED.fullmatch(words):
        return parsed(unspecified[1])
    try:
        if day_of_year := _ISO_DAY_OF_YEAR.fullmatch(words):
            day = date(int(day_of_year[1]), 1, 1).toordinal() + int(day_of_year[2]) - 1
            iso = date.fromordinal(day)
            return parsed(iso.isoformat()) if iso.year == int(day_of_year[1]) else None
        if iso_week := _ISO_WEEK.fullmatch(words):
            year, week = int(iso_week[1]), int(iso_week[2])
            if iso_week[3]:
                return parsed(date.fromisocalendar(year, week, int(iso_week[3])).isoformat())
            ends = (date.fromisocalendar(year, week, day).isoformat() for day in (1, 7))
            return parsed("/".join(ends))
    except ValueError:
        pass
    return None


def _common_year(era_year: re.Match[str]) -> str:
    """A year of a Japanese era as one of the common one."""
    return f"{_FIRST_YEARS[era_year[1]] + (1 if era_year[2] == '元' else int(era_year[2])) - 1}年"


def is_day(when: When | None) -> bool:
    """Whether something is a date of the precision of a day."""
    return when is not None and when.precision is Precision.DAY
