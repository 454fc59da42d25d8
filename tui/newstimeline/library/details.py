"""Events and articles as values for showing, read from the tables by their ids."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newstimeline.changes.change import Change, Kind
from newstimeline.changes.change_states import Entry
from newstimeline.library.change_log import read_log
from newstimeline.library.errors import row_of
from newstimeline.library.event_rows import ROWS_AT_ONCE
from newstimeline.library.origins import origins_of, version_count
from newstimeline.library.views import (
    Annotation,
    ArticleInfo,
    EventDetail,
    PersonSeen,
    PlaceSeen,
    QuoteAt,
    QuoteSaid,
)
from newstimeline.model import Article, Span
from newstimeline.terms import Basis, QuoteKind
from newstimeline.when import When, parse


def own_of(connection: sqlite3.Connection, kind: Kind, thing: int) -> tuple[Annotation, ...]:
    """What readers made of something, in the order of the log."""
    rows = connection.execute(
        "SELECT number, record, state FROM placed_change JOIN change ON change.number = placed_change.change"
        " WHERE kind = ? AND thing = ? ORDER BY change.number",
        (str(kind), thing),
    )
    return tuple(_own(entry.change) for entry in read_log(rows) if isinstance(entry, Entry))


def _own(change: Change) -> Annotation:
    value = change.value if isinstance(change.value, str) else None
    return Annotation(change.what, value, change.made, change.who, change.found, change.extractor)


def event_detail(connection: sqlite3.Connection, event: int) -> EventDetail:
    """Everything about one event.

    Raises:
        KeyError: there is no such event.
    """
    rows = _named_rows(
        connection,
        "SELECT event.uid, event.local, event.article, event.title, event.edtf, event.basis, evidence_start,"
        " evidence_end, time_expression.text AS time_text, time_expression.anchor FROM event LEFT JOIN time_expression"
        " ON time_expression.article = event.article AND time_expression.local = event.time"
        " WHERE event.id = ?",
        (event,),
    )
    row = row_of(rows, event)
    try:
        article = article_info(connection, row["article"])
    except KeyError:
        raise ValueError(f"event {event} is of article {row['article']}, which is missing") from None
    return EventDetail(
        id=event,
        uid=row["uid"],
        local=row["local"],
        title=row["title"],
        when=_when(row["edtf"]),
        basis=Basis(row["basis"]) if row["basis"] else None,
        time_text=row["time_text"],
        anchor=_when(row["anchor"]),
        evidence=_span(row["evidence_start"], row["evidence_end"]),
        people=tuple(_people(connection, event)),
        quotes=tuple(
            replace(quote.said, own=own_of(connection, Kind.QUOTE, quote.said.id))
            for quote in quotes_at(connection, [event])
        ),
        places=tuple(_places(connection, event)),
        article=article,
        own=own_of(connection, Kind.EVENT, event),
    )


def _people(connection: sqlite3.Connection, event: int) -> Iterator[PersonSeen]:
    rows = connection.execute(
        "SELECT coalesce(person_entry.main, person.id), coalesce(person_entry.name, article_person.name),"
        " article_person.roles"
        " FROM event_person JOIN event ON event.id = event_person.event"
        " JOIN article_person ON article_person.article = event.article"
        " AND article_person.local = event_person.local"
        " JOIN person ON person.id = article_person.person"
        " LEFT JOIN person_entry ON person_entry.person = person.id"
        " WHERE event_person.event = ? ORDER BY event_person.n",
        (event,),
    )
    for person, name, roles in rows:
        yield PersonSeen(person, name, tuple(json.loads(roles)))


_QUOTES = (
    "SELECT event_quote.event, event.edtf, article.source AS outlet, quote.id, quote.kind, quote.text,"
    " coalesce(person_entry.name, article_person.name) AS speaker,"
    " coalesce(person_entry.main, article_person.person) AS person, article_person.roles,"
    " substr(article.text, quote.cue_start + 1, quote.cue_end - quote.cue_start) AS verb,"
    " substr(article.text, quote.source_start + 1, quote.source_end - quote.source_start) AS source, quote.spans"
    " FROM event_quote JOIN quote ON quote.id = event_quote.quote JOIN event ON event.id = event_quote.event"
    " JOIN article ON article.id = quote.article LEFT JOIN article_person"
    " ON article_person.article = quote.article AND article_person.local = quote.speaker"
    " LEFT JOIN person_entry ON person_entry.person = article_person.person"
)


def quotes_at(connection: sqlite3.Connection, events: Sequence[int], person: int | None = None) -> list[QuoteAt]:
    """The quotes at some events, or only a person's, in the order of the events."""
    quotes: dict[int, list[QuoteAt]] = {}
    for at in range(0, len(events), ROWS_AT_ONCE):
        some: list[int] = [int(i) for i in events[at : at + ROWS_AT_ONCE]]
        where = f" WHERE event_quote.event IN ({','.join('?' * len(some))})"
        if person is not None:
            where = f"{where} AND coalesce(person_entry.main, article_person.person) = ?"
            some = [*some, person]
        for row in _named_rows(connection, f"{_QUOTES}{where} ORDER BY event_quote.event, event_quote.n", some):
            quotes.setdefault(row["event"], []).append(_quote_at(row))
    return [quote for event in events for quote in quotes.get(int(event), ())]


