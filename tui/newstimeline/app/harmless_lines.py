"""The last thing done to each line of the screen: nothing in it can do harm, whoever has drawn it."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from newstimeline.clean import displayed, is_clean, reveal

_ISOLATES = str.maketrans("", "", "\u2068\u2069")
"""Those of `isolated` in `drawing/pieces.py`."""


@lru_cache(maxsize=8192)
def harmless_cells(text: str) -> str:
    """A text of the same width without anything harmful."""
    if text.isascii() and text.isprintable():
        return text
    balanced = text.count("\u2068") == text.count("\u2069")
    core = text.translate(_ISOLATES) if balanced else text
    if is_clean(core) and displayed(core) == core:
        return text
    width = cell_len(core)
    pairs = zip(core, reveal(core), strict=True)
    return set_cell_size(displayed("".join(new if new == old or cell_len(old) else "" for old, new in pairs)), width)


class HarmlessLines(LineFilter):
    """Our own widgets draw clean text; this is for Textual's, which draw what they are given."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(harmless_cells(text), style, control) for text, style, control in segments]
