"""An article with everything found in it, put together from the tables again."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from newstimeline.library.errors import row_of
from newstimeline.library.finding_tables import (
    ARTICLES,
    EVENTS,
    PEOPLE,
    PERSON_MENTIONS,
    PLACE_MENTIONS,
    PLACES,
    QUOTES,
    TIMES,
    FindingTable,
)
from newstimeline.model import Article, Extraction, Mention


def load_extraction(connection: sqlite3.Connection, article: int) -> Extraction:
    """Read an extraction as it was stored.

    Raises:
        KeyError: there is no such article.
    """
    row = row_of(connection.execute(f"{ARTICLES.select('extra', 'more')} WHERE id = ?", (article,)), article)
    *_, extra, more = row
    people, places = (_mentions(connection, article, table) for table in (PERSON_MENTIONS, PLACE_MENTIONS))
    members = dict(_members(connection, article))
    return Extraction(
        article=ARTICLES.thing(row, **Article.stored_fields(json.loads(extra or "{}"))),
        times=tuple(TIMES.thing(row) for row in _read(connection, article, TIMES)),
        people=tuple(
            PEOPLE.thing(row, mentions=people.get(row[-1], ())) for row in _read(connection, article, PEOPLE, "local")
        ),
        places=tuple(
            PLACES.thing(row, mentions=places.get(row[-1], ())) for row in _read(connection, article, PLACES, "local")
        ),
        quotes=tuple(QUOTES.thing(row) for row in _read(connection, article, QUOTES)),
        events=tuple(
            EVENTS.thing(row, **{field: by_event.get(row[-1], ()) for field, by_event in members.items()})
            for row in _read(connection, article, EVENTS, "id")
        ),
        extra=json.loads(more or "{}"),
    )


def found_extraction(connection: sqlite3.Connection, article: int) -> Extraction:
    """Read what was found in an article, without a reader's changes.

    Raises:
        KeyError: there is no such article.
    """
    from newstimeline.records.codec import load  # the first screen does not wait for what only a change needs

    kept = connection.execute("SELECT record FROM found_extraction WHERE article = ?", (article,)).fetchone()
    return load(kept[0]) if kept else load_extraction(connection, article)


def _read(
    connection: sqlite3.Connection, article: int, table: FindingTable[Any], *besides: str, order: str = "n"
) -> sqlite3.Cursor:
    return connection.execute(f"{table.select(*besides)} WHERE article = ? ORDER BY {order}", (article,))


def _mentions(
    connection: sqlite3.Connection, article: int, table: FindingTable[Mention]
) -> dict[str, tuple[Mention, ...]]:
    mentions: defaultdict[str, tuple[Mention, ...]] = defaultdict(tuple)
    for row in _read(connection, article, table, "local", order="local, n"):
        mentions[row[-1]] += (table.thing(row),)
    return mentions


def _members(connection: sqlite3.Connection, article: int) -> Iterator[tuple[str, dict[int, tuple[str, ...]]]]:
    """The ids of an article's people, places and quotes by the numbers of the events that they are part of."""
    for field, sql in _MEMBERS.items():
        by_event: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
        for event, local in connection.execute(sql, (article,)):
            by_event[event] += (local,)
        yield field, by_event


_MEMBERS = {
    **{
        field: f"SELECT link.event, link.local FROM {table} AS link JOIN event ON event.id = link.event"
        " WHERE event.article = ? ORDER BY link.event, link.n"
        for field, table in (("people", "event_person"), ("places", "event_place"))
    },
    "quotes": "SELECT link.event, quote.local FROM event_quote AS link JOIN quote ON quote.id = link.quote"
    " WHERE quote.article = ? ORDER BY link.event, link.n",
}
