"""Which files and pages were read, and as what they were then: an unchanged one costs no more than a look at it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from newstimeline.model import FileState, PageState, SourceState


def articles_if_unchanged(connection: sqlite3.Connection, state: FileState, rules: str) -> int | None:
    """How many articles a file held that is as it was when these rules read it; None for one that must be read."""
    row = connection.execute(
        "SELECT articles FROM read_file WHERE path = ? AND size = ? AND mtime_ns = ? AND inode = ? AND rules = ?",
        (state.path, state.size, state.mtime_ns, state.inode, rules),
    ).fetchone()
    return row[0] if row else None


def page_if_known(connection: sqlite3.Connection, url: str, rules: str) -> tuple[PageState, int] | None:
    """What these rules read at an address, as its server told of it, and how many articles that were."""
    row = connection.execute(
        "SELECT etag, modified, articles FROM fetched WHERE url = ? AND rules = ?", (url, rules)
    ).fetchone()
    return (PageState(url, row[0], row[1]), row[2]) if row else None


def remember(connection: sqlite3.Connection, sources: Iterable[tuple[SourceState, int]], rules: str) -> None:
    """Remember files and pages that these rules have read, each with the number of its articles."""
    for source, articles in sources:
        match source:
            case FileState(path, size, mtime_ns, inode):
                values = (path, size, mtime_ns, inode, rules, articles)
                connection.execute("INSERT OR REPLACE INTO read_file VALUES (?, ?, ?, ?, ?, ?)", values)
            case PageState(url, etag, modified):
                told = (url, etag, modified, rules, articles)
                connection.execute("INSERT OR REPLACE INTO fetched VALUES (?, ?, ?, ?, ?)", told)
