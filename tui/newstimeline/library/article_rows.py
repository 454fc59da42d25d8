"""The rows of one article: put in, or put in the place of an earlier reading of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from newstimeline.library.event_identity import Identity, identities
from newstimeline.library.finding_tables import ARTICLES, INSERTIONS, PEOPLE, PLACES, QUOTES
from newstimeline.library.prepared_article import Prepared
from newstimeline.library.search_terms import search_text
from newstimeline.name_keys import name_key

_MOST_NAMES = 200_000
"""Names whose ids are remembered."""
_REPLACED = tuple(name for name in ARTICLES.columns if name not in ("id", "added"))
"""The columns of `article` that may be others in a later reading, or a later state, of the same article."""


class Names:
    """The ids of people, places and outlets by their names, as far as a writer has met them; no name ever goes."""

    def __init__(self) -> None:
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
        self.new_people: list[tuple[int, str]] = []
        """The ids and keys of those who were met for the first time."""
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
        entry = known.get((table, name))
        if entry is None:
            if len(known) > _MOST_NAMES:
                self._names.forget()
            key = name_key(name)
            entry = known[table, name] = self._known(table, key) or self._insert(table, key, name)
        return entry

    def _known(self, table: str, key: str) -> int | None:
        row = self._db.execute(f"SELECT id FROM {table} WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _insert(self, table: str, key: str, name: str) -> int:
        number = self.new(table)
        if table == "person":
            self.new_people.append((number, key))
        self._db.execute(f"INSERT INTO {table} (id, key, name) VALUES (?, ?, ?)", (number, key, name))
        self._db.execute(f"INSERT INTO {table}_words (rowid, key) VALUES (?, ?)", (number, search_text(key)))
        return number


class Rows:
    """Rows of many articles on their way into the tables: few large statements are faster than many small ones."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._waiting: dict[str, list[tuple[object, ...]]] = {table: [] for table in INSERTIONS}

    def add(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Have rows put into a table."""
        self._waiting[table].extend(rows)

    def flush(self) -> None:
        """Put all of them in."""
        for table, rows in self._waiting.items():
            if rows:
                self._db.executemany(INSERTIONS[table], rows)
                rows.clear()


QuotePlace = tuple[object, object]
"""Where a quote stands, as JSON, and its words."""
_place_of = QUOTES.of_row("spans", "text")
_name_of = {"person": PEOPLE.of_row("name"), "place": PLACES.of_row("name")}


@dataclass(frozen=True, slots=True)
class KnownIdentities:
    """What an earlier reading of an article had, to be recognised."""

    events: Sequence[Identity] = ()
    quotes: Mapping[QuotePlace, int] = field(default_factory=dict)
    """Their ids."""


class Insertion:
    """Gives the rows of one article their numbers."""

    def __init__(self, connection: sqlite3.Connection, numbering: Numbering, rows: Rows, prepared: Prepared) -> None:
        """`prepared` is what the article is to have; `rows` takes what it needs."""
        self._db = connection
        self._numbering = numbering
        self._rows = rows
        self._prepared = prepared

    def insert(self, now: datetime) -> int:
        """Put in an article that the library does not have; returns its number."""
        article = self._numbering.new("article")
        columns = {
            **self._prepared.article,
            "id": article,
            "added": now.isoformat(timespec="seconds"),
            "outlet": self._outlet(),
        }
        self._rows.add("article", [tuple(columns[name] for name in ARTICLES.columns)])
        self._insert_findings(article, KnownIdentities())
        return article

    def replace(self, article: int, known: KnownIdentities) -> None:
        """Put these findings in the place of an earlier reading, of which all rows but the article's own are gone.

        An event that was found before, by its evidence, keeps its id, and so does a quote of the same words.
        """
        self._db.execute(
            f"UPDATE article SET {', '.join(f'{name} = :{name}' for name in _REPLACED)} WHERE id = :id",
            {**self._prepared.article, "id": article, "outlet": self._outlet()},
        )
        self._insert_findings(article, known)

    def _outlet(self) -> int | None:
        source = self._prepared.article["source"]
        return self._numbering.of_name("source", str(source)) if source else None

    def _insert_findings(self, article: int, known: KnownIdentities) -> None:
        add, new, of_name = self._rows.add, self._numbering.new, self._numbering.of_name
        prepared = self._prepared
        for table, rows in (("person", prepared.people), ("place", prepared.places)):
            add(f"article_{table}", [(article, of_name(table, _name_of[table](row)), *row) for row in rows])
        for table, rows in prepared.of_article.items():
            add(table, [(article, *row) for row in rows])
        had = dict(known.quotes)
        quotes = [had.pop(_place_of(row), 0) or new("quote") for row in prepared.quotes]
        add("quote", [(number, article, *row) for number, row in zip(quotes, prepared.quotes, strict=True)])
        given = [
            (identity.event or new("event"), identity.uid) for identity in identities(prepared.identities, known.events)
        ]
        add("event", [(*ids, article, *row) for ids, row in zip(given, prepared.events, strict=True)])
        for table, members in prepared.event_members.items():
            add(table, [(given[event][0], n, local) for event, n, local in members])
        add("event_quote", [(given[event][0], n, quotes[quote]) for event, n, quote in prepared.event_quotes])
