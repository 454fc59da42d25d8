"""What a title calls the subject of its clause, where the clause has a pronoun or a description.

A name is put in only where nothing speaks against it: a wrong name makes a title false, a pronoun only obscure.
"""

from __future__ import annotations

from collections.abc import Sequence

from newstimeline.extraction.clauses import Clauses
from newstimeline.extraction.cues import STATEMENTS
from newstimeline.extraction.first_names import gender_of_first_name
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.name_words import PRONOUNS, ROLE_GROUPS
from newstimeline.extraction.people import Human
from newstimeline.extraction.references import References

_NEAR_SENTENCES = 2
"""How far back somebody else may be meant by a pronoun."""
_NAME_TAGS = frozenset(("NNP", "NNPS", "HYPH", "IN", "DT", "FW", "POS"))
_SINGULAR, _PLURAL = frozenset(("NN", "NNP")), frozenset(("NNS", "NNPS"))
_LEFT_OUT = frozenset(("relcl", "acl", "appos", "punct", "cc", "conj"))
OBSCURE = frozenset(
    """he she it they we i you this that these those both others another some many most all one neither either each
    who which what there""".split()
)
"""Subjects that say nothing without the sentence before."""


class SubjectNames:
    """Names the subjects of one article."""

    def __init__(self, grammar: Grammar, clauses: Clauses, references: References) -> None:
        self._grammar = grammar
        self._clauses = clauses
        self._references = references
        self._humans = {human.number: human for human in references.by_token.values()}
        self._named: dict[int, list[tuple[int, Human]]] = {}
        """By sentence the tokens where somebody is named."""
        for human in self._humans.values():
            for name in human.names:
                sentence = grammar.tokens[name.last].sentence
                self._named.setdefault(sentence, []).append((name.last, human))

    def of(self, subject: Token) -> str:
        """The words to put in for a subject; empty where its own are to stand."""
        if subject.tag.startswith("NNP"):
            return ""
        if subject.lower in ("it", "they"):
            return self._thing_above(subject)
        human = self._references.by_token.get(subject.number)
        if human is None or not self._is_well_named(human):
            return ""
        gender = PRONOUNS.get(subject.lower)
        certain = self._is_certain(subject, human, gender) if gender else self._is_only_one(subject, human)
        return self._name(human) if certain else ""

    def _name(self, human: Human) -> str:
        fullest = human.fullest()
        return " ".join(self._grammar.span(fullest.first, fullest.last).of(self._grammar.text).split())

    def _is_well_named(self, human: Human) -> bool:
        """Whether the name is made of the words of a name: not "Obama Briefed", and no headline in capitals."""
        fullest = human.fullest()
        words = self._grammar.tokens[fullest.first : fullest.last + 1]
        if any(word.tag not in _NAME_TAGS and word.text[0].isalpha() for word in words):
            return False
        return not any(len(word.text) > 3 and word.text.isupper() for word in words) and len(words) <= 5

    def _is_certain(self, pronoun: Token, human: Human, gender: str) -> bool:
        """Whether nobody else near can be meant, or only the last subject can."""
        if self._known_gender(human) not in ("", gender):
            return False
        others = {
            other.number
            for sentence in range(pronoun.sentence - _NEAR_SENTENCES, pronoun.sentence + 1)
            for token, other in self._named.get(sentence, ())
            if token < pronoun.number and other is not human and self._known_gender(other) in ("", gender)
        }
        return not others or self._was_last_subject(pronoun, human, others)

    def _known_gender(self, human: Human) -> str:
        return gender_of_first_name(human.fullest().parts[0]) or human.gender

    def _was_last_subject(self, pronoun: Token, human: Human, others: set[int]) -> bool:
        """Whether of all who can be meant only this one was a subject lately."""
        tokens, subjects = self._grammar.tokens, set[int]()
        for sentence in range(pronoun.sentence - _NEAR_SENTENCES, pronoun.sentence + 1):
            for index in range(*self._grammar.sentences[max(sentence, 0)]):
                meant = self._references.by_token.get(index)
                if index < pronoun.number and meant and tokens[index].relation in ("nsubj", "nsubjpass"):
                    subjects.add(meant.number)
        return human.number in subjects and not subjects & others

    def _is_only_one(self, noun: Token, human: Human) -> bool:
        """Whether of all who were named lately only this one is such as a description says."""
        kinds = ROLE_GROUPS.get(noun.lower, (noun.lower,))
        others = (
            other
            for sentence in range(noun.sentence - _NEAR_SENTENCES, noun.sentence + 1)
            for token, other in self._named.get(sentence, ())
            if token < noun.number and other is not human
        )
        return not any(f" {kind} " in f" {role.lower()} " for other in others for role in other.roles for kind in kinds)

    def _thing_above(self, pronoun: Token) -> str:
        """ "Equifax said it had noticed": the subject of the clause above, where no other noun can be meant."""
        clause = self._clauses.at(pronoun.head)
        above = self._clauses.above(clause) if clause and clause.head.relation in ("ccomp", "advcl") else None
        subject = above.subject if above else None
        if clause is None or above is None or subject is None or self._references.meant_by(subject.number):
            return ""
        saying = clause.head.relation == "ccomp" and above.head.lemma in STATEMENTS
        tags = _SINGULAR if pronoun.lower == "it" else _PLURAL
        if subject.tag not in tags or (clause.head.relation == "ccomp" and not saying):
            return ""
        phrase = self.phrase(subject)
        between = (self._grammar.tokens[i] for i in self._between(above.head, pronoun, subject))
        return "" if any(token.tag in tags and token.relation != "compound" for token in between) else phrase

    def _between(self, verb: Token, pronoun: Token, subject: Token) -> list[int]:
        own = self._grammar.subtree(pronoun.head)
        of_subject = self._grammar.subtree(subject.number)
        return [
            i
            for i in self._grammar.subtree(verb.number)
            if i not in of_subject and i not in own and subject.number < i < pronoun.number
        ]

    def phrase(self, noun: Token, leave_out: frozenset[int] = frozenset()) -> str:
        """A noun with what belongs to it, without the clauses that tell more of it."""
        words = self.phrase_words(noun, leave_out)
        runs = _runs(words)
        return " ".join(" ".join(self._grammar.span(a, b).of(self._grammar.text) for a, b in runs).split())

    def phrase_words(self, noun: Token, leave_out: frozenset[int] = frozenset()) -> Sequence[int]:
        """The tokens of such a phrase."""
        grammar = self._grammar
        clauses = {
            i for i in grammar.children[noun.number]
            if grammar.tokens[i].relation in ("relcl", "acl", "appos", "punct") and i > noun.number
        }  # fmt: skip
        return grammar.subtree(noun.number, leave_out | frozenset(clauses))


def _runs(words: Sequence[int]) -> list[tuple[int, int]]:
    """The first and last word of every unbroken stretch of words."""
    runs = list[tuple[int, int]]()
    for word in words:
        if runs and runs[-1][1] == word - 1:
            runs[-1] = (runs[-1][0], word)
        else:
            runs.append((word, word))
    return runs
