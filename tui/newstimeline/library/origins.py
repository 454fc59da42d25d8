"""Where an article stands besides, and what it was before: kept beside the article that is shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from newstimeline.library.stored_extraction import found_extraction
from newstimeline.library.views import Origin, Version
from newstimeline.model import Article, Extraction
from newstimeline.records.codec import dump, load
from newstimeline.terms import ArticleRelation
from newstimeline.when import parse

_ADD = (
    "INSERT INTO article_origin (article, relation, key, source, url, path, added, extractor, record)"
    " VALUES (:article, :relation, :key, :source, :url, :path, :added, :extractor, :record)"
)
Columns = Mapping[str, object]
"""Of the table `article`."""


def article_with(connection: sqlite3.Connection, key: str) -> int | None:
    """The article that has or had an identity, at any of its places."""
    row = connection.execute(
        "SELECT id FROM article WHERE key = :key UNION ALL SELECT article FROM article_origin WHERE key = :key LIMIT 1",
        {"key": key},
    ).fetchone()
    return row[0] if row else None


def is_at(connection: sqlite3.Connection, key: str, url: str | None, path: str | None) -> bool:
    """Whether it is known that an article with this identity stands at a place."""
    is_known: int = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM article WHERE key = :key AND url IS :url AND path IS :path)"
        " OR EXISTS (SELECT 1 FROM article_origin WHERE key = :key AND url IS :url AND path IS :path)",
        {"key": key, "url": url, "path": path},
    ).fetchone()[0]
    return bool(is_known)


def add_origin(
    connection: sqlite3.Connection,
    article: int,
    relation: ArticleRelation,
    columns: Columns,
    now: datetime,
    text: str | None,
) -> None:
    """Keep another place, or an earlier state, of an article; with its text if that is another one."""
    record = None
    if text is not None:
        told = Article(
            id=str(columns["key"]),
            title=str(columns["title"]),
            published=parse(str(columns["published"])) if columns["published"] else None,
            text=text,
        )
        record = dump(Extraction(article=told))
    moment = now.isoformat(timespec="seconds")
    given = {**columns, "article": article, "relation": str(relation), "added": moment, "record": record}
    connection.execute(_ADD, {"extractor": None, **given})


def keep_earlier(connection: sqlite3.Connection, article: int) -> None:
    """Keep an article as it was found, without a reader's changes, before a later state of it takes its place."""
    names = ("key", "source", "url", "path", "added", "extractor")
    row = connection.execute(f"SELECT {', '.join(names)} FROM article WHERE id = ?", (article,)).fetchone()
    record = dump(found_extraction(connection, article))
    given = {"article": article, "relation": str(ArticleRelation.EARLIER), "record": record}
    connection.execute(_ADD, {**dict(zip(names, row, strict=True)), **given})


def version_count(connection: sqlite3.Connection, article: int) -> int:
    """How many other texts of an article are known."""
    count: int = connection.execute(
        "SELECT count(*) FROM article_origin WHERE article = ? AND record IS NOT NULL", (article,)
    ).fetchone()[0]
    return count


def origins_of(connection: sqlite3.Connection, article: int) -> tuple[Origin, ...]:
    """The other places of an article, each once, in the order of arrival."""
    rows = connection.execute(
        "SELECT origin.source, origin.url, origin.path FROM article_origin AS origin JOIN article"
        " ON article.id = origin.article WHERE origin.article = ?"
        " AND (origin.url IS NOT article.url OR origin.path IS NOT article.path)"
        " GROUP BY origin.source, origin.url, origin.path ORDER BY min(origin.id)",
        (article,),
    )
    return tuple(Origin(*row) for row in rows)


def versions_of(connection: sqlite3.Connection, article: int) -> tuple[Version, ...]:
    """The other texts of an article, the newest first: what it was before, and how it stands elsewhere."""
    rows = connection.execute(
        "SELECT relation, source, url, path, added, record FROM article_origin"
        " WHERE article = ? AND record IS NOT NULL ORDER BY id DESC",
        (article,),
    ).fetchall()
    return tuple(
        Version(relation == ArticleRelation.EARLIER, Origin(source, url, path), added, load(record).article)
        for relation, source, url, path, added, record in rows
    )
