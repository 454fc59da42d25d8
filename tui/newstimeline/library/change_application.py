"""Putting a reader's changes into the library: into the log, and into the rows that the browser and queries read.

Of an article with changes the rows are written anew as it is with them, by the same way as after another extraction, so
that everything derived follows. What was found is kept beside, and is what a change is applied to.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from newstimeline.changes.application import apply
from newstimeline.changes.change import Change, Kind, What
from newstimeline.changes.change_records import dump_change
from newstimeline.changes.change_states import Entry, State, in_force, to_redo, to_undo
from newstimeline.library.change_log import entries, entries_of, entries_of_any, has_changes, keys_of, unreadable
from newstimeline.library.prepared_article import Prepared, prepare_changed
from newstimeline.library.stored_extraction import found_extraction, load_extraction
from newstimeline.name_keys import name_key
from newstimeline.records.codec import dump

Replace = Callable[[int, Prepared], None]
"""Puts other rows in the place of an article's."""
_ARTICLES_WITH = (
    "SELECT id FROM article WHERE key = :key UNION SELECT article FROM article_origin WHERE key = :key ORDER BY 1"
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
    others: tuple[Change, ...] = ()
    """Those that were not taken, since another change here has their id."""


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
        self._bring_into_force(change.target.article for change in changes)

    def take(self, changes: Sequence[Change]) -> Taken:
        """Take another reader's changes; what contradicts one in force here waits for the reader to decide.

        What has the id of a row that holds no change takes its place: it is that change, put right.
        """
        log = self.log()
        known = {entry.change.id: entry.change for entry in log}
        ours = {change.subject: change for change in in_force(log)}
        number = self._number_of_next_act()
        new: list[Change] = []
        others: list[Change] = []
        displaced: list[str | None] = []
        rivals = 0
        for change in changes:
            if change.id in known:
                if known[change.id] != change:
                    others.append(change)
                continue
            known[change.id] = change
            rival = change.subject in ours and ours[change.subject].value != change.value
            rivals += rival
            displaced += self._displace(change.id)
            self._append(change, State.RIVAL if rival else State.ACTIVE, number + len(new))
            new.append(change)
        self._bring_into_force([*displaced, *(change.target.article for change in new)])
        return Taken(len(new), len(changes) - len(new) - len(others), rivals, tuple(others))

    def _displace(self, id_: str) -> list[str | None]:
        """Take a row that holds no change out of the log; returns the article that it was about, if there was one."""
        row = self._db.execute("SELECT number, article FROM change WHERE id = ?", (id_,)).fetchone()
        if row is None:
            return []
        self._db.execute("DELETE FROM placed_change WHERE change = ?", row[:1])
        self._db.execute("DELETE FROM change WHERE number = ?", row[:1])
        return [row[1]]

    def drop_unreadable(self) -> int:
        """Put the rows that hold no change out of force, and take back what they did; returns how many there were."""
        changes = unreadable(self._db)
        articles = []
        for change in changes:
            self._db.execute("UPDATE change SET state = ? WHERE number = ?", (State.DROPPED, change.number))
            articles += self._db.execute("SELECT article FROM change WHERE number = ?", (change.number,)).fetchone()
        self._bring_into_force(articles)
        return len(changes)

    def revise_all(self) -> None:
        """Bring every change in force into force."""
        keys = self._db.execute("SELECT DISTINCT article FROM change").fetchall()
        self._bring_into_force([None, *(key for (key,) in keys)])

    def _number_of_next_act(self) -> int:
        """The number that keeps what comes apart from the acts before; see `changes.log`."""
        last: int = self._db.execute(
            "SELECT max(coalesce((SELECT max(number) FROM change), 0),"
            " coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0))"
        ).fetchone()[0]
        return last + 2

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
        if anew:
            self._db.execute("DELETE FROM found_extraction WHERE article = ?", (article,))
        keys = keys_of(self._db, article)
        if not has_changes(self._db, keys):
            return
        log = entries_of_any(self._db, keys)
        kept = self._db.execute("SELECT 1 FROM found_extraction WHERE article = ?", (article,)).fetchone()
        now = load_extraction(self._db, article)
        extracted = found_extraction(self._db, article) if kept else now
        own = [c for c in in_force(log) if c.what is not What.EVENT or not self._is_elsewhere(c, extracted.article.id)]
        applied = apply(extracted, own)
        if applied.extraction == extracted:
            self._db.execute("DELETE FROM found_extraction WHERE article = ?", (article,))
        elif not kept:
            self._db.execute("INSERT INTO found_extraction VALUES (?, ?)", (article, dump(extracted)))
        if applied.extraction != now:
            extractor = self._db.execute("SELECT extractor FROM article WHERE id = ?", (article,)).fetchone()[0]
            self._replace(article, prepare_changed(applied, extracted, extractor))
        numbers = {entry.change.id: entry for entry in log}
        for key in keys:
            self._forget_places(key, article)
        for id_, (kind, local) in applied.placed.items():
            self._place(numbers[id_], article, kind, self._thing(article, kind, local))

    def _is_elsewhere(self, change: Change, key: str) -> bool:
        """Whether another article than the one with this key has the identity that a change was made to."""
        row = self._db.execute("SELECT 1 FROM article WHERE key = ?", (change.target.article,)).fetchone()
        return row is not None and change.target.article != key

    def _append(self, change: Change, state: State, number: int | None = None) -> None:
        self._db.execute(
            "INSERT INTO change (number, id, article, what, state, record) VALUES (?, ?, ?, ?, ?, ?)",
            (number, change.id, change.target.article, str(change.what), str(state), dump_change(change)),
        )

    def _turn(self, some: Sequence[Entry], state: State) -> Change | None:
        self._db.executemany(
            "UPDATE change SET state = ? WHERE number = ?", ((str(state), entry.number) for entry in some)
        )
        self._bring_into_force(entry.change.target.article for entry in some)
        return some[0].change if some else None

    def _bring_into_force(self, articles: Iterable[str | None]) -> None:
        """Let the changes of some articles, by their keys, and of people (None) show."""
        self._db.execute("DELETE FROM glimpse")  # what the first screen shows may be otherwise now
        for key in dict.fromkeys(articles):
            if key is None:
                self.revise_people()
            else:
                for (article,) in self._db.execute(_ARTICLES_WITH, {"key": key}).fetchall():
                    self.revise(article)

    def _forget_places(self, key: str | None, article: int | None) -> None:
        self._db.execute(
            "DELETE FROM placed_change WHERE article IS ? AND change IN (SELECT number FROM change WHERE article IS ?)",
            (article, key),
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
        self._forget_places(None, None)
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
        mains = {person: person for person in (*names, *same.values())} | _mains(same)
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


def _mains(same: Mapping[int, int]) -> dict[int, int]:
    """Who people are in the end; where some are said to be each other, the one with the lowest id."""
    mains: dict[int, int] = {}
    for person in same:
        path: dict[int, None] = {}
        at = person
        while at in same and at not in mains and at not in path:
            path[at] = None
            at = same[at]
        if at in path:
            seen = list(path)
            mains |= dict.fromkeys(path, min(seen[seen.index(at) :]))
        else:
            mains |= dict.fromkeys(path, mains.get(at, at))
    return mains
