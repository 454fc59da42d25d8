"""Asking the library without making the screen wait: one thread, its own connection, the newest question wins.

The events come first, so that rows can be drawn; what has to be counted over all of them follows by itself.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np

from newstimeline.app.state import View
from newstimeline.library import UNDATED, Found, Known, Library, LibraryError
from newstimeline.library.columns import Ints, Shorts, Timed
from newstimeline.query import Part, QueryError, Suggestion, parse_query, query_parts
from newstimeline.timeline import (
    Buckets,
    Density,
    Headings,
    Layout,
    Scale,
    Unit,
    Window,
    abridge,
    buckets,
    fold_scale,
    zoomed_scale,
)

_MOST_OF_A_UNIT = 5
"""Events a unit, zoomed out to months or further."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the screen wants to show."""

    number: int
    """Rises with every question."""
    view: View
    today: date
    width: int
    """Columns of the strip."""
    cursor: int | None = None
    """Where in the query something is being typed."""


@dataclass(frozen=True, eq=False)
class Answer:
    """The events that a view means, laid out."""

    question: Question
    found: Found
    shown: Ints
    """The positions of those that have a line, among all events of the library; an ordinal counts these."""
    layout: Layout
    latest_report: int | None
    """The moment after the day of the latest publication; None where no article has a date."""

    def ids(self, first: int, until: int) -> Shorts:
        """The ids of the shown events from one ordinal to before another."""
        return self.found.timed.ids[self.shown[first:until]]

    def start(self, ordinal: int) -> int | None:
        """The first minute of an event; None for an undated one."""
        moment = int(self.found.timed.starts[self.shown[ordinal]])
        return None if moment == UNDATED else moment

    def end(self, ordinal: int) -> int | None:
        """The minute after the last one of an event; None for an undated one."""
        moment = int(self.found.timed.ends[self.shown[ordinal]])
        return None if moment == UNDATED else moment

    def ordinal_near(self, event: int | None) -> int:
        """The ordinal of an event, or of the nearest one in time that is shown; for None of the latest news."""
        if event is None or not len(self.shown):
            return self._latest_news()
        rank = self.found.timed.rank
        place = int(rank[event]) if 0 <= event < len(rank) else -1
        return min(self._ordinal_of_place(place if place >= 0 else len(self.found.timed)), len(self.shown) - 1)

    def _latest_news(self) -> int:
        """The last event that had begun when the latest article was published: not what lies in its future."""
        dated = self._ordinal_of_place(self.found.timed.dated)
        if self.latest_report is not None and (begun := self.ordinal_from(self.latest_report)):
            return min(begun, max(dated, 1)) - 1
        return max(dated - 1, 0)

    def ordinal_from(self, moment: int) -> int:
        """The ordinal of the first shown event at or after a moment; their number when there is none."""
        return self._ordinal_of_place(int(np.searchsorted(self.found.timed.starts, moment)))

    def ordinal_at(self, moment: int) -> int:
        """The ordinal of the first shown event at or after a moment, or of the last one that has a date."""
        dated = self._ordinal_of_place(self.found.timed.dated)
        return max(0, min(self.ordinal_from(moment), dated - 1))

    def _ordinal_of_place(self, place: int) -> int:
        return int(np.searchsorted(self.shown, place))

    @cached_property
    def buckets(self) -> Buckets:
        """The found events with a date by unit of the zoom."""
        return buckets(self.found.starts, self.found.ends, self.question.view.zoom)


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """What is counted over all events of an answer."""

    question: Question
    scale: Scale | None
    """The axis of the strip; None where no event of the library has a date."""
    whole: Scale | None
    """The axis over all of the library's time, of which the other may be a part."""
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


@dataclass(frozen=True, slots=True)
class Offers:
    """What could stand where something is being typed."""

    question: Question
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Excluding:
    """Of a query that finds nothing, the part without which it finds the most."""

    question: Question
    part: Part
    events: int
    """How many it finds without it."""


Reply = Answer | Excluding | Counts | Offers | Trouble
LAST_REPLIES = (Offers, Trouble)
"""Every question's last reply is one of these."""


