"""Asking the library without making the screen wait: one thread, its own connection, the newest question wins.

The events come first, so that rows can be drawn; what has to be counted over all of them follows by itself.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newstimeline.library import Found, Library, LibraryError
from newstimeline.library.columns import Ints
from newstimeline.query import QueryError, parse_query
from newstimeline.timeline import Density, Layout, Scale, density, fold_scale


@dataclass(frozen=True, slots=True)
class Question:
    """What the screen wants to show."""

    number: int
    """Rises with every question."""
    query: str
    today: date
    width: int
    """Columns of the strip."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The events that a query means, laid out."""

    question: Question
    found: Found
    layout: Layout
    latest_report: int | None
    """The moment after the day of the latest publication; None where no article has a date."""

    def ordinal_near(self, event: int | None) -> int:
        """The ordinal of an event among the matches, or of the nearest one in time; for None of the latest news."""
        if event is None or not len(self.found):
            return self._latest_news()
        return min(self.found.ordinal_from(event), len(self.found) - 1)

    def _latest_news(self) -> int:
        """The last event that had begun when the latest article was published: not what lies in its future."""
        if self.latest_report is not None and (begun := self.found.ordinal_at(self.latest_report)):
            return min(begun, max(self.found.dated, 1)) - 1
        return max(self.found.dated - 1, 0)

    def ordinal_at(self, moment: int) -> int:
        """The ordinal of the first match at or after a moment."""
        return max(0, min(self.found.ordinal_at(moment), len(self.found) - 1))


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """What is counted over all events of an answer."""

    question: Question
    scale: Scale | None
    """The axis of the strip, over all events of the library; None where none has a date."""
    density: Density | None
    """Matches a column of the strip."""
    people: Ints
    """Events of the library by the id of a person."""

    def presence(self, person: int) -> int | None:
        """How many events of the library a person is part of; None for one who came later."""
        return int(self.people[person]) if person < len(self.people) else None


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a question has no answer."""

    question: Question
    message: str
    position: int | None
    """Where in the query, if that is where the trouble lies."""


Reply = Answer | Counts | Trouble


def replies(library: Library, question: Question) -> Iterator[Reply]:
    """Answer a question, the events first; used by the thread and, for the first screen, directly."""
    try:
        query = parse_query(question.query, question.today)
    except QueryError as error:
        yield Trouble(question, str(error), error.position)
        return
    try:
        found = library.find(query)
        latest = library.latest_publication()
        layout = Layout(found.timed.starts[found.positions], found.timed.ends[found.positions])
        yield Answer(question, found, layout, latest.whole_day().end if latest else None)
        yield _counts(library, question, found)
    except LibraryError as error:
        yield Trouble(question, str(error), None)


def _counts(library: Library, question: Question, found: Found) -> Counts:
    every, dated = found.timed, found.timed.dated
    scale = fold_scale(every.starts[:dated], every.ends[:dated], question.width)
    shown = density(found.starts, found.ends, scale) if scale else None
    return Counts(question, scale, shown, library.events_of_people())


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
                    for reply in replies(library, question):
                        if self._is_old():
                            break
                        self._tell(reply)
                except sqlite3.OperationalError:
                    continue  # interrupted by a newer question
                finally:
                    with self._changed:
                        self._busy = False
            self._library = None

    def _is_old(self) -> bool:
        with self._changed:
            return self._wanted is not None or self._closed

    def _next(self) -> Question | None:
        with self._changed:
            self._changed.wait_for(lambda: self._wanted is not None or self._closed)
            question, self._wanted = self._wanted, None
            self._busy = not self._closed
            return None if self._closed else question
