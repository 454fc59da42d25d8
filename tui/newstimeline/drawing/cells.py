"""How many cells of a terminal a text takes, and cutting it by them, never within a grapheme.

rich measures as Textual does, and keeps together what takes no cells of its own; UAX 29 knows of more that belongs
together: flags, conjuncts, vowels that stand beside their consonant.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, split_graphemes

from newstimeline.graphemes import ends

__all__ = ["cell_len", "cut_text", "graphemes"]

_BESIDE = re.compile("[\U0001f1e6-\U0001f1ff\u0e33\u0eb3]")
"""What belongs to the character before it though it has cells: the second letter of a flag, AM in Thai and Lao."""


def graphemes(text: str) -> list[tuple[int, int, int]]:
    """Where each grapheme begins and ends, and how many cells it takes; together as many as `cell_len` of the text."""
    spans, _ = split_graphemes(text)
    if len(spans) == len(text) and not _BESIDE.search(text):
        return spans
    whole: list[tuple[int, int, int]] = []
    start = cells = 0
    known = {*ends(text), len(text)}
    for _, end, more in spans:
        cells += more
        if end in known:
            whole.append((start, end, cells))
            start, cells = end, 0
    return whole


def cut_text(text: str, width: int) -> str:
    """The beginning of a text in at most `width` cells."""
    if text.isascii():
        return text[: max(width, 0)]
    taken = 0
    for start, _, cells in graphemes(text):
        if taken + cells > width:
            return text[:start]
        taken += cells
    return text
