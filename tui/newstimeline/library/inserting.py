"""The rows of one article: put in, or put in the place of an earlier reading of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from newstimeline.library.columns import OPEN_END, OPEN_START
from newstimeline.library.identity import Identity, identities
from newstimeline.library.keys import name_key
from newstimeline.model import Event, Extraction, Mention, Span

_MOST_NAMES = 200_000
"""Names whose ids are remembered."""


class Names:
    """The ids of people, places and outlets by their names, as far as a writer has met them; no name ever goes."""

    def __init__(self) -> None:
        """Begin with none."""
        self.known: dict[tuple[str, str], int] = {}

    def forget(self) -> None:
        """Begin anew, after a transaction that was taken back or to bound the memory."""
        self.known.clear()


class Numbering:
    """The ids of what is new, and of names that are known already; valid within one transaction of the one writer."""

    def __init__(self, connection: sqlite3.Connection, names: Names) -> None:
        """Begin where the tables end; ids of events that are gone are not given again."""
        self._db = connection
        self._names = names
        self._next = {
            table: connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0]
            for table in ("article", "quote", "event", "person", "place", "source")
        }
        upto: int = connection.execute("SELECT upto FROM derived_state").fetchone()[0]
        self._next["event"] = max(self._next["event"], upto + 1)

    def new(self, table: str) -> int:
        """The next id of a table."""
        number: int = self._next[table]
        self._next[table] += 1
        return number

    def of_name(self, table: str, name: str) -> int:
        """The library-wide entry for a name, made at its first appearance."""
        known = self._names.known
        found = known.get((table, name))
        if found is None:
            if len(known) > _MOST_NAMES:
                self._names.forget()
            key = name_key(name)
            found = known[table, name] = self._known(table, key) or self._insert(table, key, name)
        return found

    def _known(self, table: str, key: str) -> int | None:
        row = self._db.execute(f"SELECT id FROM {table} WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _insert(self, table: str, key: str, name: str) -> int:
        number = self.new(table)
        self._db.execute(f"INSERT INTO {table} (id, key, name) VALUES (?, ?, ?)", (number, key, name))
        self._db.execute(f"INSERT INTO {table}_words (rowid, key) VALUES (?, ?)", (number, key))
        return number


def _extra(extra: Mapping[str, object]) -> str | None:
    return json.dumps(extra, ensure_ascii=False) if extra else None


@lru_cache(maxsize=4096)
def _json_of(texts: tuple[str, ...]) -> str:
    return json.dumps(texts, ensure_ascii=False)


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


class Rows:
    """Rows of many articles on their way into the tables: few large statements are faster than many small ones."""

    _TABLES = (
        "article",
        "article_person",
        "article_place",
        "person_mention",
        "place_mention",
        "time_expression",
        "quote",
        "event",
        "event_person",
        "event_place",
        "event_quote",
    )
    """In the order that the foreign keys ask for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Begin with none."""
        self._db = connection
        self._waiting: dict[str, list[tuple[object, ...]]] = {table: [] for table in self._TABLES}

    def add(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Have rows put into a table."""
        self._waiting[table].extend(rows)

    def flush(self) -> None:
        """Put all of them in."""
        for table, rows in self._waiting.items():
            if rows:
                self._db.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)
                rows.clear()


