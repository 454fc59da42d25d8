"""Whether what is derived from the tables is in step with them; `settling` keeps it so."""

from __future__ import annotations

import sqlite3

from newstimeline.library.stored_columns import newest

FORMAT = 3
"""Of the derived tables' contents. Raise it when they change: libraries with another number are rebuilt."""


def is_in_step(connection: sqlite3.Connection) -> bool:
    """Whether the derived tables match the others."""
    format_, upto, stale = connection.execute("SELECT format, upto, stale FROM derived_state").fetchone()
    return bool(format_ == FORMAT and not stale and upto == newest(connection)[0])
