"""An article as it leaves the library: with everything that readers made of it in force.

Corrections stand in the tables already. What stands beside them, such as a judgement, a note or the one name that
several entries of a person have, is put into the record under keys of its own, which every library keeps: what is
exported, added elsewhere and exported again is the same.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import replace

from newstimeline.changes.change import BESIDE, Kind
from newstimeline.library.origins import origins_of
from newstimeline.library.stored_extraction import load_extraction
from newstimeline.model import Extra, Extraction, Person

_Own = dict[tuple[str, int], dict[str, object]]


def outgoing_extraction(
    connection: sqlite3.Connection, article: int, events: Collection[int] | None = None
) -> Extraction:
    """Read an extraction with the reader's own work; of its events only some, where their ids are named.

    Raises:
        KeyError: there is no such article.
    """
    whole = load_extraction(connection, article)
    own = _own_work(connection, article)
    event_ids, quote_ids = (
        dict(connection.execute(f"SELECT local, id FROM {table} WHERE article = ?", (article,)).fetchall())
        for table in ("event", "quote")
    )
    names = dict(
        connection.execute(
            "SELECT local, person_entry.name FROM article_person JOIN person_entry USING (person) WHERE article = ?",
            (article,),
        ).fetchall()
    )
    return replace(
        whole,
        article=replace(whole.article, extra=_article_extra(connection, whole.article.extra, own, article)),
        people=tuple(_named(person, names) for person in whole.people),
        quotes=tuple(
            replace(quote, extra=_with(quote.extra, own, Kind.QUOTE, quote_ids[quote.id])) for quote in whole.quotes
        ),
        events=tuple(
            replace(event, extra=_with(event.extra, own, Kind.EVENT, event_ids[event.id]))
            for event in whole.events
            if events is None or event_ids[event.id] in events
        ),
    )


def _own_work(connection: sqlite3.Connection, article: int) -> _Own:
    own: _Own = {}
    for kind, thing, what, value in connection.execute(
        "SELECT kind, thing, what, value FROM placed_change WHERE article = ? AND (value <> '' OR what = 'mark')"
        " AND value IS NOT NULL"
        f" AND what IN ({','.join('?' * len(BESIDE))}) ORDER BY change",
        (article, *map(str, BESIDE)),
    ):
        own.setdefault((kind, thing), {})[what] = value
    return own


def _article_extra(connection: sqlite3.Connection, extra: Extra, own: _Own, article: int) -> Extra:
    origins = [origin.record for origin in origins_of(connection, article)]
    return _with({**extra, **({"origins": origins} if origins else {})}, own, Kind.ARTICLE, article)


def _with(extra: Extra, own: _Own, kind: Kind, thing: int) -> Extra:
    beside = own.get((str(kind), thing), {})
    return {**extra, **{str(what): beside[what] for what in BESIDE if what in beside}}


def _named(person: Person, names: dict[str, str]) -> Person:
    return replace(person, name=names[person.id]) if person.id in names else person
