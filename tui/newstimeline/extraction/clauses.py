"""The clauses of a text: the verb at the head of each, its tense, and the words that belong to it.

Events, the dates of quotes and the direction of "Friday" all ask the same questions of a clause, so they are
answered once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from newstimeline.extraction.cues import VERBS
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.times.lexicon import SCHEDULING_WORDS
from newstimeline.extraction.times.resolver import Direction

_CLAUSE_RELATIONS = frozenset("ROOT conj advcl relcl acl ccomp parataxis csubj csubjpass pcomp dep appos".split())
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_HAPPENING = frozenset(("occur", "happen", "begin", "start"))
_MODALS_OF_FUTURE = frozenset(("will", "'ll", "wo", "shall"))


class Tense(Enum):
    """When a clause lies, as far as its verb tells."""

    PAST = auto()
    PAST_PERFECT = auto()
    PERFECT = auto()
    PRESENT = auto()
    FUTURE = auto()
    MODAL = auto()
    """Would, could, may: not told as a fact."""
    NONE = auto()
    """Infinitives and participles."""


PAST_TENSES = frozenset((Tense.PAST, Tense.PAST_PERFECT, Tense.PERFECT))


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb and what hangs on it up to the verbs of other clauses."""

    head: Token
    tense: Tense
    negated: bool
    passive: bool
    copular: bool
    """A form of "be" that says what something is."""
    subject: Token | None
    """Its own, or that of the verb with which it is coordinated."""
    marker: str
    """The conjunction that opens it, lower case: "after", "if"."""


def _has_could(grammar: Grammar, head: Token) -> bool:
    """Whether a verb has "could", which tells of the past as well as of what may be."""
    return any(grammar.tokens[i].lower == "could" for i in grammar.children[head.number])


class Clauses:
    """All clauses of a text."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._head_of = _heads(grammar)
        self._known: dict[int, Clause] = {}

    def at(self, index: int) -> Clause | None:
        """The clause of a token; None in a fragment without a verb."""
        head = self._head_of[index]
        if not _is_verb(self._grammar.tokens[head]):
            return None
        if head not in self._known:
            self._known[head] = self._describe(self._grammar.tokens[head])
        return self._known[head]

    def above(self, clause: Clause) -> Clause | None:
        """The clause on which another one hangs."""
        token = clause.head
        return self.at(token.head) if token.head != token.number else None

    def all(self) -> list[Clause]:
        """Every clause, in the order of their verbs."""
        heads = sorted({head for head in self._head_of if _is_verb(self._grammar.tokens[head])})
        return [clause for head in heads if (clause := self.at(head))]

    def head_index(self, index: int) -> int:
        """The verb, or in a fragment the noun, at the head of a token's clause."""
        return self._head_of[index]

    def direction(self, index: int) -> Direction:
        """Whether a bare weekday at this token lies behind or ahead."""
        clause = self.at(index)
        part_of_a_noun = self._grammar.tokens[index].relation in ("poss", "compound", "nmod")
        for _ in range(8):  # deeper nesting says nothing about the tense
            if clause is None:
                return Direction.UNKNOWN
            if clause.tense in PAST_TENSES and not _plans(self._grammar, clause, index):
                return Direction.PAST
            if clause.tense is Tense.PRESENT and (clause.head.lemma in VERBS or part_of_a_noun):
                return Direction.UNKNOWN
            if clause.tense is Tense.PRESENT:
                return Direction.PRESENT
            if clause.tense is Tense.MODAL and _has_could(self._grammar, clause.head):
                return Direction.UNKNOWN
            if clause.tense in (Tense.FUTURE, Tense.MODAL):
                return Direction.FUTURE
            if clause.head.lemma in SCHEDULING_WORDS:
                return Direction.FUTURE
            if clause.tense is Tense.NONE and part_of_a_noun:  # "to get around Wednesday's ruling"
                return Direction.UNKNOWN
            if clause.tense is Tense.NONE and clause.head.tag == "VBN":  # "the agreement announced Friday"
                return Direction.PAST
            clause = self.above(clause)
        return Direction.UNKNOWN

    def _describe(self, head: Token) -> Clause:
        grammar = self._grammar
        children = [grammar.tokens[i] for i in grammar.children[head.number]]
        auxiliaries = [child for child in children if child.relation in ("aux", "auxpass")]
        marker = next((c for c in children if c.relation == "mark" and c.number < head.number), None)
        if marker is None:
            marker = next((c for c in children if c.relation in ("advmod", "prep") and c.tag in ("WRB", "IN")), None)
            marker = marker if marker and marker.number < head.number else None
        return Clause(
            head=head,
            tense=_tense(head, auxiliaries),
            negated=any(c.relation == "neg" or c.lower in ("never", "neither") for c in children)
            or self._has_no(children),
            passive=any(c.relation == "auxpass" for c in children),
            copular=head.lemma == "be" and not any(c.relation == "auxpass" for c in children),
            subject=self._subject(head),
            marker=marker.lower if marker else "",
        )

    def _has_no(self, children: list[Token]) -> bool:
        """Whether it is about nothing: "no officials took part", "they took no questions"."""
        nouns = (c for c in children if c.relation in ("nsubj", "nsubjpass", "dobj"))
        return any(
            noun.lower in ("nobody", "nothing", "none") or (word is not None and word.lower in ("no", "neither"))
            for noun in nouns
            for word in (self._grammar.child(noun.number, "det"),)
        )

    def placed_by(self, clause: Clause) -> Clause | None:
        """Of "the accident, which occurred yesterday, was caused by wind" the clause whose subject so occurred."""
        noun = self._grammar.tokens[clause.head.head]
        if clause.head.relation != "relcl" or clause.head.lemma not in _HAPPENING:
            return None
        return self.at(noun.head) if noun.relation in ("nsubj", "nsubjpass") else None

    def _subject(self, head: Token) -> Token | None:
        at = head
        for _ in range(8):
            if subject := self._grammar.child(at.number, *_SUBJECTS):
                return subject
            if at.relation != "conj" or at.head == at.number:
                return None
            at = self._grammar.tokens[at.head]
        return None


