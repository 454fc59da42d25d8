"""Dates of events as people and programs put them into tables: at their own precision, or not at all.

Nothing is added that the words do not say: a month without a year is no date, and what could be a day of two months
(03/04/2024) is one only where other dates of the same table tell which of both it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from newstimeline.reading.dates import date_told
from newstimeline.when import EdtfError, Precision, When, parse
from newstimeline.when.phrases import PhraseError, parse_phrase

_LONGEST = 80
_CLOCK = re.compile(
    r"(?P<day>.*\S)(?:[ T]|, )\s*(?P<hour>\d{1,2})(?::(?P<minute>\d\d)(?P<second>:\d\d(?:[.,]\d+)?)?)?\s*"
    r"(?P<half>[ap]\.?m\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?",
    re.IGNORECASE,
)
_PARTED = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})", re.ASCII)
_BEFORE_CHRIST = re.compile(r"(?:(c\.|ca\.|circa|about) ?)?(\d{1,6}) ?B\.?C\.?(?:E\.?)?", re.IGNORECASE | re.ASCII)
_TO = re.compile(r"\s+(?:-|–|—|to|until)\s+|(?<=\d)\s*[–—]\s*(?=\w)|(?<=^\d{4})-(?=\d{4}$)")
_OPEN = re.compile(r"(?P<side>before|until|after|since|from) (?P<date>.+)", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? ", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b(?: of\b)?", re.IGNORECASE)
_DASHED = re.compile(r"(?<=\d)-(?=[a-z])|(?<=[a-z])-(?=\d)", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}|\d{3}0s", re.ASCII)
_COUNTED = re.compile(r"\b(?:ago|today|yesterday|tomorrow|last|next|this|previous)\b", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-?\d\d", re.ASCII)
_COMPACT = re.compile(r"((?:1[5-9]|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_DAYS = re.compile(r"(\d{1,2}) ?[-–—] ?(\d{1,2})(?: of)? ([a-z].+)", re.IGNORECASE | re.ASCII)
_EPOCH = re.compile(r"\d{9,19}", re.ASCII)
_DURATION = re.compile(
    r"P(?:(?P<years>\d{1,3})Y)?(?:(?P<months>\d{1,3})M)?(?:(?P<weeks>\d{1,3})W)?(?:(?P<days>\d{1,4})D)?"
    r"(?:T(?:(?P<hours>\d{1,4})H)?(?:(?P<minutes>\d{1,5})M)?(?:\d{1,6}S)?)?",
    re.ASCII,
)
_EPOCH_UNITS = ((12, 1), (15, 1_000), (18, 1_000_000), (21, 1_000_000_000))
"""Up to how many digits a number of Unix time counts seconds, thousandths, millionths and so on."""


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Whether the dates of a table that have slashes begin with the day; None where none of them can tell."""
    for text in texts:
        if found := _PARTED.match(text.strip()):
            first, last = int(found[1]), int(found[3])
            if max(first, last) > 12:
                return first > 12
    return None


def event_date(text: str, *, day_first: bool | None = None) -> When | None:
    """The date that a text is; None where it is none, or not for sure."""
    words = " ".join(text.split())
    if not words or len(words) > _LONGEST:
        return None
    for read in (_edtf, _day_with_clock, _before_christ, _interval, _one_sided):
        if when := read(words, day_first):
            return when
    return _day(words, day_first)


