"""Dates of events as people and programs put them into tables: at their own precision, or not at all.

Nothing is added that the words do not say: a month without a year is no date, and what could be a day of two months
(03/04/2024) is one only where other dates of the same column tell which of both it means. All of the words must be
understood: digits left over or a second date beside the first mean that they were not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from newstimeline.reading import clocks
from newstimeline.reading.date_forms import UNKNOWN, Orders, normalised, one_date, parsed
from newstimeline.reading.date_intervals import between, interval
from newstimeline.when import Precision, When, parse
from newstimeline.when.phrases import PhraseError, parse_phrase

__all__ = ["about", "between", "composed", "end_of", "event_date", "from_to", "unix_time"]

_LONGEST = 80
_AFTER_CHRIST = re.compile(r"(?:a\.?d\.?|c\.?e\.?) ?(\d{1,4})|(\d{1,4}) ?(?:a\.?d|c\.?e)\.?")
_BEFORE_CHRIST = re.compile(r"(?P<part>.* )?(?P<year>\d{1,6}) ?b\.?c\.?(?:e\.?)?")
_CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th) century(?:(?P<before> b\.?c\.?(?:e\.?)?)| (?:a\.?d|c\.?e)\.?)?")
_PART = r"(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of)[ -]"
_ABOUT = re.compile(rf"(?:(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|{_PART}|~) ?(?=[^~]))(?P<date>.+)")
_SAID_ABOUT = re.compile(r"(?P<date>.+?) ?\((?:estimated|estimate|est\.?|approx\.?|approximate|approximately|circa)\)")
_DOUBTED = re.compile(r"(?P<date>.+?) ?(?:\(\?\)|\?)")
_OPEN = re.compile(r"(?P<side>before|until|by|after|since|from) (?P<date>.+)")
_PHRASE = re.compile(r"(?:spring|summer|autumn|fall|winter|q[1-4]) \d{4}|\d{3}0s")
_EPOCH = re.compile(r"(\d{9,19})(?:\.\d{1,9})?", re.ASCII)
_DURATION = re.compile(
    r"P(?:(?P<years>\d{1,3})Y)?(?:(?P<months>\d{1,3})M)?(?:(?P<weeks>\d{1,3})W)?(?:(?P<days>\d{1,4})D)?"
    r"(?:T(?:(?P<hours>\d{1,4})H)?(?:(?P<minutes>\d{1,5})M)?(?:\d{1,6}S)?)?",
    re.ASCII,
)
_EPOCH_UNITS = ((12, 1), (15, 1_000), (18, 1_000_000), (21, 1_000_000_000))
"""Up to how many digits a number of Unix time counts seconds, thousandths, millionths and so on."""


def event_date(text: str, *, orders: Orders = UNKNOWN) -> When | None:
    """The date that a text is, in a column whose dates have their parts in such orders; None where it is none for sure.

    Before Christ, years are those that people write: 44 BC is -0043.
    """
    if not text.strip() or len(text) > _LONGEST:
        return None
    return parsed(text.strip()) or _meaning(normalised(text), orders)


def unix_time(text: str) -> When | None:
    """A moment counted from 1970 in UTC, in seconds or in the smaller units that its length tells."""
    if not (epoch := _EPOCH.fullmatch(text)):
        return None
    unit = next(unit for digits, unit in _EPOCH_UNITS if len(epoch[1]) < digits)
    try:
        moment = datetime.fromtimestamp(int(epoch[1]) // unit, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return parse(moment.strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20))


def about(when: When) -> When:
    """The same date, said to be approximate."""
    ends = (end if end in ("", "..") or end[-1] in "~?%" else f"{end}~" for end in when.edtf.split("/"))
    return parse("/".join(ends))


def composed(year: int, *month_and_day: int) -> When | None:
    """A date of the parts that are known, with years before Christ below 0."""
    return parsed("-".join((_year(year), *(f"{part:02}" for part in month_and_day))))


def end_of(start: When, duration: str) -> When | None:
    """When something ends that lasts so long, as ISO 8601 has it ("P2D"); None where it can't be told."""
    parts = _DURATION.fullmatch(duration.strip())
    beginning = re.match(r"(\d{4}-\d\d-\d\d)(?:(T\d\d:\d\d)\S*?(Z|[+-]\d\d:\d\d)?)?$", start.edtf)
    if not parts or not beginning or not any(parts.groups()):
        return None
    from dateutil.relativedelta import relativedelta

    day, clock, zone = beginning.groups()
    length = relativedelta(**{unit: int(n) for unit, n in parts.groupdict().items() if n})  # type: ignore[arg-type]
    try:
        end = datetime.fromisoformat(f"{day}{clock or ''}") + length
    except (ValueError, OverflowError):
        return None
    if not clock:
        return parsed((end - timedelta(days=1)).date().isoformat())  # a day that begins a day later is over
    return parsed(f"{end.isoformat(timespec='minutes')}{zone or ''}")


