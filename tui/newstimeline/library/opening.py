"""Opening the library's file to read: its version, and clear errors for what is no library."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path

from newstimeline.library.derived import is_in_step
from newstimeline.library.errors import LibraryError, translated

APPLICATION_ID = 0x4E544C31
"""Marks an SQLite file as a newstimeline library ("NTL1"; https://www.sqlite.org/pragma.html#pragma_application_id)."""
BUSY_MS = 15_000
"""How long one writer waits for another."""
MIGRATIONS = Path(__file__).with_name("migrations")
"""The schema's steps, in the order of their names; a library at version n has had the first n."""


@cache
def latest_version() -> int:
    """The version to which a library is brought."""
    return sum(1 for _ in MIGRATIONS.glob("*.sql"))


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
            connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            connection.execute("PRAGMA temp_store=MEMORY")
            if checked_version(connection, path, may_be_empty=False) < latest_version() or not is_in_step(connection):
                connection.close()
                from newstimeline.library.opening_to_write import open_for_writing  # most readers need nothing of it

                open_for_writing(path).close()
                return open_for_reading(path)
        except BaseException:
            connection.close()
            raise
        return connection


def checked_version(connection: sqlite3.Connection, path: Path, *, may_be_empty: bool) -> int:
    """The version of a library's file.

    Raises:
        LibraryError: it is no library, or from a newer version.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if application != APPLICATION_ID and not (empty and may_be_empty):
        raise LibraryError(f"{path} is not a newstimeline library; name another file with --library")
    if version > latest_version():
        raise LibraryError(
            f"{path} was made by a newer newstimeline (format {version}); update newstimeline to open it"
        )
    return version
