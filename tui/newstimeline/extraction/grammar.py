"""The grammar of a text as plain values: tokens, sentences and names, with offsets into the article.

The rules read these instead of the parser's own objects: a long article is parsed in pieces whose memory is
given back, the rules need no parser to be tested, and their types are checked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newstimeline.model import Span


class Token(NamedTuple):
    """A word or mark. Tags and relations are those of the Penn Treebank and ClearNLP, as the models give them."""

    number: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    relation: str
    head: int
    """The index of the word that governs this one; its own index at the root of a sentence."""
    sentence: int

    @property
    def span(self) -> Span:
        """Where the word stands."""
        return Span(self.start, self.end)

    @property
    def is_space(self) -> bool:
        """Whether this is white space that the parser counts as a token."""
        return self.pos == "SPACE"


class Entity(NamedTuple):
    """A name that the model found: tokens from `first` to before `last`, with a label such as PERSON."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class Grammar:
    """The parsed text."""

    text: str
    """As long as the article's text, with plain spaces and straight quotation marks."""
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    """Token ranges, end exclusive."""
    entities: tuple[Entity, ...]

    @cached_property
    def starts(self) -> list[int]:
        """The offset of every token, for searching."""
        return [token.start for token in self.tokens]

    @cached_property
    def entities_by_first(self) -> dict[int, Entity]:
        """The names that the model found, by the token where they begin."""
        return {entity.first: entity for entity in self.entities}

    @cached_property
    def children(self) -> list[list[int]]:
        """For every token, the tokens that it governs, in their order."""
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.number:
                children[token.head].append(token.number)
        return children

    def within(self, start: int, end: int) -> range:
        """The tokens that begin in a stretch of text."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def at(self, offset: int) -> Token | None:
        """The token that covers an offset."""
        index = bisect_right(self.starts, offset) - 1
        return self.tokens[index] if index >= 0 and self.tokens[index].end > offset else None

    def head_of(self, tokens: range) -> Token:
        """The token of a stretch that the others hang on."""
        for index in tokens:
            if self.tokens[index].head not in tokens or self.tokens[index].head == index:
                return self.tokens[index]
        return self.tokens[tokens[-1]]

    @cached_property
    def _extents(self) -> list[range]:
        """For every token, the stretch from the first to the last token of its subtree."""
        first, last = ([token.number for token in self.tokens] for _ in range(2))
        for index in self._governed_first:
            head = self.tokens[index].head
            first[head], last[head] = min(first[head], first[index]), max(last[head], last[index])
        return [range(begin, end + 1) for begin, end in zip(first, last, strict=True)]

    @cached_property
    def _sizes(self) -> list[int]:
        """For every token, the size of its subtree, itself included."""
        sizes = [1] * len(self.tokens)
        for index in self._governed_first:
            if (head := self.tokens[index].head) != index:
                sizes[head] += sizes[index]
        return sizes

    @cached_property
    def depths(self) -> list[int]:
        """For every token, its depth in the tree of its sentence."""
        depths = [0] * len(self.tokens)
        for index in reversed(self._governed_first):
            if (head := self.tokens[index].head) != index:
                depths[index] = depths[head] + 1
        return depths

    @cached_property
    def _governed_first(self) -> list[int]:
        """All tokens, each before the one that governs it."""
        order = [token.number for token in self.tokens if token.head == token.number]
        for index in order:  # grows meanwhile
            order.extend(self.children[index])
        return order[::-1]

    def subtree(self, index: int, leave_out: frozenset[int] = frozenset()) -> Sequence[int]:
        """A token and all that hangs on it, in the order of the text, without the branches to leave out.

        Nearly always that is a stretch of text, which costs nothing however long it is: a sentence of nested clauses
        would otherwise be walked once for each of them.
        """
        numbers: list[int] = []
        waiting = [index]
        while waiting:
            at = waiting.pop()
            extent = self._extents[at]
            if len(extent) == self._sizes[at] and not any(out in extent for out in leave_out):
                if at == index:
                    return extent
                numbers.extend(extent)
            else:
                numbers.append(at)
                waiting.extend(child for child in self.children[at] if child not in leave_out)
        return sorted(numbers)

    def child(self, index: int, *relations: str) -> Token | None:
        """The first governed token with one of these relations."""
        for at in self.children[index]:
            if self.tokens[at].relation in relations:
                return self.tokens[at]
        return None

    def span(self, first: int, last: int) -> Span:
        """The text from one token to another, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)
