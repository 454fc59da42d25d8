"""The meaning of lengths of time and of repetitions: TIMEX3's DURATION and SET."""

from __future__ import annotations

import re

from newstimeline.extraction.times import lexicon
from newstimeline.extraction.times.resolver import Context, Meaning, Words, group

_YEARS = {"DE": 10, "CE": 100}
_AMOUNT = re.compile(
    r"(?:\d|%|\b(?:thousand|million|billion|trillion|percent|cents)"
    rf"|(?:\d|\b{lexicon.one_of(lexicon.NUMBERS)})\s+[a-z]+s)\s+$"
)
_BESIDE = re.compile(r"\s+(?:after|before)\b")


def amount(words: Words) -> float | None:
    """The number in the words; None for "several"."""
    word = group(words, "number")
    if word in lexicon.NUMBERS:
        return lexicon.NUMBERS[word]
    if (joined := word.replace(" ", "-")) in lexicon.NUMBERS:
        return lexicon.NUMBERS[joined]
    return float(word) if word[:1].isdigit() else None


def unit_of(words: Words) -> str:
    """The TIMEX3 designator of the unit in the words."""
    word = group(words, "unit")
    return lexicon.UNITS["century" if word == "centur" else word]


def ordinal(words: Words) -> int:
    """The number of "third", "21st"; 0 for no such word."""
    word = group(words, "ordinal")
    return lexicon.ORDINALS.get(word) or int("".join(filter(str.isdigit, word)) or 0)


_THREE_QUARTERS = re.compile(r"(?:(?:about|nearly|almost|around|roughly) )?three(?:-quarters\b| quarters of\b)")


def _is_a_fraction(words: Words) -> bool:
    """Whether quarters are parts of something, not of a year: "a quarter of the votes", "three-quarters"."""
    onward = " ".join(words.string[words.start() : words.end() + 4].lower().split())
    return group(words, "number") in ("a", "an", "the") or _THREE_QUARTERS.match(onward) is not None


def _is_a_rate(words: Words) -> bool:
    """Whether the words tell how much in a time, not how long: "$500 million a year", "four flights a week"."""
    if _BESIDE.match(words.string, words.end()):
        return False
    return _AMOUNT.search(words.string[max(0, words.start() - 30) : words.start()]) is not None


def length(number: float | None, unit: str) -> str:
    """The TIMEX3 value of a length; decades and centuries are counted in years, as the corpora do."""
    if number is not None and unit in _YEARS:
        number, unit = number * _YEARS[unit], "Y"
    count = "X" if number is None else f"{number:g}"
    if unit.startswith("T"):
        return f"PT{count}{unit[1:]}"
    return f"P{count}{unit}"


def duration(words: Words, _: Context) -> Meaning | None:
    """ "three days", "the past two years"."""
    if group(words, "half_hour"):
        return Meaning("DURATION", "PT30M")
    number, unit = group(words, "number"), unit_of(words)
    if number == "the" or (unit == "TS" and not number[:1].isdigit() and words[0][-1] != "s"):
        return None  # "the week" is no length, "a second" mostly no time
    if words.string[max(0, words.start() - 1) : words.start()] in (".", ",", "-", "'"):
        return None
    if unit == "Q" and _is_a_fraction(words):
        return None
    if number in ("a", "an") and _is_a_rate(words):
        return None
    if group(words, "fraction"):
        return Meaning("DURATION", _with_half(int(number or 1), unit))
    return Meaning("DURATION", length(amount(words), unit))


def between(words: Words, _: Context) -> Meaning | None:
    """ "12 to 18 months": how many is not told."""
    return Meaning("DURATION", length(None, unit_of(words)))


_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H"}


def _with_half(number: int, unit: str) -> str:
    whole = length(number, unit)
    return f"{whole}{_HALVES[unit]}" if unit in _HALVES else length(number + 0.5, unit)


def bare_units(words: Words, _: Context) -> Meaning | None:
    """ "for years"."""
    unit = {"centuries": "century"}.get(group(words, "bare"), group(words, "bare").rstrip("s"))
    return Meaning("DURATION", length(None, lexicon.UNITS[unit]))


def every(words: Words, _: Context) -> Meaning | None:
    """ "every week", "every two years"."""
    number = amount(words) if group(words, "number") else 1
    return Meaning("SET", length(number, unit_of(words)))


def every_weekday(words: Words, _: Context) -> Meaning | None:
    """ "every Friday", "Fridays"."""
    if not words["weekday"][0].isupper():
        return None
    part = lexicon.DAY_PARTS.get(group(words, "part"))
    return Meaning("SET", f"XXXX-WXX-{lexicon.WEEKDAYS[group(words, 'weekday')] + 1}" + (f"T{part}" if part else ""))


def every_month(words: Words, _: Context) -> Meaning | None:
    """ "each July"."""
    return Meaning("SET", f"XXXX-{lexicon.MONTHS[group(words, 'month')]:02}") if words["month"][0].isupper() else None


def times_a_unit(words: Words, _: Context) -> Meaning | None:
    """ "twice a week"."""
    return Meaning("SET", length(1, unit_of(words)))


def frequency(words: Words, _: Context) -> Meaning | None:
    """ "daily"; "quarterly" before a noun tells what the noun is, not how often, and "annually" may be a rate."""
    frequency = group(words, "frequency")
    if frequency == "quarterly" and words.string[words.end() : words.end() + 2].strip().isalpha():
        return None
    if words[0][0].isupper() and words.string[words.end() : words.end() + 2].strip().isupper():
        return None  # "the Daily Mail"
    if frequency == "annually" and _is_a_rate(words):
        return None
    return Meaning("SET", lexicon.FREQUENCIES[frequency])
