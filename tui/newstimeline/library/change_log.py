"""Reading the log of readers' changes."""

from __future__ import annotations

import sqlite3

from newstimeline.changes.log import Entry, State, in_force
from newstimeline.changes.records import load_change


def entries(connection: sqlite3.Connection) -> list[Entry]:
    """The whole log, in its order."""
    return _read(connection.execute("SELECT number, record, state FROM change ORDER BY number"))


def entries_of(connection: sqlite3.Connection, article: str | None) -> list[Entry]:
    """What the log has of one article, by its key, or of people across articles (None), in its order."""
    return _read(
        connection.execute("SELECT number, record, state FROM change WHERE article IS ? ORDER BY number", (article,))
    )


def _read(rows: sqlite3.Cursor) -> list[Entry]:
    return [Entry(number, load_change(record), State(state)) for number, record, state in rows]


def entries_of_versions(connection: sqlite3.Connection, article: int) -> list[Entry]:
    """What the log has of an article, by any identity that it has or had; see `origins`."""
    keys = connection.execute(
        "SELECT key FROM article WHERE id = ?1 UNION SELECT key FROM article_origin WHERE article = ?1", (article,)
    ).fetchall()
    found = [entry for (key,) in keys for entry in entries_of(connection, key)]
    return sorted(found, key=lambda entry: entry.number)


def lost(connection: sqlite3.Connection) -> list[Entry]:
    """The changes in force that find no place: their words are gone, or their article or person is not here."""
    log = entries(connection)
    placed = {number for (number,) in connection.execute("SELECT change FROM placed_change")}
    counting = {change.id for change in in_force(log)}
    return [entry for entry in log if entry.change.id in counting and entry.number not in placed]