class Prepared:
    """What is worked out once for all events, and serves every question until other events come."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._timed: Timed | None = None
        self._headings: dict[Unit, Headings] = {}
        self._whole: dict[int, Scale] = {}
        self._axis: tuple[Scale, Window] | None = None

    def headings(self, timed: Timed, zoom: Unit) -> Headings:
        """The headings of all events."""
        self._keep_to(timed)
        if zoom not in self._headings:
            self._headings[zoom] = Headings.of(timed.starts, timed.ends, zoom)
        return self._headings[zoom]

    def whole(self, timed: Timed, width: int) -> Scale | None:
        """The axis over all of the time; None where no event has a date."""
        self._keep_to(timed)
        if width not in self._whole and (scale := fold_scale(*_dated(timed), width)):
            self._whole[width] = scale
        return self._whole.get(width)

    def placed(self, timed: Timed, scale: Scale) -> Window:
        """The dated events placed on an axis."""
        self._keep_to(timed)
        if self._axis is None or not self._axis[0].is_as(scale):
            self._axis = scale, Window(*_dated(timed), scale.borders)
        return self._axis[1]

    def _keep_to(self, timed: Timed) -> None:
        if self._timed is not timed:
            self._timed, self._axis = timed, None
            self._headings.clear()
            self._whole.clear()


def _dated(timed: Timed) -> tuple[Ints, Ints]:
    return timed.starts[: timed.dated], timed.ends[: timed.dated]


def replies(library: Library, question: Question, prepared: Prepared) -> Iterator[Reply]:
    """Answer a question, the events first; used by the thread and, for the first screen, directly."""
    try:
        query = parse_query(question.view.query, question.today)
    except QueryError as error:
        yield Trouble(question, str(error), error.position)
        return
    try:
        found = library.find(query, question.view.clock)
        latest = library.latest_publication()
        answer = _answer(question, found, latest.whole_day().end if latest else None, prepared)
        yield answer
        if not len(found) and (excluding := _excluding(library, question)):
            yield excluding
        yield _counts(library, answer, prepared)
        yield Offers(question, _suggestions(library, question))
    except LibraryError as error:
        yield Trouble(question, str(error), None)


def _answer(question: Question, found: Found, latest: int | None, prepared: Prepared) -> Answer:
    view = question.view
    headings = prepared.headings(found.timed, view.zoom)
    if view.zoom < Unit.MONTH:
        return Answer(question, found, found.positions, Layout(headings, found.positions), latest)
    rank = found.timed.rank
    kept = int(rank[view.event]) if view.event is not None and view.event < len(rank) else None
    weights = found.columns.weight[found.timed.ids[found.positions]]
    some = abridge(headings, found.positions, weights, _MOST_OF_A_UNIT, view.opened, kept)
    return Answer(question, found, some.positions, Layout(headings, some.positions, some.hidden), latest)


def _counts(library: Library, answer: Answer, prepared: Prepared) -> Counts:
    question, found = answer.question, answer.found
    whole = prepared.whole(found.timed, question.width)
    if not whole:
        return Counts(question, None, None, None, library.events_of_people())
    moment = answer.start(answer.ordinal_near(question.view.event)) if len(answer.shown) else None
    scale = zoomed_scale(whole, question.view.zoom, moment)
    density = prepared.placed(found.timed, scale).density(found.positions[: found.dated])
    return Counts(question, scale, whole, density, library.events_of_people())


def _excluding(library: Library, question: Question) -> Excluding | None:
    best: Excluding | None = None
    for part in query_parts(question.view.query, question.today):
        try:
            events = len(library.find(parse_query(part.without, question.today), question.view.clock))
        except QueryError:  # what is left may mean something else, as words after a date do
            continue
        if events > (best.events if best else 0):
            best = Excluding(question, part, events)
    return best


def _suggestions(library: Library, question: Question) -> tuple[Suggestion, ...]:
    if question.cursor is None:
        return ()
    return tuple(library.suggestions(question.view.query, question.cursor))


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
