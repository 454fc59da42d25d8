"""Snapshots of screens: what one says and in which styles, kept as a file that a person can read.

Below the text, each line of the screen is given as its runs of one style: `12a 3b` is twelve cells in the style `a` of
the list that follows, then three in `b`.
"""

from __future__ import annotations

import string
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from textual.strip import Strip

FOLDER = Path(__file__).parent.parent / "snapshots"


def check_snapshot(name: str, text: str, *, update: bool) -> None:
    """Compare with the stored text, or store it where the test run was told to with --update-snapshots."""
    stored = FOLDER / f"{name}.txt"
    text = text.rstrip() + "\n"
    if update:
        stored.write_text(text, encoding="utf-8")
        return
    assert stored.exists(), f"no snapshot {stored.name}: look at the screen, then run pytest --update-snapshots"
    assert text == stored.read_text(encoding="utf-8")


def styles_of(strips: Sequence[Strip], title: str) -> str:
    """The styles of a screen's lines, and what they are."""
    letters: dict[str, str] = {}
    lines = []
    for strip in strips:
        cells = [(str(segment.style or ""), segment.cell_length) for segment in strip]
        runs = []
        for style, run in groupby(cells, key=lambda cell: cell[0]):
            letter = letters.setdefault(style, string.ascii_letters[len(letters)])
            runs.append(f"{sum(length for _, length in run)}{letter}")
        lines.append(" ".join(runs))
    legend = [f"{letter}: {style}" for style, letter in letters.items()]
    return "\n".join([f"--- {title}", *lines, *legend])
