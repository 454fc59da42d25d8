"""What the columns of a table of events mean: one row a meaning, with the names that people and programs give it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newstimeline.reading.date_forms import Orders
from newstimeline.reading.markup import html_paragraphs
from newstimeline.reading.structured_events import ChronicleEntry, as_cancelled, says_cancelled
from newstimeline.reading.table_dates import between, event_date, unix_time
from newstimeline.when import When

_NAMES: Mapping[str, Sequence[str]] = {
    "date": (
        "edtf", "date", "start", "when", "datetime", "start date", "start time", "date start", "begin", "beginning",
        "from", "day", "event date", "date time", "timestamp", "year",
    ),
    "clock": ("time", "clock", "hour"),
    "end": ("end", "end date", "date end", "end time", "until", "to"),
    "title": (
        "headline", "title", "event", "message", "what", "name", "subject", "event name", "event title",
        "rule title",
    ),
    "text": ("text", "description", "details", "body", "summary", "content", "abstract", "what happened"),
    "outlet": ("source", "outlet", "publication", "publisher", "newspaper", "media outlet"),
    "people": ("people", "person", "persons", "who", "participants", "actors", "names"),
    "places": ("place", "places", "location", "locations", "where", "city"),
    "quote": ("quote", "quotes", "quotation"),
    "status": ("status", "event status"),
    "speaker": ("speaker", "said by", "quoted person"),
}  # fmt: skip
_MEANINGS = {name: (meaning, rank) for meaning, names in _NAMES.items() for rank, name in enumerate(names)}
_TIMESKETCH = "timestamp desc"
_MOMENTS = ("datetime", "timestamp")
"""Which of Timesketch's columns tell the same moment (https://timesketch.org/guides/user/import-from-json-csv/)."""
_WORDS = ("title", "text", "quote")
_EMPTY = frozenset({"", "-", "--", "null", "none", "nan", "n/a"})
"""What programs write into a cell that has nothing, in lower case."""
_SPACE = re.compile(r"[\s_\-.]+")
_BETWEEN_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN_NAMES = re.compile(r"\s*[;|\n]\s*")
_OF_PROGRAMS = ("edtf",)
"""Names that nobody writes by hand."""
_DISGUISED = re.compile(r"'(?=[-+=@])")
"""How exports keep spreadsheets from taking a date before Christ for a formula."""
_FIRST_NAMES = {
    meaning: " or ".join([name for name in names if name not in _OF_PROGRAMS][:4]) for meaning, names in _NAMES.items()
}
NEEDS = f"a table of events needs a column named {_FIRST_NAMES['date']}, and one named {_FIRST_NAMES['title']} or text"


@dataclass(frozen=True, slots=True)
class TableColumns:
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
        self, row: Sequence[str], place: str, *, orders: Orders, given: Mapping[str, object] | None = None
    ) -> ChronicleEntry:
        """The event that a row tells."""
        date, clock, end = (_DISGUISED.sub("", self.cell(row, meaning), 1) for meaning in ("date", "clock", "end"))
        when, words, trouble = _when(date, clock, end, orders)
        if when is None and (moments := self._moments(row)):
            when = next(filter(None, map(_moment, moments)), None)
            trouble = "" if when else trouble or moments[0]
        title_column = self._title_column(row)
        used = {number for meaning, number in self.known.items() if meaning not in ("status", "title")}
        used |= {number for number in (title_column, self.known.get("title")) if number is not None}
        title = row[title_column].strip() if title_column is not None else ""
        return ChronicleEntry(
            place=place,
            title=as_cancelled(title) if says_cancelled(self.cell(row, "status")) else title,
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

    def dates(self, row: Sequence[str]) -> Iterator[str]:
        """What stands in the columns of dates: the evidence for the order of their parts."""
        return (self.cell(row, meaning) for meaning in ("date", "end"))

    def _title_column(self, row: Sequence[str]) -> int | None:
        """The column of titles that says it best of those in which the row has one."""
        of_titles = (
            (_MEANINGS[name][1], number)
            for number, name in enumerate(map(_plain, self.names))
            if _MEANINGS.get(name, ("",))[0] == "title" and number < len(row)
        )
        return next((number for _, number in sorted(of_titles) if row[number].strip().lower() not in _EMPTY), None)

    def _moments(self, row: Sequence[str]) -> list[str]:
        """What Timesketch's columns of the same moment have, should the one that says it best have none."""
        plain = [_plain(name) for name in self.names]
        if _TIMESKETCH not in plain:
            return []
        cells = (row[number].strip() for number, name in enumerate(plain) if name in _MOMENTS and number < len(row))
        return [cell for cell in cells if cell.lower() not in _EMPTY]


@lru_cache(maxsize=256)
def columns(names: tuple[str, ...]) -> TableColumns:
    """What is known of columns with such names."""
    known: dict[str, int] = {}
    ranks: dict[str, int] = {}
    for number, name in enumerate(names):
        meaning, rank = _MEANINGS.get(_plain(name), ("", 0))
        if meaning and rank < ranks.get(meaning, len(_MEANINGS)):
            known[meaning], ranks[meaning] = number, rank
    return TableColumns(names, known)


def _plain(name: str) -> str:
    """The name of a column as the table of names has it."""
    return _SPACE.sub(" ", _BETWEEN_WORDS.sub(" ", name)).strip().casefold()


def _moment(cell: str) -> When | None:
    return unix_time(cell) or event_date(cell)


def _when(date: str, clock: str, end: str, orders: Orders) -> tuple[When | None, str, str]:
    """What a date means, as its words are told, and which of them could not be read."""
    words = " ".join(filter(None, (date, clock)))
    start = unix_time(date) or event_date(words, orders=orders)
    is_read = bool(start) or not words
    start = start or event_date(date, orders=orders)
    if not end:
        return start, words, "" if is_read else words
    words = f"{words} – {end}"
    finish = unix_time(end) or event_date(end, orders=orders)
    if start is None or finish is None or not is_read:
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