def _quote_at(row: sqlite3.Row) -> QuoteAt:
    said = QuoteSaid(
        id=row["id"],
        kind=QuoteKind(row["kind"]),
        text=row["text"],
        speaker=row["speaker"],
        person=row["person"],
        roles=tuple(json.loads(row["roles"])) if row["roles"] else (),
        verb=row["verb"] or None,
        source=row["source"],
        spans=tuple(Span(start, end) for start, end in json.loads(row["spans"])),
    )
    return QuoteAt(row["event"], _when(row["edtf"]), said, row["outlet"])


def _places(connection: sqlite3.Connection, event: int) -> Iterator[PlaceSeen]:
    rows = connection.execute(
        "SELECT article_place.place, article_place.name FROM event_place JOIN event ON event.id = event_place.event"
        " JOIN article_place ON article_place.article = event.article AND article_place.local = event_place.local"
        " WHERE event_place.event = ? ORDER BY event_place.n",
        (event,),
    )
    return (PlaceSeen(place, name) for place, name in rows)


def article_info(connection: sqlite3.Connection, article: int) -> ArticleInfo:
    """An article without its text, by the library's number.

    Raises:
        KeyError: there is no such article.
    """
    rows = _named_rows(
        connection,
        "SELECT key, title, published, source, outlet, url, path, text IS NOT NULL AS has_text, extra FROM article"
        " WHERE id = ?",
        (article,),
    )
    row = row_of(rows, article)
    stored = Article.stored_fields(json.loads(row["extra"] or "{}"))
    return ArticleInfo(
        id=article,
        title=row["title"],
        published=_when(row["published"]),
        source=row["source"],
        source_id=row["outlet"],
        url=row["url"],
        path=row["path"],
        has_text=bool(row["has_text"]),
        key=row["key"],
        own=own_of(connection, Kind.ARTICLE, article),
        published_by=stored["published_by"],
        published_refused=stored["published_refused"],
        unextracted=stored["unextracted"],
        origins=origins_of(connection, article),
        versions=version_count(connection, article),
    )


def _named_rows(connection: sqlite3.Connection, sql: str, values: Sequence[int]) -> sqlite3.Cursor:
    """Rows whose columns are had by their names."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(sql, values)


def _when(edtf: str | None) -> When | None:
    return parse(edtf) if edtf else None


def _span(start: int | None, end: int | None) -> Span | None:
    return Span(start, end) if start is not None and end is not None else None
