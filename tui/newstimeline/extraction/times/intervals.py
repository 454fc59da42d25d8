"""Intervals that two time expressions make together: "from 1998 to 2004", "between Dec. 28 and Jan. 3".

The two stay expressions of their own, as TIMEX3 has them; the clause has the interval.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from newstimeline.model import TimeExpression
from newstimeline.when import EdtfError, Precision, When, parse

_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|until|till|through)\s+(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_ITSELF = re.compile(r"\s+[-–—]\s+|[–—]|\s+through\s+", re.IGNORECASE)
"""What joins two dates to an interval without a word before the first."""
_REACH = 14
"""Characters before a date in which "from the" may stand."""


def intervals(text: str, times: Sequence[TimeExpression]) -> Iterator[tuple[TimeExpression, TimeExpression, When]]:
    """The pairs of neighbouring times that are the beginning and the end of an interval, with that interval."""
    for first, last in pairwise(times):
        if first.when and last.when and _are_joined(text, first, last) and (whole := _interval(first, last)):
            yield first, last, whole


def _are_joined(text: str, first: TimeExpression, last: TimeExpression) -> bool:
    if first.span is None or last.span is None or last.span.start - first.span.end > _REACH:
        return False
    before, between = text[max(0, first.span.start - _REACH) : first.span.start], text[first.span.end : last.span.start]
    if _ITSELF.fullmatch(between):
        return True
    opening, joint = (_BETWEEN, _AND) if _AND.fullmatch(between) else (_FROM, _TO)
    return opening.search(before) is not None and joint.fullmatch(between) is not None


def _interval(first: TimeExpression, last: TimeExpression) -> When | None:
    """From one to the other; a beginning that got the wrong year, "from Dec. 28 to Jan. 3", lies a year before."""
    assert first.when is not None
    assert last.when is not None
    begin, end = first.when.edtf.partition("/")[0], last.when.edtf.rpartition("/")[2]
    if first.when.precision > Precision.YEAR or first.when.open_start or last.when.open_end:
        return None
    if first.when.start >= last.when.end and first.anchor is not None and re.match(r"\d{4}-\d\d", begin):
        begin = f"{int(begin[:4]) - 1:04}{begin[4:]}"
    try:
        return parse(f"{begin}/{end}")
    except EdtfError:
        return None


def with_intervals(text: str, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The times as they date their clauses: the first of two that are joined has the interval, the second no date."""
    by_id = {time.id: time for time in times}
    for first, last, whole in intervals(text, times):
        by_id[first.id] = replace(first, when=whole)
        by_id[last.id] = replace(last, when=None)
    return tuple(by_id.values())
