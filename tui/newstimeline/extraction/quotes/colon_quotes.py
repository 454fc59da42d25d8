"""Words that follow a speaker's name and a colon, as in headlines and transcripts: `Roe: The bridge will hold`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import accumulate

from newstimeline.extraction.grammar import Grammar
from newstimeline.extraction.people import Human
from newstimeline.extraction.quotes.attribution import Attribution
from newstimeline.extraction.quotes.marked_quotes import FoundQuote
from newstimeline.model import Span
from newstimeline.paragraphs import Paragraph
from newstimeline.terms import QuoteKind

_LONGEST_NAME = 6
"""Tokens before the colon."""
_LABEL = re.compile(r"(Q|A|[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ.'’-]+){0,3}):\s+")
_QUESTION_AND_ANSWER = frozenset("QA")
_LEAST = 3
"""Words after it; fewer are a score or a label."""


def with_parts(
    quotes: list[FoundQuote], grammar: Grammar, paragraphs: tuple[Paragraph, ...], people: Mapping[int, Human]
) -> list[FoundQuote]:
    """Add what is said so; `people` are the humans by the tokens that name them."""
    taken = sorted((span.start, span.end) for quote in quotes for span in quote.spans)
    starts = [start for start, _ in taken]
    farthest = list(accumulate((end for _, end in taken), max))

    def is_taken(span: Span) -> bool:
        before_its_end = bisect_left(starts, span.end)
        return before_its_end > 0 and farthest[before_its_end - 1] > span.start

    candidates = (*_parts(grammar, paragraphs, people), *_turns(grammar, paragraphs, people))
    parts = list({part.spans[0].end: part for part in candidates if not is_taken(part.spans[0])}.values())
    return sorted((*quotes, *parts), key=lambda quote: quote.start) if parts else quotes


def _parts(grammar: Grammar, paragraphs: tuple[Paragraph, ...], people: Mapping[int, Human]) -> Iterator[FoundQuote]:
    for paragraph in paragraphs:
        tokens = grammar.within(paragraph.start, paragraph.end)
        begin = [grammar.tokens[i] for i in tokens[: _LONGEST_NAME + 1]]
        at = next((n for n, token in enumerate(begin) if token.text == ":"), 0)
        if not at or any(token.pos in ("VERB", "AUX", "PUNCT") for token in begin[:at]):
            continue
        speaker = people.get(begin[at - 1].number)
        rest = tokens[at + 1 :]
        words = sum(grammar.tokens[i].text[0].isalnum() for i in rest)
        if speaker is None or words < _LEAST or not any(grammar.tokens[i].pos in ("VERB", "AUX") for i in rest):
            continue
        source = grammar.span(begin[0].number, begin[at - 1].number)
        span = Span(grammar.tokens[rest[0]].start, paragraph.end)
        yield FoundQuote((span,), (), QuoteKind.INDIRECT, Attribution(None, None, source, speaker))


def _turns(grammar: Grammar, paragraphs: tuple[Paragraph, ...], people: Mapping[int, Human]) -> Iterator[FoundQuote]:
    """What is said in a transcript: "REPORTER: ...", "ROE: ...", or "Q: ...", "A: ..."; the labels come again."""
    labelled = [(p, m) for p in paragraphs if (m := _LABEL.match(grammar.text, p.start, p.end)) and m.end() < p.end]
    labels = Counter(match[1] for _, match in labelled)
    if not (labels.keys() >= _QUESTION_AND_ANSWER or (len(labels) > 1 and max(labels.values()) > 1)):
        return
    surnames = {human.fullest().parts[-1]: human for human in people.values()}
    for paragraph, match in labelled:
        source = Span(*match.span(1))
        by = Attribution(None, None, source, surnames.get(match[1].split()[-1].lower()))
        yield FoundQuote((Span(match.end(), paragraph.end),), (), QuoteKind.INDIRECT, by)
