"""Dates as people type them: "last week", "Aug 2025", "15 august", "yesterday", or EDTF.

For short texts that are nothing but a date. Time words within prose are the matter of `extraction.times`.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from newstimeline.when.date_words import MONTHS, WEEKDAYS
from newstimeline.when.edtf import EdtfError, parse
from newstimeline.when.span import When

_MONTH_NAMES = "|".join(f"{name[:3].casefold()}[a-z]*" for name in MONTHS)
_WEEKDAY_NAMES = "|".join(f"{name[:3].casefold()}[a-z]*" for name in WEEKDAYS)
_STEPS = {"last": -1, "previous": -1, "this": 0, "next": 1}
_RELATIVE = re.compile(rf"(?P<step>last|previous|this|next) (?P<unit>day|week|month|year|{_WEEKDAY_NAMES})")
_AGO = re.compile(r"(?P<n>\d{1,4}) (?P<unit>day|week|month|year)s? ago")
_NAMED = re.compile(
    rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH_NAMES})\.?(?: (?P<day2>\d{{1,2}}),?)?(?: (?P<year>-?\d{{4}}))?"
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_PART_OF_YEAR = re.compile(rf"(?:(?P<season>{'|'.join(_SEASONS)})|q(?P<quarter>[1-4])) (?P<year>\d{{4}})", re.ASCII)
_DECADE = re.compile(r"(?P<decade>\d{3})0s", re.ASCII)
_ABOUT = re.compile(r"(?:about|around|circa|c\.|early|mid|late|the beginning of|the end of)[ -](?P<date>.+)")
_LOOSE_EDTF = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")


class PhraseError(ValueError):
    """A text that is no date, with examples of what is."""


def parse_phrase(text: str, today: date) -> When:
    """Read a date; without a year it is that of `today`.

    Raises:
        PhraseError: the text is no date.
    """
    phrase = " ".join(unicodedata.normalize("NFKC", text).split())
    try:
        return parse(phrase.upper())
    except EdtfError as error:
        reason = str(error)
    try:
        if edtf := _edtf_of(phrase.casefold(), today):
            return parse(edtf)
    except (ValueError, OverflowError):
        pass
    if "that month has" in reason:
        raise PhraseError(reason)
    raise PhraseError('Not a date. Try 2025-11-07 or "last month"')


def _edtf_of(phrase: str, today: date) -> str | None:
    days = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if phrase in days:
        return (today + timedelta(days=days[phrase])).isoformat()
    if match := _ABOUT.fullmatch(phrase):
        inner = _edtf_of(match["date"], today) or match["date"]
        return f"{inner}~" if "/" not in inner else inner
    if match := _LOOSE_EDTF.fullmatch(phrase):
        return "-".join(part.zfill(2) for part in match.groups() if part)
    if match := _RELATIVE.fullmatch(phrase):
        return _relative(_STEPS[match["step"]], match["unit"], today)
    if match := _AGO.fullmatch(phrase):
        return _unit_around(match["unit"], today, -int(match["n"]))
    if match := _DECADE.fullmatch(phrase):
        return f"{match['decade']}X"
    if match := _PART_OF_YEAR.fullmatch(phrase):
        return _part_of_year(match)
    if match := _NAMED.fullmatch(phrase):
        return _named(match, today)
    return None


def _part_of_year(match: re.Match[str]) -> str:
    code = _SEASONS.get(match["season"] or "") or 32 + int(match["quarter"])
    return f"{match['year']}-{code}"


def _relative(step: int, unit: str, today: date) -> str | None:
    if unit not in ("day", "week", "month", "year"):
        weekday = next((i for i, name in enumerate(WEEKDAYS) if name.casefold().startswith(unit)), None)
        if weekday is None:
            return None
        monday = today - timedelta(days=today.weekday())
        same_week = monday + timedelta(days=weekday)
        if step < 0:
            return (same_week - timedelta(days=7 if same_week >= today else 0)).isoformat()
        return (same_week + timedelta(days=7 if step and same_week <= today else 0)).isoformat()
    return _unit_around(unit, today, step)


def _unit_around(unit: str, today: date, step: int) -> str:
    """The whole day, week, month or year that lies `step` of them from today."""
    from dateutil.relativedelta import relativedelta

    match unit:
        case "day":
            return (today + timedelta(days=step)).isoformat()
        case "week":
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
            return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
        case "month":
            return (today + relativedelta(months=step)).isoformat()[:7]
        case _:
            return (today + relativedelta(years=step)).isoformat()[:4]


def _named(match: re.Match[str], today: date) -> str | None:
    name = match["month"]
    month = next((i for i, full in enumerate(MONTHS, 1) if full.casefold().startswith(name)), None)
    if month is None:
        return None
    day = match["day"] or match["day2"]
    year = match["year"] or f"{today.year:04}"
    return f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"
