"""The density strip: events over time as bars, the part on screen bracketed below them, labels under that."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from newstimeline.app.drawing.pieces import Piece, Pieces
from newstimeline.timeline import Density, Scale, Tick

_EIGHTHS = " ▁▂▃▄▅▆▇█"
FOLD = "┄"
"""Stands for a silence that was folded."""
SOMEWHERE = "·"
"""Part of an event whose date covers many columns, too little for a bar."""


def bar_rows(density: Density, scale: Scale, height: int) -> list[Pieces]:
    """Rows of bars, the topmost first. Zero is blank and the scale begins at zero.

    An event shows at least a trace, and one that is spread thin at least a dot.
    """
    total = density.total
    eighths = total / max(float(total.max(initial=0.0)), 1e-9) * height * 8
    traced = density.exact > 0
    levels = np.where(traced, np.ceil(eighths - 1e-9), np.round(eighths)).astype(int)
    styles = ["bar" if exact else "bar-dim" for exact in density.exact >= density.spread]
    rows = []
    for row in range(height - 1, -1, -1):
        cells = [_EIGHTHS[min(max(int(level) - 8 * row, 0), 8)] for level in levels]
        if row == 0:
            cells = [
                SOMEWHERE if cell == " " and part else cell for cell, part in zip(cells, density.spread, strict=True)
            ]
        rows.append(_pieces(cells, styles))
    return rows


def axis_row(scale: Scale, window: tuple[int, int] | None) -> Pieces:
    """The axis, with the part of time that the list shows between brackets and folded silences dotted."""
    cells = ["─"] * scale.width
    styles = ["axis"] * scale.width
    for first, last in scale.folds:
        for column in range(first, min(last, scale.width)):
            cells[column] = FOLD
    if window and scale.width:
        first, last = window
        for column in range(first, last + 1):
            styles[column] = "window"
            cells[column] = "━" if cells[column] == "─" else cells[column]
        cells[first] = "┣"
        cells[last] = "┫" if last > first else "╋"
    return _pieces(cells, styles)


def label_row(labels: Sequence[Tick], width: int) -> Pieces:
    """The names of months and years at their columns."""
    text = ""
    for tick in labels:
        text = text.ljust(tick.column) + tick.text
    return (Piece(text.ljust(width)[:width], "label"),)


def _pieces(cells: Sequence[str], styles: Sequence[str]) -> Pieces:
    return tuple(
        Piece("".join(cell for cell, _ in group), style)
        for style, group in groupby(zip(cells, styles, strict=True), key=lambda pair: pair[1])
    )
