"""The meaning of the words in which firms report: quarters and years, and what they are compared with."""

from __future__ import annotations

import re

from newstimeline.extraction.times.lengths import ordinal
from newstimeline.extraction.times.resolver import (
    Context,
    Direction,
    Meaning,
    Words,
    first_day,
    group,
    in_quarter,
    in_year,
)
from newstimeline.when import Precision

_YEARS_AWAY = {"last": -1, "this": 0, "next": 1}
_QUARTERS = range(1, 5)


def quarter(words: Words, context: Context) -> Meaning | None:
    """ "the third quarter", of a year or of the one that fits the tense; "last year's third quarter"."""
    number = ordinal(words)
    if number not in _QUARTERS:
        return None
    if stated := group(words, "year"):
        return in_quarter(int(stated), number, counted=False)
    anchor = context.from_anchor(Precision.MONTH)
    if anchor is None:
        return Meaning("DATE", f"XXXX-Q{number}")
    if which := group(words, "of_year"):
        return in_quarter(anchor.year + _YEARS_AWAY[which], number)
    current = (anchor.month - 1) // 3 + 1
    if context.direction is Direction.FUTURE:
        return in_quarter(anchor.year + (number < current), number)
    return in_quarter(anchor.year - (number > current), number)


def a_year_before(context: Context) -> Meaning | None:
    """ "a year earlier": beside a quarter's figures, the same quarter of the year before."""
    if context.quarter and context.quarter_is_near:
        year, number = context.quarter
        return in_quarter(year - 1, number)
    anchor = context.from_anchor(Precision.YEAR)
    return in_year(anchor.year - 1) if anchor else None


def year_ago(words: Words, context: Context) -> Meaning | None:
    """ "the year-ago quarter"."""
    quarter_told = context.quarter or _last_quarter(context)
    if quarter_told and ordinal(words) in _QUARTERS:
        return in_quarter(quarter_told[0] - 1, ordinal(words))
    if quarter_told and re.search(r"\bquarter\b", words[0], re.IGNORECASE):
        return in_quarter(quarter_told[0] - 1, quarter_told[1])
    return a_year_before(context) or Meaning("DATE", "PAST_REF")


def that_quarter(words: Words, context: Context) -> Meaning | None:
    """ "the quarter", "the latest quarter": the one told before; the latest is else the last that is over."""
    quarter_told, over = context.quarter, _last_quarter(context)
    if group(words, "latest") and (quarter_told is None or quarter_told == _after(over)):
        quarter_told = over
    if quarter_told:
        return in_quarter(*quarter_told)
    return Meaning("DATE", "PAST_REF") if group(words, "latest") else Meaning("DURATION", "P1Q")


def period_of_year(words: Words, context: Context) -> Meaning | None:
    """ "the 1988 period", "last year's quarter": in that year the quarter that is reported."""
    year = int(group(words, "year") or 0)
    if which := group(words, "of_year"):
        if context.year is None:
            return Meaning("DATE", "XXXX")
        year = context.year + _YEARS_AWAY[which]
    if context.quarter and context.quarter_is_near:
        return in_quarter(year, context.quarter[1])
    return in_year(year, counted=bool(which))


def business_year(words: Words, context: Context) -> Meaning | None:
    """ "the year", "the fiscal year": the one in which the article appeared; "the year ended ..." is its length.

    Where the passage tells of another year, it may be that one: then it stays open.
    """
    if words[0][0].islower() and words[0].endswith("Year"):
        return None  # "Woman of the Year"
    if re.match(r"\s+(?:ended|ending|to)\b", words.string[words.end() : words.end() + 12]):
        return Meaning("DURATION", "P1Y")
    told = first_day(context.told, Precision.YEAR)
    if context.year is None or (told and told.year != context.year):
        return Meaning("DATE", "XXXX")
    return in_year(context.year)


def _after(quarter: tuple[int, int] | None) -> tuple[int, int] | None:
    return (quarter[0] + quarter[1] // 4, quarter[1] % 4 + 1) if quarter else None


def _last_quarter(context: Context) -> tuple[int, int] | None:
    """The last one that is over."""
    anchor = context.from_anchor(Precision.MONTH)
    if anchor is None:
        return None
    over = anchor.year * 4 + (anchor.month - 1) // 3 - 1
    return over // 4, over % 4 + 1
