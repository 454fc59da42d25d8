"""Whether a library's file is whole, and what is derived from its tables says what they say."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from newstimeline.arrays import Mask, np
from newstimeline.library.change_log import unreadable
from newstimeline.library.derived_state import is_in_step
from newstimeline.library.event_columns import MEMBER_KINDS, Columns, with_added
from newstimeline.library.stored_columns import (
    Range,
    gather_columns,
    gather_members,
    load_columns,
    load_members,
    newest,
    settled_to,
)
from newstimeline.library.word_index import COLUMNS_OF, collect, common_events, phrase

_REBUILD = "'newstimeline check --rebuild' mends that"

_PUT_RIGHT = (
    "'newstimeline changes --add FILE' takes it when it is put right,"
    " 'newstimeline check --rebuild' puts it out of force for good"
)


def integrity_problems(connection: sqlite3.Connection) -> list[str]:
    """Say what is wrong with the file; nothing when all is well."""
    problems = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        problems.append(f"{table} row {rowid} refers to a missing {parent}")
    problems += [
        f"change {change.number} is left out: {change.reason}; {_PUT_RIGHT}" for change in unreadable(connection)
    ]
    if not is_in_step(connection):
        return [*problems, f"another program has changed the tables; {_REBUILD}"]
    connection.execute("BEGIN")
    try:
        return [*problems, *(f"{problem}; {_REBUILD}" for problem in _derived_problems(connection))]
    finally:
        connection.execute("ROLLBACK")


def _derived_problems(connection: sqlite3.Connection) -> list[str]:
    """Compare what is stored of the events' numbers and words with the tables."""
    try:
        columns = load_columns(connection)
    except (ValueError, IndexError, KeyError) as error:
        return [f"the columns of numbers can't be read ({error})"]
    top, last_article = newest(connection)
    everything = Range(0, top, 0, last_article)
    problems = [
        f"the column {name!r} is not what the tables say"
        for name, numbers in gather_columns(connection, everything).items()
        if not np.array_equal(numbers, getattr(columns, name))
    ]
    for kind in MEMBER_KINDS:
        counts, ids = gather_members(connection, kind, 0, top)
        members = load_members(connection, kind, top)
        if not (np.array_equal(np.diff(members.bounds), counts) and np.array_equal(members.ids, ids)):
            problems.append(f"the {kind} of the events are not what the tables say")
    return [*problems, *_order_problems(columns), *_word_problems(connection, columns)]


def _order_problems(columns: Columns) -> list[str]:
    none = np.empty(0, dtype=np.int32)
    anew = with_added(replace(columns, happened_order=none, reported_order=none), np.flatnonzero(columns.exists))
    return [
        f"the order by when it was {clock} is not what the tables say"
        for clock in ("happened", "reported")
        if not np.array_equal(getattr(anew, f"{clock}_order"), getattr(columns, f"{clock}_order"))
    ]


def _word_problems(connection: sqlite3.Connection, columns: Columns) -> list[str]:
    """Whether each event has its words in the one index where it must, and the frequent ones have their events."""
    ids = np.arange(columns.top + 1)
    changed = _ids(connection, "SELECT event FROM derived_change", columns.top)
    settled = columns.exists & (ids <= settled_to(connection)[0]) & ~changed
    problems = []
    in_settled = _ids(connection, "SELECT id FROM settled_words_docsize", columns.top)
    in_recent = _ids(connection, "SELECT id FROM recent_words_docsize", columns.top)
    if (in_settled & ~changed != settled).any() or (in_recent != (columns.exists & ~settled)).any():
        problems.append("the indexes of words have other events than the tables")
    for (word,) in connection.execute("SELECT word FROM derived_common_word").fetchall():
        for scope, names in COLUMNS_OF.items():
            collected = np.zeros(columns.top + 1, dtype=np.bool_)
            condition = f"{{{' '.join(names)}}} : {phrase([word], prefix=True)}"
            collected[collect(connection, "settled_words", condition)] = True
            if (common_events(connection, scope, word, columns.top) != collected).any():
                problems.append(f"the events of the frequent word {word!r} are not those of the index of words")
    return problems


def _ids(connection: sqlite3.Connection, sql: str, top: int) -> Mask:
    mask = np.zeros(top + 1, dtype=np.bool_)
    for (event,) in connection.execute(sql):
        mask[event if 0 <= event <= top else 0] = True  # no event has the id 0
    return mask
