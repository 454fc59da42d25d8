"""Answering a question: the events first, so that rows can be drawn; then what is counted over all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from newstimeline.arrays import Ints, np
from newstimeline.browser.facets import Choice, Facet
from newstimeline.browser.filter import Filter
from newstimeline.browser.questions import Answer, Counts, Excluding, Faceted, Offers, Question, Reply, Trouble
from newstimeline.browser.time_conditions import in_units
from newstimeline.library.errors import LibraryError
from newstimeline.library.event_columns import KIND_BITS, Timed
from newstimeline.library.library import Known, Library
from newstimeline.library.matches import Matches
from newstimeline.query import Clock, NameScope, QueryError, Suggestion, name_filter
from newstimeline.timeline.buckets import buckets
from newstimeline.timeline.density import Window
from newstimeline.timeline.headings import Headings
from newstimeline.timeline.layout import Layout
from newstimeline.timeline.lines import Heading
from newstimeline.timeline.salience import Selection as Chosen
from newstimeline.timeline.salience import choose
from newstimeline.timeline.scale import Scale, fold_scale, zoomed_scale
from newstimeline.timeline.time_names import heading_name
from newstimeline.timeline.units import Unit, begin_of
from newstimeline.when import calendar

_MOST_OF_A_UNIT = 5
"""Events a unit, zoomed out to months or further."""


class AnswerCache:
    """What is computed once for all events, and reused until other events come."""

    def __init__(self) -> None:
        self._timed: Timed | None = None
        self._headings: dict[Unit, Headings] = {}
        self._whole: dict[int, Scale] = {}
        self._axis: tuple[Scale, Window] | None = None
        self._meant: object = None
        self._chosen: dict[Unit, Chosen] = {}
        self._last: Matches | None = None

    def known(self, matches: Matches) -> Matches:
        """The last matches, with what was worked out of them since, if these are the same; else these."""
        last = self._last
        if last is None or last.timed is not matches.timed or not np.array_equal(last.mask, matches.mask):
            self._last = last = matches
        return last

    def headings(self, timed: Timed, zoom: Unit) -> Headings:
        """The headings of all events."""
        self._keep_to(timed)
        if zoom not in self._headings:
            self._headings[zoom] = Headings.of(timed, zoom)
        return self._headings[zoom]

    def chosen(self, question: Question, events: Matches) -> Chosen:
        """The events that matter most in each unit; kept for each zoom as long as the question stays the same."""
        self._keep_to(events.timed)
        view = question.view
        meant = (view.filter, view.narrows, view.clock, question.today)
        if meant != self._meant:
            self._meant = meant
            self._chosen.clear()
        if view.zoom not in self._chosen:
            weights = events.columns.weight[events.timed.ids[events.positions]]
            headings = self.headings(events.timed, view.zoom)
            self._chosen[view.zoom] = choose(headings, events.positions, weights, _MOST_OF_A_UNIT)
        return self._chosen[view.zoom]

    def whole(self, timed: Timed, width: int) -> Scale | None:
        """The axis over all of the time; None where no event has a date."""
        self._keep_to(timed)
        if width not in self._whole and (scale := fold_scale(timed.dates, width)):
            self._whole[width] = scale
        return self._whole.get(width)

    def placed(self, timed: Timed, scale: Scale) -> Window:
        """The dated events placed on an axis."""
        self._keep_to(timed)
        if self._axis is None or not self._axis[0].is_as(scale):
            self._axis = scale, Window(timed.dates, scale.borders)
        return self._axis[1]

    def _keep_to(self, timed: Timed) -> None:
        if self._timed is not timed:
            self._timed, self._axis = timed, None
            self._headings.clear()
            self._whole.clear()
            self._chosen.clear()


def replies(library: Library, question: Question, prepared: AnswerCache) -> Iterator[Reply]:
    """Answer a question, the events first; used by the thread and, for the first screen, directly."""
    try:
        query = question.view.filter.query
    except QueryError as error:
        yield Trouble(question, str(error), error.position)
        return
    try:
        meant = prepared.known(library.find(query, question.view.clock))
        latest = library.latest_publication()
        answer = _answer(question, meant, library.known, latest.whole_day().end if latest else None, prepared)
        yield answer
        if not len(answer.events) and (excluding := _excluding(library, question)):
            yield excluding
        yield _counts(library, answer, prepared)
        if question.with_facets:
            parts = question.view.filter.conditions
            yield Faceted(question, tuple(_facets(library, meant)), parts, library.own.filters().saved)
        yield Offers(question, _suggestions(library, question))
    except LibraryError as error:
        yield Trouble(question, str(error), None)


def _answer(question: Question, meant: Matches, known: Known, latest: int | None, prepared: AnswerCache) -> Answer:
    view = question.view
    events = _shown(question, meant)
    matches = None if events is meant else meant
    headings = prepared.headings(events.timed, view.zoom)
    has_today = view.clock is Clock.HAPPENED and question.today < date.max  # which stands for no day, also beyond 9999
    tomorrow = calendar.moment_after(question.today) if has_today else None
    if view.zoom < Unit.MONTH:
        layout = Layout(headings, events.positions, tomorrow=tomorrow)
        return Answer(question, events, matches, events.positions, layout, known, latest)
    kept = None if view.event is None else events.timed.position_of(view.event)
    abridged = prepared.chosen(question, events).abridged(headings, view.opened, kept)
    layout = Layout(headings, abridged.positions, abridged.hidden, tomorrow)
    return Answer(question, events, matches, abridged.positions, layout, known, latest)


def _shown(question: Question, meant: Matches) -> Matches:
    """The events on the timeline: those that are meant, or all while they are only marked."""
    if not question.view.filter or question.view.narrows:
        return meant
    return Matches(meant.columns, meant.clock, meant.columns.exists)


def ahead(library: Library, question: Question, prepared: AnswerCache) -> Iterator[None]:
    """Work out, step by step, what a reader at rest may ask for next: one unit coarser or finer."""
    try:
        meant = library.find(question.view.filter.query, question.view.clock)
    except (QueryError, LibraryError):  # said already
        return
    for out in (1, -1):
        yield
        view = question.view.zoomed(out)
        if view.zoom >= Unit.MONTH:
            prepared.chosen(replace(question, view=view), _shown(question, meant))


def _counts(library: Library, answer: Answer, prepared: AnswerCache) -> Counts:
    question, events = answer.question, answer.events
    whole = prepared.whole(events.timed, question.width)
    people = library.events_of_people(answer.meant)
    most = int(people.max(initial=0))
    if not whole:
        return Counts(question, None, None, None, None, people, most)
    moment = answer.start(answer.ordinal_near(question.view.event)) if len(answer.shown) else None
    scale = zoomed_scale(whole, question.view.zoom, moment)
    density = prepared.placed(events.timed, scale).density(events.positions[: events.dated])
    matches = answer.matches
    matching = _columns(scale, matches.dates.starts) if matches else None
    return Counts(question, scale, whole, density, matching, people, most, _marked(library, events, scale))


def _marked(library: Library, events: Matches, scale: Scale) -> Ints | None:
    """The columns in which a marked event begins, also one that the filter leaves out; None where none is marked."""
    ids, exists = library.own.marked_events(), events.columns.exists
    if not len(ids):
        return None
    known = ids[ids < len(exists)]
    return _columns(scale, events.timed.starts(events.timed.positions_of(known[exists[known]])))


def _columns(scale: Scale, moments: Ints) -> Ints:
    """The columns of an axis in which some of the moments lie."""
    within = moments[(moments >= scale.moments[0]) & (moments < scale.moments[-1])]
    return np.unique(scale.positions(within).astype(np.int64))


def _excluding(library: Library, question: Question) -> Excluding | None:
    best: Excluding | None = None
    for part in question.view.filter.parts:
        try:
            events = len(library.find(Filter(part.without, question.today).query, question.view.clock))
        except QueryError:  # what is left may mean something else, as words after a date do
            continue
        if events > (best.events if best else 0):
            best = Excluding(question, part, events)
    return best


_MOST_CHOICES = 10
"""Of a facet."""


def _facets(library: Library, events: Matches) -> Iterator[Facet]:
    facets = library.facets(events, _MOST_CHOICES)
    for name, scope, counted in (
        ("People", NameScope.PERSON, facets.people),
        ("Places", NameScope.PLACE, facets.places),
        ("Sources", NameScope.SOURCE, facets.sources),
    ):
        yield Facet(name, tuple(Choice(entry.name, name_filter(scope, entry.name), entry.events) for entry in counted))
    kinds = [(kind, int(np.count_nonzero(events.columns.kinds[events.mask] & bit))) for kind, bit in KIND_BITS.items()]
    yield Facet("Quotes", tuple(Choice(str(kind), f"kind:{kind}", count) for kind, count in kinds if count))
    months = buckets(events.dates, Unit.MONTH)
    most = np.argsort(-months.counts, kind="stable")[:_MOST_CHOICES].tolist()
    yield Facet("Months", tuple(_month(int(months.numbers[at]), int(months.counts[at])) for at in most))


def _month(number: int, events: int) -> Choice:
    moment = begin_of(number, Unit.MONTH)
    return Choice(heading_name(Heading(Unit.MONTH, number, 1)), in_units(moment, moment, Unit.MONTH), events)


def _suggestions(library: Library, question: Question) -> tuple[Suggestion, ...]:
    if question.cursor is None:
        return ()
    return tuple(library.suggestions(question.view.filter.text, question.cursor))
