"""Reading EDTF (ISO 8601-2:2019): the level 0 and 1 forms that news needs, and decades and quarters.

2025-11-07T14:30   2025-11-07   2025-11   2025   2025-22 (summer)   2025-34 (second quarter)
202X (decade)   20XX (century)   -0043   Y-12000   2025-08~   1984?   2025-08-15/2025-10   2025-08/..
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from newstimeline.when import calendar
from newstimeline.when.span import Precision, When

_QUALIFIERS = {"": (False, False), "~": (True, False), "?": (False, True), "%": (True, True)}
_SEASONS = {  # code: first month and number of months; northern seasons as newspapers use them
    "21": (3, 3), "22": (6, 3), "23": (9, 3), "24": (12, 3),
    "25": (3, 3), "26": (6, 3), "27": (9, 3), "28": (12, 3),
    "29": (9, 3), "30": (12, 3), "31": (3, 3), "32": (6, 3),
    "33": (1, 3), "34": (4, 3), "35": (7, 3), "36": (10, 3),
    "37": (1, 4), "38": (5, 4), "39": (9, 4), "40": (1, 6), "41": (7, 6),
}  # fmt: skip
_YEAR = r"(?P<year>-?\d{4}|Y-?\d{5,9})"
_FORM = re.compile(
    rf"(?:{_YEAR}"
    r"(?:-(?P<season>2[1-9]|3\d|4[01])|(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:T(?P<hour>[01]\d|2[0-3])(?::?(?P<minute>[0-5]\d)(?::?[0-5]\d(?:\.\d+)?)?)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?)?)?)"
    r"|(?P<masked>-?\d\dXX|-?\d{3}X))(?P<qualifier>[~?%]?)",
    re.ASCII,
)


class EdtfError(ValueError):
    """A text that is no EDTF date, with what would be one."""


@lru_cache(maxsize=8192)
def parse(text: str) -> When:
    """Read an EDTF date or interval.

    Raises:
        EdtfError: the text is not in a form listed above, or names no day of the calendar.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _parse_one(text)
    if first in ("", "..") and last in ("", ".."):
        raise EdtfError(f"{text!r} has neither a beginning nor an end")
    if first in ("", ".."):
        only = _parse_one(last)
        return When(text, only.start, only.end, Precision.RANGE, only.approximate, only.uncertain, open_start=True)
    if last in ("", ".."):
        only = _parse_one(first)
        return When(text, only.start, only.end, Precision.RANGE, only.approximate, only.uncertain, open_end=True)
    begin, finish = _parse_one(first), _parse_one(last)
    if finish.end <= begin.start:
        raise EdtfError(f"{text!r} ends before it begins")
    return When(
        text,
        begin.start,
        max(begin.end, finish.end),
        Precision.RANGE,
        begin.approximate or finish.approximate,
        begin.uncertain or finish.uncertain,
    )


def _parse_one(text: str) -> When:
    match = _FORM.fullmatch(text)
    if not match:
        raise EdtfError(f"{text[:60]!r} is not a date; write 2025-11-07, 2025-11, 2025, 2025~ or 2025-08/2025-10")
    start, end, precision = _read(text, match.group)
    approximate, uncertain = _QUALIFIERS[match["qualifier"]]
    return When(text, start, end, precision, approximate, uncertain)


def _read(text: str, part: Callable[[str], str | None]) -> tuple[int, int, Precision]:
    if masked := part("masked"):
        return _masked_years(masked)
    year = int((part("year") or "").lstrip("Y"))
    if season := part("season"):
        first, length = _SEASONS[season]
        return _months(year, first, length, Precision.SEASON)
    if not (month := int(part("month") or 0)):
        return calendar.minute_of(year), calendar.minute_of(year + 1), Precision.YEAR
    if not (day := int(part("day") or 0)):
        return _months(year, month, 1, Precision.MONTH)
    if day > calendar.month_length(year, month):
        raise EdtfError(f"{text!r}: that month has {calendar.month_length(year, month)} days")
    midnight = calendar.minute_of(year, month, day)
    if (hour := part("hour")) is None:
        return midnight, midnight + calendar.MINUTES_A_DAY, Precision.DAY
    start = midnight + 60 * int(hour)
    if (minute := part("minute")) is None:
        return start, start + 60, Precision.HOUR
    return start + int(minute), start + int(minute) + 1, Precision.MINUTE


def _masked_years(masked: str) -> tuple[int, int, Precision]:
    digits = masked.rstrip("X")
    length = 10 ** (len(masked) - len(digits))
    precision = Precision.DECADE if length == 10 else Precision.CENTURY
    first = int(digits) * length
    if masked.startswith("-"):
        first -= length - 1
    return calendar.minute_of(first), calendar.minute_of(first + length), precision


def _months(year: int, first: int, length: int, precision: Precision) -> tuple[int, int, Precision]:
    past_end = first + length - 1
    end = calendar.minute_of(year + past_end // 12, past_end % 12 + 1)
    return calendar.minute_of(year, first), end, precision
