"""What a rule's resolver is given and what it gives back, and the writing of values and dates.

A `Meaning` without EDTF names no place on a timeline: a length of time, a vague word, or a word counted from a
day that the article does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import cached_property

from newstimeline.when import Precision, When
from newstimeline.when.calendar import day_of

Words = re.Match[str]
"""The time words, as a rule's pattern matched them."""


class Direction(IntEnum):
    """Where a bare weekday or month lies, by the tense of its clause."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1
    PRESENT = 2
    """A schedule ("meets on Friday") or a picture's caption: a weekday lies ahead, a date is the nearest one."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What time words mean."""

    type: str
    value: str
    edtf: str | None = None
    counted: bool = False
    """Whether the anchor was needed."""
    from_told: bool = False
    """Whether it was counted from the date told before, rather than from the anchor."""


@dataclass(frozen=True)
class Context:
    """What the meaning of time words depends on, apart from the words."""

    anchor: When | None
    """The date from which "yesterday" counts."""
    direction: Direction = Direction.UNKNOWN
    told: When | None = None
    """The date that was told before, from which "the next day" counts."""
    story: When | None = None
    """The last day near the anchor that was told anywhere before: a clock time without a day is of it."""
    until: When | None = None
    """The date with a year that is named right after, to which this one leads or belongs: "Dec. 30 to Jan. 2, 2025"."""
    quarter: tuple[int, int] | None = None
    """The year and the number of the quarter that was told last, wherever that was."""
    quarter_is_near: bool = False
    """Whether it was told in this passage, so that figures are compared with those of the same quarter."""

    def from_anchor(self, finest: Precision) -> date | None:
        """The first day of the anchor, if it is given at this precision or finer."""
        return first_day(self.anchor, finest)

    @cached_property
    def year(self) -> int | None:
        """The anchor's year."""
        day = self.from_anchor(Precision.YEAR)
        return day.year if day else None


Resolver = Callable[[Words, Context], Meaning | None]
"""From words to their meaning; None where the words are no time words after all."""


def group(words: Words, name: str) -> str:
    """A named part of the words, lower case and with single spaces; empty where the pattern or the words lack it."""
    if name not in words.re.groupindex:
        return ""
    return " ".join((words[name] or "").lower().split())


def first_day(when: When | None, finest: Precision) -> date | None:
    """The first day of a date that is at least so precise, within the years that calendars handle."""
    if when is None or when.precision > finest:
        return None
    day = day_of(when.start)
    return date(*day) if 1 < day.year < 9999 else None


def on_day(day: date, *, counted: bool = True) -> Meaning:
    """A day."""
    return Meaning("DATE", day.isoformat(), day.isoformat(), counted)


def in_week(day: date, *, counted: bool = True) -> Meaning:
    """The week around a day; EDTF knows no weeks, so it is given from Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return Meaning("DATE", f"{year:04}-W{week:02}", f"{monday}/{monday + timedelta(days=6)}", counted)


def on_weekend(day: date) -> Meaning:
    """The weekend of the week around a day."""
    saturday = day + timedelta(days=5 - day.weekday())
    year, week, _ = day.isocalendar()
    return Meaning("DATE", f"{year:04}-W{week:02}-WE", f"{saturday}/{saturday + timedelta(days=1)}", True)


def in_month(year: int, month: int, *, counted: bool = True) -> Meaning:
    """A month."""
    return Meaning("DATE", f"{year:04}-{month:02}", f"{year:04}-{month:02}", counted)


def in_year(year: int, *, counted: bool = True) -> Meaning:
    """A year."""
    return Meaning("DATE", f"{year:04}", f"{year:04}", counted)


def in_quarter(year: int, quarter: int, *, counted: bool = True) -> Meaning:
    """A quarter of a year."""
    return Meaning("DATE", f"{year:04}-Q{quarter}", f"{year:04}-{32 + quarter}", counted)


def in_decade(year: int, *, counted: bool = True) -> Meaning:
    """The decade around a year; TIMEX3 cuts the last digit off."""
    return Meaning("DATE", f"{year // 10:03}", f"{year // 10:03}X", counted)


def approximately(meaning: Meaning, edge: str) -> Meaning:
    """The same, as "early" or "late" make it: a date coarser than a day becomes approximate, by "around" a day too."""
    dates = r"\d{4}(-\d\d){0,2}" if edge == "around" else r"\d{4}(-\d\d)?|\d{3}X"
    if not edge or not meaning.edtf or not re.fullmatch(dates, meaning.edtf):
        return meaning
    return Meaning(meaning.type, meaning.value, meaning.edtf + "~", meaning.counted)
