"""Events as rows: what a list shows of each, for which little need be loaded."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from newstimeline.changes.kinds import What
from newstimeline.library.event_row import EventRow
from newstimeline.terms import Basis, Status
from newstimeline.when import parse

ROWS_AT_ONCE = 500
"""Ids in one statement; SQLite's default limit of variables was 999 for long."""


def event_rows(connection: sqlite3.Connection, ids: Sequence[int]) -> list[EventRow]:
    """The rows of some events, in the order asked for."""
    rows: dict[int, EventRow] = {}
    for at in range(0, len(ids), ROWS_AT_ONCE):
        some = ids[at : at + ROWS_AT_ONCE]
        marks = ",".join("?" * len(some))
        own = _rows_own(connection, marks, some)
        for id_, title, edtf, basis, quotes in connection.execute(
            "SELECT id, title, edtf, basis, (SELECT count(*) FROM event_quote WHERE event = event.id)"
            f" FROM event WHERE id IN ({marks})",
            some,
        ):
            when = parse(edtf) if edtf else None
            row = EventRow(id_, title, when, Basis(basis) if basis else None, quotes)
            rows[id_] = _with_own(row, own[id_]) if id_ in own else row
    return [rows[id_] for id_ in ids if id_ in rows]


def _with_own(row: EventRow, what: Mapping[str, str | None]) -> EventRow:
    status = what.get(What.STATUS)
    return row._replace(
        marked=what.get(What.MARK) is not None,
        noted=bool(what.get(What.NOTE)),
        status=Status(status) if status else None,
    )


def _rows_own(connection: sqlite3.Connection, marks: str, ids: Sequence[int]) -> dict[int, dict[str, str | None]]:
    own: dict[int, dict[str, str | None]] = {}
    for event, what, value in connection.execute(
        f"SELECT thing, what, value FROM placed_change WHERE kind = 'event' AND thing IN ({marks})", ids
    ):
        own.setdefault(event, {})[what] = value
    return own
