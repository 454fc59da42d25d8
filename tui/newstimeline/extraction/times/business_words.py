"""The meaning of the words in which firms report: quarters, and what they are compared with."""

from __future__ import annotations

from newstimeline.extraction.times.meaning import Context, Meaning, Words, group, in_quarter, in_year
from newstimeline.when import Precision


def a_year_before(context: Context) -> Meaning | None:
    """ "a year earlier": beside a quarter's figures, the same quarter of the year before."""
    if context.quarter and context.quarter_is_near:
        year, quarter = context.quarter
        return in_quarter(year - 1, quarter)
    anchor = context.from_anchor(Precision.YEAR)
    return in_year(anchor.year - 1) if anchor else None


def year_ago(words: Words, context: Context) -> Meaning | None:
    """ "the year-ago quarter"."""
    if words[0].lower().endswith("quarter") and (quarter := context.quarter or _last_quarter(context)):
        return in_quarter(quarter[0] - 1, quarter[1])
    return a_year_before(context) or Meaning("DATE", "PAST_REF")


def that_quarter(words: Words, context: Context) -> Meaning | None:
    """ "the quarter", "the latest quarter": the one told before; the latest is else the last that is over."""
    if quarter := context.quarter or (_last_quarter(context) if group(words, "latest") else None):
        return in_quarter(*quarter)
    return Meaning("DATE", "PAST_REF") if group(words, "latest") else Meaning("DURATION", "P1Q")


def _last_quarter(context: Context) -> tuple[int, int] | None:
    """The last one that is over."""
    anchor = context.from_anchor(Precision.MONTH)
    if anchor is None:
        return None
    over = anchor.year * 4 + (anchor.month - 1) // 3 - 1
    return over // 4, over % 4 + 1