class ArticleRows:
    """The rows of one article."""

    def __init__(
        self, connection: sqlite3.Connection, numbering: Numbering, rows: Rows, extraction: Extraction
    ) -> None:
        """`extraction` is what the article is to have; `rows` takes what it needs."""
        self._db = connection
        self._numbering = numbering
        self._rows = rows
        self._extraction = extraction
        self._article = 0
        self._quote_ids: dict[str, int] = {}

    def insert(self, findings: str, extractor: str | None, now: datetime) -> None:
        """Put in an article that the library does not have."""
        self._article = self._numbering.new("article")
        article = self._extraction.article
        self._rows.add(
            "article",
            [
                (
                    self._article,
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
                    self._outlet(),
                )
            ],
        )
        self._insert_findings(())

    def replace(self, article: int, findings: str, extractor: str | None, known: Sequence[Identity]) -> None:
        """Put these findings in the place of an earlier reading, of which all rows but the article's own are gone.

        An event that was found before, by its evidence, keeps its id.
        """
        self._article = article
        given = self._extraction.article
        self._db.execute(
            "UPDATE article SET source = ?, url = ?, path = ?, findings = ?, extractor = ?, extra = ?, more = ?,"
            " outlet = ? WHERE id = ?",
            (
                given.source,
                given.url,
                given.path,
                findings,
                extractor,
                _extra(given.extra),
                _extra(self._extraction.extra),
                self._outlet(),
                article,
            ),
        )
        self._insert_findings(known)

    def _outlet(self) -> int | None:
        source = self._extraction.article.source
        return self._numbering.of_name("source", source) if source else None

    def _insert_findings(self, known: Sequence[Identity]) -> None:
        self._insert_people()
        self._insert_places()
        self._insert_times()
        self._insert_quotes()
        self._insert_events(known)

    def _insert_people(self) -> None:
        people = self._extraction.people
        self._rows.add(
            "article_person",
            [
                (
                    self._article,
                    person.id,
                    n,
                    self._numbering.of_name("person", person.name),
                    person.name,
                    _json_of(person.roles),
                    _extra(person.extra),
                )
                for n, person in enumerate(people)
            ],
        )
        self._rows.add("person_mention", [row for one in people for row in self._mentions(one.id, one.mentions)])

    def _insert_places(self) -> None:
        places = self._extraction.places
        self._rows.add(
            "article_place",
            [
                (
                    self._article,
                    place.id,
                    n,
                    self._numbering.of_name("place", place.name),
                    place.name,
                    _extra(place.extra),
                )
                for n, place in enumerate(places)
            ],
        )
        self._rows.add("place_mention", [row for one in places for row in self._mentions(one.id, one.mentions)])

    def _mentions(self, local: str, mentions: tuple[Mention, ...]) -> list[tuple[object, ...]]:
        return [(self._article, local, n, m.span.start, m.span.end, m.kind.value) for n, m in enumerate(mentions)]

    def _insert_times(self) -> None:
        self._rows.add(
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
        self._quote_ids = {quote.id: self._numbering.new("quote") for quote in self._extraction.quotes}
        self._rows.add(
            "quote",
            [
                (
                    self._quote_ids[quote.id],
                    self._article,
                    quote.id,
                    n,
                    quote.kind.value,
                    quote.text,
                    f"[{', '.join(f'[{span.start}, {span.end}]' for span in quote.spans)}]",
                    *_ends(quote.cue),
                    *_ends(quote.source),
                    quote.speaker,
                    quote.when.edtf if quote.when else None,
                    _extra(quote.extra),
                )
                for n, quote in enumerate(self._extraction.quotes)
            ],
        )

    def _insert_events(self, known: Sequence[Identity]) -> None:
        events = self._extraction.events
        given = [
            (identity.event or self._numbering.new("event"), identity.uid)
            for identity in identities(self._extraction, known)
        ]
        self._rows.add(
            "event", [self._event(*ids, n, event) for n, (ids, event) in enumerate(zip(given, events, strict=True))]
        )
        numbered = [(event, ids[0]) for ids, event in zip(given, events, strict=True)]
        for table, members in (("event_person", "people"), ("event_place", "places")):
            self._rows.add(
                table, [(id_, i, local) for event, id_ in numbered for i, local in enumerate(getattr(event, members))]
            )
        self._rows.add(
            "event_quote",
            [(id_, i, self._quote_ids[local]) for event, id_ in numbered for i, local in enumerate(event.quotes)],
        )

    def _event(self, number: int, uid: str, n: int, event: Event) -> tuple[object, ...]:
        when = event.when
        return (
            number,
            uid,
            self._article,
            event.id,
            n,
            event.title,
            when.edtf if when else None,
            when.start if when else None,
            when.end if when else None,
            OPEN_START * when.open_start + OPEN_END * when.open_end if when else 0,
            event.basis.value if event.basis else None,
            event.time,
            *_ends(event.evidence),
            _extra(event.extra),
        )
