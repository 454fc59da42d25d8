"""Opening the library's file to write: made if there is none, brought to the latest version and in step."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from newstimeline.library.connections import connect_to_write, transaction
from newstimeline.library.derived_state import is_in_step
from newstimeline.library.errors import understood
from newstimeline.library.index_build import rebuild
from newstimeline.library.search_terms import search_text
from newstimeline.library.text_similarity import traits
from newstimeline.library.version import APPLICATION_ID, BUSY_MS, MIGRATIONS, checked_version
from newstimeline.name_keys import name_key

_WRITERS_CACHE_KB = 64 * 1024
"""Holds the indexes of a million events, into which new keys fall at random places."""
_PAGES_TO_CHECKPOINT = 8_000
"""32 MB of log; SQLite's default of 4 MB would move every page of an index to its place many times over."""


def migrations() -> list[str]:
    """The schema's steps, in order."""
    return [step.read_text(encoding="utf-8") for step in sorted(MIGRATIONS.glob("*.sql"))]


def open_for_writing(path: Path, *, durable: bool = True) -> sqlite3.Connection:
    """Open or make a library, brought to the current version.

    A `durable` one is on the disk with every commit; one that goes when the browser closes need not be.

    Raises:
        LibraryError: the file is no library, is from a newer version, or can't be written.
    """
    with understood(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = connect_to_write(path, transactions=False, timeout=BUSY_MS / 1000)
        try:
            checked_version(connection, path, may_be_empty=True)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'OFF'}")  # FULL survives a power cut
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute(f"PRAGMA cache_size=-{_WRITERS_CACHE_KB}")
            connection.execute(f"PRAGMA wal_autocheckpoint={_PAGES_TO_CHECKPOINT}")
            connection.create_function("name_key", 1, name_key, deterministic=True)
            connection.create_function("search_text", 1, search_text, deterministic=True)
            connection.create_function("article_traits", 5, _traits, deterministic=True)
            _migrate(connection, path)
            if not is_in_step(connection):
                with transaction(connection):
                    rebuild(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _traits(url: str | None, path: str | None, title: str, published: str | None, text: str | None) -> str:
    return json.dumps(traits(url, path, title, published, text))


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    steps = migrations()
    while (version := checked_version(connection, path, may_be_empty=True)) < len(steps):
        with transaction(connection):
            # Another process may have taken this step while we waited for the lock.
            if connection.execute("PRAGMA user_version").fetchone()[0] == version:
                for statement in _statements(steps[version]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version={version + 1}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit the transaction first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
