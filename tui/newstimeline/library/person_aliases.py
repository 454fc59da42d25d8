"""People who are one with another person, or are called otherwise than the articles call them: as readers have it."""

from __future__ import annotations

import sqlite3

from newstimeline.arrays import Ints, np
from newstimeline.library.event_columns import Members
from newstimeline.library.search_terms import terms_of


def merged(connection: sqlite3.Connection, members: Members) -> Members:
    """Members in which whoever is one with another person counts as that one, once an event."""
    mains = _mains(connection)
    if not mains or not len(members.ids):
        return members
    main_of = np.arange(max(int(members.ids.max()), *mains, *mains.values()) + 1, dtype=np.int32)
    main_of[list(mains)] = list(mains.values())
    ids = main_of[members.ids]
    if np.array_equal(ids, members.ids):
        return members
    ordered = np.lexsort((ids, members.owners))
    owners, ids = members.owners[ordered], ids[ordered]
    first = np.concatenate([[True], (owners[1:] != owners[:-1]) | (ids[1:] != ids[:-1])])
    counts = np.bincount(owners[first], minlength=len(members.bounds) - 1)
    return Members(np.concatenate([[0], np.cumsum(counts)]), ids[first])


def with_entries(connection: sqlite3.Connection, people: Ints, asked: list[str], *, prefix: bool) -> Ints:
    """The people with the terms in their names, those counted whom readers call so, each as who that is in the end."""
    mains = _mains(connection)
    if not mains:
        return people
    named = [
        main
        for main, name in connection.execute("SELECT DISTINCT main, name FROM person_entry")
        if _are_within(asked, terms_of(name), prefix=prefix)
    ]
    return np.unique(np.array([*(mains.get(int(person), int(person)) for person in people), *named], dtype=np.int64))


def main_of(connection: sqlite3.Connection, person: int) -> int:
    """Who a person is in the end."""
    row = connection.execute("SELECT main FROM person_entry WHERE person = ?", (person,)).fetchone()
    return row[0] if row else person


def one_with(connection: sqlite3.Connection, main: int) -> list[int]:
    """All entries of a person, the main one first."""
    rows = connection.execute("SELECT person FROM person_entry WHERE main = ? AND person <> main", (main,))
    return [main, *(person for (person,) in rows)]


def entry_names(connection: sqlite3.Connection) -> dict[int, str]:
    """The names of the main entries that differ from, or stand beside, what the articles have."""
    return dict(connection.execute("SELECT DISTINCT main, name FROM person_entry"))


def _mains(connection: sqlite3.Connection) -> dict[int, int]:
    return dict(connection.execute("SELECT person, main FROM person_entry"))


def _are_within(asked: list[str], words: list[str], *, prefix: bool) -> bool:
    """Whether the words stand side by side, the last one perhaps only begun."""
    for at in range(len(words) - len(asked) + 1):
        part = words[at : at + len(asked)]
        if part[:-1] == asked[:-1] and (part[-1] == asked[-1] or (prefix and part[-1].startswith(asked[-1]))):
            return bool(asked)
    return False
