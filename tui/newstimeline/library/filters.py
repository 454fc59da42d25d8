"""The reader's filters, kept in the library: those that were typed, to recall, and those that have a name.

Whatever changes them may raise `LibraryError`: the library can't be written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from newstimeline.clean import one_line
from newstimeline.library.connections import connect_to_write
from newstimeline.library.errors import translated
from newstimeline.name_keys import name_key

_MOST_USED = 200
"""Typed filters that are kept; the oldest go."""
_PATIENCE = 15
"""Seconds to wait while another process writes."""


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter with a name; "Putin" and "putin" are one name."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Filters:
    """All of them."""

    used: tuple[str, ...]
    """Those that were typed, the last one last."""
    saved: tuple[SavedFilter, ...]
    """Those with a name, by name."""


def load_filters(connection: sqlite3.Connection) -> Filters:
    """The filters of an open library, as clean text in one line each."""
    used = connection.execute("SELECT query FROM filter_history ORDER BY used")
    saved = connection.execute("SELECT name, query FROM saved_filter")
    by_name = sorted(saved, key=lambda row: (name_key(row[0]), row[0]))
    return Filters(
        tuple(one_line(query) for (query,) in used),
        tuple(SavedFilter(one_line(name), one_line(query)) for name, query in by_name),
    )


def remember_filter(path: Path, query: str) -> None:
    """Keep a typed filter as the one used last."""
    with _writing(path) as connection:
        used = "(SELECT coalesce(max(used), 0) + 1 FROM filter_history)"
        connection.execute(f"INSERT OR REPLACE INTO filter_history VALUES (?, {used})", (query,))
        connection.execute(
            "DELETE FROM filter_history WHERE used <= (SELECT max(used) FROM filter_history) - ?", (_MOST_USED,)
        )


def save_filter(path: Path, saved: SavedFilter) -> None:
    """Keep a filter under its name, in place of what had that name."""
    with _writing(path) as connection:
        connection.execute("INSERT OR REPLACE INTO saved_filter VALUES (?, ?)", (saved.name, saved.query))


def forget_filter(path: Path, name: str) -> None:
    """Keep a filter no longer."""
    with _writing(path) as connection:
        connection.execute("DELETE FROM saved_filter WHERE name = ?", (name,))


def take_filters(path: Path, filters: Filters) -> None:
    """Take the filters of another library; one whose name is taken gets a number after it."""
    with _writing(path) as connection:
        known = load_filters(connection)
        queries = {name_key(saved.name): saved.query for saved in known.saved}
        for saved in filters.saved:
            name, number = saved.name, 1
            while queries.get(name_key(name), saved.query) != saved.query:
                number += 1
                name = f"{saved.name} {number}"
            if name_key(name) not in queries:
                queries[name_key(name)] = saved.query
                connection.execute("INSERT INTO saved_filter VALUES (?, ?)", (name, saved.query))
        used = [query for query in (*known.used, *filters.used) if query]
        used = list(dict.fromkeys(reversed(used)))[:_MOST_USED]
        connection.execute("DELETE FROM filter_history")
        connection.executemany("INSERT INTO filter_history VALUES (?, ?)", zip(reversed(used), count(1)))


@contextmanager
def _writing(path: Path) -> Iterator[sqlite3.Connection]:
    with translated(path), closing(connect_to_write(path, timeout=_PATIENCE)) as connection:
        connection.execute("PRAGMA synchronous=FULL")
        with connection:
            yield connection
