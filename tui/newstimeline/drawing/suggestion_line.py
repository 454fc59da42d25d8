"""The line of what could stand where a filter is being typed."""

from __future__ import annotations

from collections.abc import Sequence

from newstimeline.clean import one_line
from newstimeline.drawing.pieces import Piece, Pieces, width_of
from newstimeline.query import Suggestion

_BETWEEN = Piece("  ")


def offer_row(offers: Sequence[Suggestion], chosen: int | None, width: int) -> Pieces:
    """As many offers as fit side by side, names with the number of their events; the chosen one always does."""
    first = 0
    while chosen is not None and first < chosen and width_of(_row(offers[first : chosen + 1], None)) > width:
        first += 1
    row = _row(offers[first:], chosen - first if chosen is not None else None)
    kept: list[Piece] = []
    for piece in row:
        if width_of((*kept, piece)) > width:
            break
        kept.append(piece)
    return tuple(kept)


def _row(offers: Sequence[Suggestion], chosen: int | None) -> Pieces:
    pieces: list[Piece] = [Piece("  ")]
    for number, offer in enumerate(offers):
        style = "cursor" if number == chosen else "name" if offer.scope else "sign"
        count = f" {offer.events:,}" if offer.events is not None else ""
        pieces += [Piece(one_line(offer.label), style), Piece(count, "faint"), _BETWEEN]
    return tuple(pieces)
