"""What an article was before, and how it stands elsewhere, each compared with the text that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstimeline.clean import one_line
from newstimeline.drawing.line_wrap import Mark, marked_line, wrap, wrapped
from newstimeline.drawing.pieces import Pieces
from newstimeline.library.views import Version
from newstimeline.model import Article, Span
from newstimeline.output.descriptions import day_of, place_of
from newstimeline.output.text_comparison import Difference, DiffPart, Fate, Unchanged, differences
from newstimeline.timeline.time_names import counted

_SIGNS = {Fate.KEPT: ("", ""), Fate.GONE: ("[-", "-]"), Fate.NEW: ("{+", "+}")}
"""Around words, as GNU wdiff has them: told apart without colours too."""
_STYLES = {Fate.GONE: "warning", Fate.NEW: "count"}


def version_lines(article: Article, versions: Sequence[Version], width: int) -> Iterator[Pieces]:
    """Each other text of an article, the newest first, with what differs from the text as it is shown."""
    if not versions:
        yield from wrapped("No other text of this article is known.", width)
        return
    legend = "[-these words-] are only there, {+these words+} only in the article as shown."
    yield from wrapped(legend, width, "faint")
    for version in versions:
        yield ()
        yield from wrapped(_name(version), width, "name")
        yield from _compared(version.article, article, width)


def _name(version: Version) -> str:
    if version.is_earlier:
        return f"As it was, read {day_of(version.added)} from {place_of(version.origin)}"
    return f"As {place_of(version.origin)} has it"


def _compared(before: Article, after: Article, width: int) -> Iterator[Pieces]:
    parts = list(differences(before.text or "", after.text or ""))
    if all(isinstance(part, Unchanged) for part in parts):
        yield from wrapped("The words are the same.", width, "faint", indent="  ")
        return
    for part in parts:
        yield from _difference_lines(part, width)


def _difference_lines(difference: Difference, width: int) -> Iterator[Pieces]:
    if isinstance(difference, Unchanged):
        yield from wrapped(f"… {counted(difference.paragraphs, 'paragraph')} unchanged", width, "faint", indent="  ")
        return
    text, marks = _marked(difference)
    for line in wrap(text, max(width - 2, 8)):
        yield marked_line(text, line, marks)


def _marked(parts: Sequence[DiffPart]) -> tuple[str, list[Mark]]:
    """The words of a paragraph with the signs around them, and their styles."""
    text = ""
    marks = []
    for part in parts:
        opening, closing = _SIGNS[part.fate]
        text += " " if text else ""
        start = len(text)
        text += f"{opening}{one_line(part.text)}{closing}"
        if part.fate in _STYLES:
            marks.append(Mark(Span(start, len(text)), _STYLES[part.fate]))
    return text, marks
