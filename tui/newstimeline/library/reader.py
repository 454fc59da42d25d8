"""Asking the library: which events match, in what order, and everything there is to say of one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from newstimeline.library.columns import Columns, Ints, Mask, load_columns
from newstimeline.library.loading import load_extraction
from newstimeline.library.matching import match
from newstimeline.library.opening import open_for_reading, translated
from newstimeline.library.views import ArticleInfo, EventDetail, EventRow, PersonSeen, QuoteSaid
from newstimeline.model import Basis, Extraction, QuoteKind, Span
from newstimeline.query.tree import Query
from newstimeline.when import When, parse

_ROWS_AT_ONCE = 500
"""Ids in one statement; SQLite's default limit of variables was 999 for long."""


class Library:
    """A library open for reading. One thread at a time."""

    def __init__(self, path: Path) -> None:
        """Open the library.

        Raises:
            LibraryError: there is none, or it can't be read.
        """
        self.path = path
        self._connection = open_for_reading(path)
        self._columns: Columns | None = None
        self._columns_version = -1

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def interrupt(self) -> None:
        """Make a statement that runs in another thread fail now."""
        self._connection.interrupt()

    def version(self) -> int:
        """A number that changes when another process has written."""
        found: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return found

    def columns(self) -> Columns:
        """All events in the order of the timeline; read again only when the file has changed."""
        with translated(self.path):
            version = self.version()
            if self._columns is None or version != self._columns_version:
                self._columns = load_columns(self._connection)
                self._columns_version = version
            return self._columns

    def match(self, query: Query, columns: Columns) -> Mask:
        """Which of the columns' events a query means."""
        with translated(self.path):
            return match(query, columns, self._connection)

    def totals(self) -> dict[str, int]:
        """How many articles, events, quotes and people the library holds."""
        return {
            table: self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("article", "event", "quote", "person")
        }

    def latest_publication(self) -> When | None:
        """When the latest article was published."""
        with translated(self.path):
            dates = self._connection.execute("SELECT DISTINCT published FROM article WHERE published IS NOT NULL")
            return max((parse(edtf) for (edtf,) in dates), key=lambda when: when.end, default=None)

    def rows(self, ids: Sequence[int] | Ints) -> list[EventRow]:
        """The rows of some events, in the order asked for."""
        found: dict[int, EventRow] = {}
        with translated(self.path):
            for at in range(0, len(ids), _ROWS_AT_ONCE):
                some = [int(i) for i in ids[at : at + _ROWS_AT_ONCE]]
                marks = ",".join("?" * len(some))
                for row in self._connection.execute(
                    "SELECT id, title, edtf, basis, (SELECT count(*) FROM event_quote WHERE event = event.id)"
                    f" FROM event WHERE id IN ({marks})",
                    some,
                ):
                    found[row[0]] = EventRow(row[0], row[1], _when(row[2]), Basis(row[3]) if row[3] else None, row[4])
        return [found[int(i)] for i in ids if int(i) in found]

    def detail(self, event: int) -> EventDetail:
        """Everything about one event.

        Raises:
            KeyError: there is no such event.
        """
        with translated(self.path):
            row = self._connection.execute(
                "SELECT event.local, event.title, event.edtf, event.basis, evidence_start, evidence_end, event.article,"
                " time_expression.text, time_expression.anchor FROM event LEFT JOIN time_expression"
                " ON time_expression.article = event.article AND time_expression.local = event.time"
                " WHERE event.id = ?",
                (event,),
            ).fetchone()
            if row is None:
                raise KeyError(event)
            return EventDetail(
                id=event,
                local=row[0],
                title=row[1],
                when=_when(row[2]),
                basis=Basis(row[3]) if row[3] else None,
                time_text=row[7],
                anchor=_when(row[8]),
                evidence=_span(row[4], row[5]),
                people=tuple(self._people(event)),
                quotes=tuple(self._quotes(event)),
                places=tuple(self._places(event)),
                article=self.article_info(row[6]),
            )

    def _people(self, event: int) -> Iterator[PersonSeen]:
        rows = self._connection.execute(
            "SELECT person.id, article_person.name, article_person.roles,"
            " (SELECT count(DISTINCT other.event) FROM article_person AS same"
            "  JOIN event AS e ON e.article = same.article"
            "  JOIN event_person AS other ON other.event = e.id AND other.local = same.local"
            "  WHERE same.person = person.id)"
            " FROM event_person JOIN event ON event.id = event_person.event"
            " JOIN article_person ON article_person.article = event.article"
            " AND article_person.local = event_person.local"
            " JOIN person ON person.id = article_person.person WHERE event_person.event = ? ORDER BY event_person.n",
            (event,),
        )
        for person, name, roles, events in rows:
            yield PersonSeen(person, name, tuple(json.loads(roles)), events)

    def _quotes(self, event: int) -> Iterator[QuoteSaid]:
        rows = self._connection.execute(
            "SELECT quote.id, quote.kind, quote.text, article_person.name, article_person.roles,"
            " substr(article.text, quote.source_start + 1, quote.source_end - quote.source_start), quote.spans"
            " FROM event_quote JOIN quote ON quote.id = event_quote.quote JOIN article ON article.id = quote.article"
            " LEFT JOIN article_person ON article_person.article = quote.article"
            " AND article_person.local = quote.speaker WHERE event_quote.event = ? ORDER BY event_quote.n",
            (event,),
        )
        for quote, kind, text, speaker, roles, source, spans in rows:
            yield QuoteSaid(
                id=quote,
                kind=QuoteKind(kind),
                text=text,
                speaker=speaker,
                roles=tuple(json.loads(roles)) if roles else (),
                source=source,
                spans=tuple(Span(start, end) for start, end in json.loads(spans)),
            )

    def _places(self, event: int) -> Iterator[str]:
        rows = self._connection.execute(
            "SELECT article_place.name FROM event_place JOIN event ON event.id = event_place.event"
            " JOIN article_place ON article_place.article = event.article AND article_place.local = event_place.local"
            " WHERE event_place.event = ? ORDER BY event_place.n",
            (event,),
        )
        return (name for (name,) in rows)

    def article_info(self, article: int) -> ArticleInfo:
        """An article without its text, by the library's number.

        Raises:
            KeyError: there is no such article.
        """
        row = self._connection.execute(
            "SELECT title, published, source, url, path, text IS NOT NULL FROM article WHERE id = ?", (article,)
        ).fetchone()
        if row is None:
            raise KeyError(article)
        return ArticleInfo(article, row[0], _when(row[1]), row[2], row[3], row[4], bool(row[5]))

    def article_numbers(self) -> list[int]:
        """The library's numbers of its articles, in the order of their arrival."""
        return [row[0] for row in self._connection.execute("SELECT id FROM article ORDER BY id")]

    def extraction(self, article: int) -> Extraction:
        """An article with everything found in it.

        Raises:
            KeyError: there is no such article.
        """
        with translated(self.path):
            return load_extraction(self._connection, article)

    def integrity(self) -> list[str]:
        """What SQLite finds wrong with the file; empty when all is well."""
        with translated(self.path):
            problems = [row[0] for row in self._connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            for table, rowid, parent, _ in self._connection.execute("PRAGMA foreign_key_check"):
                problems.append(f"{table} row {rowid} refers to a missing {parent}")
            events, words = self._connection.execute(
                "SELECT (SELECT count(*) FROM event), (SELECT count(*) FROM event_words_docsize)"
            ).fetchone()
            if events != words:
                problems.append(f"the index of words has {words} events of {events}")
            return problems


def _when(edtf: str | None) -> When | None:
    return parse(edtf) if edtf else None


def _span(start: int | None, end: int | None) -> Span | None:
    return Span(start, end) if start is not None and end is not None else None
