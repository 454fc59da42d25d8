"""An article with everything found in it, put together from the tables again."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from typing import cast

from newstimeline.library.errors import NotInLibraryError
from newstimeline.model import Article, Event, Extraction, Mention, Person, Place, Quote, Span, TimeExpression
from newstimeline.terms import Basis, MentionKind, QuoteKind
from newstimeline.when import When, parse


def load_extraction(connection: sqlite3.Connection, article: int) -> Extraction:
    """Read an extraction as it was stored.

    Raises:
        KeyError: there is no such article.
    """
    return _Loader(connection, article).run()


def found_extraction(connection: sqlite3.Connection, article: int) -> Extraction:
    """Read what was found in an article, without a reader's changes.

    Raises:
        KeyError: there is no such article.
    """
    from newstimeline.records.codec import load  # the first screen does not wait for what only a change needs

    kept = connection.execute("SELECT record FROM found_extraction WHERE article = ?", (article,)).fetchone()
    return load(kept[0]) if kept else load_extraction(connection, article)


def _extra(text: str | None) -> Mapping[str, object]:
    return cast("Mapping[str, object]", json.loads(text)) if text else {}


def _when(edtf: str | None) -> When | None:
    return parse(edtf) if edtf else None


def _span(start: int | None, end: int | None) -> Span | None:
    return Span(start, end) if start is not None and end is not None else None


class _Loader:
    def __init__(self, connection: sqlite3.Connection, article: int) -> None:
        self._db = connection
        self._article = article

    def run(self) -> Extraction:
        row = self._db.execute(
            "SELECT key, title, published, source, url, path, text, extra, more FROM article WHERE id = ?",
            (self._article,),
        ).fetchone()
        if row is None:
            raise NotInLibraryError(self._article)
        return Extraction(
            article=Article(
                id=row[0],
                title=row[1],
                published=_when(row[2]),
                source=row[3],
                url=row[4],
                path=row[5],
                text=row[6],
                **Article.stored_fields(_extra(row[7])),
            ),
            times=self._times(),
            people=self._people(),
            places=self._places(),
            quotes=self._quotes(),
            events=self._events(),
            extra=_extra(row[8]),
        )

    def _rows(self, sql: str) -> sqlite3.Cursor:
        return self._db.execute(sql, (self._article,))

    def _mentions(self, table: str) -> dict[str, tuple[Mention, ...]]:
        found: defaultdict[str, tuple[Mention, ...]] = defaultdict(tuple)
        for local, start, end, kind in self._rows(
            f"SELECT local, start, end, kind FROM {table} WHERE article = ? ORDER BY local, n"
        ):
            found[local] += (Mention(Span(start, end), MentionKind(kind)),)
        return found

    def _times(self) -> tuple[TimeExpression, ...]:
        return tuple(
            TimeExpression(
                id=local,
                span=_span(start, end),
                text=text,
                type=kind,
                value=value,
                when=_when(edtf),
                anchor=_when(anchor),
                extra=_extra(extra),
            )
            for local, start, end, text, kind, value, edtf, anchor, extra in self._rows(
                "SELECT local, start, end, text, type, value, edtf, anchor, extra FROM time_expression"
                " WHERE article = ? ORDER BY n"
            )
        )

    def _people(self) -> tuple[Person, ...]:
        mentions = self._mentions("person_mention")
        return tuple(
            Person(
                id=local,
                name=name,
                roles=tuple(json.loads(roles)),
                mentions=mentions.get(local, ()),
                extra=_extra(extra),
            )
            for local, name, roles, extra in self._rows(
                "SELECT local, name, roles, extra FROM article_person WHERE article = ? ORDER BY n"
            )
        )

    def _places(self) -> tuple[Place, ...]:
        mentions = self._mentions("place_mention")
        return tuple(
            Place(id=local, name=name, mentions=mentions.get(local, ()), extra=_extra(extra))
            for local, name, extra in self._rows(
                "SELECT local, name, extra FROM article_place WHERE article = ? ORDER BY n"
            )
        )

    def _quotes(self) -> tuple[Quote, ...]:
        return tuple(
            Quote(
                id=local,
                kind=QuoteKind(kind),
                text=text,
                spans=tuple(Span(start, end) for start, end in json.loads(spans)),
                cue=_span(cue_start, cue_end),
                source=_span(source_start, source_end),
                speaker=speaker,
                when=_when(edtf),
                extra=_extra(extra),
            )
            for (
                local,
                kind,
                text,
                spans,
                cue_start,
                cue_end,
                source_start,
                source_end,
                speaker,
                edtf,
                extra,
            ) in self._rows(
                "SELECT local, kind, text, spans, cue_start, cue_end, source_start, source_end, speaker, edtf, extra"
                " FROM quote WHERE article = ? ORDER BY n"
            )
        )

    def _linked(self, sql: str) -> dict[int, tuple[str, ...]]:
        found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
        for event, local in self._rows(sql):
            found[event] += (local,)
        return found

    def _events(self) -> tuple[Event, ...]:
        people, places = (
            self._linked(
                f"SELECT link.event, link.local FROM {table} AS link JOIN event ON event.id = link.event"
                " WHERE event.article = ? ORDER BY link.event, link.n"
            )
            for table in ("event_person", "event_place")
        )
        quotes = self._linked(
            "SELECT link.event, quote.local FROM event_quote AS link JOIN quote ON quote.id = link.quote"
            " WHERE quote.article = ? ORDER BY link.event, link.n"
        )
        return tuple(
            Event(
                id=local,
                title=title,
                when=_when(edtf),
                basis=Basis(basis) if basis else None,
                time=time,
                evidence=_span(start, end),
                people=people.get(event, ()),
                quotes=quotes.get(event, ()),
                places=places.get(event, ()),
                extra=_extra(extra),
            )
            for event, local, title, edtf, basis, time, start, end, extra in self._rows(
                "SELECT id, local, title, edtf, basis, time, evidence_start, evidence_end, extra FROM event"
                " WHERE article = ? ORDER BY n"
            )
        )
