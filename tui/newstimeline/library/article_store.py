"""What one transaction makes of articles: new ones, others in their place, or another place of the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import Enum

from newstimeline.changes.application import where
from newstimeline.library import index_build
from newstimeline.library.article_rows import Insertion, KnownIdentities, Names, Numbering, QuotePlace, Rows
from newstimeline.library.change_application import Reviser
from newstimeline.library.duplicate_detection import Same, find_same, note_traits, shares_trait, told_of
from newstimeline.library.event_identity import Identity
from newstimeline.library.finding_tables import INSERTIONS
from newstimeline.library.fingerprint import fingerprint, is_current
from newstimeline.library.origins import add_origin, article_with, keep_earlier
from newstimeline.library.person_merges import joinings
from newstimeline.library.prepared_article import Prepared
from newstimeline.library.stored_extraction import found_extraction
from newstimeline.model import Span
from newstimeline.terms import ArticleRelation


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


WRITTEN = (Added.NEW, Added.REPLACED, Added.CHANGED)
"""After which the library has other rows than before."""
_FINDINGS = tuple(
    f"DELETE FROM {table} WHERE "
    + ("event IN (SELECT id FROM event WHERE article = ?)" if table.startswith("event_") else "article = ?")
    for table in reversed(list(INSERTIONS))
    if table != "article"
)
"""How all that was found in an article goes, in the order that the foreign keys ask for."""


class Addition:
    """One transaction's articles."""

    def __init__(
        self, connection: sqlite3.Connection, names: Names, now: Callable[[], datetime], *, again: bool
    ) -> None:
        """With `again`, what was found in an article that is there gives way to what is found now."""
        self._db = connection
        self._now = now
        self._again = again
        self._numbering = Numbering(connection, names)
        self._new: set[str] = set()
        self._written: list[str] = []
        self.rows = Rows(connection)
        self.reviser = Reviser(connection, self._replace)

    def add(self, prepared: Prepared) -> Added:
        """Add an article, or find that it is there."""
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
        if same.relation is not ArticleRelation.LATER:
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
        return None if same and same.relation is not ArticleRelation.LATER and is_foreign else same

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
        index_build.take_note(self._db)
        with index_build.changed_article(self._db, article):
            before = KnownIdentities(self._identities(article), self._quotes(article))
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
        for identity in known:
            words = before[slice(*identity.evidence)] if identity.evidence else ""
            span = where(Span(*identity.evidence), words, text) if identity.evidence else None
            is_there = span is not None and span.of(text) == words
            moved.append(identity._replace(evidence=(span.start, span.end) if span and is_there else None))
        return moved

    def _quotes(self, article: int) -> dict[QuotePlace, int]:
        rows = self._db.execute("SELECT spans, text, id FROM quote WHERE article = ?", (article,))
        return {(spans, text): id_ for spans, text, id_ in rows}

    def _identities(self, article: int) -> list[Identity]:
        rows = self._db.execute(
            "SELECT id, uid, title, evidence_start, evidence_end FROM event WHERE article = ? ORDER BY n", (article,)
        )
        return [Identity(id_, uid, title, (a, b) if a is not None else None) for id_, uid, title, a, b in rows]
