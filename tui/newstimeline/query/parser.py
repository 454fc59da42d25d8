"""From the text of a query to its meaning.

query  = group { "OR" group }
group  = { factor }
factor = "-" factor | "(" query ")" | term
term   = [ field ":" ] ( word | '"' words '"' )
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from newstimeline.model import Basis, QuoteKind
from newstimeline.query.lexer import Kind, Token, tokens
from newstimeline.query.tree import (
    All,
    Any,
    Everything,
    HasDate,
    HasQuote,
    InTime,
    Not,
    OfBasis,
    OfKind,
    Query,
    Relation,
    Words,
)
from newstimeline.when.phrases import PhraseError, parse_phrase

_WORD_FIELDS = {
    "person": ("people",),
    "speaker": ("speakers",),
    "said": ("quotes",),
    "place": ("places",),
    "source": ("source",),
    "title": ("title", "headline"),
}
_ANYWHERE = ("title", "evidence", "people", "places", "quotes", "speakers")
_TIME_FIELDS = {
    "on": Relation.WITHIN,
    "in": Relation.WITHIN,
    "before": Relation.BEFORE,
    "after": Relation.AFTER,
}
FIELDS = (*_WORD_FIELDS, "kind", "basis", "has", *_TIME_FIELDS)
"""The names that may stand before a colon."""
_LONGEST_DATE = 3
"""Words of a date without quotation marks: after:15 august 2025."""
_DEEPEST = 50
"""Parentheses within one another."""


C = TypeVar("C", bound=str)


class QueryError(ValueError):
    """A query that means nothing; says where and, where it can, what would."""

    def __init__(self, message: str, position: int) -> None:
        """`position` counts characters from the query's beginning."""
        super().__init__(message)
        self.position = position


def parse_query(text: str, today: date) -> Query:
    """Read a query; `today` is what "last week" is counted from.

    Raises:
        QueryError: a field is unknown or its value means nothing.
    """
    return _Parser(tokens(text), today).query()


def person_filter(name: str) -> str:
    """The query that finds a person by the full name."""
    plain = name.replace('"', " ")
    return f'person:"{plain}"'


class _Parser:
    def __init__(self, found: list[Token], today: date) -> None:
        self._tokens = found
        self._at = 0
        self._depth = 0
        self._today = today

    def query(self) -> Query:
        """All tokens; a closing parenthesis that none opened is passed over."""
        parts: list[Query] = []
        while self._at < len(self._tokens):
            parts.append(self._alternatives())
            if self._peek() is Kind.CLOSE:
                self._at += 1
        return _all(parts)

    def _peek(self) -> Kind | None:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else None

    def _alternatives(self) -> Query:
        parts = [self._group()]
        while self._peek() is Kind.OR:
            self._at += 1
            parts.append(self._group())
        meant = [part for part in parts if not isinstance(part, Everything)]
        return Any(tuple(meant)) if len(meant) > 1 else meant[0] if meant else Everything()

    def _group(self) -> Query:
        parts: list[Query] = []
        while self._peek() not in (None, Kind.OR, Kind.CLOSE):
            parts.append(self._factor())
        return _all(parts)

    def _factor(self) -> Query:
        token = self._tokens[self._at]
        self._at += 1
        if token.kind is Kind.NOT:
            return self._negated(token)
        if token.kind is Kind.OPEN:
            return self._nested(token)
        return self._term(token)

    def _negated(self, token: Token) -> Query:
        negations = 1
        while self._peek() is Kind.NOT:
            self._at += 1
            negations += 1
        if self._peek() not in (Kind.OPEN, Kind.TERM):
            return Everything()
        inner = self._factor()
        if isinstance(inner, Everything) or negations % 2 == 0:
            return inner
        return Not(inner)

    def _nested(self, token: Token) -> Query:
        if self._depth == _DEEPEST:
            raise QueryError("too many parentheses within one another", token.position)
        self._depth += 1
        inner = self._alternatives()
        self._depth -= 1
        if self._peek() is Kind.CLOSE:
            self._at += 1
        return inner

    def _term(self, token: Token) -> Query:
        if not token.field:
            return _words(token, _ANYWHERE)
        if token.field in _WORD_FIELDS:
            return _words(token, _WORD_FIELDS[token.field])
        if token.field in _TIME_FIELDS:
            return self._time(token)
        choices: dict[str, Callable[[Token], Query]] = {"kind": _kind, "basis": _basis, "has": _has}
        if token.field not in choices:
            raise QueryError(_unknown_field(token.field), token.position)
        return choices[token.field](token) if token.text else Everything()

    def _time(self, token: Token) -> Query:
        if not token.text.strip():
            return Everything()
        relation = _TIME_FIELDS[token.field]
        for words in range(0 if token.quoted else _LONGEST_DATE - 1, 0, -1):
            following = self._tokens[self._at : self._at + words]
            if len(following) == words and all(_is_plain(other) for other in following):
                try:
                    when = parse_phrase(" ".join((token.text, *(other.text for other in following))), self._today)
                except PhraseError:
                    continue
                self._at += words
                return InTime(relation, when)
        try:
            return InTime(relation, parse_phrase(token.text, self._today))
        except PhraseError as error:
            raise QueryError(str(error), token.position + len(token.field) + 1) from None


def _is_plain(token: Token) -> bool:
    return token.kind is Kind.TERM and not token.field and not token.quoted


def _all(parts: list[Query]) -> Query:
    meant = [part for part in parts if not isinstance(part, Everything)]
    return All(tuple(meant)) if len(meant) > 1 else meant[0] if meant else Everything()


def _words(token: Token, columns: tuple[str, ...]) -> Query:
    if not any(ch.isalnum() for ch in token.text):
        return Everything()
    return Words(token.text, prefix=not token.quoted, columns=columns)


def _kind(token: Token) -> Query:
    return OfKind(_choose(token, tuple(QuoteKind)))


def _basis(token: Token) -> Query:
    return OfBasis(_choose(token, tuple(Basis)))


def _has(token: Token) -> Query:
    return HasQuote() if _choose(token, ("quote", "date")) == "quote" else HasDate()


def _choose(token: Token, among: tuple[C, ...]) -> C:
    """The value that the text begins, so that typing "kind:dir" already means something."""
    for value in among:
        if value.startswith(token.text.lower()):
            return value
    names = ", ".join(among)
    raise QueryError(f"{token.field}: takes {names}", token.position + len(token.field) + 1)


def _unknown_field(field: str) -> str:
    near = [name for name in FIELDS if name.startswith(field[:2])]
    hint = f"did you mean {near[0]}: ?" if near else f"fields are {' '.join(FIELDS)}"
    return f"there is no field {field[:20]}: – {hint}"
