"""From one library to another: articles as they were found, and what a reader has made of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from newstimeline.changes.change import Change
from newstimeline.changes.change_states import in_force
from newstimeline.library.change_log import entries
from newstimeline.library.connections import connect_to_read
from newstimeline.library.errors import understood
from newstimeline.library.filters import Filters, load_filters, take_filters
from newstimeline.library.opened_library import open_for_reading
from newstimeline.library.stored_extraction import found_extraction
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Article, Extraction
from newstimeline.name_keys import name_key
from newstimeline.records.codec import load
from newstimeline.terms import ArticleRelation

_AT_ONCE = 50
"""Articles in one transaction."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much of a library another one does not have, or has got from it."""

    articles: int
    changes: int
    """A reader's, in force."""
    filters: int
    """Those with a name."""

    @property
    def is_own_work(self) -> bool:
        """Whether there is something that a reader has made."""
        return bool(self.changes or self.filters)

    def __bool__(self) -> bool:
        return bool(self.articles or self.is_own_work)


def missing(source: Path, target: Path) -> Holdings:
    """What one library has and another one, which need not exist yet, has not.

    Raises:
        LibraryError: the first one can't be read.
    """
    articles, changes, filters = (_ids(target, sql) for sql in (_KEYS, "SELECT id FROM change", _SAVED))
    with closing(open_for_reading(source)) as connection, understood(source):
        new = (key for (key,) in connection.execute("SELECT key FROM article"))
        return Holdings(
            sum(key not in articles for key in new),
            sum(change.id not in changes for change in _own_changes(connection)),
            sum((saved.name, saved.query) not in filters for saved in load_filters(connection).saved),
        )


_KEYS = "SELECT key FROM article UNION SELECT key FROM article_origin"
_SAVED = "SELECT name, query FROM saved_filter"


def _ids(path: Path, sql: str) -> set[object]:
    """What a library of any version has; nothing where there is none, which whoever writes to it will say."""
    if not path.exists():
        return set()
    with suppress(sqlite3.Error, OSError), closing(connect_to_read(path)) as connection:
        return {row[0] if len(row) == 1 else row for row in connection.execute(sql)}
    return set()


def transfer(
    source: Path,
    target: Path,
    tell: Callable[[int, int], object] = lambda done, of: None,
    *,
    own_work_only: bool = False,
) -> Holdings:
    """Put what one library has into another, made if there is none; returns how much of it was new there.

    What the other one has already stays as it is: its findings, its filters, and changes that contradict, which wait
    there for the reader. `tell` is called with how many of how many articles are there. With `own_work_only`, articles
    come along only as far as the reader has changed something about them.

    Raises:
        LibraryError: one of them can't be read or written; what was told of is stored all the same.
    """
    new = missing(source, target)
    with closing(open_for_reading(source)) as connection, LibraryWriter(target) as writer, understood(source):
        changes = _own_changes(connection)
        numbers = _changed_articles(connection, changes) if own_work_only else _articles(connection)
        tell(0, len(numbers))
        for at in range(0, len(numbers), _AT_ONCE):
            some = numbers[at : at + _AT_ONCE]
            writer.add([told for number in some for told in _told(connection, number)])
            writer.note_places([place for number in some for place in _places(connection, number)])
            tell(at + len(some), len(numbers))
        if changes:
            writer.take_changes(changes)
        filters = load_filters(connection)
    take_filters(target, Filters((), filters.saved) if own_work_only else filters)
    return new if not own_work_only else replace(new, articles=len(numbers))


def _own_changes(connection: sqlite3.Connection) -> list[Change]:
    return [change for change in in_force(entries(connection)) if not change.is_automatic]


def _articles(connection: sqlite3.Connection) -> list[int]:
    return [article for (article,) in connection.execute("SELECT id FROM article ORDER BY id")]


def _changed_articles(connection: sqlite3.Connection, changes: Sequence[Change]) -> list[int]:
    """The articles that changes are made to; of those to a person, all that name the person."""
    articles: set[int] = set()
    for change in changes:
        if change.target.article is not None:
            sql = "SELECT id FROM article WHERE key = :key UNION SELECT article FROM article_origin WHERE key = :key"
            about = change.target.article
        else:
            sql = "SELECT article FROM article_person JOIN person ON person.id = person WHERE person.key = :key"
            about = name_key(change.target.words)
        articles.update(article for (article,) in connection.execute(sql, {"key": about}))
    return sorted(articles)


def _told(connection: sqlite3.Connection, article: int) -> Iterator[tuple[Extraction, str | None]]:
    """An article after what it was before, and before other texts of it, each with what extracted it."""
    rows = connection.execute(
        "SELECT relation, source, url, path, extractor, record FROM article_origin"
        " WHERE article = ? AND record IS NOT NULL ORDER BY id",
        (article,),
    ).fetchall()
    others: list[tuple[Extraction, str | None]] = []
    for relation, source, url, path, extractor, record in rows:
        other = load(record)
        other = replace(other, article=replace(other.article, source=source, url=url, path=path))
        if relation == ArticleRelation.EARLIER:
            yield other, extractor
        else:
            others.append((other, extractor))
    (extractor,) = connection.execute("SELECT extractor FROM article WHERE id = ?", (article,)).fetchone()
    yield found_extraction(connection, article), extractor
    yield from others


def _places(connection: sqlite3.Connection, article: int) -> list[Article]:
    """Where else an article stands, word for word."""
    rows = connection.execute(
        "SELECT key, source, url, path FROM article_origin WHERE article = ? AND record IS NULL ORDER BY id", (article,)
    )
    return [Article(id=key, title="", source=source, url=url, path=path) for key, source, url, path in rows]
