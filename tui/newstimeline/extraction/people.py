"""The people of an article: their names gathered into one human each, with the roles that the text gives them.

Names come from the model, from titles ("Mr. Roe") and from names known elsewhere in the article, since the model
misses a bare surname now and then.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from newstimeline.extraction.first_names import FEMALE, MALE, gender_of_first_name
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.name_words import (
    FEMALE_ROLES,
    MALE_ROLES,
    ROLE_WORDS,
    TITLES,
)
from newstimeline.extraction.names import Name, is_same_full_name, name_at
from newstimeline.extraction.naming import is_unlikely, names_by_context, start_with_first_name, words_for_things
from newstimeline.extraction.roles import is_title, roles_of
from newstimeline.model import Mention, Person, Span
from newstimeline.paragraphs import Paragraph
from newstimeline.terms import MentionKind


@dataclass(eq=False)
class Human:
    """One human, while the article is being read."""

    number: int
    names: list[Name] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    references: list[Mention] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id that the extraction gives this person."""
        return f"p{self.number}"

    @property
    def gender(self) -> str:
        """What titles, roles and first names tell, or nothing."""
        ranked = self.genders.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return ""
        return ranked[0][0]

    def fullest(self) -> Name:
        """The name with the most parts; the first such."""
        return max(self.names, key=lambda name: (len(name.parts), name.last - name.first, -name.first))


