"""When something was said: statements that take their date from the occasion on which they were made.

"Reul said, referring to his forces, in an interview on Friday": the parser hangs the day on "referring", and it is that
of the statement. "In an interview published Saturday" dates the statement, too, and whoever "told CBS News on Monday"
told CBS News the rest of it then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from newstimeline.extraction.clauses import Clause, Clauses, Tense
from newstimeline.extraction.cues import STATEMENTS
from newstimeline.extraction.grammar import Grammar, Token

D = TypeVar("D")
_OCCASIONS = frozenset(
    """interview statement speech letter report post tweet article email e-mail conference briefing memo filing blog
    column podcast hearing testimony announcement release op-ed essay message video""".split()
)
"""Lemmas of nouns for what something is said in."""
_LISTENING = frozenset(("with", "to"))


def occasion_dates(grammar: Grammar, clauses: Clauses, own: Mapping[int, D]) -> Iterator[tuple[int, D]]:
    """The verbs of statements without time words of their own, with the date of their occasion.

    `own` are the dates of the clauses with time words, by their verbs.
    """
    by_listener: dict[str, D] = {}
    statements = [clause for clause in clauses.all() if clause.head.lemma in STATEMENTS]
    dates: dict[int, D] = {}
    for verb, dated in own.items():
        clause = clauses.at(verb)
        statement = clause and _statement_of(grammar, clauses, clause)
        if statement and statement.head.number not in own:
            dates.setdefault(statement.head.number, dated)
    for clause in statements:
        said_on = own.get(clause.head.number) or dates.get(clause.head.number)
        if said_on is not None:
            for listener in _listeners(grammar, clause):
                by_listener.setdefault(listener, said_on)
    for clause in statements:
        if clause.head.number not in own and clause.head.number not in dates and clause.tense is not Tense.FUTURE:
            told = next((by_listener[name] for name in _listeners(grammar, clause) if name in by_listener), None)
            if told is not None:
                dates[clause.head.number] = told
    yield from dates.items()


def _statement_of(grammar: Grammar, clauses: Clauses, clause: Clause) -> Clause | None:
    """The statement whose time a clause without a subject of its own tells: a participle's, or an occasion's."""
    head = clause.head
    if head.relation == "advcl" and head.tag == "VBG" and not grammar.child(head.number, "nsubj", "nsubjpass"):
        above = clauses.above(clause)
        return above if above and above.head.lemma in STATEMENTS else None
    if head.relation == "acl" and head.tag == "VBN":
        noun = grammar.tokens[head.head]
        verb = _verb_over(grammar, noun) if noun.lemma in _OCCASIONS else None
        return clauses.at(verb.number) if verb and verb.lemma in STATEMENTS else None
    return None


def _verb_over(grammar: Grammar, noun: Token) -> Token | None:
    """The verb on which a noun hangs with its preposition: "told the paper in an interview"."""
    above = grammar.tokens[noun.head]
    if noun.relation == "pobj":
        above = grammar.tokens[above.head]
    return above if above.tag.startswith("VB") else None


def _listeners(grammar: Grammar, statement: Clause) -> Iterator[str]:
    """The proper names of those to whom something is said: "told CBS News", "in an interview with CBS News"."""
    tokens = grammar.tokens
    for index in grammar.children[statement.head.number]:
        child = tokens[index]
        if child.relation in ("dobj", "dative") and child.tag.startswith("NNP"):
            yield _name(grammar, child)
        elif child.relation == "prep":
            for noun in grammar.children[index]:
                nested = (tokens[i] for i in grammar.children[noun] if tokens[noun].lemma in _OCCASIONS)
                for preposition in (child, *(word for word in nested if word.relation == "prep")):
                    name = grammar.child(preposition.number, "pobj")
                    if name and name.tag.startswith("NNP") and preposition.lower in _LISTENING:
                        yield _name(grammar, name)


def _name(grammar: Grammar, head: Token) -> str:
    words = [grammar.tokens[i].text for i in grammar.children[head.number] if grammar.tokens[i].relation == "compound"]
    return " ".join((*words, head.text))
