"""Making rows that were saved from a damaged library hang together again."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from newstimeline.library.fingerprint import fingerprint, is_current
from newstimeline.library.prepared_article import prepare
from newstimeline.library.stored_extraction import found_extraction, load_extraction
from newstimeline.model import Extraction, Quote, Span, TimeExpression, quoted_text
from newstimeline.name_keys import name_key
from newstimeline.records.codec import load

_ORPHANS = (
    *(
        (table, "article NOT IN (SELECT id FROM article)")
        for table in (
            "article_person", "article_place", "time_expression", "quote", "event", "found_extraction",
            "article_origin",
        )
    ),
    *(
        (f"{of}_mention", f"NOT EXISTS (SELECT 1 FROM article_{of} AS owner WHERE owner.article = {of}_mention.article"
         f" AND owner.local = {of}_mention.local)")
        for of in ("person", "place")
    ),
    ("event_quote", "event NOT IN (SELECT id FROM event) OR quote NOT IN (SELECT id FROM quote)"),
    *(
        (f"event_{of}", f"NOT EXISTS (SELECT 1 FROM event JOIN article_{of} AS member ON member.article = event.article"
         f" AND member.local = event_{of}.local WHERE event.id = event_{of}.event)")
        for of in ("person", "place")
    ),
)  # fmt: skip
"""Rows without what they belong to: each table, and which of its rows."""
_DANGLING = (
    ("quote", "speaker", "article_person"),
    ("event", "time", "time_expression"),
)
"""References that a row does without: the table, the column, and the table that it refers to within an article."""


def mend(connection: sqlite3.Connection, now: datetime) -> frozenset[str]:
    """Rebuild what others tell of, and take out what belongs to nothing; returns the tables of which rows went."""
    _restore_articles(connection, now)
    _restore_names(connection)
    _forget_additions(connection)
    gone = Counter[str]()
    _drop_orphans(connection, gone)
    for (article,) in connection.execute("SELECT id FROM article ORDER BY id").fetchall():
        _mend_article(connection, article, gone)
    _drop_orphans(connection, gone)
    return frozenset(table for table, count in gone.items() if count)


def _restore_articles(connection: sqlite3.Connection, now: datetime) -> None:
    """An article that was changed by a reader is kept whole in a record beside its rows."""
    for article, record in connection.execute(
        "SELECT article, record FROM found_extraction WHERE article NOT IN (SELECT id FROM article)"
    ).fetchall():
        columns = {**prepare(load(record)).article, "id": article, "added": now.isoformat(timespec="seconds")}
        marks = ", ".join(f":{name}" for name in columns)
        connection.execute(f"INSERT OR IGNORE INTO article ({', '.join(columns)}) VALUES ({marks})", columns)


def _restore_names(connection: sqlite3.Connection) -> None:
    """The library-wide entry of a name follows from what articles have."""
    connection.create_function("name_key", 1, name_key, deterministic=True)
    named = "FROM article WHERE source IS NOT NULL AND source <> ''"
    connection.execute(
        f"INSERT OR IGNORE INTO source (id, key, name) SELECT outlet, name_key(source), source {named}"
        " AND outlet IS NOT NULL"
    )
    connection.execute(f"INSERT OR IGNORE INTO source (key, name) SELECT name_key(source), source {named}")
    connection.execute("UPDATE article SET outlet = NULL WHERE source IS NULL")
    connection.execute(
        "UPDATE article SET outlet = (SELECT id FROM source WHERE key = name_key(article.source))"
        " WHERE source IS NOT NULL"
    )
    for table in ("person", "place"):
        missing = f"article_{table} WHERE {table} NOT IN (SELECT id FROM {table})"
        connection.execute(
            f"INSERT OR IGNORE INTO {table} (id, key, name) SELECT {table}, name_key(name), name FROM {missing}"
        )
        connection.execute(f"INSERT OR IGNORE INTO {table} (key, name) SELECT name_key(name), name FROM {missing}")
        connection.execute(
            f"UPDATE article_{table} SET {table} = (SELECT id FROM {table} WHERE key = name_key(article_{table}.name))"
            f" WHERE {table} NOT IN (SELECT id FROM {table})"
        )


def _forget_additions(connection: sqlite3.Connection) -> None:
    """Events that a reader added come again with the change that added them."""
    additions = "SELECT 'hand-' || id FROM change WHERE what = 'event'"
    connection.execute(
        f"DELETE FROM event WHERE local IN ({additions}) AND article NOT IN (SELECT article FROM found_extraction)"
    )


def _drop_orphans(connection: sqlite3.Connection, gone: Counter[str]) -> None:
    for table, which in _ORPHANS:
        gone[table] += connection.execute(f"DELETE FROM {table} WHERE {which}").rowcount
    for table, column, other in _DANGLING:
        connection.execute(
            f"UPDATE {table} SET {column} = NULL WHERE {column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {other}"
            f" WHERE {other}.article = {table}.article AND {other}.local = {table}.{column})"
        )


def _mend_article(connection: sqlite3.Connection, article: int, gone: Counter[str]) -> None:
    """Where an article no longer has all that was found in it, take out what does not agree with its text."""
    (known,) = connection.execute("SELECT findings FROM article WHERE id = ?", (article,)).fetchone()
    if not is_current(known) or fingerprint(found_extraction(connection, article)) == known:
        return
    connection.execute("DELETE FROM found_extraction WHERE article = ?", (article,))
    for table, where, values in _disagreeing(load_extraction(connection, article)):
        done = connection.execute(f"DELETE FROM {table} WHERE article = ? AND {where}", (article, *values))
        gone[table] += done.rowcount
    _drop_orphans_of(connection, article)
    left = fingerprint(load_extraction(connection, article))
    connection.execute("UPDATE article SET findings = ? WHERE id = ?", (left, article))


def _drop_orphans_of(connection: sqlite3.Connection, article: int) -> None:
    events = "event IN (SELECT id FROM event WHERE article = ?)"
    connection.execute(f"DELETE FROM event_quote WHERE {events} AND quote NOT IN (SELECT id FROM quote)", (article,))
    connection.execute(
        "UPDATE event SET time = NULL WHERE article = ?1 AND time IS NOT NULL"
        " AND time NOT IN (SELECT local FROM time_expression WHERE article = ?1)",
        (article,),
    )


_Wrong = tuple[str, str, tuple[object, ...]]
"""A table, which of an article's rows, and the values in that."""


