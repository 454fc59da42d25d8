"""Finds time words by the rules and gives them their meaning.

Finding and meaning are apart, because what "today" means within a quote is known only once the quote has a date.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from newstimeline.extraction.times.lexicon import AHEAD, one_of
from newstimeline.extraction.times.resolver import Context, Direction, Meaning, Words, group
from newstimeline.extraction.times.rules import RULES, TRIGGER, Rule
from newstimeline.model import Span, TimeExpression
from newstimeline.when import EdtfError, Precision, When, parse
from newstimeline.when.calendar import MINUTES_A_DAY

_REACH = 40
"""Characters before and after a word that may belong to the same time expression."""


_STORY = 14 * MINUTES_A_DAY
"""How long before publication a story may have begun."""


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
    windows = _windows(text)
    matches = [
        (m.start(), -m.end(), order, m)
        for start, end in windows
        for order, rule in _rules_for(text[start:end])
        for m in rule.pattern.finditer(text, start, end)
    ]
    matches.sort(key=lambda match: match[:3])
    chosen: list[TimeWords] = []
    free_from = 0
    for start, _, order, match in matches:
        if start >= free_from and _understand(RULES[order], match, Context(None)) is not None:
            chosen.append(TimeWords(RULES[order], match))
            free_from = match.end()
    return chosen


def _rules_for(stretch: str) -> list[tuple[int, Rule]]:
    """The rules that may match there; most of the others are left out at the cost of a look for a word."""
    lower = stretch.lower()
    return [
        (order, rule)
        for order, rule in enumerate(RULES)
        if not rule.only_with or any(word in lower for word in rule.only_with)
    ]


def _windows(text: str) -> list[tuple[int, int]]:
    """The stretches around words that time expressions are made of; only these are searched, which saves half."""
    windows: list[tuple[int, int]] = []
    for trigger in TRIGGER.finditer(text):
        start = _word_edge(text, max(0, trigger.start() - _REACH), -1)
        end = _word_edge(text, min(len(text), trigger.end() + _REACH), 1)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def _word_edge(text: str, at: int, step: int) -> int:
    """The nearest place in a direction where no word is cut."""
    for _ in range(_REACH):
        if at <= 0 or at >= len(text) or text[at - 1].isspace():
            break
        at += step
    return at


def _understand(rule: Rule, words: Words, context: Context) -> Meaning | None:
    try:
        return rule.resolve(words, context)
    except (ValueError, OverflowError):  # no day of the calendar, such as 30 February
        return None


def read_times(
    text: str,
    time_words: list[TimeWords],
    anchor_at: Callable[[Span], When | None],
    direction_at: Callable[[Span], Direction],
    told_within: Callable[[Span], int],
) -> tuple[TimeExpression, ...]:
    """Give time words their meaning.

    Args:
        text: the article's text.
        time_words: its time words, in their order.
        anchor_at: the date from which relative words count at a place.
        direction_at: the direction of time at a place, by the tense there.
        told_within: where the passage begins in which "the next day" looks for the day before.
    """
    times: list[TimeExpression] = []
    untils = _years_after(text, time_words)
    days: list[tuple[int, When]] = []
    quarter: tuple[int, int] | None = None
    quarter_told = -1
    story: When | None = None
    for number, phrase in enumerate(time_words, 1):
        anchor = anchor_at(phrase.span)
        since = told_within(phrase.span)
        told = _told_before(days, phrase.span.start, since)
        direction = Direction.FUTURE if _looks_ahead(text, phrase.span) else direction_at(phrase.span)
        context = Context(
            anchor=anchor,
            direction=direction,
            told=told,
            story=story if story and anchor and abs(story.start - anchor.start) <= _STORY else None,
            until=untils.get(number - 1),
            quarter=quarter,
            quarter_is_near=quarter_told >= since,
        )
        meaning = _understand(phrase.rule, phrase.words, context) or Meaning("DATE", "XXXX")
        when = _when(meaning)
        if (meant_quarter := _quarter(meaning)) and not _is_comparison(phrase):
            quarter, quarter_told = meant_quarter, phrase.span.start
        if when and when.precision <= Precision.DAY:
            story = when
        if when and when.precision <= Precision.YEAR:
            days.append((phrase.span.start, when))
        times.append(
            TimeExpression(
                id=f"t{number}",
                span=phrase.span,
                text=phrase.span.of(text),
                type=meaning.type,
                value=meaning.value,
                when=when,
                anchor=(told if meaning.from_told else anchor) if meaning.counted and when else None,
            )
        )
    return tuple(times)


_TO_THE_YEAR = re.compile(r",?\s*(?:and|or|to|until|through|[-–—,])\s*(?:the\s+)?", re.IGNORECASE)


def _years_after(text: str, time_words: list[TimeWords]) -> dict[int, When]:
    """The date of the next words for those that lack the year which these name: "October 3rd and October 5th, 2024"."""
    untils: dict[int, When] = {}
    for number in range(len(time_words) - 2, -1, -1):
        words, following = time_words[number], time_words[number + 1]
        if not group(words.words, "month") or group(words.words, "year"):
            continue
        if not _TO_THE_YEAR.fullmatch(text, words.span.end, following.span.start):
            continue
        meaning = _understand(following.rule, following.words, Context(None, until=untils.get(number + 1)))
        when = _when(meaning) if meaning else None
        if when and when.precision <= Precision.MONTH and group(following.words, "month"):
            untils[number] = when
    return untils


_AHEAD = re.compile(rf"\b{one_of(AHEAD)}\s+(?:on\s+)?$", re.IGNORECASE)


def _looks_ahead(text: str, span: Span) -> bool:
    """Whether the word before the time words says that they lie ahead, whatever the tense: "payable Dec. 7"."""
    return _AHEAD.search(text[max(0, span.start - _REACH) : span.start]) is not None


def _quarter(meaning: Meaning) -> tuple[int, int] | None:
    named = re.fullmatch(r"(\d{4})-Q([1-4])", meaning.value)
    return (int(named[1]), int(named[2])) if named else None


_COMPARISONS = (
    "year-ago",
    "year-ago period",
    "quarter a year ago",
    "period of a year",
    "ago",
    "earlier",
    "unit before",
)


def _is_comparison(phrase: TimeWords) -> bool:
    """Whether the words lead back from the quarter that is reported: others are still compared with that one."""
    return phrase.rule.name in _COMPARISONS


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
