"""A screen of ASCII only, for terminals and fonts that have nothing else: the last thing done to each line."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from newstimeline.drawing.cells import graphemes

_PAIRS = (
    "●* ◐+ ○o ◆# ·. "  # how firm a date is
    "⚑^ ✎n ✓v ‽! ✗x ▸> "  # what a reader made of it, and what matches
    "┊: ┄. ╌- ┻| ┣[ ┫] ╋+ ╸- ╺- "  # gaps, folds, today, ticks, the part on screen
    "─- ━= ═= │| ┃| ║| ▏| ▎| ▍| ▌| ▐| ▕| ╭+ ╮+ ╰+ ╯+ ┌+ ┐+ └+ ┘+ ├+ ┤+ ┬+ ┴+ ┼+ ▔- "  # lines and boxes
    "▁. ▂. ▃: ▄= ▅= ▆% ▇# █# ▀= ▉# ▊# ▋# "  # bars
    "“\" ”\" ‘' ’' …~ –- —- ×x ↑^ ↓v ←< →> •*"
)
_TABLE = {pair[0]: pair[1] for pair in _PAIRS.split()}


@lru_cache(maxsize=8192)
def in_ascii(text: str) -> str:
    """A text of the same width in ASCII: signs by signs, letters without their accents, all else by "?"."""
    return text if text.isascii() else "".join(_plain(text[start:end], cells) for start, end, cells in graphemes(text))


def _plain(grapheme: str, width: int) -> str:
    if grapheme in _TABLE:
        return _TABLE[grapheme]
    base = unicodedata.normalize("NFKD", grapheme)[0]
    return (base if base.isascii() and base.isprintable() else "?").ljust(width, "?")[:width]


class AsciiSigns(LineFilter):
    """Puts ASCII in the place of everything else."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(in_ascii(text), style, control) for text, style, control in segments]
