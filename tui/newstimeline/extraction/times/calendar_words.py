"""The meaning of words that name a date of the calendar, with its year or without."""

from __future__ import annotations

import re
from datetime import date, timedelta

from newstimeline.extraction.times import lexicon
from newstimeline.extraction.times.holidays import moveable_feast
from newstimeline.extraction.times.lengths import ordinal
from newstimeline.extraction.times.resolver import (
    Context,
    Direction,
    Meaning,
    Words,
    approximately,
    first_day,
    group,
    in_decade,
    in_month,
    in_week,
    in_year,
    on_day,
)
from newstimeline.when import Precision

_BEFORE_A_BARE_MONTH = frozenset(
    "in of since until till by during last this next from to through late early mid before after for and or"
    " between their its his her the around every".split()
)
_MONTHS = 12
_FARTHEST_WITHOUT_A_YEAR, _NEAR = timedelta(days=270), timedelta(days=45)
"""A day farther off is given with its year; if the same day is near in the other direction, the tense was another
verb's: "set Nov. 10 as the deadline", in a report of November 2."""
_NEAR_MONTHS = 1
_ALSO_ORDINARY_WORDS = ("may", "march", "mar")


def numeric_date(words: Words, _: Context) -> Meaning | None:
    """ "2025-11-07"."""
    return _day_or_month(int(words["year"]), int(words["month"]), int(words["day"]))


def _day_or_month(year: int, month: int, day: int) -> Meaning:
    """A day; where the month has no such day, "Feb. 29, 2023", no more than the month can be right."""
    exact = _day_or_none(year, month, day)
    return on_day(exact, counted=False) if exact else in_month(year, month, counted=False)


_SLASHED = re.compile(r"(?<![\w/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\w/])")


def slashed_date(words: Words, context: Context) -> Meaning | None:
    """ "03/04/2015": which is the month another date of the article may tell; else no more than the year is known."""
    first, second, year = int(words["first"]), int(words["second"]), stated_year(words, context)
    if year is None:
        return Meaning("DATE", "XXXX-XX-XX")
    if first > _MONTHS and second > _MONTHS:
        return None
    month_first = second > _MONTHS
    if first <= _MONTHS and second <= _MONTHS and first != second:
        habits = {int(other[2]) > _MONTHS for other in _SLASHED.finditer(words.string) if _is_clear(other)}
        if len(habits) != 1:
            return Meaning("DATE", f"{year:04}-XX-XX", f"{year:04}")
        (month_first,) = habits
    month, day = (first, second) if month_first else (second, first)
    return on_day(date(year, month, day), counted=False)


def _is_clear(slashed: re.Match[str]) -> bool:
    return (int(slashed[1]) > _MONTHS) != (int(slashed[2]) > _MONTHS)


def date_in_words(words: Words, context: Context) -> Meaning | None:
    """ "Aug. 15", "15 August 2025", "early August": the year may be missing, the day may be."""
    month = lexicon.MONTHS[group(words, "month")]
    if not words["month"][0].isupper():
        return None
    year, day = stated_year(words, context), group(words, "day")
    if not day and not year and not _is_surely_a_month(words):
        return None
    if day:
        meaning = _day_of_month(year, month, int(day), context)
        return approximately(meaning, group(words, "around")) if meaning else None
    if year:
        return approximately(in_month(year, month, counted=False), group(words, "edge"))
    chosen = _year_of_month(month, context)
    if chosen is None:
        return Meaning("DATE", f"XXXX-{month:02}")
    return approximately(in_month(chosen, month), group(words, "edge"))


def _is_surely_a_month(words: Words) -> bool:
    """Whether a bare "May" or "March" is the month: a preposition stands before it."""
    if group(words, "month") not in _ALSO_ORDINARY_WORDS or group(words, "edge"):
        return len(group(words, "month")) > 3 or words[0].endswith(".") or words["month"] == "May"
    before = words.string[max(0, words.start() - 12) : words.start()].lower().split()
    return bool(before) and before[-1] in _BEFORE_A_BARE_MONTH


def _day_of_month(year: int | None, month: int, day: int, context: Context) -> Meaning | None:
    if year is not None:
        return _day_or_month(year, month, day)
    if not _day_or_none(2000, month, day):
        return None
    if context.until and (end := first_day(context.until, Precision.DAY)):
        return on_day(date(end.year - ((month, day) > (end.month, end.day)), month, day))
    anchor = context.from_anchor(Precision.DAY)
    if anchor is None:
        if context.year is None:
            return Meaning("DATE", f"XXXX-{month:02}-{day:02}")
        return on_day(date(context.year, month, day))
    choices = [candidate for y in (-1, 0, 1) if (candidate := _day_or_none(anchor.year + y, month, day))]
    if not choices:
        return None
    fitting, nearest = _by_tense(choices, anchor, context.direction), _by_tense(choices, anchor, Direction.UNKNOWN)
    far = abs(fitting - anchor) > _FARTHEST_WITHOUT_A_YEAR and abs(nearest - anchor) <= _NEAR
    return on_day(nearest if far else fitting)


