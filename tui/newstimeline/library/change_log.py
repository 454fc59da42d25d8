"""Reading the log of readers' changes.

A row that holds no change, as an older version took some from other readers, is left out of everything and is told of
by `unreadable`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newstimeline.changes.change_records import ChangeError, load_change
from newstimeline.changes.change_states import Entry, State, in_force

_ROWS = "SELECT number, record, state FROM change"


@dataclass(frozen=True, slots=True)
class UnreadableChange:
    """A row of the log that holds no change."""

    number: int
    reason: str
    is_dropped: bool
    """Whether it is out of force, so that nothing more is to be done about it."""


def read_log(rows: Iterable[tuple[int, object, object]]) -> Iterator[Entry | UnreadableChange]:
    """Read rows of a number, a record and a state."""
    for number, record, state in rows:
        try:
            yield Entry(number, load_change(_text(record)), State(str(state)))
        except ChangeError as error:
            yield UnreadableChange(number, str(error), is_dropped=state == State.DROPPED)
        except ValueError:
            yield UnreadableChange(number, "its state is none of a change", is_dropped=False)


def _text(record: object) -> str:
    if not isinstance(record, str):
        raise ChangeError("it is no text")
    return record


def entries(connection: sqlite3.Connection) -> list[Entry]:
    """The whole log, in its order."""
    return _entries(connection.execute(f"{_ROWS} ORDER BY number"))


def entries_of(connection: sqlite3.Connection, article: str | None) -> list[Entry]:
    """What the log has of one article, by its key, or of people across articles (None), in its order."""
    return _entries(connection.execute(f"{_ROWS} WHERE article IS ? ORDER BY number", (article,)))


def unreadable(connection: sqlite3.Connection) -> list[UnreadableChange]:
    """The rows that hold no change and are still in force, by their numbers."""
    log = read_log(connection.execute(f"{_ROWS} ORDER BY number"))
    return [row for row in log if isinstance(row, UnreadableChange) and not row.is_dropped]


def _entries(rows: sqlite3.Cursor) -> list[Entry]:
    return [entry for entry in read_log(rows) if isinstance(entry, Entry)]


def keys_of(connection: sqlite3.Connection, article: int) -> list[str]:
    """The identities that an article has or had; see `origins`."""
    rows = connection.execute(
        "SELECT key FROM article WHERE id = :id UNION SELECT key FROM article_origin WHERE article = :id",
        {"id": article},
    )
    return [key for (key,) in rows]


def has_changes(connection: sqlite3.Connection, keys: Iterable[str]) -> bool:
    """Whether the log has anything of an article by some of its identities."""
    return any(connection.execute("SELECT 1 FROM change WHERE article = ?", (key,)).fetchone() for key in keys)


def entries_of_any(connection: sqlite3.Connection, keys: Iterable[str]) -> list[Entry]:
    """What the log has of an article by some of its identities, in its order."""
    return sorted((entry for key in keys for entry in entries_of(connection, key)), key=lambda entry: entry.number)


def lost(connection: sqlite3.Connection) -> list[Entry]:
    """The changes in force that find no place: their words are gone, or their article or person is not here."""
    log = entries(connection)
    placed = {number for (number,) in connection.execute("SELECT change FROM placed_change")}
    counting = {change.id for change in in_force(log)}
    return [entry for entry in log if entry.change.id in counting and entry.number not in placed]
