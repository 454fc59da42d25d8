"""The paragraphs of an article's text: where quotes close, dates carry over and the reader sees a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text without white space around it."""

    start: int
    end: int
    headline: bool = False


def paragraphs(text: str, title: str) -> tuple[Paragraph, ...]:
    """Split a text at its blank lines; one that has none, at every line's end. The headline stands alone."""
    parts: list[Paragraph] = []
    body = _after_headline(text, title)
    if body:
        parts.extend(_trimmed(text, 0, body, headline=True))
    border = _BLANK_LINES if _BLANK_LINES.search(text.rstrip(), body) else _LINE_END
    start = body
    for gap in border.finditer(text, body):
        parts.extend(_trimmed(text, start, gap.start()))
        start = gap.end()
    parts.extend(_trimmed(text, start, len(text)))
    return tuple(parts)


def _after_headline(text: str, title: str) -> int:
    """Where the body begins: 0 when the text does not open with its headline."""
    opening = len(text) - len(text.lstrip())
    end = opening + len(title)
    if not title.strip() or not text.startswith(title, opening) or text[end : end + 1] not in ("", "\n"):
        return 0
    return end + len(text[end:]) - len(text[end:].lstrip())


def _trimmed(text: str, start: int, end: int, *, headline: bool = False) -> Iterator[Paragraph]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Paragraph(start, end, headline)
