"""Finds time words by the rules and gives them their meaning.

Finding and meaning are apart, because what "today" means within a quote is known only once the quote has a date.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from newstimeline.extraction.times.meaning import Context, Direction, Meaning, Words
from newstimeline.extraction.times.rules import RULES, Rule
from newstimeline.model import Span, TimeExpression
from newstimeline.when import EdtfError, Precision, When, parse


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A place in the text that a rule matched."""

    rule: Rule
    words: Words

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.words.start(), self.words.end())


def find_time_words(text: str) -> list[TimeWords]:
    """All time words of a text, none overlapping: the longest where several rules match."""
    found = [(m.start(), -m.end(), order, m) for order, r in enumerate(RULES) for m in r.pattern.finditer(text)]
    found.sort(key=lambda match: match[:3])
    chosen: list[TimeWords] = []
    free_from = 0
    for start, _, order, match in found:
        if start >= free_from and _understand(RULES[order], match, Context(None)) is not None:
            chosen.append(TimeWords(RULES[order], match))
            free_from = match.end()
    return chosen


def _understand(rule: Rule, words: Words, context: Context) -> Meaning | None:
    try:
        return rule.resolve(words, context)
    except (ValueError, OverflowError):  # no day of the calendar, such as 30 February
        return None


def read_times(
    text: str,
    found: list[TimeWords],
    anchor_at: Callable[[Span], When | None],
    direction_at: Callable[[Span], Direction],
    told_within: Callable[[Span], int],
) -> tuple[TimeExpression, ...]:
    """Give time words their meaning.

    Args:
        text: the article's text.
        found: its time words, in their order.
        anchor_at: the date from which relative words count at a place.
        direction_at: the direction of time at a place, by the tense there.
        told_within: where the passage begins in which "the next day" looks for the day before.
    """
    times: list[TimeExpression] = []
    days: list[tuple[int, When]] = []
    for number, one in enumerate(found, 1):
        anchor = anchor_at(one.span)
        told = _told_before(days, one.span.start, told_within(one.span))
        context = Context(anchor, direction_at(one.span), told)
        meaning = _understand(one.rule, one.words, context) or Meaning("DATE", "XXXX")
        when = _when(meaning)
        if when and when.precision <= Precision.YEAR:
            days.append((one.span.start, when))
        times.append(
            TimeExpression(
                id=f"t{number}",
                span=one.span,
                text=one.span.of(text),
                type=meaning.type,
                value=meaning.value,
                when=when,
                anchor=(told if meaning.from_told else anchor) if meaning.counted and when else None,
            )
        )
    return tuple(times)


def _told_before(days: list[tuple[int, When]], place: int, since: int) -> When | None:
    index = bisect_left(days, place, key=lambda day: day[0])
    return days[index - 1][1] if index and days[index - 1][0] >= since else None


def _when(meaning: Meaning) -> When | None:
    if meaning.edtf is None:
        return None
    try:
        return parse(meaning.edtf)
    except EdtfError:
        return None
