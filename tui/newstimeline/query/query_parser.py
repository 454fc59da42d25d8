"""From the text of a query to its meaning.

query  = group { "OR" group }
group  = { factor }
factor = "-" factor | "(" query ")" | term
term   = [ field ":" ] [ "~" ] ( word | '"' words '"' )
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from newstimeline.graphemes import shortened
from newstimeline.name_keys import folded
from newstimeline.query.query_lexer import QueryToken, TokenKind, tokens
from newstimeline.query.query_tree import (
    All,
    Any,
    AsOf,
    Everything,
    HasDate,
    HasQuote,
    InTime,
    IsOwn,
    NameScope,
    Near,
    Not,
    OfBasis,
    OfKind,
    Own,
    Query,
    Relation,
    Tagged,
    Words,
)
from newstimeline.terms import Basis, Clock, QuoteKind
from newstimeline.when import When
from newstimeline.when.phrases import PhraseError, parse_phrase

SCOPE_FIELDS = {
    scope.value: scope
    for scope in (
        NameScope.PERSON,
        NameScope.SPEAKER,
        NameScope.SAID,
        NameScope.PLACE,
        NameScope.SOURCE,
        NameScope.TITLE,
    )
}
"""Fields that say where words are looked for."""
CHOICE_FIELDS = {
    "kind": tuple(QuoteKind),
    "basis": tuple(Basis),
    "has": ("quote", "date", "note", "mark"),
    "is": tuple(own.value for own in Own if own is not Own.NOTED),
}
"""Fields that take one of a few words."""
TIME_FIELDS = ("on", "in", "before", "after", "reported", "asof", "as-of")
"""Fields that take a date."""
TAG_FIELD = "tag"
FIELDS = (*SCOPE_FIELDS, *CHOICE_FIELDS, TAG_FIELD, *TIME_FIELDS[:-1])
"""The names that may stand before a colon."""
_LONGEST_DATE = 3
"""Words of a date without quotation marks: after:15 august 2025."""
_MOST_MENDED = 5
"""Errors of one query that are put right at once; of more, nothing is offered."""
_DEEPEST = 50
"""Parentheses within one another."""


class QueryError(ValueError):
    """An invalid query; says where and, if it can, how to put it right."""

    def __init__(self, message: str, position: int, mend: str | None = None) -> None:
        """`position` counts characters from the query's beginning; `mend` is the whole query put right."""
        super().__init__(message)
        self.position = position
        self.mend = mend


def parse_query(text: str, today: date) -> Query:
    """Read a query; `today` is what "last week" is counted from.

    Raises:
        QueryError: a field is unknown or its value is invalid.
    """
    return _Parser(text, today).query()


@dataclass(frozen=True, slots=True)
class Part:
    """One of the conditions of a query that must all hold."""

    text: str
    without: str
    """The query without it."""


def query_parts(text: str, today: date) -> list[Part]:
    """The conditions that must all hold, such as a word, or alternatives in parentheses; one alone is no part.

    Raises:
        QueryError: see `parse_query`.
    """
    parser = _Parser(text, today)
    parser.query()
    return [
        Part(text[start:end].strip(), f"{text[:start].rstrip()} {text[end:].lstrip()}".strip())
        for start, end in parser.conditions
    ]


def name_filter(scope: NameScope, name: str) -> str:
    """The query that finds a person, speaker, place or outlet by the full name."""
    plain = name.replace('"', " ")
    return f'{scope.value}:"{plain}"'