def _disagreeing(extraction: Extraction) -> Iterator[_Wrong]:
    text = extraction.article.text
    for quote in extraction.quotes:
        if not _quote_agrees(quote, text):
            yield "quote", "local = ?", (quote.id,)
    for time in extraction.times:
        if not _time_agrees(time, text):
            yield "time_expression", "local = ?", (time.id,)
    for event in extraction.events:
        if event.evidence and not _is_within(event.evidence, text):
            yield "event", "local = ?", (event.id,)
    for table, owners in (("person_mention", extraction.people), ("place_mention", extraction.places)):
        for owner in owners:
            for mention in owner.mentions:
                if not _is_within(mention.span, text):
                    yield table, "local = ? AND start = ? AND end = ?", (owner.id, mention.span.start, mention.span.end)


def _is_within(span: Span, text: str | None) -> bool:
    return text is not None and 0 <= span.start < span.end <= len(text)


def _quote_agrees(quote: Quote, text: str | None) -> bool:
    spans = [span for span in (*quote.spans, quote.cue, quote.source) if span]
    if not all(_is_within(span, text) for span in spans):
        return False
    return not quote.spans or text is None or quote.text == quoted_text(quote.spans, text)


def _time_agrees(time: TimeExpression, text: str | None) -> bool:
    return time.span is None or (_is_within(time.span, text) and time.text == time.span.of(text or ""))
