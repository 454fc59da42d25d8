"""All quotes of an article: what stands within marks, joined with the speech that is reported without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from newstimeline.extraction.grammar import Grammar
from newstimeline.extraction.quotes.attribution import Attributor
from newstimeline.extraction.quotes.marked_quotes import FoundQuote
from newstimeline.extraction.quotes.reported_speech import Reported, reported
from newstimeline.model import Span
from newstimeline.terms import QuoteKind

_FEWEST_WORDS = 2
"""Of an indirect quote: "said so" quotes nothing."""
_TELLING = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "INTJ", "X"))
_NO_COMPLEMENT = frozenset("nsubj nsubjpass csubj aux auxpass advcl advmod punct cc conj mark npadvmod".split())


def with_reported(
    marked: Sequence[FoundQuote], grammar: Grammar, quoted: Sequence[bool], attributor: Attributor
) -> list[FoundQuote]:
    """The quotes within marks and those that are reported, in their order.

    A reported clause that has words within marks is one mixed quote with them.
    """
    return _Joining(grammar, quoted, attributor).joined(marked)


class _Joining:
    def __init__(self, grammar: Grammar, quoted: Sequence[bool], attributor: Attributor) -> None:
        self._grammar = grammar
        self._quoted = quoted
        self._attributor = attributor

    def joined(self, marked: Sequence[FoundQuote]) -> list[FoundQuote]:
        quotes: list[FoundQuote] = []
        taken: set[FoundQuote] = set()
        partly = {i: quote for quote in marked if quote.kind is QuoteKind.MIXED for i in self._tokens_of(quote)}
        direct = {i for quote in marked if quote.kind is QuoteKind.DIRECT for i in self._tokens_of(quote)}
        for report in reported(self._grammar):
            parts = list(dict.fromkeys(partly[i] for i in report.content if i in partly))
            if quote := self._quote(report, parts, direct):
                quotes.append(quote)
                taken.update(parts)
        quotes += [self._grown(quote) for quote in marked if quote not in taken]
        return sorted(quotes, key=lambda quote: (quote.start, -quote.end))

    def _quote(self, report: Reported, parts: Sequence[FoundQuote], direct: set[int]) -> FoundQuote | None:
        by = self._attributor.of(self._grammar.tokens[report.cue])
        if by is None:
            return None
        narrated = [i for i in report.content if not self._quoted[i]]
        if len(list(islice(filter(self._is_word, narrated), _FEWEST_WORDS))) < _FEWEST_WORDS:
            return None
        if not parts and not any(map(self._tells, narrated)):
            return None
        narrated = [i for i in report.content if i not in direct]
        if not narrated:
            return None
        if not parts:
            return FoundQuote(self._spans(narrated), (), QuoteKind.INDIRECT, by)
        marks = tuple(mark for part in parts for mark in part.marks)
        words = {*narrated, *(i for part in parts for i in self._tokens_of(part))}
        return FoundQuote(self._spans(sorted(words)), marks, QuoteKind.MIXED, by)

    def _grown(self, quote: FoundQuote) -> FoundQuote:
        """A quote that is partly within marks, with the rest of the phrase that its cue reports."""
        cue = quote.by.cue_token
        if quote.kind is not QuoteKind.MIXED or cue is None:
            return quote
        grammar, inside = self._grammar, set(self._tokens_of(quote))
        for child in grammar.children[cue]:
            words = grammar.subtree(child)
            if inside & set(words) and grammar.tokens[child].relation not in _NO_COMPLEMENT:
                return replace(quote, spans=self._spans(sorted(inside | set(words))))
        return quote

    def _tokens_of(self, quote: FoundQuote) -> range:
        return self._grammar.within(quote.start, quote.end)

    def _tells(self, index: int) -> bool:
        """Whether a word tells something; "it will" does not."""
        return self._grammar.tokens[index].pos in _TELLING

    def _is_word(self, index: int) -> bool:
        return self._grammar.tokens[index].text[0].isalnum()

    def _spans(self, words: Sequence[int]) -> tuple[Span, ...]:
        """Stretches of text for words; a gap in which only marks stand is none."""
        cuts = [0, *self._gaps(words), len(words)]
        runs = (words[begin:end] for begin, end in pairwise(cuts))
        trimmed = (self._trimmed(run) for run in runs)
        return tuple(self._grammar.span(run[0], run[-1]) for run in trimmed if run)

    def _gaps(self, words: Sequence[int]) -> Iterator[int]:
        """Where in a sequence of words others are left out."""
        if words[-1] - words[0] + 1 == len(words):
            return
        for at, (before, index) in enumerate(pairwise(words), 1):
            if index > before + 1 and any(map(self._is_word, range(before + 1, index))):
                yield at

    def _trimmed(self, run: Sequence[int]) -> Sequence[int]:
        first, last = 0, len(run)
        while first < last and not (self._is_word(run[first]) or self._opens(run[first])):
            first += 1
        while first < last and self._grammar.tokens[run[last - 1]].text in {",", ";", ":", ".", "-", "--", " "}:
            last -= 1
        return run[first:last]

    def _opens(self, index: int) -> bool:
        return self._quoted[index] or self._grammar.tokens[index].text[0] in "$£€#(["
