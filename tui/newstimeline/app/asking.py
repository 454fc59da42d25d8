"""Asking the library without making the screen wait: one thread, its own connection, the newest question wins."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from newstimeline.library import Library, LibraryError
from newstimeline.library.columns import Columns, Ints
from newstimeline.query import QueryError, parse_query
from newstimeline.timeline import Layout


@dataclass(frozen=True, slots=True)
class Question:
    """What the screen wants to show."""

    number: int
    """Rises with every question."""
    query: str
    today: date


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The events that a query means, laid out."""

    question: Question
    columns: Columns
    """All events of the library."""
    positions: Ints
    """Of the events that match, in the columns."""
    layout: Layout
    latest_report: int | None
    """The moment after the day of the latest publication; None where no article has a date."""

    @property
    def ids(self) -> Ints:
        """The ids of the events that match, in the order of the timeline."""
        return self.columns.ids[self.positions]

    @property
    def dated(self) -> int:
        """How many of the matches have a date; they come first."""
        return int(np.searchsorted(self.positions, self.columns.dated))

    def ordinal_near(self, event: int | None) -> int:
        """The ordinal of an event among the matches, or of the nearest one in time; for None of the latest news."""
        rank = self.columns.rank
        if event is None or event >= len(rank) or not len(self.positions):
            return self._latest_news()
        found = int(np.searchsorted(self.positions, rank[event]))
        return min(found, len(self.positions) - 1)

    def _latest_news(self) -> int:
        """The last event that had begun when the latest article was published: not what lies in its future."""
        starts = self.columns.starts[self.positions[: self.dated]]
        if self.latest_report is not None and len(starts) and starts[0] < self.latest_report:
            return int(np.searchsorted(starts, self.latest_report)) - 1
        return max(self.dated - 1, 0)

    def ordinal_at(self, moment: int) -> int:
        """The ordinal of the first match at or after a moment."""
        starts = self.columns.starts[self.positions]
        return max(0, min(int(np.searchsorted(starts, moment)), len(starts) - 1))


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a question has no answer."""

    question: Question
    message: str
    position: int | None
    """Where in the query, if that is where the trouble lies."""


Reply = Answer | Trouble


def answer(library: Library, question: Question) -> Reply:
    """Answer a question; used by the thread and, for the first screen, directly."""
    try:
        query = parse_query(question.query, question.today)
    except QueryError as error:
        return Trouble(question, str(error), error.position)
    try:
        columns = library.columns()
        positions = np.flatnonzero(library.match(query, columns))
        latest = library.latest_publication()
    except LibraryError as error:
        return Trouble(question, str(error), None)
    layout = Layout(columns.starts[positions], columns.ends[positions])
    return Answer(question, columns, positions, layout, latest.whole_day().end if latest else None)


class Asker:
    """The thread that answers."""

    def __init__(self, path: Path, tell: Callable[[Reply], object]) -> None:
        """`tell` is called in the thread with each reply that is still wanted."""
        self._path = path
        self._tell = tell
        self._wanted: Question | None = None
        self._closed = False
        self._changed = threading.Condition()
        self._library: Library | None = None
        self._busy = False
        self._thread = threading.Thread(target=self._run, name="asker", daemon=True)
        self._thread.start()

    def ask(self, question: Question) -> None:
        """Want an answer to this question and to no earlier one."""
        with self._changed:
            self._wanted = question
            if self._library and self._busy:
                self._library.interrupt()
            self._changed.notify()

    def close(self) -> None:
        """End the thread."""
        with self._changed:
            self._closed = True
            if self._library and self._busy:
                self._library.interrupt()
            self._changed.notify()
        self._thread.join(timeout=2)

    def _run(self) -> None:
        with Library(self._path) as library:
            self._library = library
            while (question := self._next()) is not None:
                try:
                    reply = answer(library, question)
                except sqlite3.OperationalError:
                    continue  # interrupted by a newer question
                finally:
                    with self._changed:
                        self._busy = False
                        newer = self._wanted is not None or self._closed
                if not newer:
                    self._tell(reply)
            self._library = None

    def _next(self) -> Question | None:
        with self._changed:
            self._changed.wait_for(lambda: self._wanted is not None or self._closed)
            question, self._wanted = self._wanted, None
            self._busy = not self._closed
            return None if self._closed else question
