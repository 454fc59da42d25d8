"""Putting extractions into the library: each article whole, or not at all."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum
from hashlib import blake2b
from pathlib import Path

from newstimeline.library.columns import OPEN_END, OPEN_START
from newstimeline.library.opening import open_for_writing, translated
from newstimeline.model import Event, Extraction, Mention, Quote, Span
from newstimeline.records import dump


class Added(Enum):
    """What became of an extraction."""

    NEW = "new"
    UNCHANGED = "unchanged"
    """The library has this article, with these findings."""
    DIFFERENT = "different"
    """The library has this article with other findings, which were kept."""


def name_key(name: str) -> str:
    """A name without case, accents and surplus white space: what makes two of them the same entry."""
    decomposed = unicodedata.normalize("NFKD", name)
    return " ".join("".join(ch for ch in decomposed if not unicodedata.combining(ch)).casefold().split())


def _utc_now() -> datetime:
    return datetime.now(UTC)


class LibraryWriter:
    """The one writer of a library file. Use as a context manager."""

    def __init__(self, path: Path, now: Callable[[], datetime] = _utc_now, *, durable: bool = True) -> None:
        """Open the library, making it if there is none; see `open_for_writing`.

        Raises:
            LibraryError: see `open_for_writing`.
        """
        self._path = path
        self._now = now
        self._connection = open_for_writing(path, durable=durable)

    def __enter__(self) -> LibraryWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def has(self, article_key: str) -> bool:
        """Whether the library holds the article."""
        found = self._connection.execute("SELECT 1 FROM article WHERE key = ?", (article_key,)).fetchone()
        return found is not None

    def add(self, extractions: Iterable[tuple[Extraction, str | None]]) -> list[Added]:
        """Store extractions, each with the name of what extracted it, in one durable transaction.

        When this returns, all of them are on the disk; when it raises, none is.

        Raises:
            LibraryError: the file can't be written (disk full, read-only, another writer).
        """
        with translated(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                outcomes = [self._add_one(extraction, extractor) for extraction, extractor in extractions]
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            return outcomes

    def _add_one(self, extraction: Extraction, extractor: str | None) -> Added:
        findings = _findings_hash(extraction)
        known = self._connection.execute(
            "SELECT findings FROM article WHERE key = ?", (extraction.article.id,)
        ).fetchone()
        if known:
            return Added.UNCHANGED if known[0] == findings else Added.DIFFERENT
        _ArticleInsert(self._connection, extraction).run(findings, extractor, self._now())
        return Added.NEW


def _findings_hash(extraction: Extraction) -> str:
    """A hash of what was found, whatever the file was called and wherever it lay."""
    nameless = replace(extraction, article=replace(extraction.article, path=None))
    return blake2b(dump(nameless).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _extra(extra: Mapping[str, object]) -> str | None:
    return json.dumps(extra, ensure_ascii=False) if extra else None


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


class _ArticleInsert:
    """The inserts for one article, in the order that the foreign keys ask for."""

    def __init__(self, connection: sqlite3.Connection, extraction: Extraction) -> None:
        self._db = connection
        self._extraction = extraction
        self._text = extraction.article.text or ""
        self._article = 0
        self._quote_ids: dict[str, int] = {}

    def run(self, findings: str, extractor: str | None, now: datetime) -> None:
        self._insert_article(findings, extractor, now)
        self._insert_people()
        self._insert_places()
        self._insert_times()
        self._insert_quotes()
        self._insert_events()

    def _insert(self, table: str, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            marks = ",".join("?" * len(rows[0]))
            self._db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    def _insert_article(self, findings: str, extractor: str | None, now: datetime) -> None:
        article = self._extraction.article
        cursor = self._db.execute(
            "INSERT INTO article"
            " (key, title, published, source, url, path, text, findings, extractor, added, extra, more)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                article.id,
                article.title,
                article.published.edtf if article.published else None,
                article.source,
                article.url,
                article.path,
                article.text,
                findings,
                extractor,
                now.isoformat(timespec="seconds"),
                _extra(article.extra),
                _extra(self._extraction.extra),
            ),
        )
        self._article = cursor.lastrowid or 0

    def _shared_id(self, table: str, name: str) -> int:
        """The library-wide entry for a name, made at its first appearance."""
        key = name_key(name)
        self._db.execute(f"INSERT OR IGNORE INTO {table} (key, name) VALUES (?, ?)", (key, name))
        found: int = self._db.execute(f"SELECT id FROM {table} WHERE key = ?", (key,)).fetchone()[0]
        return found

    def _insert_people(self) -> None:
        people = self._extraction.people
        self._insert(
            "article_person",
            [
                (
                    self._article,
                    person.id,
                    n,
                    self._shared_id("person", person.name),
                    person.name,
                    json.dumps(person.roles, ensure_ascii=False),
                    _extra(person.extra),
                )
                for n, person in enumerate(people)
            ],
        )
        for person in people:
            self._insert_mentions("person_mention", person.id, person.mentions)

    def _insert_places(self) -> None:
        places = self._extraction.places
        self._insert(
            "article_place",
            [
                (self._article, place.id, n, self._shared_id("place", place.name), place.name, _extra(place.extra))
                for n, place in enumerate(places)
            ],
        )
        for place in places:
            self._insert_mentions("place_mention", place.id, place.mentions)

    def _insert_mentions(self, table: str, local: str, mentions: tuple[Mention, ...]) -> None:
        self._insert(
            table, [(self._article, local, n, m.span.start, m.span.end, m.kind.value) for n, m in enumerate(mentions)]
        )

    def _insert_times(self) -> None:
        self._insert(
            "time_expression",
            [
                (
                    self._article,
                    time.id,
                    n,
                    *_ends(time.span),
                    time.text,
                    time.type,
                    time.value,
                    time.when.edtf if time.when else None,
                    time.anchor.edtf if time.anchor else None,
                    _extra(time.extra),
                )
                for n, time in enumerate(self._extraction.times)
            ],
        )

    def _insert_quotes(self) -> None:
        for n, quote in enumerate(self._extraction.quotes):
            cursor = self._db.execute(
                "INSERT INTO quote (article, local, n, kind, text, spans, cue_start, cue_end, source_start, source_end,"
                " speaker, edtf, extra) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (
                    self._article,
                    quote.id,
                    n,
                    quote.kind.value,
                    quote.text,
                    json.dumps([[span.start, span.end] for span in quote.spans]),
                    *_ends(quote.cue),
                    *_ends(quote.source),
                    quote.speaker,
                    quote.when.edtf if quote.when else None,
                    _extra(quote.extra),
                ),
            )
            self._quote_ids[quote.id] = cursor.lastrowid or 0

    def _insert_events(self) -> None:
        seen: dict[str, int] = {}
        for n, event in enumerate(self._extraction.events):
            event_id = self._insert_event(n, event, seen)
            self._insert("event_person", [(event_id, i, local) for i, local in enumerate(event.people)])
            self._insert("event_place", [(event_id, i, local) for i, local in enumerate(event.places)])
            self._insert("event_quote", [(event_id, i, self._quote_ids[q]) for i, q in enumerate(event.quotes)])
            self._insert_words(event_id, event)

    def _insert_event(self, n: int, event: Event, seen: dict[str, int]) -> int:
        where = f"{event.evidence.start}-{event.evidence.end}" if event.evidence else event.title
        seen[where] = seen.get(where, 0) + 1
        identity = f"{self._extraction.article.id}\0{where}\0{seen[where]}"
        cursor = self._db.execute(
            "INSERT INTO event (uid, article, local, n, title, edtf, start, end, open, basis, time, evidence_start,"
            " evidence_end, extra) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest(),
                self._article,
                event.id,
                n,
                event.title,
                event.when.edtf if event.when else None,
                event.when.start if event.when else None,
                event.when.end if event.when else None,
                OPEN_START * event.when.open_start + OPEN_END * event.when.open_end if event.when else 0,
                event.basis.value if event.basis else None,
                event.time,
                *_ends(event.evidence),
                _extra(event.extra),
            ),
        )
        return cursor.lastrowid or 0

    def _insert_words(self, event_id: int, event: Event) -> None:
        people = {p.id: p for p in self._extraction.people}
        quotes: list[Quote] = [q for q in self._extraction.quotes if q.id in event.quotes]
        article = self._extraction.article
        between = " \ue000 "  # a word to the index and to nobody else: no phrase reaches from one name into the next
        self._db.execute(
            "INSERT INTO event_words (rowid, title, evidence, people, places, quotes, speakers, source, headline)"
            " VALUES (?,?,?,?,?,?,?,?,?)",
            (
                event_id,
                event.title,
                event.evidence.of(self._text) if event.evidence else "",
                between.join(people[p].name for p in event.people),
                between.join(p.name for p in self._extraction.places if p.id in event.places),
                between.join(q.text for q in quotes),
                between.join(people[q.speaker].name for q in quotes if q.speaker),
                article.source or "",
                article.title,
            ),
        )