def _by_tense(choices: list[date], anchor: date, direction: Direction) -> date:
    """The nearest day on the side that the tense tells; without one there, the nearest."""
    fitting = choices
    if direction is Direction.PAST:
        fitting = [c for c in choices if c <= anchor]
    elif direction is Direction.FUTURE:
        fitting = [c for c in choices if c >= anchor]
    return min(fitting or choices, key=lambda c: abs(c - anchor))


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_of_month(month: int, context: Context) -> int | None:
    if context.until and (end := first_day(context.until, Precision.MONTH)):
        return end.year - (month > end.month)
    anchor = context.from_anchor(Precision.MONTH)
    if anchor is None:
        return context.year
    if context.direction is Direction.FUTURE:
        return anchor.year + (month < anchor.month)
    if context.direction is Direction.PRESENT:
        return min(
            (anchor.year + y for y in (-1, 0, 1)),
            key=lambda year: abs((year - anchor.year) * 12 + month - anchor.month),
        )
    ahead = month - anchor.month
    return anchor.year - (ahead > _NEAR_MONTHS if context.direction is Direction.PAST else ahead > 0)


def week_of(words: Words, context: Context) -> Meaning | None:
    """ "the week of March 6"."""
    day = date_in_words(words, context)
    return in_week(date.fromisoformat(day.edtf), counted=day.counted) if day and day.edtf else day


def days_of_month(words: Words, context: Context) -> Meaning | None:
    """ "Aug. 15-17", "from 17 to 19 August 2013", "3, 4 and 5 November"."""
    month = lexicon.MONTHS[group(words, "month")]
    year = group(words, "year")
    first = _day_of_month(int(year) if year else None, month, int(words["first_day"]), context)
    if first is None or not words["month"][0].isupper():
        return None
    if first.edtf is None:
        return first
    begin = date.fromisoformat(first.edtf)
    last = begin.replace(day=int(words["day"]))
    if last <= begin:
        return None
    return Meaning(first.type, first.value, f"{first.edtf}/{last}", first.counted)


def weekday_of_month(words: Words, context: Context) -> Meaning | None:
    """ "the second Tuesday of October", "the last day of October"."""
    if not words["month"][0].isupper():
        return None
    in_its_month = date_in_words(words, context)
    if in_its_month is None or in_its_month.edtf is None:
        return in_its_month
    first = date.fromisoformat(f"{in_its_month.edtf}-01")
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    weekday, is_last = group(words, "weekday"), group(words, "ordinal") == "last"
    if is_last:
        day = last - timedelta(days=(last.weekday() - lexicon.WEEKDAYS[weekday]) % 7) if weekday else last
    else:
        day = first + timedelta(days=(lexicon.WEEKDAYS[weekday] - first.weekday()) % 7 + 7 * (ordinal(words) - 1))
    return on_day(day, counted=in_its_month.counted) if day.month == first.month else None


_BEFORE_A_YEAR = frozenset(
    "in of since until till by during from to through late early mid before after for and or between around the"
    " about fiscal year circa than mid- -".split()
)


_LATEST_YEAR = 2060


def year(words: Words, _: Context) -> Meaning | None:
    """A bare number that is a year: not a price, a part of a longer number, or a count of things."""
    before, after = words.string[max(0, words.start() - 2) : words.start()], words.string[words.end() : words.end() + 2]
    number = int(words["year"])
    if (after[:1] in (",", ".") and after[1:2].isdigit()) or before[-1:] in (",", ".", "#") or after[:1] == "-":
        return None
    if number < 1900 or number > _LATEST_YEAR:
        last = words.string[max(0, words.start() - 14) : words.start()].lower().split()
        if (not group(words, "edge") and (not last or last[-1] not in _BEFORE_A_YEAR)) or number > _LATEST_YEAR:
            return None
    following = words.string[words.end() : words.end() + 20].split()
    if following and following[0] in ("people", "miles", "feet", "dollars", "pounds", "meters", "metres", "points"):
        return None
    return approximately(in_year(number, counted=False), group(words, "edge"))


def years(words: Words, _: Context) -> Meaning | None:
    """ "2009-2010", "1957-58", "the 2023/24 season"."""
    first, last = int(words["year"]), words["last_year"]
    until = int(last) if len(last) == len(words["year"]) else first - first % 100 + int(last)
    until += 100 if until < first and first % 100 == 99 else 0
    if not first < until <= _LATEST_YEAR:
        return None
    return Meaning("DATE", f"{first:04}/{until:04}", f"{first:04}/{until:04}")


