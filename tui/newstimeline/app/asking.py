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

from newstimeline.library import Found, Known, Library, LibraryError
from newstimeline.library.columns import Ints, Timed
from newstimeline.query import QueryError, parse_query
from newstimeline.timeline import Density, Headings, Layout, Placed, Scale, Unit, fold_scale


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


class Prepared:
    """What is worked out once for all events, and serves every question until other events come."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._timed: Timed | None = None
        self._headings: Headings | None = None
        self._axis: tuple[int, Scale, Placed] | None = None

    def headings(self, timed: Timed) -> Headings:
        """The headings of all events."""
        self._keep_to(timed)
        self._headings = self._headings or Headings.of(timed.starts, timed.ends, Unit.DAY)
        return self._headings

    def axis(self, timed: Timed, width: int) -> tuple[Scale, Placed] | None:
        """The axis over all dated events, and these placed on it; None where none has a date."""
        self._keep_to(timed)
        if not self._axis or self._axis[0] != width:
            starts, ends = timed.starts[: timed.dated], timed.ends[: timed.dated]
            scale = fold_scale(starts, ends, width)
            self._axis = (width, scale, Placed(starts, ends, scale.borders)) if scale else None
        return self._axis[1:] if self._axis else None

    def _keep_to(self, timed: Timed) -> None:
        if self._timed is not timed:
            self._timed, self._headings, self._axis = timed, None, None


def replies(library: Library, question: Question, prepared: Prepared) -> Iterator[Reply]:
    """Answer a question, the events first; used by the thread and, for the first screen, directly."""
    try:
        query = parse_query(question.query, question.today)
    except QueryError as error:
        yield Trouble(question, str(error), error.position)
        return
    try:
        found = library.find(query)
        latest = library.latest_publication()
        layout = Layout(prepared.headings(found.timed), found.positions)
        yield Answer(question, found, layout, latest.whole_day().end if latest else None)
        yield _counts(library, question, found, prepared)
    except LibraryError as error:
        yield Trouble(question, str(error), None)


def _counts(library: Library, question: Question, found: Found, prepared: Prepared) -> Counts:
    axis = prepared.axis(found.timed, question.width)
    if not axis:
        return Counts(question, None, None, library.events_of_people())
    scale, placed = axis
    return Counts(question, scale, placed.density(found.positions[: found.dated]), library.events_of_people())


class Asker:
    """The thread that answers."""

    def __init__(self, path: Path, tell: Callable[[Reply], object], known: Known, prepared: Prepared) -> None:
        """`tell` is called in the thread with each reply that is still wanted; the rest is what is known already."""
        self._path = path
        self._known = known
        self._prepared = prepared
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
        with Library(self._path, self._known) as library:
            self._known, self._library = Known(), library
            while (question := self._next()) is not None:
                try:
                    for reply in replies(library, question, self._prepared):
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
