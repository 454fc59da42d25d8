"""What the columns of a table of events mean: one row a meaning, with the names that people and programs give it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newstimeline.reading.chronicle import Entry
from newstimeline.reading.event_dates import between, event_date, unix_time
from newstimeline.reading.markup import html_paragraphs
from newstimeline.when import When

_NAMES: Mapping[str, Sequence[str]] = {
    "date": (
        "date", "start", "when", "datetime", "start date", "start time", "date start", "begin", "beginning", "from",
        "day", "event date", "date time", "timestamp", "year",
    ),
    "clock": ("time", "clock", "hour"),
    "end": ("end", "end date", "date end", "end time", "until", "to"),
    "title": ("headline", "title", "event", "message", "what", "name", "subject", "event name", "event title"),
    "text": ("text", "description", "details", "body", "summary", "content", "abstract", "what happened"),
    "outlet": ("source", "outlet", "publication", "publisher", "newspaper", "media outlet"),
    "people": ("people", "person", "persons", "who", "participants", "actors", "names"),
    "places": ("place", "places", "location", "locations", "where", "city"),
    "quote": ("quote", "quotes", "quotation"),
    "speaker": ("speaker", "said by", "quoted person"),
}  # fmt: skip
_MEANINGS = {name: (meaning, rank) for meaning, names in _NAMES.items() for rank, name in enumerate(names)}
_WORDS = ("title", "text", "quote")
_SPACE = re.compile(r"[\s_\-.]+")
_BETWEEN_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN_NAMES = re.compile(r"\s*[;|\n]\s*")
_FIRST_NAMES = {meaning: " or ".join(names[:4]) for meaning, names in _NAMES.items()}
NEEDS = f"a table of events needs a column named {_FIRST_NAMES['date']}, and one named {_FIRST_NAMES['title']} or text"


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table."""

    names: tuple[str, ...]
    known: Mapping[str, int]
    """By meaning; of several with the same one that which says it best."""

    @property
    def are_events(self) -> bool:
        """Whether the rows of such a table are events."""
        return "date" in self.known and any(meaning in self.known for meaning in _WORDS)

    def cell(self, row: Sequence[str], meaning: str) -> str:
        """What a row has in the column of that meaning."""
        number = self.known.get(meaning)
        return row[number].strip() if number is not None and number < len(row) else ""

    def entry(
        self, row: Sequence[str], place: str, *, day_first: bool | None, given: Mapping[str, object] | None = None
    ) -> Entry:
        """The event that a row tells."""
        date, clock, end = (self.cell(row, meaning) for meaning in ("date", "clock", "end"))
        when, words, trouble = _when(date, clock, end, day_first)
        used = set(self.known.values())
        return Entry(
            place=place,
            title=self.cell(row, "title"),
            date=words,
            when=when,
            trouble=trouble,
            paragraphs=html_paragraphs(self.cell(row, "text")),
            people=_names(self.cell(row, "people"), by_comma=True),
            places=_names(self.cell(row, "places"), by_comma=False),
            quote=self.cell(row, "quote"),
            speaker=self.cell(row, "speaker"),
            outlet=self.cell(row, "outlet"),
            details=[
                (self.names[number] if number < len(self.names) else f"column {number + 1}", cell)
                for number, cell in enumerate(row)
                if number not in used and cell.strip()
            ],
            given=given or {},
        )


@lru_cache(maxsize=256)
def columns(names: tuple[str, ...]) -> Columns:
    """What is known of columns with such names."""
    known: dict[str, int] = {}
    ranks: dict[str, int] = {}
    for number, name in enumerate(names):
        plain = _SPACE.sub(" ", _BETWEEN_WORDS.sub(" ", name)).strip().casefold()
        meaning, rank = _MEANINGS.get(plain, ("", 0))
        if meaning and rank < ranks.get(meaning, len(_MEANINGS)):
            known[meaning], ranks[meaning] = number, rank
    return Columns(names, known)


def _when(date: str, clock: str, end: str, day_first: bool | None) -> tuple[When | None, str, str]:
    """What a date means, as its words are told, and which of them could not be read."""
    words = " ".join(filter(None, (date, clock)))
    start = unix_time(date) or event_date(words, day_first=day_first) or event_date(date, day_first=day_first)
    if not end:
        return start, words, "" if start or not words else words
    words = f"{words} – {end}"
    finish = unix_time(end) or event_date(end, day_first=day_first)
    if start is None or finish is None:
        return start, words, words
    when = between(start, finish)
    return when or start, words, "" if when else words


def _names(cell: str, *, by_comma: bool) -> list[str]:
    """The names in a cell, parted by semicolons, bars or lines; by commas only if no part is a mere first name."""
    names = _BETWEEN_NAMES.split(cell)
    if by_comma and len(names) == 1:
        parts = [part.strip() for part in cell.split(",")]
        if all(" " in part for part in parts):
            names = parts
    return [name for name in names if name]
