"""Relative clauses as sentences: "the bridge, which collapsed last October" as "The bridge collapsed last October"."""

from __future__ import annotations

from newstimeline.extraction.clauses import Clause, Clauses
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.subject_names import SubjectNames

Words = list[tuple[int, str]]
"""The tokens of a title, each with the words that stand for it."""
PARTICIPLES = frozenset(("VBN", "VBD"))
"""Tags of participles without an auxiliary; the model takes some for the simple past."""
_RELATIVE_TAGS = frozenset(("WDT", "WP", "WP$", "WRB"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their"))
_PLACES = frozenset(("GPE", "LOC"))


class RelativeClauses:
    """Turns the relative clauses of one article into sentences."""

    def __init__(self, grammar: Grammar, clauses: Clauses, names: SubjectNames) -> None:
        self._grammar = grammar
        self._clauses = clauses
        self._names = names
        self._places = {i for e in grammar.entities if e.label in _PLACES for i in range(e.first, e.last)}

    def noun_of(self, clause: Clause) -> Token | None:
        """The noun that a relative clause or participle tells more of, also if by "and" with another one."""
        head = clause.head
        while head.relation == "conj" and head.head != head.number:
            head = self._grammar.tokens[head.head]
        if head.relation == "relcl" and (head is clause.head or self._is_relative(clause.subject)):
            return self._grammar.tokens[head.head]
        if head.relation == "acl" and head is clause.head and head.tag in PARTICIPLES:
            return self._grammar.tokens[head.head]
        return None

    def sentence(self, clause: Clause, words: Words) -> Words:
        """The words of such a clause as a sentence; empty for another clause."""
        noun = self.noun_of(clause)
        if noun is None:
            return []
        own = self._grammar.subtree(clause.head.number)
        words = [(i, text) for i, text in words if i in own]
        phrase = self._names.of(noun) or self._names.phrase(noun)
        if clause.subject is None and clause.head.tag in PARTICIPLES:
            was = "were" if noun.tag in ("NNS", "NNPS") or self._grammar.child(noun.number, "cc") else "was"
            return [(noun.number, f"{phrase} {was}"), *((i, text) for i, text in words if i >= clause.head.number)]
        relative = next(
            (self._grammar.tokens[i] for i, _ in words if self._is_of(self._grammar.tokens[i], clause)), None
        )
        if relative is None and clause.subject and self._is_relative(clause.subject):
            return [(noun.number, phrase), *words]
        if phrase.partition(" ")[0].lower() in _DETERMINERS:
            phrase = phrase[0].lower() + phrase[1:]  # within the sentence, if only at its beginning it is written large
        return self._with_noun(clause, words, relative, noun, phrase)

    def _with_noun(self, clause: Clause, words: Words, relative: Token | None, noun: Token, phrase: str) -> Words:
        rest = [(i, text) for i, text in words if relative is None or i != relative.number]
        while rest and self._grammar.tokens[rest[0][0]].pos == "PUNCT":
            del rest[0]
        if relative is None or relative.relation == "dobj":
            if relative is None and self._grammar.child(clause.head.number, "dobj"):
                return rest
            return self._after_verb(clause, rest, noun, phrase)
        if relative.relation in _SUBJECTS:
            return [(noun.number, phrase), *rest]
        if relative.tag == "WP$":
            return [(relative.number, f"{phrase}’s"), *rest]
        if relative.relation == "pobj":
            preposition = self._grammar.tokens[relative.head]
            rest = [(i, text) for i, text in rest if i != preposition.number]
            return [*rest, (noun.number, f"{preposition.lower} {phrase}")]
        if relative.lower == "where":
            return [*rest, (noun.number, f"{'in' if noun.number in self._places else 'at'} {phrase}")]
        return rest

    def _after_verb(self, clause: Clause, words: Words, noun: Token, phrase: str) -> Words:
        """ "which Apple removed on Friday" → "Apple removed the app on Friday"."""
        particle = self._grammar.child(clause.head.number, "prt")
        after = max(clause.head.number, particle.number if particle else 0)
        return [
            *((i, text) for i, text in words if i <= after),
            (noun.number, phrase),
            *((i, text) for i, text in words if i > after),
        ]

    def _is_of(self, token: Token, clause: Clause) -> bool:
        """Whether a word is the relative pronoun of a clause, and not of one within it."""
        return self._is_relative(token) and self._clauses.head_index(token.number) == clause.head.number

    def _is_relative(self, token: Token | None) -> bool:
        return token is not None and (
            token.tag in _RELATIVE_TAGS or (token.lower == "that" and token.relation in _SUBJECTS)
        )
