"""What could stand where the cursor is in a query: field names, values, and names that the library knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from newstimeline.name_keys import folded
from newstimeline.query.query_lexer import TokenKind, scan
from newstimeline.query.query_parser import CHOICE_FIELDS, FIELDS, SCOPE_FIELDS, TIME_FIELDS, name_filter
from newstimeline.query.query_tree import NameScope

_NAMED = (NameScope.PERSON, NameScope.PLACE, NameScope.SOURCE)
"""Whose names a word without a field may begin."""
_MAY_STAND_BEFORE = "(-–—"
"""What a term may follow without a space between."""
_HAVE_NAMES = (*_NAMED, NameScope.SPEAKER)
_TIMES = ("today", "yesterday", "this week", "last week", "this month", "last month", "this year", "last year")

NamesBegun = Callable[[NameScope, str, int], Sequence[tuple[str, int]]]
"""Gives so many names of a scope that have a word with this beginning, and the number of their events."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that could stand at the cursor."""

    label: str
    """How to show it: a field with its colon, a value, or a name."""
    query: str
    """The whole query with it."""
    cursor: int
    """Where the cursor then stands."""
    scope: NameScope | None = None
    """What kind of name it is."""
    events: int | None = None
    """How many events have the name."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """The term at the cursor, or the empty place there."""

    start: int
    end: int
    field: str
    begun: str
    """The value as far as it stands before the cursor."""
    is_quoted: bool


def suggestions(query: str, cursor: int, names_begun: NamesBegun, most: int = 8) -> list[Suggestion]:
    """What could stand at the cursor, the most likely first; nothing where only the writer can know."""
    slot = _slot(query, max(0, min(cursor, len(query))))
    if slot is None:
        return []
    offers: list[Suggestion] = []
    for label, text, scope, events in _candidates(slot, names_begun, most):
        rest = query[slot.end :]
        put = text if text.endswith(":") else f"{text} "
        before = query[: slot.start]
        if before and not before[-1].isspace() and before[-1] not in _MAY_STAND_BEFORE:
            before += " "
        whole = before + put + (rest.lstrip(" ") if put.endswith(" ") else rest)
        offers.append(Suggestion(label, whole, len(before) + len(put), scope, events))
    return offers[:most]


def _slot(query: str, cursor: int) -> _Slot | None:
    """None within an operator or a word that asks for nearly its letters."""
    for token, end in scan(query):
        if token.position < cursor <= end:
            if token.kind in (TokenKind.OPEN, TokenKind.CLOSE, TokenKind.NOT):
                continue
            if token.near:
                return None
            value = query[token.position : cursor]
            if token.field and len(value) > len(token.field):
                value = value[len(token.field) + 1 :]
                return _Slot(token.position, end, token.field, value.lstrip('"“'), value[:1] in ('"', "“"))
            return _Slot(token.position, end, "", value.lstrip('"“'), value[:1] in ('"', "“"))
    return _Slot(cursor, cursor, "", "", is_quoted=False)


_Candidate = tuple[str, str, NameScope | None, int | None]


def _candidates(slot: _Slot, names_begun: NamesBegun, most: int) -> Iterator[_Candidate]:
    """Labels, what to put in, and for names their kind and number of events."""
    begun = folded(slot.begun)
    if slot.field in CHOICE_FIELDS:
        for value in CHOICE_FIELDS[slot.field]:
            if value.startswith(begun):
                yield str(value), f"{slot.field}:{value}", None, None
    elif slot.field in TIME_FIELDS:
        for value in _TIMES:
            if value.startswith(begun):
                put = f'"{value}"' if " " in value else value
                yield value, f"{slot.field}:{put}", None, None
    elif slot.field:
        scope = SCOPE_FIELDS.get(slot.field)
        if scope in _HAVE_NAMES:
            yield from _names((scope,), slot.begun, names_begun, most)
    else:
        if not slot.is_quoted:
            yield from ((f"{name}:", f"{name}:", None, None) for name in FIELDS if name.startswith(begun))
        if begun:
            yield from _names(_NAMED, slot.begun, names_begun, most)


def _names(scopes: Sequence[NameScope], begun: str, names_begun: NamesBegun, most: int) -> list[_Candidate]:
    """The names of all the scopes, those of the most events first."""
    names = [(scope, name, events) for scope in scopes for name, events in names_begun(scope, begun, most)]
    names.sort(key=lambda candidate: -candidate[2])
    return [(name, name_filter(scope, name), scope, events) for scope, name, events in names]
