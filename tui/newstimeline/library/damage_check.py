"""Whether a library's file is damaged, looked into when something has gone wrong that should not.

SQLite notices some damage and what reads the rows some more. A number where a text should be goes through both, and
makes trouble only where it is shown: there nobody knows the library any more, and it is asked once more as a whole.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from newstimeline.library.connections import connect_to_read
from newstimeline.library.errors import damaged
from newstimeline.library.row_recovery import TableRecovery, text_or_garbled
from newstimeline.library.row_rules import DERIVED, RULES
from newstimeline.library.version import APPLICATION_ID


def damage_of(path: Path) -> str | None:
    """What is to be said of a damaged library; None of one that is whole, and of what is none."""
    try:
        with closing(connect_to_read(path)) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return None
            connection.text_factory = text_or_garbled
            problem = _first_problem(connection)
    except (sqlite3.Error, OSError):
        return None
    return damaged(path, problem) if problem else None


def _first_problem(connection: sqlite3.Connection) -> str | None:
    for table, rule in (RULES | DERIVED).items():
        recovery = TableRecovery(connection, table, rule)
        misfits = sum(rule.fitting(values) is None for values in recovery.rows())
        if misfits and table != "change":  # of the log what can't be read is left out anyway
            return f"a row of the table {table!r} means nothing"
        if recovery.is_damaged:
            return f"the table {table!r} can't be read"
    try:
        verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        return str(error)
    return None if verdict == "ok" else str(verdict)
