"""Whom a pronoun or a description means: the most salient person that fits, or nobody when two fit alike.

Salient is who was named lately, above all as the subject of a sentence. Nameless humans ("the suspect") compete,
so that their "he" does not go to a bystander with a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from newstimeline.extraction.clauses import Clauses
from newstimeline.extraction.cues import VERBS
from newstimeline.extraction.first_names import FEMALE, MALE
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.name_words import (
    EPITHETS,
    FEMALE_ROLES,
    HUMANS,
    MALE_ROLES,
    PARTIES,
    PRONOUNS,
    ROLE_GROUPS,
    ROLE_WORDS,
)
from newstimeline.extraction.people import Human, People
from newstimeline.extraction.roles import is_role_word
from newstimeline.model import Mention
from newstimeline.terms import MentionKind

_RECENCY = {0: 6, 1: 4, 2: 2, 3: 1}
"""What a mention is worth by how many sentences lie between."""
_SUBJECT, _MAIN_SUBJECT = 2, 3
_OBJECTS = frozenset(("him", "her"))
_TIME_ADJECTIVES = frozenset("former then new late current outgoing incoming old young embattled".split())
_SAME_COUNTRY = {"us": "american", "u.s": "american", "uk": "british", "america": "american", "britain": "british"}


@dataclass(frozen=True, slots=True)
class _Trace:
    """A person or nameless human at a place in the text."""

    human: Human | None
    gender: str
    token: int
    sentence: int
    weight: int


class References:
    """Reads the text once from its beginning and resolves what refers to people."""

    def __init__(self, grammar: Grammar, clauses: Clauses, people: People, quoted: Sequence[bool], body: int) -> None:
        """Resolve, adding a mention to each person that a pronoun or description means.

        Args:
            grammar: the parsed text.
            clauses: its clauses.
            people: the people named in it; their `references` are filled.
            quoted: for every token whether it stands within quotation marks, where pronouns mean others.
            body: the offset where the body begins.
        """
        self._grammar = grammar
        self._clauses = clauses
        self._humans = people.humans
        self._named = {i: human for human in people.humans for name in human.names if not name.within
                       for i in range(name.first, name.last + 1)}  # fmt: skip
        """By the tokens of names whose they are, read or not."""
        self._firsts = {name.first for human in people.humans for name in human.names}
        self.by_token: dict[int, Human] = {}
        """Whom the token at the head of a name or reference means."""
        self._groups: dict[int, tuple[Human, ...]] = {}
        """Whom a word for several people means."""
        self._pairs: list[tuple[Human, ...]] = []
        """The people that were named together, "Roe and Doe", the last ones last."""
        self._plural: tuple[tuple[Human, ...], int] | None = None
        """The last subject of several people, or object, and the sentence of narration where it stood."""
        self._traces: list[_Trace] = []
        self._last_seen: dict[int, int] = {}
        """The numbers of all who have been traced, the last ones last, with the sentence of narration."""
        self._roles = _Roles(people.humans)
        self._last_pairs: dict[tuple[str, ...], tuple[int, tuple[Human, ...] | None]] = {}
        """By roles how many of the pairs were looked at, and the last of them in which somebody has such."""
        self._read(quoted, body)

    def _read(self, quoted: Sequence[bool], body: int) -> None:
        named = {i: (human, name.last) for human in self._humans for name in human.names if not name.within
                 for i in range(name.first, name.last + 1)}  # fmt: skip
        narration, last_sentence = 0, -1
        for token in self._grammar.tokens:
            if quoted[token.number] or token.start < body or token.is_space:
                if token.number in named:
                    self.by_token[token.number] = named[token.number][0]
                continue
            if token.sentence != last_sentence:
                narration, last_sentence = narration + 1, token.sentence
            if token.number in named:
                human, last = named[token.number]
                self.by_token[token.number] = human
                if token.number == last:
                    self._trace(human, token, narration)
                    self._note_pair(token, human, narration)
            elif token.lower in PRONOUNS:
                self._pronoun(token, narration)
            elif self._is_epithet(token) or (token.tag == "NN" and _describes(token)):
                self._description(token, narration)
            elif token.tag == "NNS" and (token.lemma in ROLE_GROUPS or token.lemma in ROLE_WORDS):
                self._several(token)
            elif token.lower == "they":
                self._they(token, narration)
            if token.tag in ("NNS", "NNPS") and token.relation in ("nsubj", "nsubjpass", "dobj"):
                self._plural = (self._groups.get(token.number, ()), narration)

    def meant_by(self, index: int) -> tuple[Human, ...]:
        """Everybody whom a token means: nobody, one, or several."""
        if index in self.by_token:
            return (self.by_token[index],)
        return self._groups.get(index, ())

    def _note_pair(self, token: Token, human: Human, narration: int) -> None:
        """Remember whom a name joins by "and" to another one."""
        if token.relation == "conj" and (first := self.by_token.get(token.head)) and first is not human:
            self._pairs.append((first, human))
            if self._grammar.tokens[token.head].relation in ("nsubj", "nsubjpass"):
                self._plural = (self._pairs[-1], narration)

    def _they(self, token: Token, narration: int) -> None:
        """ "They" after "Roe and Doe met": these two, unless something else in the plural stood between."""
        if self._plural and self._plural[0] and narration - self._plural[1] <= 1:
            self._groups[token.number] = self._plural[0]
            self._plural = (self._plural[0], narration)

    def _several(self, token: Token) -> None:
        """ "The leaders", "the two presidents": the last people named together of whom one is such."""
        children = [self._grammar.tokens[i] for i in self._grammar.children[token.number]]
        if token.relation in ("compound", "appos") or not any(
            c.relation == "det" and c.lower == "the" for c in children
        ):
            return
        if any(c.relation in ("prep", "relcl", "acl", "poss", "compound", "amod") for c in children):
            return
        kinds = ROLE_GROUPS.get(token.lemma, (token.lemma,))
        looked_at, last = self._last_pairs.get(kinds, (0, None))
        for pair in self._pairs[looked_at:]:
            if any(_role_fits(role, kinds, ()) for human in pair for role in human.roles):
                last = pair
        self._last_pairs[kinds] = len(self._pairs), last
        if last:
            self._groups[token.number] = last

    def _trace(self, human: Human | None, token: Token, narration: int, gender: str = "") -> None:
        trace = _Trace(human, human.gender if human else gender, token.number, narration, self._weight(token))
        self._traces.append(trace)
        if human:
            self._last_seen.pop(human.number, None)
            self._last_seen[human.number] = narration

    def _weight(self, token: Token) -> int:
        while token.relation in ("conj", "appos", "compound") and token.head != token.number:
            token = self._grammar.tokens[token.head]
        if token.relation not in ("nsubj", "nsubjpass"):
            return 0
        head = self._grammar.tokens[token.head]
        return (_MAIN_SUBJECT if head.relation in ("ROOT", "conj") else _SUBJECT) + (head.lemma in VERBS)

    def _pronoun(self, token: Token, narration: int) -> None:
        gender = PRONOUNS[token.lower]
        best = self._most_salient(token, narration, lambda trace: trace.gender in ("", gender))
        if best:
            self._refer(best, token, token.number, MentionKind.PRONOUN, narration)
            if not best.gender:
                best.genders[gender] += 1

    def _most_salient(self, token: Token, narration: int, fits: Callable[[_Trace], bool]) -> Human | None:
        barred = self._own_subject(token) if token.lower in _OBJECTS and token.tag != "PRP$" else None
        scores: dict[int, int] = {}
        for trace in reversed(self._traces):
            distance = narration - trace.sentence
            if distance > 3:
                break
            number = trace.human.number if trace.human else -trace.token
            if fits(trace) and (trace.human is None or trace.human is not barred):
                scores[number] = max(scores.get(number, 0), _RECENCY[distance] + trace.weight)
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][0] < 0 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return self._humans[ranked[0][0] - 1]

    def _own_subject(self, token: Token) -> Human | None:
        clause = self._clauses.at(token.number)
        return self.by_token.get(clause.subject.number) if clause and clause.subject else None

    def _refer(self, human: Human, token: Token, first: int, kind: MentionKind, narration: int) -> None:
        human.references.append(Mention(self._grammar.span(first, token.number), kind))
        self.by_token[token.number] = human
        self._trace(human, token, narration)

    def _description(self, token: Token, narration: int) -> None:
        """ "the diplomat", "the Lakonian president"; not what stands before or beside a name."""
        grammar = self._grammar
        children = [grammar.tokens[i] for i in grammar.children[token.number]]
        if token.relation in ("compound", "nmod", "amod", "attr") or (
            token.relation == "appos" and token.head < token.number
        ):
            return
        if any(c.relation == "appos" and c.number in self._named for c in children) or self._is_beside_name(token):
            return
        definite = any(c.relation == "det" and c.lower == "the" for c in children)
        modifiers = [
            c for c in children if c.number < token.number and c.relation in ("compound", "amod", "nmod", "poss")
        ]
        after = [c for c in children if c.number > token.number and c.relation in ("prep", "relcl", "acl")]
        human = None
        if definite and not after and not any(c.relation in ("conj", "poss") for c in children):
            human = self._by_role(token, [m.lower for m in modifiers if m.lower not in _TIME_ADJECTIVES], narration)
        if human is None and definite and not after and self._is_epithet(token):
            human = self._by_epithet(token, narration)
        if human:
            first = min((c.number for c in children if c.relation == "det"), default=token.number)
            self._refer(human, token, first, MentionKind.NOMINAL, narration)
        else:
            self._trace(None, token, narration, _gender_of_word(token.lower))

    def _is_epithet(self, token: Token) -> bool:
        """Whether a word calls somebody again who speaks: "the Kentucky Republican said", "the 27-year-old said"."""
        if token.relation not in ("nsubj", "dobj"):
            return False
        old = token.lower == "old" and self._grammar.tokens[token.number - 1].text == "-"
        return (old or token.lower in EPITHETS) and self._speaks(token)

    def _speaks(self, token: Token) -> bool:
        """Whether somebody is the subject of a verb of saying, or of one joined to it; "added the champion", too."""
        grammar = self._grammar
        if token.relation == "dobj":
            return grammar.tokens[token.head].lemma in VERBS and grammar.child(token.head, "nsubj") is None
        verbs = [token.head, *(i for i in grammar.children[token.head] if grammar.tokens[i].relation == "conj")]
        return any(grammar.tokens[i].lemma in VERBS for i in verbs)

    def _by_epithet(self, token: Token, narration: int) -> Human | None:
        """Who was named lately and may be called so: of a party, one whom the text says to be in it, if it says so."""
        gender = _gender_of_word(token.lower)
        of_party = any(token.lower in human.parties for human in self._humans)

        def fits(trace: _Trace) -> bool:
            if trace.human is None or (gender and trace.gender not in ("", gender)):
                return False
            if token.lower not in PARTIES:
                return True
            parties = trace.human.parties
            return token.lower in parties if of_party else not parties

        return self._most_salient(token, narration, fits)

    def _is_beside_name(self, token: Token) -> bool:
        """Whether a name follows at once, or after a comma; or stands before a comma, "Roe, the new adviser, said"."""
        tokens = self._grammar.tokens
        phrase = self._grammar.subtree(token.number)
        first, last = phrase[0], phrase[-1]
        if first > 1 and tokens[first - 1].text == "," and first - 2 in self._named:
            return True
        if last + 2 < len(tokens) and tokens[last + 1].text == "," and last + 2 in self._firsts:
            return True
        after = tokens[token.number + 1 : token.number + 3]
        return bool(after) and (
            after[0].number in self._firsts or (after[0].text == "," and after[-1].number in self._firsts)
        )

    def _by_role(self, token: Token, modifiers: list[str], narration: int) -> Human | None:
        """The person whose role the description names; nobody if the last sentence about such has two."""
        fitting = self._roles.bearers((token.lower,), tuple(modifiers))
        if not fitting and token.lower in ROLE_GROUPS:
            fitting = self._roles.bearers(ROLE_GROUPS[token.lower], tuple(modifiers))
        number = self._seen_alone_of(fitting)
        return self._humans[number - 1] if number is not None else None

    def _seen_alone_of(self, numbers: frozenset[int]) -> int | None:
        """Who of some was seen last; None if nobody was, or two in that sentence."""
        if numbers.isdisjoint(self._last_seen):
            return None
        seen = ((number, self._last_seen[number]) for number in reversed(self._last_seen) if number in numbers)
        number, sentence = next(seen)
        return None if next(seen, (0, -1))[1] == sentence else number


class _Roles:
    """Who has which role."""

    def __init__(self, humans: Sequence[Human]) -> None:
        self._by_word: defaultdict[str, set[int]] = defaultdict(set)
        self._roles = {human.number: human.roles for human in humans}
        for human in humans:
            for word in (word for role in human.roles for word in _words_of(role)):
                self._by_word[word].add(human.number)
        self._known: dict[tuple[tuple[str, ...], tuple[str, ...]], frozenset[int]] = {}

    def bearers(self, kinds: tuple[str, ...], modifiers: tuple[str, ...]) -> frozenset[int]:
        """The numbers of those with a role of one of the kinds that has all the modifiers."""
        numbers = self._known.get((kinds, modifiers))
        if numbers is None:
            numbers = self._known[kinds, modifiers] = frozenset(
                number
                for number in set[int]().union(*(self._with_words((*kind.split(), *modifiers)) for kind in kinds))
                if any(_role_fits(role, kinds, modifiers) for role in self._roles[number])
            )
        return numbers

    def _with_words(self, words: Iterable[str]) -> set[int]:
        """Those among whose roles are all the words, the rarest first."""
        bearers = sorted((self._by_word.get(_country(word), set()) for word in words), key=len)
        return bearers[0].intersection(*bearers[1:])


def _describes(token: Token) -> bool:
    return is_role_word(token) or token.lower in HUMANS or token.lower in ROLE_GROUPS


def _gender_of_word(word: str) -> str:
    if word in MALE_ROLES or word in ("man", "boy"):
        return MALE
    return FEMALE if word in FEMALE_ROLES or word in ("woman", "girl") else ""


def _role_fits(role: str, kinds: tuple[str, ...], modifiers: tuple[str, ...]) -> bool:
    """Whether a role is of one of the kinds and has all of the modifiers."""
    words = _words_of(role)
    padded = f" {' '.join(words)} "
    return any(f" {kind} " in padded for kind in kinds) and all(_country(m) in words for m in modifiers)


def _words_of(role: str) -> list[str]:
    return [_country(word) for word in role.lower().split()]


def _country(word: str) -> str:
    word = word.rstrip(".")
    return _SAME_COUNTRY.get(word, word)
