"""What a reader takes for one character, of however many Unicode makes it (UAX 29, extended grapheme clusters)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_LONGEST = 64
"""Characters of Unicode in one grapheme that is still taken as a whole."""


@cache
def _grapheme() -> re.Pattern[str]:
    import regex  # knows Unicode's rules; a start does not wait for it

    pattern: re.Pattern[str] = regex.compile(r"\X")
    return pattern


def ends(text: str) -> list[int]:
    """Where the graphemes of a text end."""
    return [match.end() for match in _grapheme().finditer(text)]


def shortened(text: str, most: int) -> str:
    """The beginning of a text, of at most so many characters, without a part of a grapheme at its end."""
    if len(text) <= most or text.isascii():
        return text[:most]
    return text[: max((end for end in ends(text[: most + _LONGEST]) if end <= most), default=0)]
