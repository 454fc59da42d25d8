"""The density strip: events over time as bars, the part on screen bracketed below them, labels under that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from newstimeline.arrays import Ints, np
from newstimeline.drawing.pieces import Piece, Pieces
from newstimeline.drawing.timeline_rows import MARK_SIGN
from newstimeline.timeline.density import Density
from newstimeline.timeline.scale import Scale, Tick

_EIGHTHS = " ▁▂▃▄▅▆▇█"
FOLD = "┄"
"""Stands for a silence that was folded."""
TICK = "┻"
"""Where something matches a search."""
SOMEWHERE = "·"
"""Part of an event whose date covers many columns, too little for a bar."""


def bar_rows(density: Density, scale: Scale, height: int, most: float | None = None) -> list[Pieces]:
    """Rows of bars, the topmost first. Zero is blank and the scale begins at zero.

    The highest bar stands for `most` events, or for the most of any column. An event shows at least a trace, and one
    that is spread thin at least a dot.
    """
    total = density.total
    most = float(total.max(initial=0.0)) if most is None else most
    eighths = total / max(most, 1e-9) * height * 8
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


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """What is marked on the axis, in columns, the last ones inclusive."""

    window: tuple[int, int] | None = None
    """What the list shows: between brackets."""
    selected: tuple[int, int] | None = None
    """A stretch of time that is being selected: a double line."""
    matching: Ints | None = None
    """Where something matches: ticks."""
    marked: Ints | None = None
    """Where something is marked: its sign."""


def axis_row(scale: Scale, signs: Signs) -> Pieces:
    """The axis with its signs, and folded silences dotted."""
    cells = ["─"] * scale.width
    styles = ["axis"] * scale.width
    for first, last in scale.folds:
        for column in range(first, min(last, scale.width)):
            cells[column] = FOLD
    if signs.window and scale.width:
        first, last = signs.window
        for column in range(first, last + 1):
            styles[column] = "window"
            cells[column] = "━" if cells[column] == "─" else cells[column]
        cells[first] = "┣"
        cells[last] = "┫" if last > first else "╋"
    for column in () if signs.matching is None else signs.matching.tolist():
        cells[column] = TICK
        styles[column] = "count"
    for column in () if signs.marked is None else signs.marked.tolist():
        cells[column] = MARK_SIGN
        styles[column] = "count"
    if signs.selected and scale.width:
        first, last = signs.selected
        cells[first : last + 1] = ["═"] * (last + 1 - first)
        styles[first : last + 1] = ["sign strong"] * (last + 1 - first)
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
