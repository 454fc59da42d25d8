"""A person's whole record, across articles."""

from __future__ import annotations

import json
import sqlite3

import numpy as np

from newstimeline.library.columns import UNDATED, Columns, Ints, Members
from newstimeline.library.found import Found
from newstimeline.library.views import Counted, PersonRecord, QuoteSaid, RoleSeen
from newstimeline.model import QuoteKind, Span
from newstimeline.query import Clock

_COMPANIONS = 20


def person_record(
    connection: sqlite3.Connection, person: int, columns: Columns, people: Members, speakers: Members
) -> PersonRecord:
    """Put together what the library knows of a person.

    Raises:
        KeyError: there is no such person.
    """
    row = connection.execute("SELECT name FROM person WHERE id = ?", (person,)).fetchone()
    if row is None:
        raise KeyError(person)
    one = np.array([person])
    present = Found(columns, Clock.HAPPENED, people.mask_of(one) & columns.exists)
    spoke = Found(columns, Clock.HAPPENED, speakers.mask_of(one) & columns.exists)
    everywhere = Found(columns, Clock.HAPPENED, present.mask | spoke.mask)
    together = people.count(present.mask)
    if person < len(together):
        together[person] = 0
    return PersonRecord(
        id=person,
        name=row[0],
        events=everywhere,
        spoke=spoke,
        first=int(everywhere.starts[0]) if everywhere.dated else None,
        last=int(everywhere.starts[-1]) if everywhere.dated else None,
        roles=_roles(connection, person, columns),
        companions=most(connection, "person", together, _COMPANIONS),
    )


def most(connection: sqlite3.Connection, table: str, counts: Ints, how_many: int) -> tuple[Counted, ...]:
    """The names of those with the highest counts, by id; the one that came first stands first among equals."""
    some = np.flatnonzero(counts)
    if len(some) > how_many:
        lowest = np.partition(counts[some], -how_many)[-how_many]
        some = some[counts[some] >= lowest]
    best = some[np.argsort(-counts[some], kind="stable")][:how_many]
    names = dict(
        connection.execute(
            f"SELECT id, name FROM {table} WHERE id IN ({','.join('?' * len(best))})", [int(i) for i in best]
        )
    )
    return tuple(Counted(int(i), names[int(i)], int(counts[i])) for i in best if int(i) in names)


def _roles(connection: sqlite3.Connection, person: int, columns: Columns) -> tuple[RoleSeen, ...]:
    """Each role with the first and the last report that has it, in the order of the first."""
    found: dict[str, list[int]] = {}
    for roles, articles in connection.execute(
        "SELECT roles, group_concat(article) FROM article_person WHERE person = ? GROUP BY roles", (person,)
    ):
        reported = columns.reported[np.fromstring(articles, dtype=np.int64, sep=",")]
        for role in json.loads(roles):
            seen = found.setdefault(role, [UNDATED, -UNDATED, 0])
            dated = reported[reported != UNDATED]
            seen[0] = min(seen[0], int(dated.min(initial=UNDATED)))
            seen[1] = max(seen[1], int(dated.max(initial=-UNDATED)))
            seen[2] += len(reported)
    return tuple(
        RoleSeen(role, first if first != UNDATED else None, last if first != UNDATED else None, articles)
        for role, (first, last, articles) in sorted(found.items(), key=lambda item: (item[1][0], -item[1][2], item[0]))
    )


def quotes_by(connection: sqlite3.Connection, person: int, events: list[int]) -> list[tuple[int, QuoteSaid]]:
    """What a person says at some events, with the event of each quote, in the order of the events."""
    found: list[tuple[int, QuoteSaid]] = []
    for event in events:
        rows = connection.execute(
            "SELECT quote.id, quote.kind, quote.text, article_person.name, article_person.roles, quote.spans"
            " FROM event_quote JOIN quote ON quote.id = event_quote.quote"
            " JOIN article_person ON article_person.article = quote.article AND article_person.local = quote.speaker"
            " WHERE event_quote.event = ? AND article_person.person = ? ORDER BY event_quote.n",
            (event, person),
        )
        for quote, kind, text, speaker, roles, spans in rows:
            said = QuoteSaid(
                id=quote,
                kind=QuoteKind(kind),
                text=text,
                speaker=speaker,
                roles=tuple(json.loads(roles)),
                source=None,
                spans=tuple(Span(start, end) for start, end in json.loads(spans)),
            )
            found.append((event, said))
    return found
