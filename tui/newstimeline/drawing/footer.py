"""The line at the bottom: the keys that act here, as many as fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newstimeline.drawing.cells import cell_len
from newstimeline.drawing.pieces import Piece, Pieces, width_of


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and what it does."""

    key: str
    """Textual's name of it."""
    shown: str
    """As it is printed."""
    title: str


@dataclass(frozen=True, slots=True)
class FooterPlace:
    """Where a hint stands on the line, in cells."""

    key: str
    begin: int
    end: int


def key_row(hints: Sequence[Hint], last: Hint | None, width: int) -> tuple[Pieces, tuple[FooterPlace, ...]]:
    """The line, and where its hints are. `last` stands at the right end and keeps its room; none is cut."""
    kept = _room(last) if last and _room(last) < width // 2 else 0
    pieces: list[Piece] = []
    places: list[FooterPlace] = []
    for hint in hints:
        begin = width_of(pieces)
        if begin + _room(hint) > width - kept:
            break
        pieces += _drawn(hint)
        places.append(FooterPlace(hint.key, begin, begin + _room(hint)))
    if last and kept:
        pieces += [Piece(" " * (width - kept - width_of(pieces))), *_drawn(last)]
        places.append(FooterPlace(last.key, width - kept, width))
    return tuple(pieces), tuple(places)


def _drawn(hint: Hint) -> Pieces:
    return (Piece(f" {hint.shown}", "key"), Piece(f" {hint.title} ", "faint"))


def _room(hint: Hint) -> int:
    return cell_len(hint.shown) + cell_len(hint.title) + 3
