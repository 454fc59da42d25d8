"""Whose a quote is that its own sentence leaves open: who spoke before, or whom the narration before it tells of.

Papers name a speaker once and let the quotes go on, each in a paragraph of its own (the "floating quotes" of Muzny et
al. 2017, A Two-stage Sieve Approach for Quote Attribution).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from newstimeline.extraction.grammar import Grammar
from newstimeline.extraction.quotes.attribution import Attribution, Attributor
from newstimeline.extraction.quotes.marked_quotes import NOBODY, FoundQuote
from newstimeline.paragraphs import Paragraph
from newstimeline.terms import QuoteKind

_BRIEF = 60
"""Characters of what is said in a dialogue; who asks a question in longer quotes does not wait for an answer."""


def with_carried_speakers(
    quotes: Sequence[FoundQuote], grammar: Grammar, paragraphs: tuple[Paragraph, ...], attributor: Attributor
) -> list[FoundQuote]:
    """The quotes, joined around the words that name their speaker, and with the speakers that go on from others."""
    return _Carrying(grammar, paragraphs, attributor).carried(quotes)


class _Carrying:
    def __init__(self, grammar: Grammar, paragraphs: tuple[Paragraph, ...], attributor: Attributor) -> None:
        self._grammar = grammar
        self._paragraphs = paragraphs
        self._attributor = attributor
        self._starts = [p.start for p in paragraphs]

    def carried(self, quotes: Sequence[FoundQuote]) -> list[FoundQuote]:
        carried: list[FoundQuote] = []
        for quote in quotes:
            previous = carried[-1] if carried else None
            if previous and _stand_around_one_cue(previous, quote):
                carried[-1] = _one_of(previous, quote)
            elif quote.by is not NOBODY or quote.kind is not QuoteKind.DIRECT:
                carried.append(quote)
            elif previous and self._goes_on_within(previous, quote):
                carried.append(_going_on(previous, quote))
                if previous.kind is QuoteKind.DIRECT:
                    carried[-2:] = [_one_of(previous, quote)]
            else:
                carried.append(self._floating(carried, quote))
        return carried

    def _floating(self, before: Sequence[FoundQuote], quote: FoundQuote) -> FoundQuote:
        """A quote that begins anew, with whoever the text before it leaves as its speaker."""
        previous = before[-1] if before else None
        here = self._paragraphs[self._paragraph_of(quote.start)]
        alone = quote.start == here.start and quote.end >= here.end
        if alone and previous and previous.by.source and self._ends_above(previous, quote):
            answered = before[-2] if len(before) > 1 else None
            in_turn = answered is not None and self._is_dialogue(answered, previous, quote)
            return _going_on(answered if answered and in_turn else previous, quote)
        told = self._told_before(quote, alone, previous.end if previous else 0)
        return replace(quote, by=told) if told else quote

    def _told_before(self, quote: FoundQuote, alone: bool, since: int) -> Attribution | None:
        """Who says something, or in the same paragraph does something, in the sentence before a quote."""
        here = self._paragraph_of(quote.start)
        above = self._paragraphs[here - 1] if alone and here else None
        paragraph = above if above and not above.headline else self._paragraphs[here]
        tokens = self._grammar.within(max(paragraph.start, since), min(paragraph.end, quote.start))
        words = [i for i in tokens if self._grammar.tokens[i].text[0].isalnum()]
        if not words or (alone and above is not paragraph):
            return None
        sentence = self._grammar.tokens[words[-1]].sentence
        narration = range(next(i for i in tokens if self._grammar.tokens[i].sentence == sentence), words[-1] + 1)
        return self._attributor.told_in(narration, only_saying=alone)

    def _paragraph_of(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _goes_on_within(self, previous: FoundQuote, quote: FoundQuote) -> bool:
        """Whether a quote of the same paragraph goes on with what another says."""
        same = self._paragraph_of(quote.start) == self._paragraph_of(previous.end - 1)
        return same and previous.by.source is not None and not self._other_narration(previous, quote)

    def _other_narration(self, previous: FoundQuote, quote: FoundQuote) -> bool:
        """Whether between two quotes stands more than the sentence that names the speaker."""
        between = self._grammar.within(previous.end, quote.start)
        words = [self._grammar.tokens[i] for i in between if self._grammar.tokens[i].text[0].isalnum()]
        sentences = {token.sentence for token in words}
        return len(sentences) > 1 and (len(words) > 12 or self._attributor.names_other(words, previous.by))

    def _ends_above(self, previous: FoundQuote, quote: FoundQuote) -> bool:
        """Whether the paragraph above, captions aside, ends with a quote or the sentence that names its speaker."""
        here, before = self._paragraph_of(quote.start), self._paragraph_of(previous.end - 1)
        if here <= before or not all(map(self._is_caption, self._paragraphs[before + 1 : here])):
            return False
        last = max((s for s in (previous.outer[-1], previous.by.cue, previous.by.source) if s), key=lambda s: s.end)
        end = self._paragraphs[before].end
        if end - last.end <= 2:
            return True
        rest = self._grammar.within(last.end, end)
        naming = self._grammar.at(last.end - 1)
        return naming is not None and all(
            self._grammar.tokens[i].sentence == naming.sentence
            for i in rest
            if self._grammar.tokens[i].text[0].isalnum()
        )

    def _is_caption(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph ends without a stop, as what stands under a picture does."""
        return not paragraph.headline and self._grammar.text[paragraph.end - 1].isalnum()

    def _is_dialogue(self, first: FoundQuote, second: FoundQuote, third: FoundQuote) -> bool:
        """Whether one asks and another answers in the next paragraph, in a few words each."""
        text = self._grammar.text
        near = self._paragraph_of(second.start) - self._paragraph_of(first.end - 1) == 1
        asks = any("?" in quote.spans[-1].of(text)[-2:] for quote in (first, second))
        brief = all(quote.end - quote.start <= _BRIEF for quote in (first, second, third))
        return near and asks and brief and first.by.source is not None and first.by.speaker is not second.by.speaker


def _going_on(previous: FoundQuote, quote: FoundQuote) -> FoundQuote:
    by = replace(previous.by, cue=None, cue_token=None)
    return replace(quote, by=by, carried_from=previous.carried_from or previous)


def _stand_around_one_cue(previous: FoundQuote, quote: FoundQuote) -> bool:
    cue = quote.by.cue_token
    both_direct = previous.kind is quote.kind is QuoteKind.DIRECT
    return both_direct and cue is not None and cue == previous.by.cue_token and quote.by.source == previous.by.source


def _one_of(previous: FoundQuote, quote: FoundQuote) -> FoundQuote:
    """One quote for what stands on both sides of the words that name its speaker."""
    return replace(previous, spans=previous.spans + quote.spans, marks=previous.marks + quote.marks)
