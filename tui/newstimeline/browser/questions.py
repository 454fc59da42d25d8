"""What the screen asks of the library, and what it is told: values that pass between the threads."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from newstimeline.arrays import UNDATED, Ints, Positions
from newstimeline.browser.facets import Facet
from newstimeline.browser.view_state import View
from newstimeline.library.filters import SavedFilter
from newstimeline.library.library import Known
from newstimeline.library.matches import Matches
from newstimeline.query import Part, Suggestion
from newstimeline.timeline.buckets import Buckets, buckets
from newstimeline.timeline.density import Density
from newstimeline.timeline.layout import Layout
from newstimeline.timeline.scale import Scale


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
    with_facets: bool = False


def latest_news(dated: int, begun: int) -> int:
    """The ordinal of the last event that had begun when the latest article was published, not what lay in its future.

    Of `dated` events `begun` had begun then; where none had, it is the last one.
    """
    return max(min(begun, dated) or dated, 1) - 1


@dataclass(frozen=True, eq=False)
class Answer:
    """The events that a view means, laid out."""

    question: Question
    events: Matches
    """Those on the timeline: the ones that the filter means, or all while it only marks."""
    matches: Matches | None
    """While the filter only marks: the events that it means."""
    shown: Positions
    """The positions of those that have a line, among all events of the library; an ordinal counts these."""
    layout: Layout
    known: Known
    """What the library had in memory then."""
    latest_report: int | None
    """The moment after the day of the latest publication; None where no article has a date."""

    @property
    def meant(self) -> Matches:
        """The events that the query means, whether or not it narrows to them."""
        return self.events if self.matches is None else self.matches

    @property
    def undated(self) -> int:
        """How many of the events have no date."""
        return len(self.events) - self.events.dated

    @property
    def columns(self) -> object:
        """The columns that the ids refer to."""
        return self.events.columns

    def ids(self, first: int, until: int) -> list[int]:
        """The ids of the shown events from one ordinal to before another."""
        ids: list[int] = self.events.timed.ids[self.shown[first:until]].tolist()
        return ids

    def is_match(self, event: int) -> bool:
        """Whether a search that does not narrow points at an event."""
        return self.matches is not None and bool(self.matches.mask[event])

    def start(self, ordinal: int) -> int | None:
        """The first minute of an event; None for an undated one."""
        moment, _ = self.events.timed.date(int(self.shown[ordinal]))
        return None if moment == UNDATED else moment

    def ordinal_near(self, event: int | None) -> int:
        """The ordinal of an event, or of the nearest one in time that is shown; for None of the latest news."""
        if event is None or not len(self.shown):
            return self._latest_news()
        position = self.events.timed.position_of(event)
        return len(self.shown) - 1 if position is None else min(self._ordinal_of_place(position), len(self.shown) - 1)

    @property
    def dated(self) -> int:
        """How many of the shown events have a date; they come first."""
        return self._ordinal_of_place(self.events.timed.dated)

    def _latest_news(self) -> int:
        return latest_news(self.dated, self.ordinal_from(self.latest_report) if self.latest_report is not None else 0)

    def ordinal_from(self, moment: int) -> int:
        """The ordinal of the first shown event at or after a moment; their number when there is none."""
        return self._ordinal_of_place(self.events.timed.dates.place_at(moment))

    def ordinal_at(self, moment: int) -> int:
        """The ordinal of the first shown event at or after a moment, or of the last one that has a date."""
        return max(0, min(self.ordinal_from(moment), self.dated - 1))

    def _ordinal_of_place(self, place: int) -> int:
        return bisect_left(self.shown, place)

    @cached_property
    def buckets(self) -> Buckets:
        """The dated events by unit of the zoom."""
        return buckets(self.events.dates, self.question.view.zoom)


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
    matching: Ints | None
    """Where the query does not narrow: the columns in which something begins that it means."""
    people: Ints
    """Events under the filter by the id of a person."""
    most: int
    """How many the person with the most has."""
    marked: Ints | None = None
    """The columns in which something begins that a reader has marked."""

    def presence(self, person: int) -> tuple[int, int]:
        """How many events under the filter a person is part of, and how many the one with the most has."""
        return (int(self.people[person]) if person < len(self.people) else 0), self.most


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


@dataclass(frozen=True, slots=True)
class Faceted:
    """What the filter has and may get."""

    question: Question
    facets: tuple[Facet, ...]
    parts: tuple[str, ...]
    saved: tuple[SavedFilter, ...]


Reply = Answer | Excluding | Counts | Faceted | Offers | Trouble
LAST_REPLIES = (Offers, Trouble)
"""Every question's last reply is one of these."""
