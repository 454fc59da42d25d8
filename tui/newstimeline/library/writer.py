"""Putting extractions into the library: each article whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from newstimeline.changes.change import Change
from newstimeline.changes.change_records import settled
from newstimeline.changes.change_states import State
from newstimeline.library import index_build
from newstimeline.library.article_rows import Names
from newstimeline.library.article_store import WRITTEN, Added, Addition
from newstimeline.library.change_application import Reviser, Taken
from newstimeline.library.connections import transaction
from newstimeline.library.errors import LibraryError, translated, understood
from newstimeline.library.origins import add_origin, article_with, is_at
from newstimeline.library.prepared_article import Prepared, prepare
from newstimeline.library.read_files import articles_if_unchanged, page_if_known, remember
from newstimeline.library.writable_library import open_for_writing
from newstimeline.model import Article, Extraction, FileState, PageState, SourceState
from newstimeline.terms import ArticleRelation

Outcome = TypeVar("Outcome")


def _utc_now() -> datetime:
    return datetime.now(UTC)


class LibraryWriter:
    """The one writer of a library file. Use as a context manager.

    Whatever it writes may raise `LibraryError`: the file can't be written (disk full, read-only, another writer).
    """

    def __init__(
        self,
        path: Path,
        now: Callable[[], datetime] = _utc_now,
        *,
        durable: bool = True,
        sizes: index_build.Sizes = index_build.USUAL_SIZES,
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
                with self._transaction(), understood(self._path):
                    index_build.finish(self._connection, self._sizes)
        except LibraryError:
            pass  # nothing is lost: what is not settled waits for the next writer
        finally:
            self._connection.close()

    def has(self, article_key: str) -> bool:
        """Whether the library holds the article, or held it before it was changed."""
        with understood(self._path):
            return article_with(self._connection, article_key) is not None

    def note_places(self, articles: Sequence[Article]) -> int:
        """Keep from where else articles were read that the library holds; returns how many of these places were new."""
        with understood(self._path):
            new = [
                (number, article)
                for article in articles
                # None where the same article came a moment before and could not be extracted, which has been told.
                if (number := article_with(self._connection, article.id)) is not None
                and not is_at(self._connection, article.id, article.url, article.path)
            ]
        if new:
            with self._transaction(), understood(self._path):
                for number, article in new:
                    columns = {"key": article.id, "source": article.source, "url": article.url, "path": article.path}
                    add_origin(self._connection, number, ArticleRelation.COPY, columns, self._now(), None)
        return len(new)

    def articles_if_unchanged(self, state: FileState, rules: str) -> int | None:
        """How many articles a file held that is as it was when these rules read it; None for one that must be read."""
        with understood(self._path):
            return articles_if_unchanged(self._connection, state, rules)

    def page_if_known(self, url: str, rules: str) -> tuple[PageState, int] | None:
        """What these rules read at an address, as its server told of it, and how many articles that were."""
        with understood(self._path):
            return page_if_known(self._connection, url, rules)

    def remember(self, sources: Sequence[tuple[SourceState, int]], rules: str) -> None:
        """Remember files and pages that these rules have read without a fault, each with the number of its articles."""
        if sources:
            with self._transaction(), understood(self._path):
                remember(self._connection, sources, rules)

    def rebuild(self) -> None:
        """Make everything derived anew, without what the log has that is no change."""
        with self._transaction(), understood(self._path):
            index_build.rebuild(self._connection, self._sizes)
            self._revise_within(Reviser.drop_unreadable)

    def revise_all(self) -> None:
        """Make everything derived anew, and apply the reader's changes to what the tables have."""
        with self._transaction(), understood(self._path):
            index_build.rebuild(self._connection, self._sizes)
            self._revise_within(Reviser.revise_all)

    def add(self, extractions: Iterable[tuple[Extraction, str | None]], *, again: bool = False) -> list[Added]:
        """Store extractions, each with the name of what extracted it; see `store`."""
        return self.store((prepare(*pair) for pair in extractions), again=again)

    def store(self, prepared: Iterable[Prepared], *, again: bool = False) -> list[Added]:
        """Store articles and what was found in them, in one durable transaction.

        Findings that the library has for an article are kept, or with `again` replaced; an event that is found again
        keeps its id. When this returns, all of them are on the disk; when it raises, none is.
        """
        with self._transaction():
            with understood(self._path):
                addition = Addition(self._connection, self._names, self._now, again=again)
            outcomes = []
            for article in prepared:  # what goes wrong in making it ready is no fault of the library
                with understood(self._path):
                    outcomes.append(addition.add(article))
            with understood(self._path):
                addition.rows.flush()
                addition.revise()
                index_build.take_note(self._connection)
                index_build.settle(self._connection, self._sizes)
        self._has_added = self._has_added or any(outcome in WRITTEN for outcome in outcomes)
        return outcomes

    def change(self, changes: Sequence[Change]) -> None:
        """Put a reader's changes into the log and into force, all or none."""
        changes = [settled(change) for change in changes]
        self._revise(lambda reviser: reviser.make(changes))

    def undo(self) -> Change | None:
        """Take the newest change back; None when there is none."""
        return self._revise(Reviser.undo)

    def redo(self) -> Change | None:
        """Bring back what was undone last; None when nothing was."""
        return self._revise(Reviser.redo)

    def take_changes(self, changes: Sequence[Change]) -> Taken:
        """Take another reader's changes, all or none; see `Reviser.take`."""
        return self._revise(lambda reviser: reviser.take(changes))

    def turn(self, change: str, state: State) -> Change | None:
        """Give a change, by its id, another state; None when there is none."""
        return self._revise(lambda reviser: reviser.turn(change, state))

    def _revise(self, revise: Callable[[Reviser], Outcome]) -> Outcome:
        with self._transaction(), understood(self._path):
            outcome = self._revise_within(revise)
        self._has_added = True
        return outcome

    def _revise_within(self, revise: Callable[[Reviser], Outcome]) -> Outcome:
        addition = Addition(self._connection, self._names, self._now, again=True)
        outcome = revise(addition.reviser)
        index_build.take_note(self._connection)
        return outcome

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with translated(self._path):
            try:
                with transaction(self._connection):
                    yield
            except BaseException:
                self._names.forget()
                raise
