"""The numbers of some events, read from the tables; and whole columns, put together from what is stored of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from newstimeline.arrays import UNDATED, Array, Ints, Shorts, np
from newstimeline.library.event_columns import (
    ARTICLE_TYPES,
    BASES,
    EVENT_TYPES,
    KIND_BITS,
    MEMBER_KINDS,
    MEMBER_TYPE,
    MOST_WEIGHT,
    NO_EVENT,
    Columns,
    Members,
    with_added,
)
from newstimeline.terms import Clock, QuoteKind
from newstimeline.when import parse

_EMPTY = {"start": UNDATED, "end": UNDATED, "basis": NO_EVENT, "reported": UNDATED, "reported_end": UNDATED}
"""What stands where no event or article has the id; elsewhere 0."""
_MOST_HOLES = 1_000_000
"""Ids that no event has; an honest library has next to none, and each costs memory."""
_BASIS_NUMBERS = {basis: number for number, basis in enumerate(BASES)}

_MEMBERS = {
    "people": "SELECT event_person.event, article_person.person FROM event_person"
    " JOIN event ON event.id = event_person.event"
    " JOIN article_person ON article_person.article = event.article AND article_person.local = event_person.local"
    " WHERE event_person.event BETWEEN ? AND ?",
    "places": "SELECT event_place.event, article_place.place FROM event_place"
    " JOIN event ON event.id = event_place.event"
    " JOIN article_place ON article_place.article = event.article AND article_place.local = event_place.local"
    " WHERE event_place.event BETWEEN ? AND ?",
    "speakers": "SELECT event_quote.event, article_person.person FROM event_quote"
    " JOIN quote ON quote.id = event_quote.quote"
    " JOIN article_person ON article_person.article = quote.article AND article_person.local = quote.speaker"
    " WHERE event_quote.event BETWEEN ? AND ?",
}


@dataclass(frozen=True, slots=True)
class Range:
    """Neighbouring ids of events and of articles, the last ones inclusive."""

    first_event: int
    last_event: int
    first_article: int
    last_article: int


def gather_columns(connection: sqlite3.Connection, ids: Range) -> dict[str, Array]:
    """Read the numbers of a range of events and articles, an entry an id."""
    columns = {
        name: _blank(name, type_, ids.last_event - ids.first_event + 1) for name, type_ in EVENT_TYPES.items()
    } | {name: _blank(name, type_, ids.last_article - ids.first_article + 1) for name, type_ in ARTICLE_TYPES.items()}
    events = connection.execute(
        "SELECT id, start, end, open, basis, article, n FROM event WHERE id BETWEEN ? AND ?",
        (ids.first_event, ids.last_event),
    ).fetchall()
    if events:
        at, start, end, opens, basis, article, place_in = zip(*events, strict=True)
        where = np.array(at) - ids.first_event
        columns["start"][where] = [UNDATED if moment is None else moment for moment in start]
        columns["end"][where] = [UNDATED if moment is None else moment for moment in end]
        columns["open"][where] = opens
        columns["basis"][where] = [_BASIS_NUMBERS[name] for name in basis]
        columns["article"][where] = article
        columns["place_in"][where] = place_in
    _gather_quotes_and_people(connection, ids, columns)
    _gather_articles(connection, ids, columns)
    return columns


def _blank(name: str, type_: str, count: int) -> Array:
    return np.full(max(count, 0), _EMPTY.get(name, 0), dtype=type_)


def _gather_quotes_and_people(connection: sqlite3.Connection, ids: Range, columns: Mapping[str, Array]) -> None:
    first, last = ids.first_event, ids.last_event
    quotes = connection.execute(
        "SELECT event_quote.event, quote.kind FROM event_quote JOIN quote ON quote.id = event_quote.quote"
        " WHERE event_quote.event BETWEEN ? AND ?",
        (first, last),
    )
    kinds, weights = columns["kinds"], np.zeros(len(columns["weight"]), dtype=np.int64)
    for event, kind in quotes:
        kinds[event - first] |= KIND_BITS[QuoteKind(kind)]
        weights[event - first] += 2
    people = connection.execute(
        "SELECT event, count(*) FROM event_person WHERE event BETWEEN ? AND ? GROUP BY event", (first, last)
    ).fetchall()
    if people:
        events, counts = zip(*people, strict=True)
        weights[np.array(events) - first] += counts
    columns["weight"][:] = np.minimum(weights, MOST_WEIGHT)


def _gather_articles(connection: sqlite3.Connection, ids: Range, columns: Mapping[str, Array]) -> None:
    from hashlib import blake2b  # most of what is gathered was settled before

    articles = connection.execute(
        "SELECT id, published, key, outlet FROM article WHERE id BETWEEN ? AND ?", (ids.first_article, ids.last_article)
    )
    for article, published, key, outlet in articles:
        at = article - ids.first_article
        if published:
            columns["reported"][at], columns["reported_end"][at] = _moments(published)
        columns["tie"][at] = int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little", signed=True)
        columns["source"][at] = outlet or 0


@lru_cache(maxsize=4096)
def _moments(edtf: str) -> tuple[int, int]:
    when = parse(edtf)
    return when.start, when.end


def gather_members(connection: sqlite3.Connection, kind: str, first: int, last: int) -> tuple[Ints, Array]:
    """Read who or what a range of events has: how many each event, and all their ids, each once an event."""
    rows = sorted(set(connection.execute(_MEMBERS[kind], (first, last))))
    events = np.array([event for event, _ in rows], dtype=np.int64)
    counts = np.bincount(events - first, minlength=max(last - first + 1, 0))
    return counts, np.array([member for _, member in rows], dtype=MEMBER_TYPE)


def settled_to(connection: sqlite3.Connection) -> tuple[int, int]:
    """The last event and the last article of the last chunk."""
    settled: tuple[int, int] = connection.execute(
        "SELECT coalesce(max(last_event), 0), coalesce(max(last_article), 0) FROM derived_chunk"
    ).fetchone()
    return settled


def newest(connection: sqlite3.Connection) -> tuple[int, int]:
    """The highest ids that an event and an article have or had.

    Raises:
        ValueError: most ids are missing, which no writer of ours leaves behind.
    """
    event, article = (
        connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0] for table in ("event", "article")
    )
    for table, highest in (("event", event), ("article", article)):
        if highest > _MOST_HOLES:
            rows = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            if highest - rows > _MOST_HOLES + rows:
                raise ValueError(f"the table {table!r} goes up to {highest} with {rows} rows")
    upto: int = connection.execute("SELECT upto FROM derived_state").fetchone()[0]
    return max(event, upto), article


def load_columns(connection: sqlite3.Connection) -> Columns:
    """All columns: the chunks that are settled as they were stored, the rest from the tables."""
    top, last_article = newest(connection)
    event_columns = {name: _blank(name, type_, top + 1) for name, type_ in EVENT_TYPES.items()}
    article_columns = {name: _blank(name, type_, last_article + 1) for name, type_ in ARTICLE_TYPES.items()}
    everything = event_columns | article_columns

    def put(name: str, first_event: int, first_article: int, numbers: Array) -> None:
        _put(everything[name], first_event if name in EVENT_TYPES else first_article, numbers)

    wanted = ",".join(f"'{name}'" for name in everything)
    for name, first_event, first_article, data in connection.execute(
        "SELECT name, first_event, first_article, data FROM derived_column JOIN derived_chunk ON id = chunk"
        f" WHERE name IN ({wanted})"
    ):
        put(name, first_event, first_article, np.frombuffer(data, dtype=everything[name].dtype))
    settled_event, settled_article = settled_to(connection)
    changed_events = connection.execute("SELECT event FROM derived_change").fetchall()
    changed_articles = connection.execute("SELECT article FROM derived_article_change").fetchall()
    for ids in (
        Range(settled_event + 1, top, settled_article + 1, last_article),
        *(Range(event, event, 1, 0) for (event,) in changed_events),
        *(Range(1, 0, article, article) for (article,) in changed_articles),
    ):
        for name, numbers in gather_columns(connection, ids).items():
            put(name, ids.first_event, ids.first_article, numbers)
    return _ordered(connection, everything)


def _put(column: Array, first: int, numbers: Array) -> None:
    column[first : first + len(numbers)] = numbers


def _ordered(connection: sqlite3.Connection, everything: Mapping[str, Array]) -> Columns:
    """Add the orders: as stored, with what is new put into its place, or sorted anew."""
    stored = {
        Clock(clock): np.frombuffer(events, dtype="<i4")
        for clock, events in connection.execute(
            "SELECT clock, events FROM derived_order"
            " WHERE edition = (SELECT edition FROM derived_state) AND upto <= (SELECT upto FROM derived_state)"
        )
    }
    upto = connection.execute("SELECT min(upto) FROM derived_order").fetchone()[0] if len(stored) == len(Clock) else 0
    none = np.empty(0, dtype=np.int32)
    bare = _columns(everything, *(stored[clock] if upto else none for clock in (Clock.HAPPENED, Clock.REPORTED)))
    added = np.flatnonzero(bare.exists[upto + 1 :]) + upto + 1
    return with_added(bare, added)


def _columns(numbers: Mapping[str, Array], happened_order: Shorts, reported_order: Shorts) -> Columns:
    orders = {"happened_order": happened_order, "reported_order": reported_order}
    return Columns(**cast("dict[str, Any]", {**numbers, **orders}))  # of the types that columns.py names


def extended(connection: sqlite3.Connection, columns: Columns) -> Columns:
    """Columns with the events that have come since."""
    top, last_article = newest(connection)
    new = gather_columns(connection, Range(columns.top + 1, top, len(columns.reported), last_article))
    longer = {name: np.concatenate([getattr(columns, name), numbers]) for name, numbers in new.items()}
    bare = _columns(longer, columns.happened_order, columns.reported_order)
    return with_added(bare, np.flatnonzero(new["basis"] != NO_EVENT) + columns.top + 1)


def load_members(connection: sqlite3.Connection, kind: str, top: int) -> Members:
    """People, places or speakers of all events up to the id `top`."""
    assert kind in MEMBER_KINDS
    names = kind, f"{kind}_counts"
    (length,) = connection.execute("SELECT sum(length(data)) FROM derived_column WHERE name = ?", names[:1]).fetchone()
    ids = np.empty((length or 0) // np.dtype(MEMBER_TYPE).itemsize, dtype=MEMBER_TYPE)
    counts = np.zeros(top + 1, dtype=np.int32)
    filled = 0
    for first, members, numbers in connection.execute(
        "SELECT first_event, members.data, numbers.data FROM derived_chunk"
        " LEFT JOIN derived_column AS members ON members.chunk = id AND members.name = ?"
        " LEFT JOIN derived_column AS numbers ON numbers.chunk = id AND numbers.name = ? ORDER BY first_event",
        names,
    ):
        if members is None or numbers is None:
            raise ValueError(f"the {kind} of some events are missing")
        _put(counts, first, np.frombuffer(numbers, dtype="<i4"))
        some = np.frombuffer(members, dtype=MEMBER_TYPE)
        _put(ids, filled, some)
        filled += len(some)
    rest = settled_to(connection)[0] + 1
    new_counts, new_ids = gather_members(connection, kind, rest, top)
    _put(counts, rest, new_counts)
    loaded = Members(_bounds(counts), np.concatenate([ids, new_ids]) if len(new_ids) else ids)
    changed = [event for (event,) in connection.execute("SELECT event FROM derived_change WHERE event < ?", (rest,))]
    return _with_changed(connection, kind, loaded, changed) if changed else loaded


def more_members(connection: sqlite3.Connection, kind: str, members: Members, top: int) -> Members:
    """The same with those of the events that have come since."""
    counts, ids = gather_members(connection, kind, len(members.bounds) - 1, top)
    bounds = np.concatenate([members.bounds, members.bounds[-1] + _bounds(counts)[1:]])
    return Members(bounds, np.concatenate([members.ids, ids]))


def _bounds(counts: Shorts | Ints) -> Shorts:
    bounds = np.zeros(len(counts) + 1, dtype=np.int32)
    np.cumsum(counts, out=bounds[1:])
    return bounds


def _with_changed(connection: sqlite3.Connection, kind: str, members: Members, changed: list[int]) -> Members:
    """Members in which some events have what the tables say now."""
    kept = ~np.isin(members.owners, changed)
    owners, ids = [members.owners[kept]], [members.ids[kept]]
    for event in changed:
        counts, member_ids = gather_members(connection, kind, event, event)
        owners.append(np.full(int(counts.sum()), event, dtype=np.int32))
        ids.append(member_ids.astype(np.int32))
    every_owner, every_id = np.concatenate(owners), np.concatenate(ids)
    in_order = np.argsort(every_owner, kind="stable")
    return Members(
        _bounds(np.bincount(every_owner, minlength=len(members.bounds) - 1)), every_id[in_order].astype(np.int32)
    )
