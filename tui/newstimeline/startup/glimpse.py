"""What the first screen of a library shows, kept in the library so that it can be painted before anything is loaded.

Loading Textual, numpy and the library takes some tenths of a second; reading this takes milliseconds. Nothing here
may import them. A glimpse that no longer fits its library is not used.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from newstimeline.library.connections import connect_to_read, connect_to_write
from newstimeline.library.event_row import EventRow
from newstimeline.terms import Basis, Status
from newstimeline.timeline.lines import (
    EventLine,
    GapLine,
    Heading,
    Line,
    Subheading,
    TodayLine,
    UndatedHeading,
)
from newstimeline.timeline.units import Unit
from newstimeline.when import calendar, parse

MOST_LINES = 200
"""Lines above and below the cursor that are kept: more than a screen has."""


class GlimpseLine(NamedTuple):
    """A line, with its event if it is one's."""

    line: Line
    row: EventRow | None = None


class Glimpse(NamedTuple):
    """The lines around the event that a start selects."""

    events: int
    undated: int
    total: int
    """Lines of the whole timeline."""
    first: int
    """The number of the first of these lines."""
    head: int
    """The number of the line where the headings of the selected event begin."""
    cursor: int
    """The number of its own line."""
    event: int | None
    """The selected event, where it is another one than the latest news."""
    lines: tuple[GlimpseLine, ...]


def glimpse_of_today(library: Path, today: date) -> Glimpse | None:
    """The glimpse of a library as a day shows it, if it has one that fits."""
    glimpse = read_glimpse(library)
    return with_today(glimpse, calendar.moment_after(today)) if glimpse else None


def with_today(glimpse: Glimpse, tomorrow: int) -> Glimpse:
    """The same with the line for today, above the first event that begins at the moment `tomorrow` or later."""
    for at, (_, row) in enumerate(glimpse.lines):
        if row and row.when and row.when.start >= tomorrow:
            while at and isinstance(glimpse.lines[at - 1].line, Heading | Subheading):
                at -= 1
            number = glimpse.first + at
            return glimpse._replace(
                total=glimpse.total + 1,
                head=glimpse.head + (glimpse.head >= number),
                cursor=glimpse.cursor + (glimpse.cursor >= number),
                lines=(*glimpse.lines[:at], GlimpseLine(TodayLine()), *glimpse.lines[at:]),
            )
    return glimpse


def dump(glimpse: Glimpse) -> str:
    """A glimpse as JSON."""
    return json.dumps([*glimpse[:-1], [_dumped(line) for line in glimpse.lines]], ensure_ascii=False)


def _dumped(line: GlimpseLine) -> list[object]:
    match line:
        case (EventLine(ordinal), EventRow(event, title, when, basis, quotes, marked, noted, status)):
            return ["event", ordinal, event, title, when.edtf if when else None, basis, quotes, marked, noted, status]
        case (Heading(unit, number, count), None):
            return ["heading", unit, number, count]
        case (Subheading(unit, number), None):
            return ["subheading", unit, number]
        case (GapLine(start, end), None):
            return ["gap", start, end]
        case (UndatedHeading(), None):
            return ["undated"]
    raise ValueError(line)


def load(text: str) -> Glimpse:
    """A glimpse from its JSON."""
    events, undated, total, first, head, cursor, event, lines = json.loads(text)
    return Glimpse(events, undated, total, first, head, cursor, event, tuple(_loaded(*line) for line in lines))


def _loaded(kind: str, *values: object) -> GlimpseLine:
    match kind, values:
        case "event", (int(ordinal), *row):
            return GlimpseLine(EventLine(ordinal), _loaded_row(*row))
        case "heading", (int(unit), int(number), int(count)):
            return GlimpseLine(Heading(Unit(unit), number, count))
        case "subheading", (int(unit), int(number)):
            return GlimpseLine(Subheading(Unit(unit), number))
        case "gap", (int(start), int(end)):
            return GlimpseLine(GapLine(start, end))
        case "undated", ():
            return GlimpseLine(UndatedHeading())
    raise ValueError(kind)


def _loaded_row(*values: object) -> EventRow:
    match values:
        case (
            int(event), str(title), str() | None as edtf, str() | None as basis, int(quotes), bool(marked), bool(noted),
            str() | None as status,
        ):  # fmt: skip
            return EventRow(
                event,
                title,
                parse(edtf) if edtf else None,
                Basis(basis) if basis else None,
                quotes,
                marked,
                noted,
                Status(status) if status else None,
            )
    raise ValueError(values)


_IN_STEP = (
    "SELECT glimpse.screen FROM glimpse, derived_state WHERE glimpse.edition = derived_state.edition"
    " AND glimpse.upto = derived_state.upto AND NOT derived_state.stale"
)


def read_glimpse(library: Path) -> Glimpse | None:
    """The glimpse of a library, if it has one that fits; what is wrong with the file is for others to say."""
    if not library.exists():
        return None
    try:
        with closing(connect_to_read(library)) as connection:
            row = connection.execute(_IN_STEP).fetchone()
        return load(row[0]) if row else None
    except (sqlite3.Error, OSError, ValueError, TypeError, OverflowError, RecursionError):
        return None


def forget_glimpse(library: Path) -> None:
    """Have the first screen not painted early, since it would look different."""
    with suppress(sqlite3.Error), closing(connect_to_write(library)) as connection, connection:
        connection.execute("DELETE FROM glimpse")
        connection.execute("DELETE FROM painted")


def write_glimpse(library: Path, glimpse: Glimpse, edition: int, upto: int) -> None:
    """Keep the glimpse of a library as it was at some edition, unless somebody else is writing or it is read-only."""
    with suppress(sqlite3.Error), closing(connect_to_write(library)) as connection, connection:
        connection.execute("INSERT OR REPLACE INTO glimpse VALUES (1, ?, ?, ?)", (edition, upto, dump(glimpse)))
