"""The lanes as lines: a name and its strip, over one axis and one scale for all."""

from __future__ import annotations

from collections.abc import Sequence

from newstimeline.browser.lane_counts import Lanes
from newstimeline.clean import one_line
from newstimeline.drawing.pieces import Piece, Pieces, fit
from newstimeline.drawing.strip_lines import Signs, axis_row, bar_rows, label_row
from newstimeline.timeline.scale import ticks
from newstimeline.timeline.time_names import counted, days_name

_WIDEST_NAME = 24
HEAD_ROWS = 2
"""Labels and axis above the lanes."""


def name_width(width: int) -> int:
    """Cells for the names, on a screen of some width."""
    return min(_WIDEST_NAME, width // 3)


def strip_width(width: int) -> int:
    """Columns of a strip, on a screen of some width: what the name and the count leave."""
    return max(width - name_width(width) - 9, 8)


def head_rows(lanes: Lanes, width: int) -> list[Pieces]:
    """The axis that all lanes share, and its labels."""
    margin = Piece(" " * (name_width(width) + 2))
    return [
        (margin, *label_row(ticks(lanes.scale), lanes.scale.width)),
        (margin, *axis_row(lanes.scale, Signs())),
    ]


def lane_row(lanes: Lanes, number: int, width: int, cursor: int | None) -> Pieces:
    """One lane: name, strip and number of events; the cursor stands on a column of it."""
    lane = lanes.lanes[number]
    (bars,) = bar_rows(lane.density, lanes.scale, 1, lanes.most)
    name = Piece(f" {fit(one_line(lane.name.name), name_width(width))} ", "name" if cursor is not None else "title")
    strip = bars if cursor is None else _with_cursor(bars, cursor)
    return (name, *strip, Piece(f" {lane.name.events:>5,} ", "faint"))


def _with_cursor(bars: Pieces, column: int) -> Pieces:
    pieces: list[Piece] = []
    at = 0
    for piece in bars:
        piece_column = column - at
        if 0 <= piece_column < len(piece.text):
            pieces += [Piece(piece.text[:piece_column], piece.style), Piece(piece.text[piece_column], "cell")]
            pieces.append(Piece(piece.text[piece_column + 1 :], piece.style))
        else:
            pieces.append(piece)
        at += len(piece.text)
    return tuple(piece for piece in pieces if piece.text)


def cell_line(lanes: Lanes, number: int, column: int, events: Sequence[int], width: int) -> Pieces:
    """What lies under the cursor: who, when, and how many events."""
    first, after = (int(moment) for moment in lanes.scale.borders[column : column + 2])
    when = days_name(first, max(after - 1, first))
    text = f" {one_line(lanes.lanes[number].name.name)} · {when} · {counted(len(events), 'event')} "
    return (Piece(fit(text, width), "month"),)
