"""People of different articles who are one person, found by name and context.

Articles give one person different names: with a middle initial or without, or the bare surname with a role. Two entries
are joined when nothing speaks against it: the full names are the same but for middle names that are given as initials
only, or one is a bare surname, a single person here bears it, and what articles call both is the same ("president").
An article that names both apart speaks against it.

Each joining is a change in the log like a reader's, so that it is seen, can be taken back, and then is not made again.
"""

from __future__ import annotations

import json
import re
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime

from newstimeline.changes.change import AUTOMATIC, Change, Kind, Target, What
from newstimeline.changes.change_records import ChangeError, settled
from newstimeline.library.change_log import entries_of
from newstimeline.library.search_terms import asked_terms
from newstimeline.library.word_index import collect, phrase

_INITIAL = re.compile(r"\w\.?\Z")
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_EMPTY_WORDS = frozenset("the a an of and for in former then acting deputy vice new old senior".split())
_MOST_CANDIDATES = 200
"""People with a surname, of whom more say nothing about any of them."""
_MOST_ROLES = 200


def joinings(connection: sqlite3.Connection, new: Iterable[tuple[int, str]], now: datetime) -> Iterator[Change]:
    """The joinings that new people (id and key) give rise to."""
    pairs = [pair for person, key in new if (pair := _pair(connection, person, key))]
    if not pairs:
        return
    of_people = (entry.change for entry in entries_of(connection, None))
    said = {change.target.words for change in of_people if change.what is What.SAME}
    for poorer, name in pairs:
        if poorer in said:
            continue
        said.add(poorer)
        change = Change(
            id=secrets.token_hex(12),
            made=now.isoformat(timespec="seconds"),
            who=AUTOMATIC,
            what=What.SAME,
            target=Target(Kind.PERSON, None, None, poorer),
            value=name,
        )
        if _is_settled(change):
            yield change


def _is_settled(change: Change) -> bool:
    """Whether it will be read again as it is: no change can have a name of a thousand letters."""
    try:
        return settled(change) == change
    except ChangeError:
        return False


def _pair(connection: sqlite3.Connection, person: int, key: str) -> tuple[str, str] | None:
    """Who is who: the key of the one with the poorer name, and that of the other."""
    words = key.split()
    if not words:
        return None
    others = [other for other in _with_surname(connection, _surname(words)) if other[0] != person]
    if len(others) > _MOST_CANDIDATES:
        return None
    if len(words) > 1:
        simple = _simple(words)
        same = [other for other in others if len(other[1].split()) > 1 and _simple(other[1].split()) == simple]
        if (
            len(same) == 1
            and not _contradict(words, same[0][1].split())
            and not _are_told_apart(connection, person, same[0][0])
        ):
            return (key, same[0][1]) if len(key) > len(same[0][1]) else (same[0][1], key)
        bare = [other for other in others if other[1] == _surname(words)]
        full = [other for other in others if len(other[1].split()) > 1]
        if bare and not full and _have_same_role(connection, bare[0][0], person):
            return bare[0][1], key
        return None
    full = [other for other in others if len(other[1].split()) > 1]
    if len(full) == 1 and _have_same_role(connection, person, full[0][0]):
        return key, full[0][1]
    return None


def _with_surname(connection: sqlite3.Connection, surname: str) -> list[tuple[int, str]]:
    terms, begun = asked_terms(surname, prefix=False)
    if not terms:
        return []
    ids = collect(connection, "person_words", phrase(terms, prefix=begun), most=_MOST_CANDIDATES + 1)
    if not len(ids) or len(ids) > _MOST_CANDIDATES:
        return [(0, "")] * len(ids)
    marks = ",".join("?" * len(ids))
    rows = connection.execute(f"SELECT id, key FROM person WHERE id IN ({marks})", [int(i) for i in ids])
    return [(id_, key) for id_, key in rows if _surname(key.split()) == surname]


def _surname(words: list[str]) -> str:
    kept = [word for word in words if word.rstrip(",") not in _SUFFIXES] or words
    return kept[-1].rstrip(",")


def _simple(words: list[str]) -> tuple[str, ...]:
    """A full name without its middle initials and its suffix."""
    kept = [word.rstrip(",") for word in words if word.rstrip(",") not in _SUFFIXES]
    return tuple(word for n, word in enumerate(kept) if n in (0, len(kept) - 1) or not _INITIAL.match(word))


def _contradict(name: list[str], other: list[str]) -> bool:
    """Whether both names have middle initials or suffixes, and other ones."""
    extras = [
        {word.rstrip(".,") for word in words if _INITIAL.match(word) or word.rstrip(",") in _SUFFIXES}
        for words in (name, other)
    ]
    return bool(extras[0] and extras[1] and extras[0] != extras[1])


def _are_told_apart(connection: sqlite3.Connection, person: int, other: int) -> bool:
    """Whether an article knows both as people of their own."""
    articles = "SELECT article FROM article_person WHERE person = ?"
    return connection.execute(f"{articles} INTERSECT {articles}", (person, other)).fetchone() is not None


def _have_same_role(connection: sqlite3.Connection, person: int, other: int) -> bool:
    """Whether articles call both by the same word, and none tells them apart."""
    shared = _roles(connection, person) & _roles(connection, other)
    return bool(shared) and not _are_told_apart(connection, person, other)


def _roles(connection: sqlite3.Connection, person: int) -> set[str]:
    """What articles call a person, in single words: "president", "russian"."""
    rows = connection.execute("SELECT roles FROM article_person WHERE person = ? LIMIT ?", (person, _MOST_ROLES))
    heads = (role.lower().split() for (roles,) in rows for role in json.loads(roles))
    return {words[-1] for words in heads if words} - _EMPTY_WORDS
