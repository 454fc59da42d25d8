"""What readers made of an event, a quote, a person or an article, as lines: theirs, and beside it what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstimeline.changes.change import What
from newstimeline.clean import displayed, one_line
from newstimeline.drawing.line_wrap import wrapped
from newstimeline.drawing.pieces import Pieces
from newstimeline.drawing.timeline_rows import MARK_SIGN, NOTE_SIGN, STATUS_SIGNS
from newstimeline.library.views import Annotation
from newstimeline.output.descriptions import correction
from newstimeline.terms import Status

CORRECTED = (What.DATE, What.TITLE, What.SPEAKER, What.KIND, What.NAME, What.ROLE)
"""What has another value now, in the order in which it is told."""


def own_lines(own: Sequence[Annotation], width: int) -> Iterator[Pieces]:
    """The status, mark, tags and note, and each correction with what it stands in place of."""
    by_kind = {annotation.what: annotation for annotation in own}
    if status := _status(by_kind):
        yield from wrapped(status, width, "count")
    if (mark := by_kind.get(What.MARK)) and mark.value is not None:
        yield from wrapped(f"{MARK_SIGN} {one_line(mark.value) or 'marked'}", width, "count")
    if (tags := by_kind.get(What.TAGS)) and tags.value:
        yield from wrapped(" ".join(f"#{tag}" for tag in tags.value.split()), width, "name")
    if (note := by_kind.get(What.NOTE)) and note.value:
        yield from note_lines(note.value, width)
    for what in CORRECTED:
        if changed := by_kind.get(what):
            yield from wrapped(correction(changed), width, "faint")


def note_lines(text: str, width: int) -> Iterator[Pieces]:
    """A note, each of its paragraphs wrapped."""
    for number, paragraph in enumerate(text.splitlines()):
        begin = f"{NOTE_SIGN} " if number == 0 else "  "
        yield from wrapped(f"{begin}{displayed(paragraph)}", width, "title", indent="  ")


def _status(made: dict[What, Annotation]) -> str:
    status = made.get(What.STATUS)
    if not status or not status.value:
        return ""
    reason = made.get(What.REASON)
    because = f": {one_line(reason.value)}" if reason and reason.value else ""
    return f"{STATUS_SIGNS[Status(status.value)]} {status.value}{because}"
