"""Putting a reader's changes into the library: into the log, and into the rows that the browser and queries read.

Of an article with changes the rows are written anew as it is with them, by the same way as after another extraction, so
that everything derived follows. What was found is kept beside, and is what a change is applied to.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from newstimeline.changes.applying import apply
from newstimeline.changes.log import Entry, State, in_force, to_redo, to_undo
from newstimeline.changes.model import Change, Kind, What
from newstimeline.changes.records import dump_change
from newstimeline.keys import name_key
from newstimeline.library.change_log import entries, entries_of, entries_of_versions
from newstimeline.library.loading import found_extraction, load_extraction
from newstimeline.library.preparing import Prepared, prepare_changed
from newstimeline.records.dumping import dump

Replace = Callable[[int, Prepared], None]
"""Puts other rows in the place of an article's."""
_ARTICLES_WITH = (
    "SELECT id FROM article WHERE key = ?1 UNION SELECT article FROM article_origin WHERE key = ?1 ORDER BY 1"
)
"""The articles that have or had an identity."""
_TABLE_OF = {Kind.EVENT: "event", Kind.QUOTE: "quote"}


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of another reader's changes."""

    new: int
    known: int
    rivals: int
    """Of the new ones, how many contradict one of ours."""


class Reviser:
    """Changes within one transaction of the one writer."""

    def __init__(self, connection: sqlite3.Connection, replace: Replace) -> None:
        """`replace` writes an article's rows anew."""
        self._db = connection
        self._replace = replace

    def make(self, changes: Sequence[Change]) -> None:
        """Put changes into the log and into force."""
        self._db.execute("UPDATE change SET state = ? WHERE state = ?", (State.DROPPED, State.UNDONE))
        for change in changes:
            self._append(change, State.ACTIVE)
        self._bring_into_force(changes)

    def take(self, changes: Sequence[Change]) -> Taken:
        """Take another reader's changes; what contradicts one in force here waits for the reader to decide."""
        known = {id_ for (id_,) in self._db.execute("SELECT id FROM change")}
        ours = {change.subject: change for change in in_force(self.log())}
        new: list[Change] = []
        rivals = 0
        for change in changes:
            if change.id in known:
                continue
            known.add(change.id)
            rival = change.subject in ours and ours[change.subject].value != change.value
            rivals += rival
            self._append(change, State.RIVAL if rival else State.ACTIVE)
            new.append(change)
        self._bring_into_force(new)
        return Taken(len(new), len(changes) - len(new), rivals)

    def join(self, change: Change) -> None:
        """Put a joining of people into the log; `revise_people` brings it into force."""
        self._append(change, State.ACTIVE)

    def undo(self) -> Change | None:
        """Take the newest change back; None when there is none."""
        return self._turn(to_undo(self.log()), State.UNDONE)

    def redo(self) -> Change | None:
        """Bring back what was undone last; None when nothing was."""
        return self._turn(to_redo(self.log()), State.ACTIVE)

    def turn(self, id_: str, state: State) -> Change | None:
        """Give one change another state; None when there is no such change."""
        return self._turn([entry for entry in self.log() if entry.change.id == id_], state)

    def log(self) -> list[Entry]:
        """Every change, in the order of the log."""
        return entries(self._db)

    def revise(self, article: int, *, anew: bool = False) -> None:
        """Write an article's rows as they are with the changes in force; `anew` when they are just what was found."""
        log = entries_of_versions(self._db, article)
        if anew:
            self._db.execute("DELETE FROM found_extraction WHERE article = ?", (article,))
        if not log:
            return
        kept = self._db.execute("SELECT 1 FROM found_extraction WHERE article = ?", (article,)).fetchone()
        now = load_extraction(self._db, article)
        found = found_extraction(self._db, article) if kept else now
        own = [c for c in in_force(log) if c.what is not What.EVENT or not self._is_elsewhere(c, found.article.id)]
        applied = apply(found, own)
        if applied.extraction == found:
            self._db.execute("DELETE FROM found_extraction WHERE article = ?", (article,))
        elif not kept:
            self._db.execute("INSERT INTO found_extraction VALUES (?, ?)", (article, dump(found)))
        if applied.extraction != now:
            extractor = self._db.execute("SELECT extractor FROM article WHERE id = ?", (article,)).fetchone()[0]
            self._replace(article, prepare_changed(applied, found, extractor))
        numbers = {entry.change.id: entry for entry in log}
        self._forget_places((entry.number for entry in log), article)
        for id_, (kind, local) in applied.placed.items():
            self._place(numbers[id_], article, kind, self._thing(article, kind, local))

    def _is_elsewhere(self, change: Change, key: str) -> bool:
        """Whether another article than the one with this key has the identity that a change was made to."""
        row = self._db.execute("SELECT 1 FROM article WHERE key = ?", (change.target.article,)).fetchone()
        return row is not None and change.target.article != key

    def _forget_glimpse(self) -> None:
        """What the first screen shows may be otherwise now."""
        self._db.execute("DELETE FROM glimpse")

    def _append(self, change: Change, state: State) -> None:
        self._db.execute(
            "INSERT INTO change (id, article, what, state, record) VALUES (?, ?, ?, ?, ?)",
            (change.id, change.target.article, str(change.what), str(state), dump_change(change)),
        )

    def _turn(self, some: Sequence[Entry], state: State) -> Change | None:
        self._db.executemany("UPDATE change SET state = ? WHERE number = ?", ((str(state), one.number) for one in some))
        self._bring_into_force([one.change for one in some])
        return some[0].change if some else None

    def _bring_into_force(self, changes: Iterable[Change]) -> None:
        self._forget_glimpse()
        for key in dict.fromkeys(change.target.article for change in changes):
            if key is None:
                self.revise_people()
            else:
                for (article,) in self._db.execute(_ARTICLES_WITH, (key,)).fetchall():
                    self.revise(article)

    def _forget_places(self, numbers: Iterable[int], article: int | None) -> None:
        self._db.executemany(
            "DELETE FROM placed_change WHERE change = ? AND article IS ?", ((number, article) for number in numbers)
        )

    def _place(self, entry: Entry, article: int | None, kind: Kind, thing: int | None) -> None:
        change = entry.change
        value = json.dumps(change.value) if isinstance(change.value, bool) else change.value
        self._db.execute(
            "INSERT INTO placed_change VALUES (?, ?, ?, ?, ?, ?)",
            (entry.number, article, str(change.what), value, str(kind), thing),
        )

    def _thing(self, article: int, kind: Kind, local: str) -> int | None:
        match kind:
            case Kind.ARTICLE:
                return article
            case Kind.PERSON:
                sql = "SELECT person FROM article_person WHERE article = ? AND local = ?"
            case _:
                sql = f"SELECT id FROM {_TABLE_OF[kind]} WHERE article = ? AND local = ?"
        row = self._db.execute(sql, (article, local)).fetchone()
        return row[0] if row else None

    def revise_people(self) -> None:
        """Work out anew which people are one, and how they are called."""
        log = entries_of(self._db, None)
        self._forget_places((entry.number for entry in log), None)
        numbers = {entry.change.id: entry for entry in log}
        same: dict[int, int] = {}
        names: dict[int, str] = {}
        for change in in_force(log):
            person = self._person(change.target.words)
            other = self._person(str(change.value)) if change.what is What.SAME and change.value else None
            if person is None or (change.what is What.SAME and change.value and other is None):
                continue  # the people that it is about are not in this library
            self._place(numbers[change.id], None, Kind.PERSON, person)
            if other is not None and other != person:
                same[person] = other
            elif change.what is What.NAME:
                names[person] = str(change.value)
        self._store_people(same, names)

    def _person(self, name: str) -> int | None:
        row = self._db.execute("SELECT id FROM person WHERE key = ?", (name_key(name),)).fetchone()
        return row[0] if row else None

    def _store_people(self, same: dict[int, int], names: dict[int, str]) -> None:
        before = self._db.execute("SELECT person, main, name FROM person_entry ORDER BY person").fetchall()
        mains = {person: _main(person, same) for person in {*same, *names, *same.values()}}
        after = [
            (person, main, names.get(main) or self._name(main)) for person, main in sorted(mains.items())
        ]  # fmt: skip
        if before == after:
            return
        self._db.execute("DELETE FROM person_entry")
        self._db.executemany("INSERT INTO person_entry VALUES (?, ?, ?)", after)
        self._db.execute("UPDATE derived_state SET edition = edition + 1")

    def _name(self, person: int) -> str:
        name: str = self._db.execute("SELECT name FROM person WHERE id = ?", (person,)).fetchone()[0]
        return name


def _main(person: int, same: dict[int, int]) -> int:
    """Who a person is in the end; where two are said to be each other, the one with the lower id."""
    seen = [person]
    while seen[-1] in same:
        following = same[seen[-1]]
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]
