"""Lines made of pieces: a text and the name of its style, which the theme decides.

Widths are terminal cells: CJK and emoji take two, combining marks none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newstimeline.drawing.cells import cell_len, cut_text


class Piece(NamedTuple):
    """A stretch of one line."""

    text: str
    style: str = ""
    """Space-separated names of styles, such as "title faint"; see `styles.tcss`."""


Pieces = tuple[Piece, ...]

ELLIPSIS = "…"


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells: filled with spaces, or cut with an ellipsis."""
    if width <= 0:
        return ""
    if (cells := cell_len(text)) <= width:
        return text + " " * (width - cells)
    begin = cut_text(text, width - 1)
    return begin + " " * (width - 1 - cell_len(begin)) + ELLIPSIS


def width_of(pieces: Iterable[Piece]) -> int:
    """Cells that the pieces take together."""
    return sum(cell_len(piece.text) for piece in pieces)


def text_of(pieces: Iterable[Piece]) -> str:
    """The pieces without their styles."""
    return "".join(piece.text for piece in pieces)


_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Letters of the scripts that run so (Unicode's blocks of Hebrew, Arabic, Syriac and others)."""


def isolated(text: str) -> str:
    """The text so that right-to-left words in it do not turn round what stands beside it (Unicode UAX 9, isolates).

    A terminal without bidirectional text ignores the two marks; they take no cells.
    """
    if not _RIGHT_TO_LEFT.search(text):
        return text
    core = text.strip(" ")
    before, _, after = text.partition(core)
    return f"{before}\u2068{core}\u2069{after}"


def spread(left: Pieces, right: Pieces, width: int) -> Pieces:
    """One line with a left and a right part; the right one goes first when there is no room for both."""
    room = width - width_of(left) - width_of(right)
    if room < 1:
        return cut(left, width)
    return (*left, Piece(" " * room), *right)


def cut(pieces: Pieces, width: int) -> Pieces:
    """The pieces in at most `width` cells."""
    kept: list[Piece] = []
    for piece in pieces:
        room = width - width_of(kept)
        if room <= 0:
            break
        kept.append(piece if cell_len(piece.text) <= room else Piece(fit(piece.text, room), piece.style))
    return tuple(kept)
