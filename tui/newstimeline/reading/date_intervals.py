"""Intervals as people write them: "May 3-5, 2024", "28 Sept. to 3 Oct. 2021", "3–5.5.2024", "1914–18", "since 2020".

What one end does not say itself, as its month or year, is that of the other end, if only one interval can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from newstimeline.reading import clocks
from newstimeline.reading.date_forms import NAMED_MONTH, WEEKDAY_NAME, day_of, is_day, month_number, parsed
from newstimeline.when import Precision, When

Reader = Callable[[str], When | None]
"""Reads the words of one date."""

_TO = r" ?(?:-|–|—|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bthru\b) ?"
_NEXT = r" ?(?:/|&|\band\b|,) ?"
"""What stands between days that follow each other, and also between those that do not."""
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"(?P<days>{_DAY}\.?(?:(?:{_TO}|{_NEXT}){_DAY})+)"
_YEAR = r"(?P<year>\d{4})"
_WITHIN_A_MONTH = tuple(
    re.compile(form)
    for form in (
        rf"{NAMED_MONTH} {_DAYS}(?:,? ){_YEAR}",
        rf"{_DAYS}\.?(?: of)? {NAMED_MONTH},? {_YEAR}",
        rf"{_YEAR} {NAMED_MONTH} {_DAYS}",
        rf"{_DAYS}\.(?P<month>\d{{1,2}})\.{_YEAR}",
    )
)
_MONTHS = re.compile(rf"(?P<first>{NAMED_MONTH}) ?/ ?(?P<last>{NAMED_MONTH.replace('<month>', '<next>')}),? {_YEAR}")
_YEARS = re.compile(r"(?P<first>\d{4})(?P<to>[-–—/])(?P<last>\d\d)")
_BEFORE_CHRIST = re.compile(r" ?b\.?c\.?(?:e\.?)?$")
_BARE_YEAR = re.compile(r"\d{1,6}")
_SPLIT = re.compile(rf"{_TO}|(?<=[^a-z]) ?/ ?(?=\d{{4}})")
_ALSO_SPLIT = re.compile(r" and ")
_MOST_JOINTS = 7
"""Places to part an interval at: two moments with hyphens and offsets have seven. Each triples what is tried."""
_AROUND = re.compile(r"(?:from|between) (?=.*\d)")
_WEEKDAY = re.compile(rf"\b(?:{WEEKDAY_NAME})\b\.?,? ?")
_GOES_ON = ("", "present", "the present", "now", "today", "ongoing", "date")
_ENDS_WITH_YEAR = re.compile(r".*[ .](?P<year>\d{4})")
_LACKS_YEAR = re.compile(
    rf"(?:{_DAY}\.? {NAMED_MONTH}|{NAMED_MONTH.replace('<month>', '<other>')}(?: {_DAY})?|\d{{1,2}}\.\d{{1,2}}\.?)"
)


def interval(words: str, read: Reader) -> When | None:
    """The interval that normalised words are, whose ends are read by `read`; None where they are none for sure."""
    words = _WEEKDAY.sub("", words)
    around = _AROUND.match(words)
    words = words[around.end() :] if around else words
    for form in _WITHIN_A_MONTH:
        if match := form.fullmatch(words):
            between = around is not None and around[0].startswith("between")
            return _days(match["days"], month_number(match["month"]), int(match["year"]), between=between)
    if months := _MONTHS.fullmatch(words):
        first, last, year = month_number(months["month"]), month_number(months["next"]), months["year"]
        return parsed(f"{year}-{first:02}/{year}-{last:02}") if last == first + 1 else None
    if years := _YEARS.fullmatch(words):
        return _years(years["first"], years["to"], years["last"])
    meant = {when.edtf: when for when in _splits(words, read, around is not None)}
    return next(iter(meant.values())) if len(meant) == 1 else None


def between(start: When, end: When | None) -> When | None:
    """The time from one date to another, the date itself where both are one; None where the end comes first."""
    if end is None or end.edtf == start.edtf:
        return start
    if Precision.RANGE in (start.precision, end.precision):
        return None
    return parsed(f"{start.edtf}/{end.edtf}")


def _days(words: str, month: int, year: int, *, between: bool) -> When | None:
    """Days of a month from the first to the last that is named, if all are named or an interval joins them."""
    days = [int(day) for day in re.findall(r"\d+", words)]
    follow = all(later == day + 1 for day, later in pairwise(days))
    joined = len(days) == 2 and (between or re.search(_TO, words))
    if not (follow or joined):
        return None
    start, end = day_of(year, month, days[0]), day_of(year, month, days[-1])
    return parsed(f"{start}/{end}") if start and end and days[0] < days[-1] else None


def _years(first: str, to: str, last: str) -> When | None:
    """Years of a century ("1914–18"); a hyphen or slash before what may be a month or a season means no interval."""
    if int(last) <= int(first[2:]) or (to in "-/" and (int(last) <= 12 or (to == "-" and 21 <= int(last) <= 41))):
        return None
    return parsed(f"{first}/{first[:2]}{last}")


def _splits(words: str, read: Reader, is_framed: bool) -> Iterator[When]:
    """Every interval that words can be, parted at any place where an interval may be."""
    joints = [*_SPLIT.finditer(words), *(_ALSO_SPLIT.finditer(words) if is_framed else ())]
    for joint in joints if len(joints) <= _MOST_JOINTS else ():
        first, last = words[: joint.start()].strip(" ,"), words[joint.end() :].strip(" ,")
        if not last and joint[0] == "-":
            continue  # a date that breaks off
        if when := _of_ends(first, last, read):
            yield when


def _of_ends(first: str, last: str, read: Reader) -> When | None:
    if last in _GOES_ON:
        start = read(first)
        return parsed(f"{start}/..") if start and start.precision is not Precision.RANGE else None
    if (era := _BEFORE_CHRIST.search(last)) and _BARE_YEAR.fullmatch(first):
        first += era[0]
    start, end = _read_with_year_of(first, last, read, -1), _read_with_year_of(last, first, read, 1)
    if start and start.precision is Precision.MINUTE and (clock := clocks.parted(last)) and not clock[0]:
        end = clock[1].on(start.whole_day())
    return between(start, end) if start and end and start.start < end.start else None


def _read_with_year_of(words: str, other: str, read: Reader, step: int) -> When | None:
    """What one end means, in the year of the other one where it says none, or in the year beside it to be in order."""
    if not _LACKS_YEAR.fullmatch(words):
        return read(words)
    if not (ending := _ENDS_WITH_YEAR.fullmatch(other)) or not (beside := read(other)):
        return None
    is_in_figures = words[:1].isdecimal() and "." in words and not re.search("[a-z]", words)
    stem = f"{words.rstrip('.')}." if is_in_figures else f"{words} "
    for year in (int(ending["year"]), int(ending["year"]) + step):
        when = read(f"{stem}{year:04}")
        if when and (when.start <= beside.start if step < 0 else when.start >= beside.start):
            return when if is_day(when) == is_day(beside) else None
    return None
