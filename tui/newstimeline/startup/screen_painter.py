"""Drawing the first screen without Textual: the same rows from the same drawing functions."""

from __future__ import annotations

import os
import sys

from newstimeline.browser.palette import FIRST_STYLES, LAMP
from newstimeline.browser.status_text import how_many
from newstimeline.clean import one_line
from newstimeline.drawing.pieces import Pieces, cut, isolated, width_of
from newstimeline.drawing.timeline_rows import event_row, heading_row
from newstimeline.drawing.title_line import counts, title_row
from newstimeline.startup.glimpse import Glimpse, GlimpseLine

NORMAL, WIDE = 70, 160
"""Columns from which the panel stands beside the timeline, and the article beside the panel."""
USUAL, HIGH = 16, 40
"""Lines from which the strip has four and six."""
_WIDEST_PANEL, _WIDE_PANEL, _WIDEST_ASIDE = 64, 48, 90


def first_screen(glimpse: Glimpse, title: str) -> str:
    """What is written to a terminal of the present size."""
    size = os.get_terminal_size(sys.stderr.fileno())
    return "".join(screen_lines(glimpse, title, size.columns, size.lines))


def screen_lines(glimpse: Glimpse, title: str, width: int, height: int) -> list[str]:
    """The screen as the terminal takes it, a string a line."""
    right = counts(how_many(glimpse.events, glimpse.undated))
    strip = 2 if height < USUAL else 4 if height < HIGH else 6
    room = height - 2 - strip
    timeline = _timeline_width(width)
    lines = [_line(title_row(one_line(title), "", right, width), width, "panel")]
    lines += [_blank(width, "surface")] * strip
    aside = _blank(width - timeline, "surface")
    lines += [row + aside for row in _timeline(glimpse, timeline, room)]
    lines.append(_blank(width, "panel"))
    return [f"\x1b[{number};1H{line}" for number, line in enumerate(lines, start=1)]


def _timeline_width(width: int) -> int:
    """Three parts of five, and what the panel, or on a wide screen the article, does not want of the others."""
    if width < NORMAL:
        return width
    if width < WIDE:
        return width - min(width - width * 3 // 5, _WIDEST_PANEL)
    room = width - _WIDE_PANEL
    return room - min(room - room * 3 // 5, _WIDEST_ASIDE)


def _timeline(glimpse: Glimpse, width: int, height: int) -> list[str]:
    top = max(min(glimpse.head, glimpse.total - height), glimpse.first)
    shown = glimpse.lines[top - glimpse.first :][:height]
    rows: list[str] = []
    for number, line in enumerate(shown, start=top):
        selected = number == glimpse.cursor
        rows.append(_line(_row(line, width - 1, glimpse.undated, dated=not rows), width, "background", selected))
    return rows + [_blank(width, "background")] * (height - len(rows))


def _row(line: GlimpseLine, width: int, undated: int, *, dated: bool) -> Pieces:
    return event_row(line.row, width, dated=dated) if line.row else heading_row(line.line, width, undated)


def _line(pieces: Pieces, width: int, paper: str, selected: bool = False) -> str:
    over = FIRST_STYLES["cursor"] if selected else (None, None, False)
    pieces = cut(pieces, width)
    parts = []
    for piece in pieces:
        styles = [FIRST_STYLES[name] for name in piece.style.split()]
        colour = next((style[0] for style in reversed(styles) if style[0]), LAMP["foreground"])
        bold = any(style[2] for style in styles) or over[2]
        parts.append(f"{_sgr(colour, over[1] or LAMP[paper], bold)}{isolated(piece.text)}")
    room = width - width_of(pieces)
    return "".join(parts) + f"{_sgr(LAMP['foreground'], over[1] or LAMP[paper], False)}{' ' * room}"


def _blank(width: int, paper: str) -> str:
    return f"{_sgr(LAMP['foreground'], LAMP[paper], False)}{' ' * width}"


def _sgr(colour: str, paper: str, bold: bool) -> str:
    """The escape sequence for a style (ECMA-48, with the colours of ITU-T T.416)."""
    ink, ground = (";".join(str(int(hue[at : at + 2], 16)) for at in (1, 3, 5)) for hue in (colour, paper))
    return f"\x1b[0;{'1;' if bold else ''}38;2;{ink};48;2;{ground}m"
