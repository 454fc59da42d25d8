"""Days in other languages than English, such as "13 giugno 2024", by dateparser (https://dateparser.readthedocs.io/).

dateparser guesses gladly: it makes days of "10", of "May" and of "2 days ago". So it is asked only for the month, of
texts that have a day, a year and a time of day at most in digits, and believed where all languages agree: Polish
"listopada" is November and Croatian "listopada" October, so that is neither.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from newstimeline.reading import clocks
from newstimeline.reading.date_forms import day_of
from newstimeline.when import When

_LOCALES = {
    "LATIN": (
        "ca", "cs", "cy", "da", "de", "es", "et", "eu", "fi", "fr", "ga", "gl", "hr", "hu", "id", "is", "it", "lt",
        "lv", "nb", "nl", "pl", "pt", "ro", "sk", "sl", "sq", "sr", "sv", "tr", "vi",
    ),
    "CYRILLIC": ("bg", "mk", "ru", "sr", "uk"),
    "GREEK": ("el",),
    "ARABIC": ("ar", "ar-DZ", "ar-LB", "ar-MA", "fa", "ur"),
    "HEBREW": ("he",),
    "ARMENIAN": ("hy",),
    "GEORGIAN": ("ka",),
    "DEVANAGARI": ("hi", "mr"),
    "BENGALI": ("bn",),
    "GUJARATI": ("gu",),
    "GURMUKHI": ("pa",),
    "KANNADA": ("kn",),
    "MALAYALAM": ("ml",),
    "TAMIL": ("ta",),
    "TELUGU": ("te",),
}  # fmt: skip
"""By script. Arabic names the months in four ways: as Egypt does, Algeria, Lebanon and Morocco."""
_LONGEST = 60
_DAY_AND_YEAR = re.compile(
    r"(?P<before>\D{0,24}?)(?<!\d)(?P<day>\d{1,2})(?P<between>\D{1,24})(?P<year>\d{4})(?P<after>\D{0,12})"
)
_PROBE = (13, 2024)
"""A day that can't be a month, and a leap year, in which months are asked for."""


def foreign_day(words: str) -> When | None:
    """The day that normalised words name in some language; None where they do not, or languages differ."""
    if len(words) > _LONGEST:
        return None
    if clock := clocks.parted(words):
        words = clock[0]
    match = _DAY_AND_YEAR.fullmatch(words)
    if not match or not any(map(str.isalpha, match["between"])):
        return None
    months = {_month(match["before"], name, match["after"]) for name in _names(match["between"])} - {None}
    month = months.pop() if len(months) == 1 else None
    return day_of(int(match["year"]), month, int(match["day"])) if month else None


def _names(between: str) -> list[str]:
    """The names of a month where two stand there, as Arabic newspapers write both of theirs; else the words."""
    names = [f" {name} " for part in between.split("/") if (name := part.strip())]
    return names if len(names) == 2 else [between]


@lru_cache(maxsize=1024)
def _month(before: str, between: str, after: str) -> int | None:
    """The month that the words around a day and a year name."""
    import dateparser

    day, year = _PROBE
    words = f"{before}{day}{between}{year}{after}"
    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "DATE_ORDER": "DMY"}
    locales = _LOCALES.get(_script(between), ())
    if locales == _LOCALES["LATIN"] and dateparser.parse(words, locales=list(locales), settings=settings) is None:
        return None  # in half the time
    read = (dateparser.parse(words, locales=[locale], settings=settings) for locale in locales)
    days = {moment.date() for moment in read if moment}
    (agreed,) = days if len(days) == 1 else (None,)
    return agreed.month if agreed and (agreed.day, agreed.year) == _PROBE else None


def _script(words: str) -> str:
    """The script of the first letter, as its Unicode name begins."""
    letter = next(filter(str.isalpha, words), "")
    return unicodedata.name(letter, "").partition(" ")[0]
