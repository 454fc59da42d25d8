"""Reported speech by its grammar: the words of saying, and for each the words that it reports.

After the three parts by which the field describes an attribution, source, cue and content (Pareti 2012, PARC 3.0).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newstimeline.extraction.cues import (
    REPORTING,
    REPORTING_ADJECTIVES,
    REPORTING_NOUNS,
    REPORTING_PREPOSITIONS,
    Form,
)
from newstimeline.extraction.grammar import Grammar, Token

_ASKING = frozenset(("WRB", "WP", "WDT"))
_WHETHER = frozenset(("if", "whether"))
_NO_CONTENT = frozenset("it this that so them him her me us you what which".split())


@dataclass(frozen=True, slots=True)
class Reported:
    """What a word of saying reports."""

    cue: int
    content: tuple[int, ...]
    """The tokens, in their order; those of an aside may be missing between."""


def reported(grammar: Grammar) -> Iterator[Reported]:
    """Everything that is reported, by the order of its cues; reports within reports, too."""
    for token in grammar.tokens:
        if content := _content(grammar, token):
            yield Reported(token.number, content)


def _content(grammar: Grammar, cue: Token) -> tuple[int, ...]:
    if cue.pos == "NOUN":
        return _of_noun(grammar, cue)
    if cue.pos == "ADJ":
        clause = grammar.child(cue.number, "ccomp") if cue.lower in REPORTING_ADJECTIVES else None
        return tuple(grammar.subtree(clause.number)) if clause and clause.number > cue.number else ()
    if cue.lower == "according":
        return _of_according(grammar, cue)
    if not cue.tag.startswith("VB"):
        return ()
    if cue.tag == "VBN" and cue.lemma == "ask" and cue.relation == "advcl":
        return ()  # "Asked whether ..., he said no": somebody else asks
    forms = REPORTING.get(cue.lemma, frozenset())
    parts: list[int] = []
    for child in (grammar.tokens[i] for i in grammar.children[cue.number]):
        if _is_reported(grammar, child, cue, forms):
            parts.extend(_words(grammar, child, cue))
            if child.relation == "xcomp" and (urged := grammar.child(cue.number, "dobj")):
                parts.extend(grammar.subtree(urged.number))
    if not parts and cue.relation == "parataxis" and Form.CLAUSE in forms:
        aside = frozenset((cue.number,))
        parts.extend(grammar.subtree(cue.head, aside))
    return tuple(sorted(set(parts)))


def _is_reported(grammar: Grammar, child: Token, cue: Token, forms: frozenset[Form]) -> bool:
    match child.relation:
        case "ccomp" | "parataxis":
            return bool(forms & {_form(grammar, child)})
        case "xcomp":
            return Form.INFINITIVE in forms and _is_infinitive(grammar, child)
        case "dobj":
            return Form.OBJECT in forms and child.lower not in _NO_CONTENT
        case "prep":
            return child.number > cue.number and child.lower in REPORTING_PREPOSITIONS.get(cue.lemma, ())
    return False


def _form(grammar: Grammar, clause: Token) -> Form:
    if _is_infinitive(grammar, clause):
        return Form.INFINITIVE
    first = grammar.tokens[grammar.subtree(clause.number)[0]]
    if first.tag in _ASKING or any(grammar.tokens[i].lower in _WHETHER for i in grammar.children[clause.number]):
        return Form.QUESTION
    return Form.CLAUSE


def _is_infinitive(grammar: Grammar, verb: Token) -> bool:
    return any(grammar.tokens[i].tag == "TO" for i in grammar.children[verb.number])


def _words(grammar: Grammar, child: Token, cue: Token) -> list[int]:
    left_out = (cue.number, child.number) if child.relation == "prep" else (cue.number,)
    return [i for i in grammar.subtree(child.number) if i not in left_out]


def _of_noun(grammar: Grammar, noun: Token) -> tuple[int, ...]:
    if noun.lemma not in REPORTING_NOUNS:
        return ()
    for child in (grammar.tokens[i] for i in grammar.children[noun.number]):
        marked = any(grammar.tokens[i].lower == "that" for i in grammar.children[child.number])
        if child.relation in ("acl", "ccomp") and (marked or _is_infinitive(grammar, child)):
            return tuple(grammar.subtree(child.number))
    return ()


def _of_according(grammar: Grammar, according: Token) -> tuple[int, ...]:
    """The clause in which "according to" stands, without those words."""
    at = according
    while at.relation != "ROOT" and not (at is not according and at.tag.startswith("VB")):
        at = grammar.tokens[at.head]
    if at is according:
        return ()
    aside = frozenset((according.number,))
    return tuple(grammar.subtree(at.number, aside))
