"""The words of events: where they are indexed, and which events have some of them.

SQLite's FTS5 finds the events of a rare word in well under a millisecond, but needs a fifth of a second to collect
what a million events have that begins with a "t". The events of such beginnings are stored as sets, a chunk of events
each (see `index_build.py`); whatever is not among them is rare enough to be collected.
"""

from __future__ import annotations

import sqlite3

from newstimeline.arrays import Ints, Mask, np
from newstimeline.library import postings
from newstimeline.library.person_aliases import with_entries
from newstimeline.library.search_terms import asked_terms
from newstimeline.query import NameScope

COLUMNS_OF = {
    NameScope.ANYWHERE: ("title", "evidence", "quotes", "names"),
    NameScope.TITLE: ("title", "headline"),
    NameScope.SAID: ("quotes",),
}
"""The columns of the indexes of words in which each scope looks."""
NAME_TABLES = {
    NameScope.PERSON: "person",
    NameScope.SPEAKER: "person",
    NameScope.PLACE: "place",
    NameScope.SOURCE: "source",
}
"""The tables of names in which the other scopes look; `<table>_words` is its index."""
MEMBERS_OF = {NameScope.PERSON: "people", NameScope.SPEAKER: "speakers", NameScope.PLACE: "places"}
"""The kinds of `Members` in which scopes look; an outlet is one of each article."""

_BETWEEN = "' ' || char(57344) || ' '"
"""A word to the index and to nobody else: no phrase reaches from one name or quote into the next."""
_DOCUMENTS = f"""
    SELECT event.id, search_text(event.title), search_text(article.title),
        search_text(substr(article.text, evidence_start + 1, evidence_end - evidence_start)),
        (SELECT group_concat(search_text(quote.text), {_BETWEEN})
            FROM event_quote JOIN quote ON quote.id = event_quote.quote WHERE event_quote.event = event.id),
        (SELECT group_concat(search_text(name), {_BETWEEN}) FROM (
            SELECT name FROM event_person JOIN article_person ON article_person.article = event.article
                AND article_person.local = event_person.local WHERE event_person.event = event.id
            UNION ALL SELECT name FROM event_place JOIN article_place ON article_place.article = event.article
                AND article_place.local = event_place.local WHERE event_place.event = event.id
            UNION ALL SELECT name FROM event_quote JOIN quote ON quote.id = event_quote.quote
                JOIN article_person ON article_person.article = quote.article
                AND article_person.local = quote.speaker WHERE event_quote.event = event.id))
    FROM event JOIN article ON article.id = event.article WHERE event.id"""


def index_words(connection: sqlite3.Connection, table: str, first: int, last: int) -> None:
    """Put the words of a range of events into `recent_words` or `settled_words`."""
    connection.execute(
        f"INSERT INTO {table} (rowid, title, headline, evidence, quotes, names) {_DOCUMENTS} BETWEEN ? AND ?",
        (first, last),
    )


def forget_words(connection: sqlite3.Connection, events: list[int]) -> None:
    """Take events out of `recent_words`; their rows must still be as they were when they were put in."""
    for event in events:
        connection.execute(
            "INSERT INTO recent_words (recent_words, rowid, title, headline, evidence, quotes, names)"
            f" SELECT 'delete', * FROM ({_DOCUMENTS} = ?)",
            (event,),
        )


def index_changed(connection: sqlite3.Connection) -> None:
    """Put the words of the changed events that still exist into `recent_words`."""
    connection.execute(
        "INSERT INTO recent_words (rowid, title, headline, evidence, quotes, names)"
        f" {_DOCUMENTS} IN (SELECT event FROM derived_change)"
    )


def index_names(connection: sqlite3.Connection) -> None:
    """Put all names into their indexes, anew."""
    for table in sorted(set(NAME_TABLES.values())):
        connection.execute(f"INSERT INTO {table}_words ({table}_words) VALUES ('delete-all')")
        connection.execute(f"INSERT INTO {table}_words (rowid, key) SELECT id, search_text(key) FROM {table}")


def events_with(connection: sqlite3.Connection, scope: NameScope, text: str, *, prefix: bool, top: int) -> Mask:
    """Which events, by id up to `top`, have a word, or words that stand side by side, in a scope of `COLUMNS_OF`."""
    terms, begun = asked_terms(text, prefix=prefix)
    mask = np.zeros(top + 1, dtype=np.bool_)
    if not terms:
        return mask
    condition = f"{{{' '.join(COLUMNS_OF[scope])}}} : {phrase(terms, prefix=begun)}"
    if len(terms) == 1 and begun and _is_common(connection, terms[0]):
        mask = common_events(connection, scope, terms[0], top)
    else:
        _mark(mask, collect(connection, "settled_words", condition))
    for (event,) in connection.execute("SELECT event FROM derived_change WHERE event <= ?", (top,)):
        mask[event] = False
    _mark(mask, collect(connection, "recent_words", condition))
    return mask


def names_with(connection: sqlite3.Connection, scope: NameScope, text: str, *, prefix: bool) -> Ints:
    """The ids of the people, places or outlets in whose names the words stand side by side."""
    terms, begun = asked_terms(text, prefix=prefix)
    if not terms:
        return np.empty(0, dtype=np.int64)
    ids = collect(connection, f"{NAME_TABLES[scope]}_words", phrase(terms, prefix=begun))
    return with_entries(connection, ids, terms, prefix=begun) if NAME_TABLES[scope] == "person" else ids


def collect(connection: sqlite3.Connection, table: str, condition: str, most: int = -1) -> Ints:
    """The rowids that match an FTS5 condition, not more than `most` unless that is negative.

    As one text from SQLite, five times faster than row by row.
    """
    matching = f"{table} WHERE {table} MATCH ?"
    some = matching if most < 0 else f"(SELECT rowid FROM {matching} LIMIT {most:d})"
    text: str | None = connection.execute(f"SELECT group_concat(rowid) FROM {some}", (condition,)).fetchone()[0]
    return np.fromstring(text, dtype=np.int64, sep=",") if text else np.empty(0, dtype=np.int64)


def phrase(terms: list[str], *, prefix: bool) -> str:
    """The condition, in FTS5's own language, that terms stand side by side, the last one perhaps only begun."""
    return f'"{" ".join(terms)}"{"*" if prefix else ""}'


def _mark(mask: Mask, ids: Ints) -> None:
    mask[ids[ids < len(mask)]] = True


def _is_common(connection: sqlite3.Connection, term: str) -> bool:
    """Whether a term is a beginning of words that many events have."""
    return connection.execute("SELECT 1 FROM derived_common_word WHERE word = ?", (term,)).fetchone() is not None


def common_events(connection: sqlite3.Connection, scope: NameScope, word: str, top: int) -> Mask:
    """Which settled events, by id up to `top`, have a common beginning of words in a scope."""
    mask = np.zeros(top + 1, dtype=np.bool_)
    for first, last, events in connection.execute(
        "SELECT first_event, last_event, events FROM derived_common JOIN derived_chunk ON derived_chunk.id = chunk"
        " WHERE word = ? AND scope = ?",
        (word, scope.name.lower()),
    ):
        postings.mark(events, mask[first : last + 1])
    return mask