class _Parser:
    def __init__(self, text: str, today: date, mends: int = _MOST_MENDED) -> None:
        self._text = text
        self._mends = mends
        self._tokens = tokens(text)
        self._at = 0
        self._depth = 0
        self._today = today
        self._has_alternatives = False
        self.conditions: list[tuple[int, int]] = []
        """Where in the text those are that must all hold, in the end; empty where there are alternatives."""

    def query(self) -> Query:
        """All tokens; a closing parenthesis that none opened is passed over."""
        parts: list[Query] = []
        while self._at < len(self._tokens):
            parts.append(self._alternatives())
            if self._peek() is TokenKind.CLOSE:
                self._at += 1
        if len(self.conditions) < 2:
            self.conditions = []
        return _all(parts)

    def _peek(self) -> TokenKind | None:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else None

    def _alternatives(self) -> Query:
        parts = [self._group()]
        while self._peek() is TokenKind.OR:
            self._at += 1
            parts.append(self._group())
        meant = [part for part in parts if not isinstance(part, Everything)]
        if len(parts) > 1 and not self._depth:
            self._has_alternatives, self.conditions = True, []
        return Any(tuple(meant)) if len(meant) > 1 else meant[0] if meant else Everything()

    def _group(self) -> Query:
        parts: list[Query] = []
        while self._peek() not in (None, TokenKind.OR, TokenKind.CLOSE):
            start = self._tokens[self._at].position
            parts.append(self._factor())
            if not (self._depth or self._has_alternatives or isinstance(parts[-1], Everything)):
                is_last = self._at == len(self._tokens)
                self.conditions.append((start, len(self._text) if is_last else self._tokens[self._at].position))
        return _all(parts)

    def _factor(self) -> Query:
        token = self._tokens[self._at]
        self._at += 1
        if token.kind is TokenKind.NOT:
            return self._negated(token)
        if token.kind is TokenKind.OPEN:
            return self._nested(token)
        return self._term(token)

    def _negated(self, token: QueryToken) -> Query:
        negations = 1
        while self._peek() is TokenKind.NOT:
            self._at += 1
            negations += 1
        if self._peek() not in (TokenKind.OPEN, TokenKind.TERM):
            return Everything()
        inner = self._factor()
        if isinstance(inner, Everything) or negations % 2 == 0:
            return inner
        return Not(inner)

    def _nested(self, token: QueryToken) -> Query:
        if self._depth == _DEEPEST:
            raise QueryError("the parentheses are nested too deeply", token.position)
        self._depth += 1
        inner = self._alternatives()
        self._depth -= 1
        if self._peek() is TokenKind.CLOSE:
            self._at += 1
        return inner

    def _term(self, token: QueryToken) -> Query:
        if not token.field:
            return _words(token, NameScope.ANYWHERE)
        if token.field in SCOPE_FIELDS:
            return _words(token, SCOPE_FIELDS[token.field])
        if token.field not in (*TIME_FIELDS, *CHOICE_FIELDS, TAG_FIELD):
            raise self._unknown_field(token)
        if not token.text.strip():
            return Everything()
        if token.field == TAG_FIELD:
            return Tagged(folded(token.text.strip()))
        if token.field in CHOICE_FIELDS:
            return _CHOSEN[token.field, self._choice(token)]
        return _in_time(token.field, self._date(token))

    def _date(self, token: QueryToken) -> When:
        """The date that a term gives, with as many of the words after it as belong to it."""
        for words in range(0 if token.quoted else _LONGEST_DATE - 1, 0, -1):
            following = self._tokens[self._at : self._at + words]
            if len(following) == words and all(_is_plain(other) for other in following):
                try:
                    when = parse_phrase(" ".join((token.text, *(other.text for other in following))), self._today)
                except PhraseError:
                    continue
                self._at += words
                return when
        try:
            return parse_phrase(token.text, self._today)
        except PhraseError as error:
            raise QueryError(str(error), _value_position(token)) from None

    def _choice(self, token: QueryToken) -> str:
        """The value that the text begins, so that typing "kind:dir" already means something."""
        among = CHOICE_FIELDS[token.field]
        for value in among:
            if value.startswith(folded(token.text)):
                return str(value)
        near = _near(folded(token.text), among)
        message = f"{token.field}: takes {', '.join(among)}"
        position = _value_position(token)
        raise QueryError(message, position, self._mended(position, len(token.text), near) if not token.quoted else None)

    def _unknown_field(self, token: QueryToken) -> QueryError:
        begun = [name for name in FIELDS if name.startswith(token.field[:2])]
        near = _near(token.field, FIELDS) or begun
        hint = f"did you mean {near[0]}: ?" if near else f"fields are {' '.join(FIELDS)}"
        mend = self._mended(token.position, len(token.field), near)
        return QueryError(f"there is no field {shortened(token.field, 20)}: – {hint}", token.position, mend)

    def _mended(self, position: int, length: int, by: Sequence[str]) -> str | None:
        """The query with a piece of it put right, if that makes it valid."""
        if not by or not self._mends:
            return None
        mended = self._text[:position] + by[0] + self._text[position + length :]
        try:
            _Parser(mended, self._today, self._mends - 1).query()
        except QueryError as error:
            return error.mend if error.position > position else None
        return mended


def _is_plain(token: QueryToken) -> bool:
    return token.kind is TokenKind.TERM and not token.field and not token.quoted and not token.near


def _value_position(token: QueryToken) -> int:
    return token.position + len(token.field) + 1


def _all(parts: list[Query]) -> Query:
    meant = [part for part in parts if not isinstance(part, Everything)]
    return All(tuple(meant)) if len(meant) > 1 else meant[0] if meant else Everything()


def _words(token: QueryToken, scope: NameScope) -> Query:
    if not any(ch.isalnum() for ch in token.text):
        return Everything()
    return Near(token.text, scope) if token.near else Words(token.text, prefix=not token.quoted, scope=scope)


_CHOSEN: dict[tuple[str, str], Query] = {
    **{("kind", str(kind)): OfKind(kind) for kind in QuoteKind},
    **{("basis", str(basis)): OfBasis(basis) for basis in Basis},
    ("has", "quote"): HasQuote(),
    ("has", "date"): HasDate(),
    ("has", "note"): IsOwn(Own.NOTED),
    ("has", "mark"): IsOwn(Own.MARKED),
    **{("is", own.value): IsOwn(own) for own in Own},
}
_RELATIONS = {
    "on": Relation.WITHIN,
    "in": Relation.WITHIN,
    "before": Relation.BEFORE,
    "after": Relation.AFTER,
}


def _in_time(field: str, when: When) -> Query:
    if field == "reported":
        return InTime(Relation.WITHIN, when, Clock.REPORTED)
    return InTime(_RELATIONS[field], when) if field in _RELATIONS else AsOf(when)


def _near(word: str, words: Sequence[str]) -> list[str]:
    """The word that was perhaps meant, if there is one."""
    return get_close_matches(word, words, n=1)
