"""Making the glimpse of a library, from what the browser answers to its first question."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from newstimeline.browser.answers import AnswerCache, replies
from newstimeline.browser.questions import Answer, Question
from newstimeline.browser.saved_state import recall
from newstimeline.browser.view_state import View
from newstimeline.library.library import Library
from newstimeline.startup.glimpse import (
    MOST_LINES,
    Glimpse,
    GlimpseLine,
    forget_glimpse,
    read_glimpse,
    write_glimpse,
)
from newstimeline.startup.painted_screens import keep_painted
from newstimeline.timeline.lines import EventLine

_FAR = date.max
"""Seen from there nothing is to come: the line for today is for the day of the start to draw."""


def glimpse_of(library: Library, answer: Answer) -> Glimpse | None:
    """The lines around the event that a start selects; None where there is no event."""
    layout = answer.layout
    if not layout.events:
        return None
    event = answer.question.view.event
    selected = answer.ordinal_near(event)
    first = max(layout.line_of(selected) - MOST_LINES, 0)
    lines = [layout.line(number) for number in range(first, min(first + 2 * MOST_LINES, len(layout)))]
    ordinals = [line.ordinal for line in lines if isinstance(line, EventLine)]
    ids = answer.ids(ordinals[0], ordinals[-1] + 1)
    rows = iter(library.rows(ids))
    return Glimpse(
        events=len(answer.events.timed),
        undated=len(answer.events) - answer.events.dated,
        total=len(layout),
        first=first,
        head=layout.head_of(selected),
        cursor=layout.line_of(selected),
        event=event,
        lines=tuple(GlimpseLine(line, next(rows) if isinstance(line, EventLine) else None) for line in lines),
    )


def keep_glimpse(path: Path, today: date, size: tuple[int, int] | None = None) -> None:
    """See that a library has the glimpse of its present state, and it drawn for the sizes of terminal that it knows.

    `size` is one more of these: columns and lines.

    Raises:
        LibraryError: the library can't be read.
    """
    remembered = recall(path)
    if not remembered.is_plain:
        forget_glimpse(path)
        return
    view = remembered.view
    present = read_glimpse(path)
    if present is None or present.event != view.event:
        _renew_glimpse(path, view)
        present = read_glimpse(path)
    if present:
        keep_painted(path, present, today, size)


def _renew_glimpse(path: Path, view: View) -> None:
    with Library(path) as library:
        question = Question(0, view, _FAR, 1)
        answer = next(iter(replies(library, question, AnswerCache())))
        known = library.known
        if isinstance(answer, Answer) and known.columns and (glimpse := glimpse_of(library, answer)):
            write_glimpse(path, glimpse, known.edition, known.columns.top)
