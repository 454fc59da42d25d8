"""The filter at rest: a chip for each of its conditions, to be turned round or taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newstimeline.clean import one_line
from newstimeline.drawing.cells import cell_len
from newstimeline.drawing.facet_lines import bare
from newstimeline.drawing.pieces import Piece, Pieces, cut, fit, width_of

_WIDEST, _SHORTEST = 40, 6
"""Cells of a condition's words, where there is room and where there is little."""
_OFF = " × "
"""What is clicked to take a condition off; it also ends the chip where there are no colours."""


@dataclass(frozen=True, slots=True)
class Chip:
    """Where a condition stands on its line, in cells."""

    part: str
    begin: int
    off: int
    """From here on it is taken off; before, turned round."""
    end: int


def chip_row(parts: Sequence[str], width: int) -> tuple[Pieces, tuple[Chip, ...]]:
    """The line, and the chips that are on it."""
    pieces: list[Piece] = []
    chips: list[Chip] = []
    for part in parts:
        pieces += [Piece(" ")] if pieces else []
        begin = width_of(pieces)
        remaining = len(parts) - len(chips)
        excluded = part.startswith("-")
        sign = Piece(" − ", "chip warning") if excluded else Piece(" ", "chip")
        text = one_line(bare(part))
        needed = min(cell_len(text), _WIDEST)
        reserved = cell_len(_more(remaining - 1)) + 1 if remaining > 1 else 0
        room = min(needed, width - begin - cell_len(sign.text) - cell_len(_OFF) - reserved)
        if room < min(needed, _SHORTEST):
            return cut((*pieces, Piece(_more(remaining), "faint")), width), tuple(chips)
        pieces += [sign, Piece(fit(text, room), "chip"), Piece(_OFF, "chip chip-off")]
        end = width_of(pieces)
        chips.append(Chip(part, begin, end - cell_len(_OFF), end))
    return tuple(pieces), tuple(chips)


def _more(count: int) -> str:
    return f"and {count} more"
