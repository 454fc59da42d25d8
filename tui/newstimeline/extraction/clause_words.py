"""The words of a clause on their way to a title, and what reductions ask of their grammar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from newstimeline.extraction.cues import REPORTING, Form
from newstimeline.extraction.grammar import Grammar, Token
from newstimeline.extraction.phrase_ends import COMPLEMENTS, CONDITIONS, HEDGES, OBJECTS, is_bounded

Drop = frozenset[int]
"""Tokens that go together."""
DASHES = frozenset(("-", "–", "—", "--"))
_MOST_WORDS = 120
"""Of a longer clause the rest can't be of use, and looking at it would take long."""
_WITH_INFINITIVE = frozenset(
    "exhort force allow help cause enable require persuade convince encourage invite get tell have lead oblige".split()
)
"""Verbs that say little without the infinitive beside their object; besides those of reporting."""
_DEFINITE = frozenset("the this that these those his her its their".split())


class ClauseWords:
    """The words of one clause, of which some may be left out."""

    def __init__(self, grammar: Grammar, head: int, words: Iterable[int], *, introduces: bool = False) -> None:
        """Begin with the given tokens of the clause whose verb is `head`; it may introduce words that are not given."""
        self._introduces = introduces
        self._grammar = grammar
        self._tokens = grammar.tokens
        self._head = head
        kept = sorted(words)
        begin = max(0, kept.index(head) - _MOST_WORDS // 2) if len(kept) > _MOST_WORDS else 0
        self.kept = kept[begin : begin + _MOST_WORDS]
        self._spine = self._verbs()

    def _leave_out(self, drop: Drop) -> None:
        """Drop words with the commas or dashes around them."""
        positions = [n for n, i in enumerate(self.kept) if i in drop]
        first, last = positions[0] - 1, positions[-1] + 1
        around = set[int]()
        if first >= 0 and self._is_comma(self.kept[first]):
            around.add(self.kept[first])
        opens = first < 0 or self._tokens[self.kept[first]].relation == "mark"
        if last < len(self.kept) and self._is_comma(self.kept[last]) and (around or opens):
            around.add(self.kept[last])
        self.kept = [i for i in self.kept if i not in drop and i not in around]
        for first, second in pairwise(list(self.kept)):
            if self._tokens[first].text == self._tokens[second].text == '"' and second in self.kept:
                self.kept = [i for i in self.kept if i not in (first, second)]

    def _verbs(self) -> list[int]:
        """The verb of the title and those of its content clauses, the outermost first."""
        spine, kept = [self._head], set(self.kept)
        for verb in spine:  # grows meanwhile
            for child in self._grammar.children[verb]:
                relation = self._tokens[child].relation
                if child in kept and (relation in ("ccomp", "xcomp") or (relation == "conj" and child > verb)):
                    spine.append(child)
        return spine

    def _branch(self, index: int) -> Drop:
        words = self._grammar.subtree(index)
        inside = words if isinstance(words, range) else frozenset(words)
        return frozenset(i for i in self.kept if i in inside)

    def _branches(self, *relations: str) -> Iterator[tuple[int, Drop]]:
        """What hangs by one of these relations within the title, the last first."""
        for index in reversed(self.kept):
            if self._tokens[index].relation in relations and index != self._head:
                yield index, self._branch(index)

    def _behind_verbs(self, *relations: str) -> Iterator[tuple[int, int, Drop]]:
        """What hangs so on a verb of the title and stands behind it: the verb, the token and its branch."""
        for verb in reversed(self._spine):
            for index in reversed(self._grammar.children[verb]):
                if index < verb or self._tokens[index].relation not in relations:
                    continue
                branch = self._branch(index)
                if branch and not self._is_needed(index, branch):
                    yield verb, index, branch

    def _is_limiting(self, drop: Drop) -> bool:
        """Whether words say under which condition, or how surely, the rest is true."""
        opening = [self._tokens[i] for i in sorted(drop)[:2]]
        if opening[0].lower in ("and", "but") or opening[-1].relation in ("relcl", "acl"):
            return False
        if opening[0].pos not in ("ADV", "PUNCT", "PART"):  # "asked if": a condition of its own only
            opening = opening[:1]
        return any(token.lower in CONDITIONS or (token.lower in HEDGES and len(drop) < 3) for token in opening)

    def _is_needed(self, index: int, branch: Drop) -> bool:
        """Whether a phrase bounds what is claimed: one behind a comma only adds to it."""
        return not self._follows_comma(branch) and is_bounded(self._grammar, self._tokens[index].head)

    def _is_comma(self, index: int) -> bool:
        return self._tokens[index].text in (",", ";", ":") or self._tokens[index].text in DASHES

    def _is_spaced(self, index: int) -> bool:
        return self._grammar.text[self._tokens[index].start - 1].isspace() or self._tokens[index].text == "—"

    def _follows_comma(self, branch: Drop) -> bool:
        before = next((i for i in reversed(self.kept) if branch and i < min(branch)), None)
        return before is not None and self._is_comma(before)

    def _precedes_comma(self, branch: Drop) -> bool:
        after = next((i for i in self.kept if i > max(branch)), None)
        return after is not None and self._is_comma(after)

    def _opens_with(self, branch: Drop, words: frozenset[str]) -> bool:
        return self._tokens[min(branch)].lower in words

    def _is_last(self, branch: Drop) -> bool:
        return self.kept[-1] in branch

    def _is_time(self, branch: Drop) -> bool:
        """Whether a phrase is a date and no more: "on Monday", "last week"."""
        first, last = min(branch), max(branch)
        for index in range(first, min(first + 3, last + 1)):
            entity = self._grammar.entities_by_first.get(index)
            if entity and entity.label in ("DATE", "TIME") and entity.last > last:
                return True
        return False

    def _is_person(self, index: int) -> bool:
        near = (self._grammar.entities_by_first.get(i) for i in range(max(0, index - 3), index + 1))
        return any(entity and entity.label == "PERSON" and entity.last > index for entity in near)

    def _is_definite(self, noun: Token) -> bool:
        return any(self._tokens[i].lower in _DEFINITE for i in self._grammar.children[noun.number])

    def _is_free(self, verb: int) -> bool:
        """Whether a verb has its object and needs no infinitive beside it, as "urged them to come" does."""
        lemma = self._tokens[verb].lemma
        if lemma in _WITH_INFINITIVE or Form.INFINITIVE in REPORTING.get(lemma, ()):
            return False
        return any(self._tokens[i].relation in OBJECTS and i in self.kept for i in self._grammar.children[verb])

    def _is_complete(self, verb: int, index: int, branch: Drop) -> bool:
        """Whether a verb has a complement before a phrase, or elsewhere, or a comma says that the phrase only adds."""
        if (verb == self._head and self._introduces) or self._follows_comma(branch):
            return True
        return any(
            verb < i < index and self._tokens[i].relation in COMPLEMENTS and i in self.kept
            for i in self._grammar.children[verb]
        )
