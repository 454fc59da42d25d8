"""The help, made from the table of keys."""

from __future__ import annotations

from collections.abc import Sequence

from newstimeline.app.keys import Command, Scope, shown_keys
from newstimeline.drawing.line_wrap import wrapped
from newstimeline.drawing.pieces import Piece, Pieces
from newstimeline.drawing.strip_lines import TICK
from newstimeline.drawing.timeline_rows import (
    BASIS_MEANINGS,
    BASIS_SIGNS,
    MARK_SIGN,
    MATCH_SIGN,
    NOTE_SIGN,
    STATUS_SIGNS,
)

QUERY_HELP = (
    ("trump summit", "events with both words; beginnings match: trum finds Trump"),
    ('"held talks"', "words side by side"),
    ("-call", "without the word; NOT call does the same"),
    ("alaska OR budapest", "either; parentheses group"),
    ("person: speaker: place:", 'by name: person:putin, speaker:"sergey ryabkov"'),
    ("said: title: source:", "words within quotes, within titles and headlines, the outlet"),
    ("on: in: before: after:", 'time: in:2025-08, after:"last month", before:2025'),
    ("reported: asof:", "reported then; already reported by then: asof:2025-08-15"),
    ("~zelenski", "words with a similar spelling"),
    ("has:quote kind:direct", "events with quotes, or quotes of a kind: direct, mixed, indirect"),
    ("is:marked has:note tag:x", "what you marked, wrote a note on, or tagged"),
    ("is:disputed is:unreviewed", "how you judged it: also is:confirmed, is:rejected, is:corrected"),
    ("has:date -has:date", "events with a date, and those without"),
    ("basis:stated", "how firm the date is: stated, inherited, published"),
)
_KEY_WIDTH = 24
_SCOPES = (
    Scope.LINES,
    Scope.TIMELINE,
    Scope.FINDING,
    Scope.TIME,
    Scope.REVIEW,
    Scope.SHARE,
    Scope.ENTRY,
    Scope.SEARCH,
    Scope.PANEL,
    Scope.FACETS,
    Scope.ARTICLE,
    Scope.PAGE,
    Scope.QUOTES,
    Scope.LANES,
    Scope.ANYWHERE,
)


def help_lines(width: int, commands: Sequence[Command]) -> list[Pieces]:
    """Keys by where they work, the signs of the rows, and the query language."""
    lines: list[Pieces] = []
    for scope in _SCOPES:
        lines += _heading(scope)
        for command in commands:
            if command.scope is scope:
                lines += _entry(shown_keys(command), command.help, width)
    lines += _heading("Signs")
    for basis, sign in BASIS_SIGNS.items():
        lines += _entry(sign, BASIS_MEANINGS[basis], width)
    lines += _entry(f"{MARK_SIGN} {NOTE_SIGN}", "you marked it; you wrote a note on it", width)
    lines += _entry(" ".join(STATUS_SIGNS.values()), "you confirmed it; disputed it; rejected it", width)
    lines += _entry("~ ?", "the date is approximate; the date is uncertain", width)
    lines += _entry("“2", "the event has two quotes", width)
    lines += _entry(f"{MATCH_SIGN} {TICK}", "what a search marks, in the list and on the strip", width)
    lines += _heading("Filter")
    for example, meaning in QUERY_HELP:
        lines += _entry(example, meaning, width)
    return lines[1:]


def _heading(text: str) -> list[Pieces]:
    return [(), (Piece(text, "month"),)]


def _entry(left: str, right: str, width: int) -> list[Pieces]:
    """A term and its meaning: side by side where there is room, else one below the other."""
    if width < _KEY_WIDTH + 20:
        return [(Piece(left, "name"),), *wrapped(right, width, "", indent="  ")]
    first, *others = wrapped(right, width, "", indent=" " * _KEY_WIDTH)
    return [(Piece(f"{left:<{_KEY_WIDTH}}", "name"), *first[1:]), *others]
