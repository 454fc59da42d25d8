"""Which SQLite files are libraries, and of which version of the schema."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

from newstimeline.library.connections import connect_to_read
from newstimeline.library.errors import LibraryError, not_a_library

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


def checked_version(connection: sqlite3.Connection, path: Path, *, may_be_empty: bool) -> int:
    """The version of a library's file.

    Raises:
        LibraryError: it is no library, or from a newer version.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if application != APPLICATION_ID and not (empty and may_be_empty):
        raise LibraryError(not_a_library(path))
    if version > latest_version():
        raise LibraryError(
            f"{path} was made by a newer newstimeline (format {version}); update newstimeline to open it"
        )
    return version


def is_outdated(path: Path) -> bool:
    """Whether a library is of an older version, so that opening it takes as long as it is large."""
    with suppress(sqlite3.Error, OSError), closing(connect_to_read(path)) as connection:
        application, version = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
        return bool(application == APPLICATION_ID and version < latest_version())
    return False  # whoever opens it says what is wrong
