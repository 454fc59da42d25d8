"""Which files were read, and as what they were then: an unchanged one costs no more than a look at its folder."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from newstimeline.model import FileState


def articles_if_unchanged(connection: sqlite3.Connection, state: FileState, rules: str) -> int | None:
    """How many articles a file held that is as it was when these rules read it; None for one that must be read."""
    row = connection.execute(
        "SELECT articles FROM read_file WHERE path = ? AND size = ? AND mtime_ns = ? AND inode = ? AND rules = ?",
        (state.path, state.size, state.mtime_ns, state.inode, rules),
    ).fetchone()
    return row[0] if row else None


def remember(connection: sqlite3.Connection, files: Iterable[tuple[FileState, int]], rules: str) -> None:
    """Remember files that these rules have read, each with the number of its articles."""
    connection.executemany(
        "INSERT OR REPLACE INTO read_file VALUES (?, ?, ?, ?, ?, ?)",
        ((one.path, one.size, one.mtime_ns, one.inode, rules, articles) for one, articles in files),
    )