class People:
    """Everybody named in an article."""

    def __init__(self, grammar: Grammar, paragraphs: tuple[Paragraph, ...]) -> None:
        """Find them."""
        self._grammar = grammar
        headline = next((p for p in paragraphs if p.headline), None)
        self._headline_end = headline.end if headline else 0
        names = self._names_in_body()
        self.humans = self._without_things(self._gather(names))
        self._add_known_names({i for name in names for i in range(name.first, name.last + 1)})
        self._number()
        for human in self.humans:
            self._describe(human)

    def persons(self) -> tuple[Person, ...]:
        """The people as the extraction gives them."""
        return tuple(self._person(human) for human in self.humans)

    def _person(self, human: Human) -> Person:
        grammar = self._grammar
        fullest = human.fullest()
        named = [Mention(grammar.span(n.first, n.last), MentionKind.NAME) for n in human.names]
        mentions = sorted((*named, *human.references), key=lambda m: (m.span.start, m.span.end))
        name = " ".join(grammar.span(fullest.first, fullest.last).of(grammar.text).split())
        return Person(id=human.id, name=name, roles=tuple(human.roles), mentions=tuple(mentions))

    def _names_in_body(self) -> list[Name]:
        grammar = self._grammar
        votes: defaultdict[str, Counter[bool]] = defaultdict(Counter)
        for entity in grammar.entities:
            text = " ".join(t.text for t in grammar.tokens[entity.first : entity.last])
            votes[text][entity.label == "PERSON"] += 1
        found: dict[int, Name] = {}
        labelled = {i for entity in grammar.entities for i in range(entity.first, entity.last)}
        for entity in grammar.entities:
            text = " ".join(t.text for t in grammar.tokens[entity.first : entity.last])
            titled = entity.first > 0 and is_title(grammar.tokens[entity.first - 1])
            if entity.label != "PERSON" and not (titled and entity.label in ("ORG", "GPE", "NORP", "FAC")):
                continue
            alone = entity.last - entity.first == 1 and not titled
            if alone and (votes[text][False] > votes[text][True] or self._has_article(entity.first)):
                continue
            begin = start_with_first_name(grammar, entity.first, entity.last - 1, labelled)
            name = name_at(self._grammar, begin, entity.last - 1)
            if name and grammar.tokens[name.first].start >= self._headline_end:
                found[name.first] = name
        self._add_titled_names(found)
        covered = {i for name in found.values() for i in range(name.first, name.last + 1)}
        for first, last in names_by_context(grammar, covered):
            name = name_at(self._grammar, first, last)
            if name and grammar.tokens[name.first].start >= self._headline_end:
                found[name.first] = name
        return [found[first] for first in sorted(found)]

    def _has_article(self, first: int) -> bool:
        """Whether "the" stands before: a brand or a thing, not a human."""
        return first > 0 and self._grammar.tokens[first - 1].lower in ("the", "a", "an")

    def _add_titled_names(self, found: dict[int, Name]) -> None:
        """ "Mr. Roe", where the model saw no name."""
        tokens = self._grammar.tokens
        covered = {i for name in found.values() for i in range(name.first, name.last + 1)}
        for token in tokens:
            last = token.number
            while last + 1 < len(tokens) and tokens[last + 1].tag == "NNP" and tokens[last + 1].text[0].isupper():
                last += 1
            if not is_title(token) or token.lower.rstrip(".") == "st" or last == token.number:
                continue
            name = name_at(self._grammar, token.number + 1, min(last, token.number + 3))
            if name and name.first not in covered and token.start >= self._headline_end:
                found[name.first] = name

    def _gather(self, names: list[Name]) -> list[Human]:
        """One human for the names that fit together: full names first, then bare ones."""
        humans: list[Human] = []
        by_last: defaultdict[str, list[Human]] = defaultdict(list)
        by_first: defaultdict[str, list[Human]] = defaultdict(list)
        for name in (n for n in names if len(n.parts) > 1):
            fitting = [h for h in by_last[name.parts[-1]] if is_same_full_name(h.fullest(), name)]
            if not fitting:
                humans.append(Human(0))
                fitting = [humans[-1]]
                by_last[name.parts[-1]].append(humans[-1])
                by_first[name.parts[0]].append(humans[-1])
            fitting[0].names.append(name)
        for name in (n for n in names if len(n.parts) == 1):
            candidates = by_last[name.parts[0]] or by_first[name.parts[0]]
            human = _nearest(candidates, name)
            if human is None:
                human = Human(0)
                humans.append(human)
                by_last[name.parts[0]].append(human)
            human.names.append(name)
        self._by_last = by_last
        return humans

    def _without_things(self, humans: list[Human]) -> list[Human]:
        words = words_for_things(self._grammar)
        things = {h for h in humans if is_unlikely(self._grammar, [(n.first, n.last) for n in h.names], words)}
        for last, bearers in self._by_last.items():
            self._by_last[last] = [human for human in bearers if human not in things]
        return [human for human in humans if human not in things]

    def _add_known_names(self, taken: set[int]) -> None:
        """Names that are known from elsewhere in the article, where the model saw none."""
        tokens = self._grammar.tokens
        for token in tokens:
            candidates = self._by_last.get(token.lower)
            if not candidates or token.number in taken or not token.text[0].isupper() or not _may_name(token):
                continue
            first = self._start_of_known(token, candidates)
            if first is None or self._part_of_another_name(first, token.number, taken):
                continue
            name = name_at(self._grammar, first, token.number)
            human = _nearest(candidates, name) if name else None
            if name and human:
                human.names.append(name)
                taken.update(range(name.first, name.last + 1))

    def _start_of_known(self, token: Token, candidates: list[Human]) -> int | None:
        before = self._grammar.tokens[token.number - 1] if token.number else None
        if before and any(len(h.fullest().parts) > 1 and before.lower == h.fullest().parts[0] for h in candidates):
            return before.number
        return token.number

    def _part_of_another_name(self, first: int, last: int, taken: set[int]) -> bool:
        """Whether the words belong to a longer name, such as that of a building."""
        tokens = self._grammar.tokens
        token = tokens[last]
        if tokens[first].start < self._headline_end:
            return False
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        if after and after.tag[:3] == "NNP" and token.relation == "compound" and token.head > last:
            return True
        before = tokens[first - 1] if first else None
        if before is None or before.sentence != token.sentence or is_title(before) or before.lower in ROLE_WORDS:
            return False
        return before.tag[:3] == "NNP" and before.head == last and before.number not in taken

    def _number(self) -> None:
        for human in self.humans:
            human.names.sort(key=lambda name: name.first)
        self.humans.sort(key=lambda human: human.names[0].first)
        for number, human in enumerate(self.humans, 1):
            human.number = number

    def _describe(self, human: Human) -> None:
        """Note roles, and what tells the gender."""
        for name in human.names:
            if name.title and TITLES[name.title]:
                human.genders[TITLES[name.title]] += 3
            if self._grammar.tokens[name.first].start < self._headline_end:
                continue
            for role in roles_of(self._grammar, name.first, name.last):
                if role.lower() not in (known.lower() for known in human.roles):
                    human.roles.append(role)
                words = set(role.lower().split())
                human.genders[MALE] += 2 * bool(words & MALE_ROLES)
                human.genders[FEMALE] += 2 * bool(words & FEMALE_ROLES)
        fullest = human.fullest()
        if len(fullest.parts) > 1 and (gender := gender_of_first_name(fullest.parts[0])):
            human.genders[gender] += 1


def _may_name(token: Token) -> bool:
    """Whether a word may be a known name; the model takes "Waters" for waters."""
    return token.tag.startswith("NN")


def _nearest(humans: list[Human], name: Name) -> Human | None:
    """The human whose name stood last before this one; else the first one named afterwards."""
    if name.title and (gender := TITLES[name.title]):
        humans = [h for h in humans if _gender_by_first_name(h) in ("", gender)] or []
    before = [(max(n.first for n in h.names if n.first < name.first), h.number, h) for h in humans
              if any(n.first < name.first for n in h.names)]  # fmt: skip
    if before:
        return max(before, key=lambda item: item[:2])[2]
    return min(humans, key=lambda h: h.names[0].first) if humans else None


def _gender_by_first_name(human: Human) -> str:
    parts = human.fullest().parts
    return gender_of_first_name(parts[0]) if len(parts) > 1 else ""


def mention_spans(human: Human, grammar: Grammar) -> list[Span]:
    """Where a human is named or referred to."""
    return [*(grammar.span(n.first, n.last) for n in human.names), *(m.span for m in human.references)]
