"""Wrapping text to a width by offsets, so that what is marked in the text can be marked on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newstimeline.clean import displayed
from newstimeline.drawing.cells import cell_len, graphemes
from newstimeline.drawing.pieces import Piece, Pieces
from newstimeline.model import Span

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text with the name of its style."""

    span: Span
    style: str


def wrap(text: str, width: int, start: int = 0, end: int | None = None) -> list[Span]:
    """Break a stretch of text into lines of at most `width` cells, between words where there are any.

    The lines are spans of the text and leave out the white space at which it was broken.
    """
    width = max(width, 1)
    lines: list[Span] = []
    line: Span | None = None
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        for word in _bite_sized(text, Span(*match.span()), width):
            joined = Span(line.start, word.end) if line else word
            if line and cell_len(text[joined.start : joined.end]) > width:
                lines.append(line)
                joined = word
            line = joined
    return [*lines, line] if line else lines


def _bite_sized(text: str, word: Span, width: int) -> list[Span]:
    """The word, or where it is wider than the line, its pieces."""
    if word.end - word.start <= width and cell_len(text[word.start : word.end]) <= width:
        return [word]
    pieces: list[Span] = []
    start, taken = word.start, 0
    for begin, _, cells in graphemes(word.of(text)):
        at = word.start + begin
        if taken + cells > width and at > start:
            pieces.append(Span(start, at))
            start, taken = at, 0
        taken += cells
    return [*pieces, Span(start, word.end)]


def marked_line(text: str, line: Span, marks: Sequence[Mark]) -> Pieces:
    """A line of text cut where marks begin and end, each piece with the styles of all marks over it."""
    near = [mark for mark in marks if mark.span.overlaps(line)]
    cuts = {line.start, line.end}
    for mark in near:
        cuts.update((max(mark.span.start, line.start), min(mark.span.end, line.end)))
    return tuple(
        Piece(
            displayed(text[start:end]).replace("\t", " ").replace("\n", " "),
            " ".join(mark.style for mark in near if mark.span.start <= start and end <= mark.span.end),
        )
        for start, end in pairwise(sorted(cuts))
    )


def wrapped(text: str, width: int, style: str = "", indent: str = "") -> Iterable[Pieces]:
    """A text in one style as wrapped lines, each after the same indent."""
    for line in wrap(text, width - len(indent)):
        yield (Piece(indent), Piece(" ".join(line.of(text).split()), style))
