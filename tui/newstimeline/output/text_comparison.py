"""How one text differs from another: by paragraphs, and in those that both have by words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import zip_longest

_WORD = re.compile(r"\s*\S+")
_LIKE = 0.3
"""Share of their words from which two paragraphs are the same one, changed (of `SequenceMatcher.ratio`)."""
_MOST_WORDS = 5_000
"""Of a paragraph compared by words: the time grows with the square of their number."""


class Fate(Enum):
    """What became of some words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class DiffPart:
    """Neighbouring words with the same fate."""

    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Paragraphs in which nothing has changed."""

    paragraphs: int


Difference = tuple[DiffPart, ...] | Unchanged
"""A paragraph with changes, or how many have none."""


def differences(before: str, after: str) -> Iterator[Difference]:
    """The paragraphs of both texts in their order."""
    old, new = _paragraphs(before), _paragraphs(after)
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Unchanged(b - a)
        else:
            yield from _changed(old[a:b], new[c:d])


def _paragraphs(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    """Paragraphs that stand in the same place, two and two where they are alike."""
    for gone, come in zip_longest(old, new, fillvalue=""):
        before, after = _WORD.findall(gone), _WORD.findall(come)
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        is_small = max(len(before), len(after)) <= _MOST_WORDS
        if before and after and is_small and matcher.ratio() >= _LIKE:
            yield tuple(_parts(matcher, before, after))
            continue
        if gone:
            yield (DiffPart(Fate.GONE, gone),)
        if come:
            yield (DiffPart(Fate.NEW, come),)


def _parts(matcher: SequenceMatcher[str], before: list[str], after: list[str]) -> Iterator[DiffPart]:
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield DiffPart(Fate.KEPT, "".join(before[a:b]).strip())
            continue
        if b > a:
            yield DiffPart(Fate.GONE, "".join(before[a:b]).strip())
        if d > c:
            yield DiffPart(Fate.NEW, "".join(after[c:d]).strip())
