"""The people of an article: their names gathered into one human each, with the roles that the text gives them.

Names come from the model, from titles ("Mr. Roe") and from names known elsewhere in the article, since the model
misses a bare surname now and then.
"""

from __future__ import annotations

from newstimeline.extraction.first_names import FEMALE, MALE, gender_of_first_name
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.humans import Human as Human
from newstimeline.extraction.humans import Humans
from newstimeline.extraction.name_evidence import Company, is_unlikely
from newstimeline.extraction.name_finder import (
    NameFinder,
    is_first_name_alone,
    known_name_at,
    may_be_known_name,
    whole_name,
)
from newstimeline.extraction.name_words import FEMALE_ROLES, MALE_ROLES, PARTICLES, ROLE_WORDS, TITLES
from newstimeline.extraction.person_names import Name, is_same_full_name
from newstimeline.extraction.roles import gender_of_relative, is_title, party_of, roles_of
from newstimeline.model import Mention, Person, Span
from newstimeline.paragraphs import Paragraph
from newstimeline.terms import MentionKind


class People:
    """Everybody named in an article."""

    def __init__(self, grammar: Grammar, paragraphs: tuple[Paragraph, ...]) -> None:
        self._grammar = grammar
        headline = next((p for p in paragraphs if p.headline), None)
        self._headline_end = headline.end if headline else 0
        names = NameFinder(grammar, self._headline_end).find()
        self._known = Humans(
            names,
            {n.first: gender for n in names if (gender := gender_of_relative(grammar, n.first, n.last)) is not None},
            lambda i: grammar.tokens[i].sentence,
        )
        self._without_things()
        self._add_known_names()
        self.humans = self._known.all
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

    def _without_things(self) -> None:
        company = Company(self._grammar)
        full = [name for human in self._known.all for name in human.names if len(name.parts) > 1]
        others = {i for name in full for i in range(name.first, name.last + 1)}
        things = {human for human in self._known.all if is_unlikely(company, human.names, others)}
        self._known.without(things)

    def _add_known_names(self) -> None:
        """Names that are known from elsewhere in the article, where the model saw none."""
        grammar = self._grammar
        taken = {i for human in self._known.all for name in human.names for i in range(name.first, name.last + 1)}
        spelt = {grammar.tokens[i].text for i in taken}
        for token in grammar.tokens:
            if token.number in taken or not may_be_known_name(grammar, token, spelt):
                continue
            if self._begins_known(token):
                continue
            first, last, candidates = self._known_at(token)
            if not candidates or any(i in taken for i in range(first, token.number)):
                continue
            within = self._is_part_of_another_name(first, last, taken)
            if within and (first == token.number or token.start < self._headline_end):
                continue
            name = known_name_at(grammar, first, last, within)
            human = self._known.meant(self._agreeing(candidates, name), name) if name else None
            if name and human:
                human.names.append(name)
                taken.update(range(name.first, name.last + 1))

    def _known_at(self, token: Token) -> tuple[int, int, list[Human]]:
        """Whom a word may mean, with the name's first and last token."""
        tokens = self._grammar.tokens
        candidates = self._known.surnamed(token.lower, token.number)
        before = tokens[token.number - 1].lower if token.number else ""
        full = [h for h in candidates if not h.fullest().is_bare and before == h.fullest().parts[0]]
        first, last = token.number - bool(full), token.number
        candidates = full or candidates
        particles = {part for human in candidates for part in human.fullest().parts[:-1]} & PARTICLES
        while first and tokens[first - 1].lower in particles:
            first -= 1
        if not candidates and is_first_name_alone(self._grammar, token):
            candidates = [h for h in self._known.first_named(token.lower, token.number) if h.names[0].first < first]
        words = {part for human in candidates for part in human.fullest().parts}
        while last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last + 2].lower in words:
            last += 2
        first, last = whole_name(self._grammar, first, last) if candidates else (first, last)
        return first, last, candidates

    def _agreeing(self, candidates: list[Human], name: Name) -> list[Human]:
        """Those whose initials and suffix do not speak against a name."""
        if not name.initials and not name.suffix:
            return candidates
        return [human for human in candidates if is_same_full_name(human.fullest(), name)] or (
            [human for human in candidates if human.fullest().suffix == name.suffix] if name.suffix else []
        )

    def _begins_known(self, token: Token) -> bool:
        """Whether the surname of somebody with this first name follows."""
        after = self._grammar.tokens[token.number + 1 : token.number + 2]
        named = self._known.surnamed(after[0].lower, token.number) if after else []
        return any(token.lower == human.fullest().parts[0] for human in named)

    def _is_part_of_another_name(self, first: int, last: int, taken: set[int]) -> bool:
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
            if party := party_of(self._grammar, name.last):
                human.parties.add(party)
            for role in roles_of(self._grammar, name.first, name.last):
                if role.lower() not in (known.lower() for known in human.roles):
                    human.roles.append(role)
                words = set(role.lower().split())
                human.genders[MALE] += 2 * bool(words & MALE_ROLES)
                human.genders[FEMALE] += 2 * bool(words & FEMALE_ROLES)
        fullest = human.fullest()
        if len(fullest.parts) > 1 and (gender := gender_of_first_name(fullest.parts[0])):
            human.genders[gender] += 1


def mention_spans(human: Human, grammar: Grammar) -> list[Span]:
    """Where a human is named or referred to."""
    return [*(grammar.span(n.first, n.last) for n in human.names), *(m.span for m in human.references)]
