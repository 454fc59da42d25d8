"""A query's text cut into tokens. Any text has tokens: what is left open at the end closes itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from newstimeline.name_keys import folded


class TokenKind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    NOT = auto()
    AND = auto()
    """Says what is so anyway."""
    TERM = auto()


@dataclass(frozen=True, slots=True)
class QueryToken:
    """A piece of a query."""

    kind: TokenKind
    position: int
    """Where it begins in the query's text."""
    text: str = ""
    """A term's words, without the quotation marks."""
    field: str = ""
    """The field that a term names, in lower case, without the colon."""
    quoted: bool = False
    """Whether the words stood in quotation marks; not yet, as long as the mark at the end is missing."""
    near: bool = False
    """Whether a tilde asks for words that are spelt nearly so."""


_OPERATORS = {"OR": TokenKind.OR, "NOT": TokenKind.NOT, "AND": TokenKind.AND}
_TERM = re.compile(
    r"""(?:(?P<field>as-of|[^\W\d_]+):)?(?P<near>~)?
    (?:"(?P<phrase>[^"]*)"?|“(?P<curly>[^”"]*)[”"]?|(?P<word>[^\s()"“]+)|(?P<none>(?=[\s()]|$)))""",
    re.VERBOSE | re.IGNORECASE,
)


def tokens(text: str) -> list[QueryToken]:
    """Cut a query into tokens."""
    return [token for token, _ in scan(text) if token.kind is not TokenKind.AND]


def scan(text: str) -> Iterator[tuple[QueryToken, int]]:
    """Each token with the place after its last character."""
    at = 0
    while at < len(text):
        ch = text[at]
        if ch.isspace():
            at += 1
        elif ch in "()":
            yield QueryToken(TokenKind.OPEN if ch == "(" else TokenKind.CLOSE, at), at + 1
            at += 1
        elif ch == "-" and at + 1 < len(text) and not text[at + 1].isspace():
            yield QueryToken(TokenKind.NOT, at), at + 1
            at += 1
        else:
            token, at = _term(text, at)
            yield token, at


def _term(text: str, at: int) -> tuple[QueryToken, int]:
    match = _TERM.match(text, at)
    if not match or match.end() == at:
        return QueryToken(TokenKind.TERM, at, text[at]), at + 1
    phrase = match["phrase"] if match["phrase"] is not None else match["curly"]
    field, near = folded(match["field"] or ""), bool(match["near"])
    if phrase is not None:
        closed = text[match.end() - 1] in '"”' and match.end() - at > len(field) + bool(field) + near + 1
        return QueryToken(TokenKind.TERM, at, phrase, field, quoted=closed, near=near), match.end()
    word = match["word"] or ""
    if word in _OPERATORS and not field and not near:
        return QueryToken(_OPERATORS[word], at), match.end()
    return QueryToken(TokenKind.TERM, at, word, field, near=near), match.end()
