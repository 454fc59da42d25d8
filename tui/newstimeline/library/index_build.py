"""Keeping what is derived from the tables in step with them, a chunk of events at a time; and making all of it anew.

New events wait in `recent_words` and in their tables until there are enough of them. Then they are settled: their
numbers are stored as columns, their words go to `settled_words`, and for each beginning of words that many events
have, the events of the chunk that have it are stored as a set.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate

from newstimeline.arrays import Array, Bytes, Ints, np
from newstimeline.library import postings
from newstimeline.library.derived_state import FORMAT
from newstimeline.library.duplicate_detection import index_traits
from newstimeline.library.event_columns import MEMBER_KINDS
from newstimeline.library.stored_columns import (
    Range,
    gather_columns,
    gather_members,
    load_columns,
    newest,
    settled_to,
)
from newstimeline.library.word_index import COLUMNS_OF, collect, forget_words, index_changed, index_names, index_words


@dataclass(frozen=True, slots=True)
class Sizes:
    """When events are settled; tests take small ones."""

    chunk: int = 16_384
    """Events that are settled together while many are added: so many, FTS5 searches in 20 ms in the worst case."""
    small_chunk: int = 2_048
    """Events that are settled at the end of an addition; fewer wait for more."""
    common_share: float = 0.03
    """A beginning of words that stands in a chunk more often than this times its events is common; FTS5 collects 3 %
    of a million events in 7 ms."""
    order_behind: int = 1_024
    """New events that a reader sorts into the stored order by itself."""


USUAL_SIZES = Sizes()

_WORD_COLUMNS = ("title", "headline", "evidence", "quotes", "names")


def take_note(connection: sqlite3.Connection) -> None:
    """Index the words of the events that have come since, within the transaction that brings them."""
    upto: int = connection.execute("SELECT upto FROM derived_state").fetchone()[0]
    top = newest(connection)[0]
    if top > upto:
        index_words(connection, "recent_words", upto + 1, top)
        connection.execute("UPDATE derived_state SET upto = ?", (top,))


@contextmanager
def changed_article(connection: sqlite3.Connection, article: int) -> Iterator[None]:
    """Keep what is derived in step while the events of an article are replaced, all of them noted before."""
    stale, upto = connection.execute("SELECT stale, upto FROM derived_state").fetchone()
    settled_event, _ = settled_to(connection)
    before = [event for (event,) in connection.execute("SELECT id FROM event WHERE article = ?", (article,))]
    forget_words(connection, [event for event in before if event > settled_event or _is_changed(connection, event)])
    yield
    connection.executemany(
        "INSERT OR IGNORE INTO derived_change VALUES (?)", ((event,) for event in before if event <= settled_event)
    )
    connection.execute("INSERT OR IGNORE INTO derived_article_change VALUES (?)", (article,))
    noted = connection.execute("SELECT id FROM event WHERE article = ? AND id <= ?", (article, upto)).fetchall()
    for (event,) in noted:
        index_words(connection, "recent_words", event, event)
    connection.execute("UPDATE derived_state SET edition = edition + 1, stale = ?", (stale,))


def _is_changed(connection: sqlite3.Connection, event: int) -> bool:
    return connection.execute("SELECT 1 FROM derived_change WHERE event = ?", (event,)).fetchone() is not None


def settle(connection: sqlite3.Connection, sizes: Sizes = USUAL_SIZES, *, at_end: bool = False) -> None:
    """Settle the events that wait, if there are enough of them; within a transaction."""
    settled_event, settled_article = settled_to(connection)
    top, last_article = newest(connection)
    if top - settled_event >= (sizes.small_chunk if at_end else sizes.chunk):
        _settle(connection, Range(settled_event + 1, top, settled_article + 1, last_article), sizes)


def finish(connection: sqlite3.Connection, sizes: Sizes = USUAL_SIZES) -> None:
    """At the end of an addition: settle what is worth it, and store the orders; within a transaction."""
    settle(connection, sizes, at_end=True)
    behind = connection.execute(
        "SELECT derived_state.upto - coalesce((SELECT min(derived_order.upto) FROM derived_order"
        " WHERE derived_order.edition = derived_state.edition), 0) FROM derived_state"
    ).fetchone()[0]
    if behind >= sizes.order_behind:
        store_orders(connection)


def store_orders(connection: sqlite3.Connection) -> None:
    """Store the order of all events by each clock."""
    columns = load_columns(connection)
    for clock, ids in (("happened", columns.happened_order), ("reported", columns.reported_order)):
        connection.execute(
            "INSERT OR REPLACE INTO derived_order VALUES (?, ?, (SELECT edition FROM derived_state), ?)",
            (clock, columns.top, ids.astype("<i4").tobytes()),
        )


def rebuild(connection: sqlite3.Connection, sizes: Sizes = USUAL_SIZES) -> None:
    """Make everything derived anew from the tables; within a transaction."""
    for index in ("settled_words", "recent_words"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
    for table in ("column", "common", "common_word", "word", "chunk", "order", "change", "article_change"):
        connection.execute(f"DELETE FROM derived_{table}")
    index_names(connection)
    index_traits(connection)
    top, last_article = newest(connection)
    article = 0
    for first in range(1, top + 1, sizes.chunk):
        last = min(first + sizes.chunk - 1, top)
        index_words(connection, "recent_words", first, last)
        if last - first + 1 >= sizes.small_chunk:
            until = last_article if last == top else _last_article(connection, last, article)
            _settle(connection, Range(first, last, article + 1, until), sizes)
            article = until
    connection.execute("UPDATE derived_state SET format = ?, upto = ?, edition = edition + 1, stale = 0", (FORMAT, top))
    if top >= sizes.order_behind:
        store_orders(connection)


def _last_article(connection: sqlite3.Connection, event: int, before: int) -> int:
    last: int | None = connection.execute("SELECT max(article) FROM event WHERE id <= ?", (event,)).fetchone()[0]
    return max(last or 0, before)


def _settle(connection: sqlite3.Connection, ids: Range, sizes: Sizes) -> None:
    chunk = connection.execute(
        "INSERT INTO derived_chunk (first_event, last_event, first_article, last_article) VALUES (?, ?, ?, ?)",
        (ids.first_event, ids.last_event, ids.first_article, ids.last_article),
    ).lastrowid
    assert chunk
    _store_columns(connection, chunk, ids)
    _store_common(connection, chunk, ids, sizes)
    index_words(connection, "settled_words", ids.first_event, ids.last_event)
    connection.execute("INSERT INTO recent_words (recent_words) VALUES ('delete-all')")
    index_changed(connection)


def _store_columns(connection: sqlite3.Connection, chunk: int, ids: Range) -> None:
    stored: dict[str, Array] = gather_columns(connection, ids)
    for kind in MEMBER_KINDS:
        counts, members = gather_members(connection, kind, ids.first_event, ids.last_event)
        stored |= {f"{kind}_counts": counts.astype("<i4"), kind: members}
    connection.executemany(
        "INSERT INTO derived_column VALUES (?, ?, ?)",
        ((chunk, name, numbers.tobytes()) for name, numbers in stored.items()),
    )


@dataclass(frozen=True, slots=True)
class _Instances:
    """Where each term of the recent words stands: those of term i are the entries `bounds[i]` to `bounds[i + 1]`."""

    terms: list[str]
    bounds: list[int]
    events: Ints
    """Counted from the first of the chunk."""
    columns: Bytes
    """Index into `_WORD_COLUMNS`."""


def _instances(connection: sqlite3.Connection, ids: Range) -> _Instances:
    connection.execute("CREATE VIRTUAL TABLE temp.recent USING fts5vocab(main, recent_words, instance)")
    numbers = f"CASE col {' '.join(f'WHEN {name!r} THEN {n}' for n, name in enumerate(_WORD_COLUMNS))} END"
    rows = connection.execute(
        f"SELECT term, count(*), group_concat(doc * 8 + {numbers}) FROM temp.recent"
        " WHERE doc BETWEEN ? AND ? GROUP BY term ORDER BY term",
        (ids.first_event, ids.last_event),
    ).fetchall()
    connection.execute("DROP TABLE temp.recent")
    every = (
        np.fromstring(",".join(row[2] for row in rows), dtype=np.int64, sep=",")
        if rows
        else np.empty(0, dtype=np.int64)
    )
    bounds = [0, *accumulate(row[1] for row in rows)]
    return _Instances([row[0] for row in rows], bounds, (every >> 3) - ids.first_event, (every & 7).astype(np.int8))


def _store_common(connection: sqlite3.Connection, chunk: int, ids: Range, sizes: Sizes) -> None:
    instances = _instances(connection, ids)
    connection.executemany("INSERT OR IGNORE INTO derived_word VALUES (?)", ((term,) for term in instances.terms))
    known = {word for (word,) in connection.execute("SELECT word FROM derived_common_word")}
    new = _common_words(instances, sizes.common_share * (ids.last_event - ids.first_event + 1)) - known
    for word in sorted(new):
        _store_earlier(connection, word)
    connection.executemany("INSERT INTO derived_common_word VALUES (?)", ((word,) for word in sorted(new)))
    rows: list[tuple[str, str, int, bytes]] = []
    for scope, names in COLUMNS_OF.items():
        wanted = np.zeros(8, dtype=np.bool_)
        wanted[[_WORD_COLUMNS.index(name) for name in names]] = True
        in_scope = wanted[instances.columns]
        for word, (low, high) in _ranges(instances.terms, sorted(known | new)):
            some = slice(instances.bounds[low], instances.bounds[high])
            events = np.zeros(ids.last_event - ids.first_event + 1, dtype=np.bool_)
            events[instances.events[some][in_scope[some]]] = True
            if events.any():
                rows.append((word, scope.name.lower(), chunk, postings.encode(events)))
    connection.executemany("INSERT INTO derived_common VALUES (?, ?, ?, ?)", rows)


def _common_words(instances: _Instances, often: float) -> set[str]:
    """The beginnings of words that stand in a text more often than so."""
    words: set[str] = set()
    terms = np.array(instances.terms or [""])
    counts = np.diff(instances.bounds) if instances.terms else np.zeros(1, dtype=np.int64)
    length = 0
    while len(terms):
        length += 1
        beginnings = terms.astype(f"U{length}")
        firsts = np.flatnonzero(np.concatenate([[True], beginnings[1:] != beginnings[:-1]]))
        totals = np.add.reduceat(counts, firsts)
        common = totals > often
        words.update(beginnings[firsts[common]].tolist())
        # Only what begins with a common beginning may have a longer one that is common.
        longer = np.repeat(common, np.diff([*firsts, len(terms)])) & (np.strings.str_len(terms) > length)
        terms, counts = terms[longer], counts[longer]
    return words - {""}


def _ranges(terms: list[str], beginnings: list[str]) -> list[tuple[str, tuple[int, int]]]:
    """For each beginning, the first of the sorted terms that have it and the one after the last."""
    array = np.array(terms, dtype=np.str_)
    lows = np.searchsorted(array, beginnings)
    highs = np.searchsorted(array, [word + "\U0010ffff" for word in beginnings])
    return [(word, (int(low), int(high))) for word, low, high in zip(beginnings, lows, highs, strict=True)]


def _store_earlier(connection: sqlite3.Connection, word: str) -> None:
    """Store the events of earlier chunks that have a beginning which has only now become common."""
    chunks = connection.execute(
        "SELECT id, first_event, last_event FROM derived_chunk ORDER BY first_event"
    ).fetchall()[:-1]
    for scope, names in COLUMNS_OF.items() if chunks else ():
        events = np.sort(collect(connection, "settled_words", f'{{{" ".join(names)}}} : "{word}"*'))
        for chunk, first, last in chunks:
            low, high = np.searchsorted(events, [first, last + 1])
            if high > low:
                mask = np.zeros(last - first + 1, dtype=np.bool_)
                mask[events[low:high] - first] = True
                blob = postings.encode(mask)
                connection.execute(
                    "INSERT INTO derived_common VALUES (?, ?, ?, ?)", (word, scope.name.lower(), chunk, blob)
                )
