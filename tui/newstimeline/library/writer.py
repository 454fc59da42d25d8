"""Putting extractions into the library: each article whole, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import TypeVar

from newstimeline.changes.applying import where
from newstimeline.changes.log import State
from newstimeline.changes.model import Change
from newstimeline.library import settling
from newstimeline.library.errors import LibraryError, translated
from newstimeline.library.fingerprint import fingerprint, is_current
from newstimeline.library.identity import Identity
from newstimeline.library.inserting import Insertion, Known, Names, Numbering, QuotePlace, Rows
from newstimeline.library.joining import joinings
from newstimeline.library.loading import found_extraction
from newstimeline.library.opening_to_write import open_for_writing
from newstimeline.library.origins import add_origin, article_with, is_at, keep_earlier
from newstimeline.library.preparing import Prepared, prepare
from newstimeline.library.read_files import articles_if_unchanged, page_if_known, remember
from newstimeline.library.revising import Reviser, Taken
from newstimeline.library.sameness import Same, find_same, note_traits, shares_trait, told_of
from newstimeline.model import Article, Extraction, FileState, PageState, SourceState, Span
from newstimeline.terms import Relation

Outcome = TypeVar("Outcome")


class Added(Enum):
    """What became of an extraction."""

    NEW = "new"
    UNCHANGED = "unchanged"
    """The library has this article, with these findings."""
    DIFFERENT = "different"
    """The library has this article with other findings, which were kept."""
    REPLACED = "replaced"
    """The library had this article with other findings; it has these now."""
    JOINED = "joined"
    """The library has this article from another place; it is kept once, with both."""
    CHANGED = "changed"
    """The library had this article as it was before; it has it as it is now, and the earlier text beside it."""


_WRITTEN = (Added.NEW, Added.REPLACED, Added.CHANGED)
_FINDINGS = (
    "DELETE FROM event_quote WHERE event IN (SELECT id FROM event WHERE article = ?)",
    "DELETE FROM event_place WHERE event IN (SELECT id FROM event WHERE article = ?)",
    "DELETE FROM event_person WHERE event IN (SELECT id FROM event WHERE article = ?)",
    "DELETE FROM event WHERE article = ?",
    "DELETE FROM quote WHERE article = ?",
    "DELETE FROM time_expression WHERE article = ?",
    "DELETE FROM place_mention WHERE article = ?",
    "DELETE FROM person_mention WHERE article = ?",
    "DELETE FROM article_place WHERE article = ?",
    "DELETE FROM article_person WHERE article = ?",
)
"""How all that was found in an article goes, in the order that the foreign keys ask for."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class LibraryWriter:
    """The one writer of a library file. Use as a context manager."""

    def __init__(
        self,
        path: Path,
        now: Callable[[], datetime] = _utc_now,
        *,
        durable: bool = True,
        sizes: settling.Sizes = settling.USUAL_SIZES,
    ) -> None:
        """Open the library, making it if there is none; see `open_for_writing`.

        Raises:
            LibraryError: see `open_for_writing`.
        """
        self._path = path
        self._now = now
        self._sizes = sizes
        self._connection = open_for_writing(path, durable=durable)
        self._has_added = False
        self._names = Names()

    def __enter__(self) -> LibraryWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Settle what was added, and close the file."""
        try:
            if self._has_added:
                with self._transaction():
                    settling.finish(self._connection, self._sizes)
        except LibraryError:
            pass  # nothing is lost: what is not settled waits for the next writer
        finally:
            self._connection.close()

    def has(self, article_key: str) -> bool:
        """Whether the library holds the article, or held it before it was changed."""
        return article_with(self._connection, article_key) is not None

    def note_places(self, articles: Sequence[Article]) -> int:
        """Keep from where else articles were read that the library holds; returns how many of these places were new.

        Raises:
            LibraryError: see `store`.
        """
        new = [
            (article, one)
            for one in articles
            # None where the same article came a moment before and could not be extracted, which has been told.
            if (article := article_with(self._connection, one.id)) is not None
            and not is_at(self._connection, one.id, one.url, one.path)
        ]
        if new:
            with self._transaction():
                for article, one in new:
                    columns = {"key": one.id, "source": one.source, "url": one.url, "path": one.path}
                    add_origin(self._connection, article, Relation.COPY, columns, self._now(), None)
        return len(new)

    def articles_if_unchanged(self, state: FileState, rules: str) -> int | None:
        """How many articles a file held that is as it was when these rules read it; None for one that must be read."""
        return articles_if_unchanged(self._connection, state, rules)

    def page_if_known(self, url: str, rules: str) -> tuple[PageState, int] | None:
        """What these rules read at an address, as its server told of it, and how many articles that were."""
        return page_if_known(self._connection, url, rules)

    def remember(self, sources: Sequence[tuple[SourceState, int]], rules: str) -> None:
        """Remember files and pages that these rules have read without a fault, each with the number of its articles.

        Raises:
            LibraryError: see `store`.
        """
        if sources:
            with self._transaction():
                remember(self._connection, sources, rules)

    def rebuild(self) -> None:
        """Make everything derived anew.

        Raises:
            LibraryError: the file can't be written.
        """
        with self._transaction():
            settling.rebuild(self._connection, self._sizes)

    def add(self, extractions: Iterable[tuple[Extraction, str | None]], *, again: bool = False) -> list[Added]:
        """Store extractions, each with the name of what extracted it; see `store`."""
        return self.store((prepare(*pair) for pair in extractions), again=again)

    def store(self, prepared: Iterable[Prepared], *, again: bool = False) -> list[Added]:
        """Store articles and what was found in them, in one durable transaction.

        Findings that the library has for an article are kept, or with `again` replaced; an event that is found again
        keeps its id. When this returns, all of them are on the disk; when it raises, none is.

        Raises:
            LibraryError: the file can't be written (disk full, read-only, another writer).
        """
        with self._transaction():
            addition = _Addition(self._connection, self._names, self._now, again=again)
            outcomes = [addition.add(article) for article in prepared]
            addition.rows.flush()
            addition.revise()
            settling.take_note(self._connection)
            settling.settle(self._connection, self._sizes)
        self._has_added = self._has_added or any(one in _WRITTEN for one in outcomes)
        return outcomes

    def change(self, changes: Sequence[Change]) -> None:
        """Put a reader's changes into the log and into force, all or none.

        Raises:
            LibraryError: see `store`.
        """
        self._revise(lambda reviser: reviser.make(changes))

    def undo(self) -> Change | None:
        """Take the newest change back; None when there is none.

        Raises:
            LibraryError: see `store`.
        """
        return self._revise(Reviser.undo)

    def redo(self) -> Change | None:
        """Bring back what was undone last; None when nothing was.

        Raises:
            LibraryError: see `store`.
        """
        return self._revise(Reviser.redo)

    def take_changes(self, changes: Sequence[Change]) -> Taken:
        """Take another reader's changes, all or none; see `Reviser.take`.

        Raises:
            LibraryError: see `store`.
        """
        return self._revise(lambda reviser: reviser.take(changes))

    def turn(self, change: str, state: State) -> Change | None:
        """Give a change, by its id, another state; None when there is none.

        Raises:
            LibraryError: see `store`.
        """
        return self._revise(lambda reviser: reviser.turn(change, state))

    def _revise(self, revise: Callable[[Reviser], Outcome]) -> Outcome:
        with self._transaction():
            addition = _Addition(self._connection, self._names, self._now, again=True)
            outcome = revise(addition.reviser)
            settling.take_note(self._connection)
        self._has_added = True
        return outcome

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with translated(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._names.forget()
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


class _Addition:
    """One transaction's articles."""

    def __init__(
        self, connection: sqlite3.Connection, names: Names, now: Callable[[], datetime], *, again: bool
    ) -> None:
        self._db = connection
        self._now = now
        self._again = again
        self._numbering = Numbering(connection, names)
        self._new: set[str] = set()
        self._written: list[str] = []
        self.rows = Rows(connection)
        self.reviser = Reviser(connection, self._replace)

    def add(self, prepared: Prepared) -> Added:
        if prepared.key in self._new:
            self.rows.flush()
        known = self._db.execute("SELECT id, findings FROM article WHERE key = ?", (prepared.key,)).fetchone()
        if not known:
            return self._add_other(prepared)
        if self._findings(*known) == prepared.findings:
            return Added.UNCHANGED
        if not self._again:
            return Added.DIFFERENT
        self.rows.flush()
        self._written.append(prepared.key)
        self._replace(known[0], prepared)
        return Added.REPLACED

    def _add_other(self, prepared: Prepared) -> Added:
        """Add what the library does not have as it is: a new article, or one that it has in another way."""
        if article_with(self._db, prepared.key):
            return Added.UNCHANGED
        same = self._same(prepared)
        if same is None:
            self._new.add(prepared.key)
            self._written.append(prepared.key)
            article = self._insertion(prepared).insert(self._now())
            note_traits(self._db, article, prepared.traits)
            return Added.NEW
        if same.relation is not Relation.LATER:
            text = str(prepared.article["text"])
            add_origin(self._db, same.article, same.relation, prepared.article, self._now(), text)
            return Added.JOINED
        self._written.append(prepared.key)
        keep_earlier(self._db, same.article)
        self._replace(same.article, prepared, is_later=True)
        note_traits(self._db, same.article, prepared.traits)
        return Added.CHANGED

    def _same(self, prepared: Prepared) -> Same | None:
        """The article that this one is, if the library has it.

        What another program found in a copy could not be kept beside the article, so that stays an article of its own.
        """
        if not shares_trait(self._db, prepared.traits):
            return None
        self.rows.flush()
        same = find_same(self._db, told_of(prepared.article), prepared.traits)
        is_foreign = prepared.article["extractor"] is None and prepared.events
        return None if same and same.relation is not Relation.LATER and is_foreign else same

    def revise(self) -> None:
        """Apply the reader's changes to the articles that were written, and join the people who are one."""
        for change in joinings(self._db, self._numbering.new_people, self._now()):
            self.reviser.join(change)
        if not self._db.execute("SELECT EXISTS (SELECT 1 FROM change)").fetchone()[0]:
            return
        for key in self._written:
            self.reviser.revise(
                self._db.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()[0], anew=True
            )
        self.reviser.revise_people()

    def _findings(self, article: int, known: str) -> str:
        return known if is_current(known) else fingerprint(found_extraction(self._db, article))

    def _insertion(self, prepared: Prepared) -> Insertion:
        return Insertion(self._db, self._numbering, self.rows, prepared)

    def _replace(self, article: int, prepared: Prepared, *, is_later: bool = False) -> None:
        """Write an article's rows anew; `is_later` when its text is another one too."""
        self.rows.flush()
        settling.take_note(self._db)
        with settling.changed_article(self._db, article):
            before = Known(self._identities(article), self._quotes(article))
            if is_later:
                before = replace(before, events=self._moved(before.events, article, str(prepared.article["text"])))
            for statement in _FINDINGS:
                self._db.execute(statement, (article,))
            self._insertion(prepared).replace(article, before)
            self.rows.flush()

    def _moved(self, known: Sequence[Identity], article: int, text: str) -> list[Identity]:
        """Known events with their evidence where it stands in another text; without, where it is gone."""
        before: str = self._db.execute("SELECT text FROM article WHERE id = ?", (article,)).fetchone()[0]
        moved = []
        for one in known:
            words = before[slice(*one.evidence)] if one.evidence else ""
            span = where(Span(*one.evidence), words, text) if one.evidence else None
            is_there = span is not None and span.of(text) == words
            moved.append(one._replace(evidence=(span.start, span.end) if span and is_there else None))
        return moved

    def _quotes(self, article: int) -> dict[QuotePlace, int]:
        rows = self._db.execute("SELECT spans, text, id FROM quote WHERE article = ?", (article,))
        return {(spans, text): id_ for spans, text, id_ in rows}

    def _identities(self, article: int) -> list[Identity]:
        rows = self._db.execute(
            "SELECT id, uid, title, evidence_start, evidence_end FROM event WHERE article = ? ORDER BY n", (article,)
        )
        return [Identity(id_, uid, title, (a, b) if a is not None else None) for id_, uid, title, a, b in rows]
