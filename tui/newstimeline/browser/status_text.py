"""What the main screen says in words: how much is shown, how the reading goes, and why there is nothing to see."""

from __future__ import annotations

from typing import Protocol

from newstimeline.browser.article_feed import Progress
from newstimeline.browser.questions import Answer
from newstimeline.browser.view_state import Session, View
from newstimeline.library.matches import Matches
from newstimeline.query import Clock, Part
from newstimeline.timeline.lines import Heading
from newstimeline.timeline.time_names import counted, heading_name
from newstimeline.timeline.units import Unit, number_of
from newstimeline.when import When
from newstimeline.when.date_words import describe


class KeyNames(Protocol):
    """The keys of commands, as they are printed."""

    def shown(self, name: str) -> str:
        """A command's first key."""


def how_many(events: int, undated: int) -> str:
    """Such as "63 events, 3 undated"."""
    return f"{counted(events, 'event')}{and_undated(undated)}"


def and_undated(undated: int) -> str:
    """How many of some events have no date, to be said after their number; nothing where all have."""
    return f", {undated:,} undated" if undated else ""


def of_answer(answer: Answer) -> str:
    """Such as "3 of 63 events, 1 undated" or "3 matches in 63 events"."""
    events, view = answer.events, answer.question.view
    whole = counted(len(events.timed), "event")
    tail = and_undated(len(events) - events.dated)
    if answer.matches is not None:
        return f"{len(answer.matches):,} match{'' if len(answer.matches) == 1 else 'es'} in {whole}{tail}"
    return f"{len(events):,} of {whole}{tail}" if view.filter.text else f"{whole}{tail}"


def mode(session: Session, keys: KeyNames) -> str:
    """How the timeline is shown, if not as it is at first."""
    view = session.view
    if session.range_from is not None:
        begin = heading_name(Heading(view.zoom, number_of(session.range_from, view.zoom), 1))
        return f"from {begin} on: {keys.shown('select_time')} filters, {keys.shown('clear_filter')} cancels"
    units = "" if view.zoom is Unit.DAY else f"by {view.zoom.name.lower()}"
    order = "sorted by date of report" if view.clock is Clock.REPORTED else ""
    return ", ".join(part for part in (units, order) if part)


def news_of_reading(progress: Progress | None, keys: KeyNames) -> str:
    """How far the reading is, or how it ended; empty if nothing is being read."""
    if progress is None:
        return ""
    skipped = f"{progress.skipped:,} skipped ({keys.shown('show_skipped')})" if progress.skipped else ""
    if progress.trouble:
        return progress.trouble
    if progress.finished:
        return skipped
    reading = f"reading … {progress.articles:,}"
    if progress.files >= progress.articles + progress.skipped:
        reading = f"{reading} of {progress.files:,}"
    return f"{reading}, {skipped}" if skipped else reading


def why_empty(view: View, progress: Progress | None, keys: KeyNames) -> str:
    """Why no event is shown."""
    if view.filter.text:
        return f"Nothing matches this filter. {keys.shown('clear_filter')} clears it."
    if progress and not progress.finished:
        return "Reading …"
    if progress and progress.skipped:
        return f"No events: nothing could be read. {keys.shown('show_skipped')} shows why."
    return "No events were found."


def what_excludes(part: Part, events: int, keys: KeyNames) -> str:
    """What a filter that finds nothing would find without one of its parts."""
    matching = f"{events:,} event{' matches' if events == 1 else 's match'}"
    drop, clear = keys.shown("drop_part"), keys.shown("clear_filter")
    return f"Nothing matches this filter. Without {part.text}, {matching}: {drop} drops it. {clear} clears the filter."


def what_lies_at(when: When, events: Matches) -> str:
    """A date in words, with the number of events that begin in it."""
    return f"{describe(when)}: {counted(events.ordinal_at(when.end) - events.ordinal_at(when.start), 'event')}"
