"""What a library holds, counted by SQL over its tables: slow at a million events, and asked for seldom."""

from __future__ import annotations

import sqlite3

from newstimeline.library.views import Figures
from newstimeline.when import When, parse


def figures(connection: sqlite3.Connection, size: int) -> Figures:
    """Count everything; `size` is that of the file in bytes."""

    def number(what: str) -> int:
        found: int = connection.execute(f"SELECT count(*) FROM {what}").fetchone()[0]
        return found

    def numbers(what: str, table: str) -> dict[str, int]:
        return dict(connection.execute(f"SELECT {what}, count(*) FROM {table} GROUP BY 1 ORDER BY 2 DESC, 1"))

    def date(order: str) -> When | None:
        row = connection.execute(
            f"SELECT edtf FROM event WHERE start IS NOT NULL ORDER BY start {order} LIMIT 1"
        ).fetchone()
        return parse(row[0]) if row else None

    return Figures(
        articles=number("article"),
        undated_articles=number("article WHERE published IS NULL"),
        events=number("event"),
        by_basis=numbers("CASE WHEN edtf IS NULL THEN 'undated' ELSE coalesce(basis, 'no reason given') END", "event"),
        quotes=number("quote"),
        by_kind=numbers("kind", "quote"),
        people=number("person LEFT JOIN person_entry ON person_entry.person = person.id WHERE coalesce(main, id) = id"),
        places=number("place"),
        outlets=number("source"),
        first=date("ASC"),
        last=date("DESC"),
        extractors=numbers("coalesce(extractor, 'parsed events')", "article"),
        bytes=size,
    )