def _is_verb(token: Token) -> bool:
    return token.tag.startswith("VB") or token.pos == "AUX"


def _heads(grammar: Grammar) -> list[int]:
    """For every token the head of its clause."""
    heads = [-1] * len(grammar.tokens)
    for token in grammar.tokens:
        path = []
        at = token
        while heads[at.number] < 0:
            path.append(at.number)
            if at.head == at.number or (_is_verb(at) and at.relation in _CLAUSE_RELATIONS):
                heads[at.number] = at.number
                break
            at = grammar.tokens[at.head]
        for index in path:
            heads[index] = heads[at.number]
    return heads


def _tense(head: Token, auxiliaries: list[Token]) -> Tense:
    for aux in auxiliaries:
        if aux.tag == "MD":
            return Tense.FUTURE if aux.lower in _MODALS_OF_FUTURE else Tense.MODAL
    lemmas = {aux.lemma for aux in auxiliaries}
    if head.tag == "VBD" or (head.tag == "VBN" and not auxiliaries and head.relation == "ROOT"):
        return Tense.PAST
    if "have" in lemmas and any(aux.tag in ("VBD", "VBP", "VBZ") for aux in auxiliaries):
        past = any(aux.lemma == "have" and aux.tag == "VBD" for aux in auxiliaries)
        return Tense.PAST_PERFECT if past else Tense.PERFECT
    if any(aux.tag == "VBD" for aux in auxiliaries):
        return Tense.PAST
    if head.tag in ("VBZ", "VBP") or any(aux.tag in ("VBZ", "VBP") for aux in auxiliaries):
        return Tense.PRESENT
    return Tense.NONE


def _plans(grammar: Grammar, clause: Clause, index: int) -> bool:
    """Whether a past clause such as "planned to meet Friday" looks ahead to the given token."""
    if clause.head.lemma not in SCHEDULING_WORDS:
        return False
    between = range(clause.head.number + 1, index)
    return any(grammar.tokens[i].lower in ("to", "for") for i in between)