def from_to(start: str, end: str, duration: str, *, is_about: bool = False) -> tuple[When | None, str, str]:
    """When something is that begins and ends so, or lasts so long; how that is told, and what of it can't be read."""
    begin = event_date(start)
    finish = event_date(end) or (end_of(begin, duration) if begin and duration else None)
    words = " – ".join(filter(None, (start, end or duration)))
    when = between(begin, finish) if begin else None
    trouble = "" if when and (finish or not (end or duration)) else words
    return about(when) if when and is_about else when or begin, words, trouble


def _year(year: int) -> str:
    """A year as EDTF has it, which counts a year 0 where people go from 1 BC to AD 1."""
    astronomical = year + 1 if year < 0 else year
    digits = f"{abs(astronomical):04}"
    return f"{'Y' if len(digits) > 4 else ''}{'-' if astronomical < 0 else ''}{digits}"


def _meaning(words: str, orders: Orders) -> When | None:
    """The date that normalised words are."""

    def part(inner: str) -> When | None:
        return _meaning(inner, orders)

    words = words.removeprefix("on ").removeprefix("the ")
    for qualified, qualify in ((_SAID_ABOUT, about), (_ABOUT, about), (_DOUBTED, _doubted)):
        if match := qualified.fullmatch(words):
            when = part(match["date"])
            return qualify(when) if when else None
    return (
        _one(words, orders)
        or _with_clock(words, orders)
        or interval(words, part)
        or (_one_sided(open_ended, part) if (open_ended := _OPEN.fullmatch(words)) else None)
    )


def _one(words: str, orders: Orders) -> When | None:
    if when := one_date(words, orders):
        return when
    if after_christ := _AFTER_CHRIST.fullmatch(words):
        return composed(int(after_christ[1] or after_christ[2])) if int(after_christ[1] or after_christ[2]) else None
    if century := _CENTURY.fullmatch(words):
        number = int(century[1])
        return parsed(f"-{number - 1:02}XX" if century["before"] else f"{number - 1:02}XX") if number else None
    if before_christ := _BEFORE_CHRIST.fullmatch(words):
        return _before_christ(before_christ["part"] or "", int(before_christ["year"]))
    if not _PHRASE.fullmatch(words):
        return None
    try:
        return parse_phrase(words, date.min)
    except PhraseError:
        return None


def _before_christ(part: str, year: int) -> When | None:
    """A year before Christ, or the month or day in it that stands before."""
    if not year:
        return None
    if not part:
        return composed(-year)
    when = one_date(f"{part.strip(' ,')} 2000")  # which has every day that a year can have
    if when is None or when.precision not in (Precision.DAY, Precision.MONTH):
        return None
    return composed(-year, *map(int, when.edtf.split("-")[1:]))


def _with_clock(words: str, orders: Orders) -> When | None:
    parted = clocks.parted(words)
    return parted[1].on(one_date(parted[0], orders)) if parted else None


def _one_sided(open_ended: re.Match[str], part: Callable[[str], When | None]) -> When | None:
    when = part(open_ended["date"].removesuffix(" onwards").removesuffix(" on"))
    if not when or "/" in when.edtf:
        return None
    return parsed(f"../{when.edtf}" if open_ended["side"] in ("before", "until", "by") else f"{when.edtf}/..")


def _doubted(when: When) -> When:
    """The same date, said to be uncertain."""
    return when if when.edtf[-1] in "~?%" or "/" in when.edtf else parse(f"{when.edtf}?")
