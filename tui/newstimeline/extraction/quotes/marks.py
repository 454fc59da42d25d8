"""The quotation marks of a text: straight and curly, double and single, nested and over several paragraphs.

The parser takes no part in this: it loses marks at line ends and knows nothing of paragraphs that open anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newstimeline.model import Span
from newstimeline.paragraphs import Paragraph

_MARK = re.compile(r"''|``|[\"“”„«»‘’']")
_OPENERS = frozenset("“„«") | {"``"}
_CLOSERS = frozenset("”»")
_EITHER = frozenset(('"', "''"))
_FOREIGN_CLOSERS = {"„": "“", "»": "«"}
"""What closes as in German, where another mark opens so."""
_FINAL = ",.!?…"
_SINGLE = frozenset("'‘")
_FINAL_STRAIGHT = re.compile(r"[,.!?…]'(?!\w)")
_CURLY_END = re.compile(r"\S’(?!\w)")
_LONGEST_IN_SINGLE_MARKS = 2000
_ELISION = re.compile(r"['’](?:em|til|tis|twas|cause|bout|n|\d0s|\d\d)\b", re.IGNORECASE)
_SHORTEST_BETWEEN_APOSTROPHES = 3


@dataclass(frozen=True, slots=True)
class Marked:
    """Words within quotation marks."""

    spans: tuple[Span, ...]
    """Without the outer marks, one a paragraph."""
    outer: tuple[Span, ...]
    """The same with the marks."""

    @property
    def start(self) -> int:
        """Where the first mark stands."""
        return self.outer[0].start

    @property
    def end(self) -> int:
        """Behind the last mark."""
        return self.outer[-1].end


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one paragraph has of a quotation."""

    outer: Span
    inner: Span
    closed: bool


def marked_words(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Marked, ...]:
    """Everything within quotation marks, apart from the headline and from what is nested in other marks."""
    marked: list[Marked] = []
    open_pieces: list[_Piece] = []
    for number, paragraph in enumerate(paragraphs):
        if paragraph.headline:
            continue
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        pieces = list(_pieces(text, paragraph, text[following.start] if following else ""))
        opens_anew = bool(pieces) and pieces[0].outer.start == paragraph.start
        if open_pieces and not opens_anew:
            marked.extend(_joined(open_pieces, text))
            open_pieces = []
        for piece in pieces:
            open_pieces.append(piece)
            if piece.closed:
                marked.extend(_joined(open_pieces, text))
                open_pieces = []
    marked.extend(_joined(open_pieces, text))
    return tuple(marked)


def _joined(pieces: list[_Piece], text: str) -> Iterator[Marked]:
    kept = [(span, piece.outer) for piece in pieces if (span := _trimmed(text, piece.inner))]
    if kept:
        yield Marked(tuple(span for span, _ in kept), tuple(outer for _, outer in kept))


def _trimmed(text: str, span: Span) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - len(words) + len(words.rstrip())
    return Span(start, end) if start < end else None


def _pieces(text: str, paragraph: Paragraph, following: str) -> Iterator[_Piece]:
    """The quotations of a paragraph; one that is not closed ends with the paragraph.

    In single marks it does only where the next paragraph, which begins with the character `following`, opens anew.
    """
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    closers_left = sum(m[0] in _CLOSERS for m in marks)
    opened: re.Match[str] | None = None
    depth = 0
    skip_to = paragraph.start
    for mark in marks:
        closers_left -= mark[0] in _CLOSERS
        if mark.start() < skip_to:
            continue
        if opened is None:
            if end := _end_of_single(text, mark, paragraph):
                yield _Piece(Span(mark.start(), end + 1), Span(mark.end(), end), closed=True)
                skip_to = end + 1
            elif _opens_single(text, mark, paragraph, following) or _opens(text, mark, paragraph):
                opened, depth = mark, 1
        elif opened[0] in _SINGLE:
            continue
        elif mark[0] == _FOREIGN_CLOSERS.get(opened[0]):
            yield _Piece(Span(opened.start(), mark.end()), Span(opened.end(), mark.start()), closed=True)
            opened = None
        elif mark[0] in _OPENERS:
            depth += closers_left > depth
        elif mark[0] in _CLOSERS or (mark[0] in _EITHER and not _opens_within(text, mark)):
            depth -= 1
            if not depth:
                yield _Piece(Span(opened.start(), mark.end()), Span(opened.end(), mark.start()), closed=True)
                opened = None
        elif mark[0] in _EITHER:
            depth += 1
    if opened is not None:
        outer = Span(opened.start(), paragraph.end)
        yield _Piece(outer, Span(opened.end(), paragraph.end), closed=False)


def _opens_single(text: str, mark: re.Match[str], paragraph: Paragraph, following: str) -> bool:
    """Whether a single mark, at the beginning or after a colon, opens a quotation that the next paragraph goes on."""
    if mark[0] != following or mark[0] not in _SINGLE:
        return False
    before = text[paragraph.start : mark.start()].rstrip()[-1:]
    return (
        before in ("", ":", ",")
        and text[mark.end() : mark.end() + 1].isupper()
        and not _ELISION.match(text, mark.start())
    )


def _around(text: str, mark: re.Match[str]) -> tuple[str, str]:
    return text[mark.start() - 1 : mark.start()] or " ", text[mark.end() : mark.end() + 1] or " "


def _opens(text: str, mark: re.Match[str], paragraph: Paragraph) -> bool:
    if mark[0] in _OPENERS:
        return True
    before, after = _around(text, mark)
    if mark[0] == "»":
        return (
            not before.isalnum()
            and before not in _FINAL
            and after.isalnum()
            and "«" in text[mark.end() : paragraph.end]
        )
    return mark[0] in _EITHER and not after.isspace() and (mark.start() == paragraph.start or not before.isalnum())


def _opens_within(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark within a quotation opens a nested one."""
    before, after = _around(text, mark)
    return (before.isspace() or before in "([") and after.isalnum()


def _end_of_single(text: str, mark: re.Match[str], paragraph: Paragraph) -> int | None:
    """Where a quotation in single marks ends, if one begins here; an apostrophe begins none."""
    if mark[0] not in ("‘", "'") or _ELISION.match(text, mark.start()):
        return None
    before, after = _around(text, mark)
    if (before.isalnum() and mark.start() > paragraph.start) or after.isspace():
        return None
    limit = min(paragraph.end, mark.end() + _LONGEST_IN_SINGLE_MARKS)
    if mark[0] == "'":
        stop = _FINAL_STRAIGHT.search(text, mark.end(), limit)
        clear = stop and len(text[mark.end() : stop.end()].split()) >= _SHORTEST_BETWEEN_APOSTROPHES
        return stop.end() - 1 if stop and clear else None
    following = text.find("‘", mark.end(), limit)
    ends = [m.end() - 1 for m in _CURLY_END.finditer(text, mark.end(), following if following > 0 else limit)]
    final = [at for at in ends if text[at - 1] in _FINAL]
    choices = final or [at for at in ends if text[at - 1] != "s"] or ends[-1:]
    return choices[0] if choices else None
