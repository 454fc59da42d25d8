"""Opening the library's file: its version, its migrations, and clear errors for what is no library."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from newstimeline.keys import name_key
from newstimeline.library.errors import LibraryError, translated
from newstimeline.library.likeness import traits
from newstimeline.library.settling import is_in_step, rebuild

APPLICATION_ID = 0x4E544C31
"""Marks an SQLite file as a newstimeline library ("NTL1"; https://www.sqlite.org/pragma.html#pragma_application_id)."""
_BUSY_MS = 15_000
"""How long one writer waits for another."""

_WRITERS_CACHE_KB = 64 * 1024
"""Holds the indexes of a million events, into which new keys fall at random places."""
_MIGRATIONS = Path(__file__).with_name("migrations")
_PAGES_TO_CHECKPOINT = 8_000
"""32 MB of log; SQLite's default of 4 MB would move every page of an index to its place many times over."""


def migrations() -> list[str]:
    """The schema's steps, in order; a library at version n has had the first n."""
    return [step.read_text(encoding="utf-8") for step in sorted(_MIGRATIONS.glob("*.sql"))]


def open_for_writing(path: Path, *, durable: bool = True) -> sqlite3.Connection:
    """Open or make a library, brought to the current version.

    A `durable` one is on the disk with every commit; one that goes when the browser closes need not be.

    Raises:
        LibraryError: the file is no library, is from a newer version, or can't be written.
    """
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_MS / 1000)
        try:
            _check(connection, path, may_be_empty=True)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'OFF'}")  # FULL survives a power cut
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute(f"PRAGMA cache_size=-{_WRITERS_CACHE_KB}")
            connection.execute(f"PRAGMA wal_autocheckpoint={_PAGES_TO_CHECKPOINT}")
            connection.create_function("name_key", 1, name_key, deterministic=True)
            connection.create_function("article_traits", 5, _traits, deterministic=True)
            _migrate(connection, path)
            if not is_in_step(connection):
                rebuild_derived(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open a library read-only. Safe to use from one other thread than the one that opened it.

    Raises:
        LibraryError: there is no such file, or it is no library of this version.
    """
    if not path.exists():
        raise LibraryError(f"there is no library at {path}; 'newstimeline add PATH' makes one")
    with translated(path):
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
            connection.execute("PRAGMA temp_store=MEMORY")
            if _check(connection, path, may_be_empty=False) < len(migrations()) or not is_in_step(connection):
                connection.close()
                open_for_writing(path).close()
                return open_for_reading(path)
        except BaseException:
            connection.close()
            raise
        return connection


def _traits(url: str | None, path: str | None, title: str, published: str | None, text: str | None) -> str:
    return json.dumps(traits(url, path, title, published, text))


def rebuild_derived(connection: sqlite3.Connection) -> None:
    """Make everything derived anew, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        rebuild(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _check(connection: sqlite3.Connection, path: Path, *, may_be_empty: bool) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if application != APPLICATION_ID and not (empty and may_be_empty):
        raise LibraryError(f"{path} is not a newstimeline library; name another file with --library")
    if version > len(migrations()):
        raise LibraryError(
            f"{path} was made by a newer newstimeline (format {version}); update newstimeline to open it"
        )
    return version


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    steps = migrations()
    while (version := _check(connection, path, may_be_empty=True)) < len(steps):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have taken this step while we waited for the lock.
            if connection.execute("PRAGMA user_version").fetchone()[0] == version:
                for statement in _statements(steps[version]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version={version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit the transaction first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
