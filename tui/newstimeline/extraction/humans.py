"""One human for the names that fit together: full names first, then bare ones."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from newstimeline.extraction.first_names import gender_of_first_name, is_first_name
from newstimeline.extraction.name_words import TITLES
from newstimeline.extraction.person_names import (
    Name,
    is_misspelt,
    is_same_first_name,
    is_same_full_name,
    is_shorter_form,
)
from newstimeline.model import Mention

_MOST_COMPARED = 50
"""Bearers of one first name or surname, the last ones before a name, that it is compared with; and surnames of one
first letter. An article with more is a list, in which each name would be compared with all the others.
"""
_NOWHERE = sys.maxsize


@dataclass(eq=False)
class Human:
    """One human, while the article is being read."""

    number: int
    names: list[Name] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    parties: set[str] = field(default_factory=set)
    """The parties that stand beside the names, "republican" for "(R-Ky.)"."""
    references: list[Mention] = field(default_factory=list)
    _fullest: Name | None = field(default=None, init=False)
    _compared: int = field(default=0, init=False)
    """How many names `_fullest` is the fullest of; there may be thousands, and they only grow more."""
    _firsts: list[int] = field(default_factory=list, init=False)
    """The first tokens of the names, in order; as many as have been looked at."""
    _first_bare: int = field(default=_NOWHERE, init=False)
    _first_full: int = field(default=_NOWHERE, init=False)
    _in_full: int = field(default=0, init=False)
    _titles: set[str] = field(default_factory=set, init=False)
    """The genders that titles tell."""

    @property
    def id(self) -> str:
        """The id that the extraction gives this person."""
        return f"p{self.number}"

    @property
    def gender(self) -> str:
        """What titles, roles and first names tell; empty where they tell nothing."""
        ranked = self.genders.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return ""
        return ranked[0][0]

    def fullest(self) -> Name:
        """The name with the most parts; the first such."""
        if self._fullest is None or self._compared < len(self.names):
            candidates = [self._fullest] if self._fullest else []
            self._fullest = max([*candidates, *self.names[self._compared :]], key=_fullness)
            self._compared = len(self.names)
        return self._fullest

    def _look_at_names(self) -> None:
        """Note what is asked of all names, for those that have come since."""
        for name in self.names[len(self._firsts) :]:
            insort(self._firsts, name.first)
            if name.is_bare:
                self._first_bare = min(self._first_bare, name.first)
            else:
                self._first_full = min(self._first_full, name.first)
                self._in_full += 1
            if name.title and TITLES[name.title]:
                self._titles.add(TITLES[name.title])

    def first_token(self) -> int:
        """Where the first name stands."""
        self._look_at_names()
        return self._firsts[0]

    def last_before(self, token: int) -> int | None:
        """Where the last name before a token stands."""
        self._look_at_names()
        at = bisect_left(self._firsts, token)
        return self._firsts[at - 1] if at else None

    def is_bare_before(self, token: int) -> bool:
        """Whether a name of a single word stands before a token."""
        self._look_at_names()
        return self._first_bare < token

    def is_full_before(self, token: int) -> bool:
        """Whether a name of several words stands before a token."""
        self._look_at_names()
        return self._first_full < token

    def times_in_full(self) -> int:
        """How often a name of several words is used."""
        self._look_at_names()
        return self._in_full

    def gender_by_names(self) -> str:
        """What the titles before the names and the first name tell, or nothing."""
        self._look_at_names()
        if len(self._titles) == 1:
            return next(iter(self._titles))
        parts = self.fullest().parts
        return gender_of_first_name(parts[0]) if len(parts) > 1 else ""


def _fullness(name: Name) -> tuple[int, int, int]:
    return len(name.parts), name.last - name.first, -name.first


class Humans:
    """The humans of an article by their names."""

    def __init__(self, names: Iterable[Name], relatives: Mapping[int, str], sentence_of: Callable[[int], int]) -> None:
        """Group the names.

        Args:
            names: where somebody is named, in order of appearance.
            relatives: the first tokens of names that say whose relative somebody is, "her husband, John Roe", with the
                gender that this tells.
            sentence_of: in which sentence a token stands.
        """
        self._sentence_of = sentence_of
        self.all: list[Human] = []
        self._relatives = relatives
        self._by_last: defaultdict[str, list[Human]] = defaultdict(list)
        self._by_first: defaultdict[str, list[Human]] = defaultdict(list)
        self._by_middle: defaultdict[str, list[Human]] = defaultdict(list)
        self._by_spelling: defaultdict[tuple[tuple[str, ...], str, str], list[Human]] = defaultdict(list)
        self._as_relatives: dict[Human, tuple[int, frozenset[str]]] = {}
        """How many names of somebody were looked at, and the genders that relatives tell there."""
        self._surnames: defaultdict[str, dict[str, None]] = defaultdict(dict)
        """By their first letter."""
        names = tuple(names)
        full = [n for n in names if not n.is_bare and not n.starts_with_particle]
        for name in full:
            self._add_full(name, self._same(name))
        self._join_shorter_forms()
        for name in (n for n in names if n.starts_with_particle):
            self._add_full(name, [h for h in self._by_last[name.parts[-1]] if is_shorter_form(name, h.fullest())])
        for name in (n for n in names if n.is_bare):
            candidates = self.candidates(name)
            human = self.meant(candidates, name)
            if human is None and len(candidates) > 1:
                continue
            if human is None:
                human = self._new(name)
            human.names.append(name)

    def without(self, humans: set[Human]) -> None:
        """Remove those who turned out not to be people."""
        self.all = [human for human in self.all if human not in humans]
        for index in (self._by_last, self._by_first, self._by_middle):
            for word, bearers in index.items():
                index[word] = [human for human in bearers if human not in humans]

    def surnamed(self, word: str, token: int) -> list[Human]:
        """Those whom a token may mean whose surname is a word: the last of the name, or else one within it, as in "Ana
        Roe Doe"."""
        if (bearers := self._by_last.get(word)) or is_first_name(word):
            return _nearest(bearers or [], token)
        return _nearest(self._by_middle.get(word, []), token)

    def first_named(self, word: str, token: int) -> list[Human]:
        """Those whom a token may mean whose full name begins with a word."""
        return _nearest(self._by_first.get(word, []), token)

    def candidates(self, name: Name) -> list[Human]:
        """Those whom a bare name may mean."""
        word = name.parts[0]
        fitting = self.surnamed(word, name.first)
        if name.suffix:
            return [h for h in fitting if h.fullest().suffix == name.suffix]
        full = any(not h.fullest().is_bare for h in fitting)
        first = [] if full else [h for h in self.first_named(word, name.first) if self._may_be_first_named(h, name)]
        if fitting or first:
            return self._of_gender([*fitting, *(h for h in first if h not in fitting)], name)
        surnames = islice(reversed(self._surnames[word[0]]), _MOST_COMPARED)
        alike = [last for last in surnames if is_misspelt(word, last)]
        return self._of_gender([h for last in sorted(alike) for h in _nearest(self._by_last[last], name.first)], name)

    def meant(self, candidates: list[Human], name: Name) -> Human | None:
        """Of those whom a bare name may mean, the one named last before; else the first one named afterwards.

        Of two who were named side by side, the one who is named in full more often; if that tells nothing, nobody.
        """
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        candidates = [h for h in candidates if not self._comes_in_as_relative(h)] or candidates
        before = ((human.last_before(name.first), human) for human in candidates)
        seen = sorted(
            ((at, human.number, human) for at, human in before if at is not None),
            key=lambda item: item[:2],
            reverse=True,
        )
        if not seen:
            return min(candidates, key=lambda h: h.names[0].first) if candidates else None
        near = [h for at, _, h in seen[:2] if self._sentence_of(seen[0][0]) - self._sentence_of(at) <= 1]
        if len(near) < 2 or any(human.is_bare_before(name.first) for human in near):
            return seen[0][2]
        often = sorted(near, key=Human.times_in_full)
        return often[1] if often[0].times_in_full() < often[1].times_in_full() else None

    def _comes_in_as_relative(self, human: Human) -> bool:
        return human.first_token() in self._relatives

    def _may_be_first_named(self, human: Human, name: Name) -> bool:
        """Whether a bare first name may be somebody's: after the full name, or if it is said whose relative that is.

        A family name that comes first, as in Chinese, may always.
        """
        if not is_first_name(name.parts[0]) or name.first in self._relatives:
            return True
        return human.is_full_before(name.first)

    def _of_gender(self, humans: list[Human], name: Name) -> list[Human]:
        gender = TITLES[name.title] if name.title else ""
        return [h for h in humans if not gender or self._gender(h) in ("", gender)]

    def _gender(self, human: Human) -> str:
        """What titles, first names and whose relative somebody is tell, or nothing."""
        if by_names := human.gender_by_names():
            return by_names
        looked_at, genders = self._as_relatives.get(human, (0, frozenset[str]()))
        new = (self._relatives.get(name.first, "") for name in human.names[looked_at:])
        genders = (genders | frozenset(new)) - {""}
        self._as_relatives[human] = len(human.names), genders
        return next(iter(genders)) if len(genders) == 1 else ""

    def _same(self, name: Name) -> list[Human]:
        last, first = self._by_last[name.parts[-1]], self._by_first[name.parts[0]]
        if len(last) > _MOST_COMPARED:
            last = [*self._by_spelling[name.parts, name.initials, name.suffix], *last[-_MOST_COMPARED:]]
        same = [h for h in last if is_same_full_name(h.fullest(), name)]
        return same or [h for h in (*last, *first[-_MOST_COMPARED:]) if _differs_by_a_letter(h.fullest(), name)]

    def _add_full(self, name: Name, fitting: list[Human]) -> None:
        human = fitting[0] if len(fitting) == 1 or (fitting and not name.starts_with_particle) else self._new(name)
        human.names.append(name)
        if name.nickname and human not in self._by_first[name.nickname]:
            self._by_first[name.nickname].append(human)

    def _new(self, name: Name) -> Human:
        human = Human(len(self.all))
        self.all.append(human)
        self._by_last[name.parts[-1]].append(human)
        self._by_spelling[name.parts, name.initials, name.suffix].append(human)
        if not name.is_bare:
            self._surnames[name.parts[-1][0]][name.parts[-1]] = None
        if len(name.parts) > 1:
            self._by_first[name.parts[0]].append(human)
            for part in name.parts[1:-1]:
                self._by_middle[part].append(human)
        elif len(name.initials) > 1:
            self._by_first[".".join(name.initials)].append(human)
        return human

    def _join_shorter_forms(self) -> None:
        """Give the names of "Ana Roe" to "Ana Roe Doe", if nobody else's is so much longer."""
        joined: set[Human] = set()
        indexed = {(human, human.names[0].parts[-1]) for human in self.all}
        for human in self.all:
            name = human.fullest()
            first, last = self._by_first[name.parts[0]], self._by_last[name.parts[-1]]
            alike = (*first[-_MOST_COMPARED:], *last[-_MOST_COMPARED:])
            others = (h for h in dict.fromkeys(alike) if h is not human and h not in joined)
            longer = [h for h in others if is_shorter_form(name, h.fullest())]
            if len(name.parts) > 1 and len(longer) == 1:
                longer[0].names.extend(human.names)
                joined.add(human)
                if (longer[0], name.parts[-1]) not in indexed:
                    indexed.add((longer[0], name.parts[-1]))
                    self._by_last[name.parts[-1]].append(longer[0])
        if joined:
            self.without(joined)


def _nearest(bearers: list[Human], token: int) -> list[Human]:
    """Of the many that bear a name, those who come in last before a token, and the one after; else all."""
    if len(bearers) <= _MOST_COMPARED:
        return bearers
    after = bisect_right(bearers, token, key=lambda human: human.names[0].first)
    return bearers[max(0, after - _MOST_COMPARED) : after + 1]


def _differs_by_a_letter(first: Name, second: Name) -> bool:
    """Whether two full names are one, misspelt once."""
    if len(first.parts) != len(second.parts) or len(first.parts) < 2 or first.suffix != second.suffix:
        return False
    different = [(a, b) for a, b in zip(first.parts, second.parts, strict=True) if a != b]
    if len(different) != 1 or not is_misspelt(*different[0]):
        return False
    genders = {gender_of_first_name(name.parts[0]) for name in (first, second)}
    return is_same_first_name(first, second) or len(genders) == 1
