"""A human's name as it stands in the text: its words without titles, and whether two are one name."""

from __future__ import annotations

from dataclasses import dataclass

from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.name_words import NICKNAMES, NO_NAMES, PARTICLES, ROLE_WORDS, SUFFIXES
from newstimeline.extraction.roles import is_title


@dataclass(frozen=True, slots=True)
class Name:
    """A place where somebody is named: tokens `first` to `last`, both included, without titles."""

    first: int
    last: int
    parts: tuple[str, ...]
    """The words of the name, lower case, without initials, particles' case and suffixes."""
    title: str
    """The title before it, lower case."""


def name_at(grammar: Grammar, first: int, last: int) -> Name | None:
    """A name from a stretch of tokens; None if it looks like none."""
    tokens = grammar.tokens
    while first <= last and _is_before_a_name(tokens[first]):
        first += 1
    while last >= first and (not tokens[last].text[0].isalnum() or tokens[last].lower in ("'s", "s")):
        last -= 1
    inner = tokens[first : last + 1]
    if not inner or len(inner) > 6 or not all(_fits_a_name(token) for token in inner):
        return None
    if not any(t.text[0].isupper() and len(t.text) > 1 for t in inner) or inner[-1].lower in NO_NAMES:
        return None
    if inner[0].lower in NO_NAMES or (len(inner) == 1 and (inner[0].lower in ROLE_WORDS or inner[0].tag[:2] != "NN")):
        return None
    parts = tuple(t.lower for t in inner if len(t.lower.rstrip(".")) > 1 and t.lower.rstrip(".") not in SUFFIXES)
    title = tokens[first - 1].lower.rstrip(".") if first and is_title(tokens[first - 1]) else ""
    return Name(first, last, tuple(p for p in parts if p[0].isalnum()), title) if parts else None


def is_same_full_name(one: Name, other: Name) -> bool:
    """Whether two names of several words are one person's: "Bill Roe" and "William Roe"."""
    if one.parts == other.parts:
        return True
    first, second = one.parts[0], other.parts[0]
    same_last = one.parts[-1] == other.parts[-1]
    return same_last and (first == second or NICKNAMES.get(first, first) == NICKNAMES.get(second, second))


def _is_before_a_name(token: Token) -> bool:
    return (
        is_title(token)
        or token.lower in ("the", "a", "an")
        or not token.text[0].isalnum()
        or (token.lower in ROLE_WORDS and token.relation == "compound")
    )


def _fits_a_name(token: Token) -> bool:
    if token.text[0].isupper():
        return not any(ch.isdigit() for ch in token.text)
    return token.lower in PARTICLES or token.text in ("-", "'", ".") or "'" in token.text
