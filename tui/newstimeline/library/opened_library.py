"""Opening the library's file to read."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from newstimeline.library.connections import connect_to_read, is_frozen
from newstimeline.library.derived_state import is_in_step
from newstimeline.library.errors import LibraryError, understood
from newstimeline.library.version import BUSY_MS, checked_version, latest_version


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open a library read-only. Safe to use from one other thread than the one that opened it.

    Raises:
        LibraryError: there is no such file, or it is no library of this version.
    """
    if not path.exists():
        raise LibraryError(f"there is no library at {path}; 'newstimeline add PATH' makes one")
    with understood(path):
        connection = connect_to_read(path, timeout=BUSY_MS / 1000)
        try:
            connection.execute("PRAGMA temp_store=MEMORY")
            if checked_version(connection, path, may_be_empty=False) < latest_version() or not is_in_step(connection):
                connection.close()
                if is_frozen(path):
                    raise LibraryError(
                        f"{path} is read-only and has to be brought up to date with this newstimeline first;"
                        " copy it to where it can be written, and name the copy with --library"
                    )
                from newstimeline.library.writable_library import open_for_writing  # most readers need nothing of it

                open_for_writing(path).close()
                return open_for_reading(path)
        except BaseException:
            connection.close()
            raise
        return connection