def short_year(words: Words, context: Context) -> Meaning | None:
    """ "born in '58"."""
    last = words.string[max(0, words.start() - 14) : words.start()].lower().split()
    if not last or last[-1] not in _BEFORE_A_YEAR:
        return None
    year = stated_year(words, context)
    return in_year(year) if year else Meaning("DATE", "XXXX")


def year_before_christ(words: Words, _: Context) -> Meaning | None:
    """ "44 BC": ISO 8601 counts a year 0, so this is the year -43."""
    year = 1 - int(words["number"])
    if year > 0:
        return None
    edtf = f"{'-' if year else ''}{-year:04}"
    return Meaning("DATE", f"BC{1 - year:04}", edtf + ("~" if group(words, "edge") else ""))


def hundreds(words: Words, _: Context) -> Meaning | None:
    """ "the 1200s": so early, a century rather than its first ten years."""
    hundred = words["century"]
    return approximately(Meaning("DATE", hundred, f"{hundred}XX"), group(words, "edge"))


def year_in_words(words: Words, context: Context) -> Meaning | None:
    """ "nineteen ninety-six", as it is spoken."""
    number = stated_year(words, context)
    return in_year(number, counted=False) if number else None


def stated_year(words: Words, context: Context) -> int | None:
    """The year in the words, in figures or as it is spoken; "twenty six" is none.

    Of two figures, "'58", it is the last such year that had begun when the article appeared.
    """
    if figures := group(words, "year"):
        return int(figures)
    if short := group(words, "short_year"):
        if context.year is None:
            return None
        in_century = context.year - context.year % 100 + int(short)
        return in_century if in_century <= context.year else in_century - 100
    if not (spoken := group(words, "hundreds")):
        return None
    hundreds = lexicon.SPOKEN_HUNDREDS[spoken]
    rest = lexicon.NUMBERS.get(group(words, "rest").replace(" ", "-"), 0)
    is_year = (rest >= 10 or spoken.startswith("two thousand")) and hundreds + rest <= _LATEST_YEAR
    return hundreds + rest if is_year else None


def decade(words: Words, context: Context) -> Meaning | None:
    """ "the 1990s", "the '90s", "the nineties"."""
    if word := group(words, "decade_word"):
        return in_decade(1900 + 10 * lexicon.DECADES[word])
    digit, hundreds = int(words["decade"]), group(words, "century")
    if hundreds:
        meaning = in_decade(100 * int(hundreds) + 10 * digit, counted=False)
    elif context.year is not None and ("'" in words[0] or words[0].lower().startswith("the")):
        this_century = context.year - context.year % 100 + 10 * digit
        meaning = in_decade(this_century if this_century <= context.year else this_century - 100)
    else:
        return None
    return approximately(meaning, group(words, "edge"))


def century(words: Words, _: Context) -> Meaning | None:
    """ "the 19th century"."""
    number = ordinal(words)
    return Meaning("DATE", f"{number - 1:02}", f"{number - 1:02}XX") if number else None


def half_year(words: Words, _: Context) -> Meaning | None:
    """ "the first half of 2025"."""
    half = 1 if group(words, "ordinal") == "first" else 2
    return Meaning("DATE", f"{words['year']}-H{half}", f"{words['year']}-{39 + half}")


def season(words: Words, context: Context) -> Meaning | None:
    """ "the summer of 2024"."""
    timex, code, _first = lexicon.SEASONS[group(words, "season")]
    year = stated_year(words, context)
    return Meaning("DATE", f"{year}-{timex}", f"{year}-{code}") if year else Meaning("DATE", f"XXXX-{timex}")


def holiday(words: Words, context: Context) -> Meaning | None:
    """ "Christmas Eve"."""
    month, day = lexicon.HOLIDAYS[group(words, "holiday")]
    stated = group(words, "year")
    if not words["holiday"][0].isupper():
        return None
    return _day_of_month(int(stated) if stated else None, month, day, context)


def feast(words: Words, context: Context) -> Meaning | None:
    """ "Thanksgiving", "last Easter": a holiday whose day changes from year to year."""
    name, which, stated = group(words, "feast"), group(words, "which"), group(words, "year")
    if not words["feast"][0].isupper():
        return None
    if stated:
        return on_day(moveable_feast(name, int(stated)), counted=False)
    anchor = context.from_anchor(Precision.DAY)
    if anchor is None:
        return Meaning("DATE", "XXXX")
    choices = [moveable_feast(name, anchor.year + y) for y in (-1, 0, 1)]
    direction = {"last": Direction.PAST, "next": Direction.FUTURE}.get(which, context.direction)
    return on_day(_by_tense(choices, anchor, direction))
