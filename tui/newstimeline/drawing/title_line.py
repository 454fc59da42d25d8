"""The line at the top."""

from __future__ import annotations

from newstimeline.drawing.pieces import Piece, Pieces, cut, spread, width_of

_LEAST = 14
"""Cells that the left side keeps."""


def title_row(title: str, mode: str, right: Pieces, width: int) -> Pieces:
    """The program and what is open on the left, how it is shown, and the counts on the right.

    A long filter or title gives way to the counts, as long as something of it is left.
    """
    shown = Piece(f"  {mode}" if mode else "", "precision")
    left: Pieces = (Piece(" newstimeline", "strong month"), Piece(f"  {title}", "title"), shown)
    room = max(width - width_of(right) - 1, min(_LEAST, width))
    return spread(cut(left, room), right, width)


def counts(right: str, news: str = "") -> Pieces:
    """The right side: what is going on, and how much there is."""
    return (Piece(f"{news}  " if news else "", "precision"), Piece(f"{right} ", "faint"))
