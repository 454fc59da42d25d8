"""The words of English time expressions, as tables, and the pattern pieces that the rules name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

MONTHS: Mapping[str, int] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip

WEEKDAYS: Mapping[str, int] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon.": 0, "tue.": 1, "tues.": 1, "wed.": 2, "thu.": 3, "thurs.": 3, "fri.": 4, "sat.": 5, "sun.": 6,
}  # fmt: skip

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

NUMBERS: Mapping[str, int] = {
    **{word: n for n, word in enumerate(_ONES)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
    **{f"{ten}-{_ONES[digit]}": 10 * n + digit for n, ten in enumerate(_TENS, 2) for digit in range(1, 10)},
    "a": 1, "an": 1, "the": 1, "hundred": 100, "a hundred": 100, "a dozen": 12, "a couple": 2, "a couple of": 2,
    "couple of": 2,
}  # fmt: skip

VAGUE_NUMBERS = ("several", "a few", "few", "many", "some", "a number of", "dozens of", "hundreds of", "countless")

BOUNDS = (
    "nearly", "almost", "about", "around", "roughly", "more than", "less than", "fewer than", "no more than",
    "at least", "up to", "as many as",
)  # fmt: skip

ORDINALS: Mapping[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip

SPOKEN_HUNDREDS: Mapping[str, int] = {
    "eighteen": 1800, "nineteen": 1900, "twenty": 2000, "two thousand and": 2000, "two thousand": 2000,
}  # fmt: skip

UNITS: Mapping[str, str] = {  # TIMEX3 designators
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip

SEASONS: Mapping[str, tuple[str, str, int]] = {  # TIMEX3, EDTF, first month
    "spring": ("SP", "21", 3), "summer": ("SU", "22", 6), "autumn": ("FA", "23", 9), "fall": ("FA", "23", 9),
    "winter": ("WI", "24", 12),
}  # fmt: skip

DAY_PARTS: Mapping[str, str] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "lunchtime": "MI",
    "midday": "MI", "overnight": "NI",
}  # fmt: skip

DECADES: Mapping[str, int] = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip

HOLIDAYS: Mapping[str, tuple[int, int]] = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14), "halloween": (10, 31),
    "independence day": (7, 4), "st. patrick's day": (3, 17),
}  # fmt: skip

MOVEABLE_FEASTS = (
    "easter sunday", "easter monday", "easter", "good friday", "thanksgiving day", "thanksgiving", "memorial day",
    "labor day", "martin luther king day", "mother's day", "father's day", "election day",
)  # fmt: skip
"""Holidays whose day changes from year to year; `holidays.py` knows them. American where countries differ."""

PRESENT = (
    "now", "currently", "at the moment", "at present", "at this time", "presently", "nowadays",
    "these days", "at this point",
)  # fmt: skip
PAST = (
    "recently", "more recently", "lately", "the past", "long ago", "recent days", "recent weeks", "recent months",
    "recent quarters", "recent years", "years ago", "months ago", "weeks ago", "days ago", "hours ago", "minutes ago",
    "decades ago", "not long ago", "a long time ago",
)  # fmt: skip
FUTURE = (
    "soon", "the future", "the near future", "the coming days",
    "the coming weeks", "the coming months", "the coming years", "coming days", "coming weeks",
    "coming months", "coming years", "coming quarters", "future quarters", "future years",
)  # fmt: skip
FREQUENCIES: Mapping[str, str] = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "annually": "P1Y", "yearly": "P1Y",
    "nightly": "P1D", "hourly": "PT1H", "every day": "P1D", "each day": "P1D", "every other day": "P2D",
    "every other week": "P2W", "every other year": "P2Y",
}  # fmt: skip

SCHEDULING_WORDS = frozenset(
    "schedule plan expect set due slate intend hope agree vow promise prepare plan want try begin start".split()
)
"""Verbs and adjectives whose complement lies ahead: "scheduled for Friday", "plans to meet on Friday"."""

AFTER_ANOTHER_YEAR = (
    "before", "after", "ahead", "to come", "of", "in", "that", "when", "he", "she", "it", "they", "we", "i",
)  # fmt: skip
"""What follows "the year" where it is not the one that runs: "the year he left"."""

AHEAD = (
    "payable", "effective", "due", "as early as", "as soon as", "no later than", "postponed until", "postponed to",
    "delayed until",
)  # fmt: skip
"""What stands before a day that lies ahead, even where the verb is in the past: "a dividend payable Dec. 7"."""


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, with any white space between their parts."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return (
        "(?:"
        + "|".join(word.replace(".", r"\.").replace("-", r"[-\s]").replace(" ", r"\s+") for word in longest_first)
        + ")"
    )


PIECES: Mapping[str, str] = {
    "month": rf"(?P<month>{one_of(MONTHS)})\b(?:(?<=\b(?!may)\w{{3}})\.|(?<=\bsept)\.)?",
    "weekday": rf"(?P<weekday>{one_of(WEEKDAYS)})",
    "day": r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b",
    "year": r"(?P<year>(?:1[0-9]|20)\d\d)\b",
    "short_year": r"(?P<short_year>\d\d)\b",
    "era": r"(?P<era>B\.C\.(?:E\.)?|BCE?)(?!\w)",
    "first_day": r"(?P<first_day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?",
    "to": r"(?:\s?[-–—]\s?|\s+(?:to|and|through|until)\s+(?:the\s+)?)",
    "number": rf"(?P<number>\d{{1,4}}(?:\.\d)?|{one_of(NUMBERS)}|{one_of(VAGUE_NUMBERS)})",
    "spoken_year": (
        rf"(?P<hundreds>{one_of(SPOKEN_HUNDREDS)})(?:[ -](?P<rest>{one_of(n for n, m in NUMBERS.items() if m > 0)}))?"
    ),
    "least": rf"(?P<least>\d{{1,4}}|{one_of(NUMBERS)})(?:-| to | or )",
    "ordinal": rf"(?P<ordinal>{one_of(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))",
    "unit": rf"(?P<unit>{one_of([*(u for u in UNITS if u != 'century'), 'centur'])})(?:s|y|ies)?\b",
    "one_unit": rf"(?P<unit>{one_of(UNITS)})\b",
    "season": rf"(?P<season>{one_of(SEASONS)})\b",
    "part": rf"(?P<part>{one_of(DAY_PARTS)})\b",
    "clock": (
        r"(?P<clock>(?:(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.m\.|[ap]m\b)"
        r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?:\s?hours)?|noon|midday|midnight)"
        r"(?:\s(?:[ECMP][SD]?T|GMT|BST|CET|UTC|local\s+time))?)(?!\w)"
    ),
    "alone": r"(?!-old| old|-ago|-earlier)",
    "of_year": r"(?P<of_year>this|last|next) year",
    "which": r"(?P<which>last|next|this past|this coming|this|past|coming|current|previous|following|same|that)",
    "back": r"(?P<which>previous|following|same|that)",
    "more": r"(?: more| additional| full| straight| consecutive| long| trading| business| working)?",
    "bound": rf"(?:(?:{one_of(BOUNDS)}|over(?= an? )) )?",
    "around": r"(?:(?P<around>around) )",
    "end": r"(?:the (?P<edge>end|beginning|start|middle|close) of (?:the )?)",
    "edge": r"(?:(?P<edge>early|earlier|late|later|mid)[\s-]+(?:(?:in|on)\s+)?(?:the\s+)?)",
}
"""What a rule may name in braces."""