def unix_time(text: str) -> When | None:
    """A moment counted from 1970 in UTC, in seconds or in the smaller units that its length tells."""
    if not _EPOCH.fullmatch(text):
        return None
    unit = next(unit for digits, unit in _EPOCH_UNITS if len(text) < digits)
    try:
        moment = datetime.fromtimestamp(int(text) // unit, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return parse(moment.strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20))


def between(start: When, end: When | None) -> When | None:
    """The time from one date to another, the date itself where both are one; None where the end comes first."""
    if end is None or end.edtf == start.edtf:
        return start
    if Precision.RANGE in (start.precision, end.precision):
        return None
    return _parsed(f"{start.edtf}/{end.edtf}")


def about(when: When) -> When:
    """The same date, said to be approximate."""
    ends = (end if end in ("", "..") or end[-1] in "~?%" else f"{end}~" for end in when.edtf.split("/"))
    return parse("/".join(ends))


def composed(year: int, *month_and_day: int, clock: str = "") -> When | None:
    """A date of the parts that are known, with years before Christ below 0; `clock` as ISO 8601 has it."""
    edtf = "-".join((_year(year), *(f"{part:02}" for part in month_and_day)))
    return _parsed(f"{edtf}T{clock}" if clock else edtf)


def end_of(start: When, duration: str) -> When | None:
    """When something ends that lasts so long, as ISO 8601 has it ("P2D"); None where it can't be told."""
    found = _DURATION.fullmatch(duration.strip())
    beginning = re.match(r"(\d{4}-\d\d-\d\d)(?:(T\d\d:\d\d)\S*?(Z|[+-]\d\d:\d\d)?)?$", start.edtf)
    if not found or not beginning or not any(found.groups()):
        return None
    from dateutil.relativedelta import relativedelta

    day, clock, zone = beginning.groups()
    length = relativedelta(**{unit: int(n) for unit, n in found.groupdict().items() if n})  # type: ignore[arg-type]
    try:
        end = datetime.fromisoformat(f"{day}{clock or ''}") + length
    except (ValueError, OverflowError):
        return None
    if not clock:
        return _parsed((end - timedelta(days=1)).date().isoformat())  # a day that begins a day later is over
    return _parsed(f"{end.isoformat(timespec='minutes')}{zone or ''}")


def _parsed(edtf: str) -> When | None:
    try:
        return parse(edtf)
    except EdtfError:
        return None


def _year(year: int) -> str:
    """A year as EDTF has it, which counts a year 0 where people go from 1 BC to AD 1."""
    astronomical = year + 1 if year < 0 else year
    digits = f"{abs(astronomical):04}"
    return f"{'Y' if len(digits) > 4 else ''}{'-' if astronomical < 0 else ''}{digits}"


def _edtf(words: str, _: bool | None) -> When | None:
    return _parsed(words) or _parsed(words.upper())


def _day_with_clock(words: str, day_first: bool | None) -> When | None:
    found = _CLOCK.fullmatch(words)
    if not found or not (found["minute"] or found["half"]):
        return None
    day = _day(found["day"].rstrip(","), day_first)
    if day is None or day.precision is not Precision.DAY:
        return None
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (found["half"][0] in "pP")
    zone = (found["zone"] or "").upper()
    zone = "Z" if zone in ("UTC", "GMT") else zone
    second = (found["second"] or "").replace(",", ".")
    return _parsed(f"{day.edtf}T{hour:02}:{found['minute'] or '00'}{second}{zone}")


def _before_christ(words: str, _: bool | None) -> When | None:
    found = _BEFORE_CHRIST.fullmatch(words)
    if not found or not int(found[2]):
        return None
    when = composed(-int(found[2]))
    return about(when) if when and found[1] else when


def _interval(words: str, day_first: bool | None) -> When | None:
    days = _DAYS.fullmatch(words)
    ends = [f"{days[1]} {days[3]}", f"{days[2]} {days[3]}"] if days else _TO.split(words)
    if len(ends) != 2:
        return None
    start, end = (event_date(one, day_first=day_first) for one in ends)
    return between(start, end) if start and end else None


def _one_sided(words: str, day_first: bool | None) -> When | None:
    found = _OPEN.fullmatch(words)
    if not found or not (when := event_date(found["date"], day_first=day_first)) or "/" in when.edtf:
        return None
    return _parsed(f"../{when.edtf}" if found["side"].lower() in ("before", "until") else f"{when.edtf}/..")


def _day(words: str, day_first: bool | None) -> When | None:
    if found := _PARTED.fullmatch(words):
        return _day_in_parts(int(found[1]), int(found[3]), int(found[4]), True if found[2] == "." else day_first)
    if found := _COMPACT.fullmatch(words):
        return _parsed("-".join(found.groups()))
    words = _DASHED.sub(" ", _ORDINAL.sub("", _WEEKDAY.sub("", words)))
    if not _YEAR.search(words) or _COUNTED.search(words):
        return None
    try:
        return parse_phrase(words, date.min)
    except PhraseError:
        return None if _ISO.search(words) else date_told(words)


def _day_in_parts(first: int, second: int, year: int, day_first: bool | None) -> When | None:
    if first > 12:
        day_first = True
    elif second > 12:
        day_first = False
    if day_first is None and first != second:
        return None
    day, month = (first, second) if day_first else (second, first)
    return _parsed(f"{year:04}-{month:02}-{day:02}")
