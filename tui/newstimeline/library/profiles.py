"""The whole record of a person, a place or an outlet, across articles."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence

from newstimeline.arrays import UNDATED, Ints, Mask, np
from newstimeline.changes.change import Kind
from newstimeline.library.details import own_of
from newstimeline.library.errors import row_of
from newstimeline.library.event_columns import Columns, Members
from newstimeline.library.event_rows import ROWS_AT_ONCE
from newstimeline.library.matches import Matches
from newstimeline.library.person_aliases import entry_names, main_of, one_with
from newstimeline.library.views import Counted, Profile, RoleSeen
from newstimeline.library.word_index import NAME_TABLES
from newstimeline.query import Clock, NameScope
from newstimeline.when import When, parse

_MOST_NAMES = 20
"""Of each kind that shares events with the one whose record it is."""


def record(
    connection: sqlite3.Connection, scope: NameScope, id_: int, columns: Columns, members: Mapping[NameScope, Members]
) -> Profile:
    """Put together what the library knows; `members` are the people, speakers and places of events.

    Raises:
        KeyError: there is nobody and nothing with this id.
    """
    if scope is NameScope.PERSON:
        id_ = main_of(connection, id_)
    (name,) = row_of(connection.execute(f"SELECT name FROM {NAME_TABLES[scope]} WHERE id = ?", (id_,)), id_)
    entries = one_with(connection, id_) if scope is NameScope.PERSON else [id_]
    present, quoted = _presence(scope, id_, columns, members)
    events = Matches(columns, Clock.HAPPENED, (present | quoted) & columns.exists)
    people, places, sources = (
        _without(counts, id_ if scope is of else None)
        for of, counts in (
            (NameScope.PERSON, members[NameScope.PERSON].count(events.mask)),
            (NameScope.PLACE, members[NameScope.PLACE].count(events.mask)),
            (NameScope.SOURCE, outlets(columns, events.mask)),
        )
    )
    return Profile(
        scope=scope,
        id=id_,
        name=entry_names(connection).get(id_, name) if scope is NameScope.PERSON else name,
        events=events,
        quoted=Matches(columns, Clock.HAPPENED, quoted & columns.exists),
        first=_date_of(connection, events, 0),
        last=_date_of(connection, events, events.dated - 1),
        roles=_roles(connection, entries, columns) if scope is NameScope.PERSON else (),
        people=most(connection, "person", people, _MOST_NAMES),
        places=most(connection, "place", places, _MOST_NAMES),
        sources=most(connection, "source", sources, _MOST_NAMES),
        also=tuple(_name_of(connection, person) for person in entries[1:]),
        own=tuple(own for person in entries for own in own_of(connection, Kind.PERSON, person))
        if scope is NameScope.PERSON
        else (),
    )


def _date_of(connection: sqlite3.Connection, events: Matches, ordinal: int) -> When | None:
    if not events.dated:
        return None
    (edtf,) = connection.execute(
        "SELECT edtf FROM event WHERE id = ?", (int(events.ids(ordinal, ordinal + 1)[0]),)
    ).fetchone()
    return parse(edtf) if edtf else None


def _name_of(connection: sqlite3.Connection, person: int) -> str:
    name: str = connection.execute("SELECT name FROM person WHERE id = ?", (person,)).fetchone()[0]
    return name


def _presence(scope: NameScope, id_: int, columns: Columns, members: Mapping[NameScope, Members]) -> tuple[Mask, Mask]:
    """Where someone or something is present, and where with a quote."""
    if scope is NameScope.SOURCE:
        present: Mask = columns.source[columns.article] == id_
    else:
        present = members[scope].mask_of(np.array([id_]))
    if scope is NameScope.PERSON:
        return present, members[NameScope.SPEAKER].mask_of(np.array([id_]))
    return present, present & (columns.kinds > 0)


def outlets(columns: Columns, mask: Mask) -> Ints:
    """How many events of a mask each outlet has, by id."""
    counts = np.bincount(columns.source[columns.article[mask]], minlength=1)
    counts[0] = 0
    return counts


def _without(counts: Ints, id_: int | None) -> Ints:
    if id_ is None or id_ >= len(counts):
        return counts
    others = counts.copy()
    others[id_] = 0
    return others


def most(connection: sqlite3.Connection, table: str, counts: Ints, how_many: int) -> tuple[Counted, ...]:
    """The names of those with the highest counts, by id; the one that came first stands first among equals."""
    some = np.flatnonzero(counts)
    if len(some) > how_many:
        lowest = np.partition(counts[some], -how_many)[-how_many]
        some = some[counts[some] >= lowest]
    best = some[np.argsort(-counts[some], kind="stable")][:how_many]
    names: dict[int, str] = {}
    for at in range(0, len(best), ROWS_AT_ONCE):
        these = [int(i) for i in best[at : at + ROWS_AT_ONCE]]
        marks = ",".join("?" * len(these))
        names |= dict(connection.execute(f"SELECT id, name FROM {table} WHERE id IN ({marks})", these))
    if table == "person":
        names |= {main: name for main, name in entry_names(connection).items() if main in names}
    return tuple(Counted(int(i), names[int(i)], int(counts[i])) for i in best if int(i) in names)


def _roles(connection: sqlite3.Connection, people: Sequence[int], columns: Columns) -> tuple[RoleSeen, ...]:
    """Each role with the first and the last report that has it, in the order of the first.

    "Mayor" and "mayor" are one, written as most reports write it.
    """
    sightings: dict[str, list[int]] = {}
    written: dict[str, Counter[str]] = {}
    for roles, articles in connection.execute(
        "SELECT roles, group_concat(article) FROM article_person"
        f" WHERE person IN ({','.join('?' * len(people))}) GROUP BY roles",
        list(people),
    ):
        reported = columns.reported[np.fromstring(articles, dtype=np.int64, sep=",")]
        for role in json.loads(roles):
            key = role.casefold()
            seen = sightings.setdefault(key, [UNDATED, -UNDATED, 0])
            written.setdefault(key, Counter())[role] += len(reported)
            dated = reported[reported != UNDATED]
            seen[0] = min(seen[0], int(dated.min(initial=UNDATED)))
            seen[1] = max(seen[1], int(dated.max(initial=-UNDATED)))
            seen[2] += len(reported)
    return tuple(
        RoleSeen(
            max(written[key], key=lambda role: (written[key][role], role)),
            first if first != UNDATED else None,
            last if first != UNDATED else None,
            articles,
        )
        for key, (first, last, articles) in sorted(
            sightings.items(), key=lambda item: (item[1][0], -item[1][2], item[0])
        )
    )
