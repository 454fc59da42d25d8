"""How the browser was left, kept in the library that it showed."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from newstimeline.library.connections import connect_to_read, connect_to_write


def read_state(path: Path) -> str | None:
    """What was kept; None where nothing was, or what is wrong with the file is for others to say."""
    if not path.exists():
        return None
    with suppress(sqlite3.Error, OSError), closing(connect_to_read(path)) as connection:
        row = connection.execute("SELECT state FROM browser_state").fetchone()
        return row[0] if row else None
    return None


def keep_state(path: Path, state: str) -> None:
    """Keep it, unless somebody else is writing or the library is read-only: then the next start begins anew."""
    with suppress(sqlite3.Error), closing(connect_to_write(path, timeout=1)) as connection, connection:
        connection.execute("INSERT OR REPLACE INTO browser_state VALUES (1, ?)", (state,))
