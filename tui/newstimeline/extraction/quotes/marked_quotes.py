"""What of the words within marks is a quote, of which kind, and whose where its own sentence does not say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from newstimeline.extraction.cues import WORKS
from newstimeline.extraction.grammar import Grammar
from newstimeline.extraction.quotes.attribution import Attribution, Attributor
from newstimeline.extraction.quotes.marks import Marked
from newstimeline.model import Span
from newstimeline.paragraphs import Paragraph
from newstimeline.terms import QuoteKind

_SCARE_WORDS = 2
_SMALL_WORDS = frozenset("a an the of in on at to and or for with from by is".split())
_ENDS_A_SENTENCE = (".", "!", "?", "…")
_LEADS_IN = (",", ":", "—", "–", "-")
_DASHES = ("—", "–", "―", "-")
_NEAR = 10
NOBODY = Attribution(None, None, None, None)


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quote before it has a date."""

    spans: tuple[Span, ...]
    """Its words, without the outer marks of a direct quote."""
    marks: tuple[Marked, ...]
    """Those of its words that stand within marks."""
    kind: QuoteKind
    by: Attribution
    carried_from: FoundQuote | None = None
    """The quote whose speaker goes on here."""
    written: Span | None = None
    """The date that a post bears."""

    @property
    def start(self) -> int:
        """Where it begins, with its marks."""
        return min((self.spans[0].start, *(marked.start for marked in self.marks)))

    @property
    def end(self) -> int:
        """Where it ends, with its marks."""
        return max((self.spans[-1].end, *(marked.end for marked in self.marks)))

    @property
    def outer(self) -> tuple[Span, ...]:
        """What stands within marks, with them."""
        return tuple(outer for marked in self.marks for outer in marked.outer)


def find_marked_quotes(
    grammar: Grammar, text: str, paragraphs: tuple[Paragraph, ...], marked: tuple[Marked, ...], attributor: Attributor
) -> list[FoundQuote]:
    """The quotes among what stands within marks, in their order."""
    quotes: list[FoundQuote] = []
    starts = [p.start for p in paragraphs]
    by_paragraph: defaultdict[int, list[Marked]] = defaultdict(list)
    for stretch in marked:
        by_paragraph[starts[bisect_right(starts, stretch.start) - 1]].append(stretch)
    for above, paragraph in zip((None, *paragraphs), paragraphs, strict=False):
        stretches = by_paragraph[paragraph.start]
        introduction = _introduction(grammar, text, above) if above and not above.headline else range(0)
        for number, stretch in enumerate(stretches):
            since = stretches[number - 1].end if number else paragraph.start
            until = min(stretches[number + 1].start if number + 1 < len(stretches) else paragraph.end, paragraph.end)
            beside = _Beside(grammar, text, attributor, stretch, since, max(until, stretch.end))
            follows = bool(number and quotes and quotes[-1].start >= paragraph.start)
            alone = stretch.start == paragraph.start and stretch.end >= paragraph.end
            leads_in = introduction if stretch.start == paragraph.start else range(0)
            if quote := beside.quote(leads_in, of_speech=follows or alone):
                quotes.append(quote)
    return quotes


def _introduction(grammar: Grammar, text: str, above: Paragraph) -> range:
    """The last sentence of the paragraph above, where it leads on: "Roe replied:"; else nothing."""
    if text[above.end - 1] != ":":
        return range(0)
    tokens = grammar.within(above.start, above.end)
    sentence = grammar.tokens[tokens[-1]].sentence
    return range(next(i for i in tokens if grammar.tokens[i].sentence == sentence), tokens.stop)


class _Beside:
    """A marked stretch and the narration around it."""

    def __init__(
        self, grammar: Grammar, text: str, attributor: Attributor, marked: Marked, since: int, until: int
    ) -> None:
        self._grammar = grammar
        self._text = text
        self._attributor = attributor
        self._marked = marked
        self._before = self._sentence_before(since)
        self._after = self._sentence_after(max(until, marked.outer[-1].end))
        self._words = [w for span in marked.spans for w in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", span.of(text))]

    def quote(self, introduction: range, *, of_speech: bool) -> FoundQuote | None:
        """The quote, if it is one.

        Args:
            introduction: what leads on to it from the paragraph above.
            of_speech: whether it stands where speech goes on: behind another quote, or alone in its paragraph.
        """
        if not self._words:
            return None
        kind = self._kind()
        by = self._attribution(kind)
        if by is None and introduction:
            by = self._introduced_by(introduction)
        if self._is_title() or not self._is_speech(kind, by, of_speech):
            return None
        return FoundQuote(self._marked.spans, (self._marked,), kind, by or NOBODY)

    def _sentence_before(self, since: int) -> range:
        """The tokens of narration before the mark that belong to its sentence."""
        tokens = self._grammar.within(since, self._marked.start)
        if self._text[since : self._marked.start].rstrip()[-1:] in _ENDS_A_SENTENCE:
            return tokens[len(tokens) :]
        for index in reversed(tokens):
            if index > tokens.start and self._starts_sentence(index):
                return range(index, tokens.stop)
        return tokens

    def _sentence_after(self, until: int) -> range:
        tokens = self._grammar.within(self._marked.end, until)
        for index in tokens:
            if index > tokens.start and self._starts_sentence(index):
                return range(tokens.start, index)
        return tokens

    def _starts_sentence(self, index: int) -> bool:
        here, previous = self._grammar.tokens[index], self._grammar.tokens[index - 1]
        return here.sentence != previous.sentence and previous.text[-1:] in (".", "!", "?", '"', "'")

    def _solid_before(self) -> str:
        """The last character of narration before the mark, or nothing at a sentence's beginning."""
        if not self._before:
            return ""
        return self._text[self._grammar.tokens[self._before.start].start : self._marked.start].rstrip()[-1:]

    def _kind(self) -> QuoteKind:
        first, last = self._marked.spans[0].of(self._text), self._marked.spans[-1].of(self._text)
        lead_in = self._solid_before()
        outside = "," if self._text[self._marked.end : self._marked.end + 1] == "," and not lead_in else ""
        ends = (outside or last.rstrip("'’)")[-1:]) in (*_ENDS_A_SENTENCE, ",", "—", "-")
        capital = first.lstrip("[('‘…. ")[:1].isupper()
        if not lead_in:
            goes_on = self._text[self._marked.end : self._marked.end + 2].lstrip()[:1].islower()
            return QuoteKind.DIRECT if ends or (len(self._words) > 6 and not goes_on) else QuoteKind.MIXED
        after_cue = bool(self._before) and self._grammar.tokens[self._before[-1]].tag.startswith("VB") and capital
        if (lead_in in _LEADS_IN or after_cue) and (ends or lead_in == ":") and (capital or lead_in != "-"):
            return QuoteKind.DIRECT
        return QuoteKind.MIXED

    def _attribution(self, kind: QuoteKind) -> Attribution | None:
        who = self._attributor
        if self._before and (attribution := who.before(self._before)):
            return attribution
        lead_in = self._solid_before()
        if self._before and lead_in == ":":
            return self._introduced_by(self._before)
        if attribution := self._attribution_after(kind):
            return attribution
        return who.governing(self._tokens()) if lead_in and len(self._words) > _SCARE_WORDS else None

    def _introduced_by(self, narration: range) -> Attribution | None:
        who = self._attributor
        return (
            who.before(narration)
            or who.by_order(narration, any_verb=False)
            or who.introducing(narration)
            or who.by_name(narration)
        )

    def _attribution_after(self, kind: QuoteKind) -> Attribution | None:
        ending = self._marked.spans[-1].of(self._text).rstrip("'’)")[-1:]
        if self._text[self._marked.end : self._marked.end + 2].lstrip()[:1] in _DASHES:
            return self._attributor.by_name(self._after)
        following = self._text[self._marked.end : self._marked.end + 3].lstrip()[:1]
        if not self._after or (ending == "." and not following.islower() and len(self._after) > 6):
            return None
        attribution = self._attributor.after(self._after, at_once=kind is QuoteKind.DIRECT)
        attribution = attribution or self._attributor.by_order(self._after, any_verb=ending == ",")
        if attribution or kind is QuoteKind.DIRECT:
            return attribution
        return self._attributor.by_order(self._after_last_comma(), any_verb=False)

    def _after_last_comma(self) -> range:
        """Of `"unlikely" that Roe can win, said Doe`, the last two words."""
        commas = [i for i in self._after if self._grammar.tokens[i].text == ","]
        return range(commas[-1] + 1 if commas else self._after.stop, self._after.stop)

    def _tokens(self) -> range:
        return self._grammar.within(self._marked.spans[0].start, self._marked.spans[0].end)

    def _is_title(self) -> bool:
        """Whether the words are the name of a book or the like: capitals throughout, no end of a sentence."""
        words = [w for w in self._words if w.lower() not in _SMALL_WORDS]
        ending = self._marked.spans[-1].of(self._text)[-1:]
        capitals = len(words) > 1 and all(w[0].isupper() or w[0].isdigit() for w in words)
        before = {self._grammar.tokens[i].lower for i in self._before[-3:]}
        if before & WORKS and (capitals or (self._words and self._words[0][0].isupper() and ending not in ".!?")):
            return True
        return capitals and ending not in (*_ENDS_A_SENTENCE, ",") and self._solid_before() not in ("", ",", ":")

    def _is_speech(self, kind: QuoteKind, by: Attribution | None, of_speech: bool) -> bool:
        """Whether the marks are those of speech; a word or two without a cue are marked for irony, or as a term."""
        if kind is QuoteKind.DIRECT:
            return by is not None or of_speech or len(self._words) > _SCARE_WORDS
        if len(self._words) > _SCARE_WORDS:
            return True
        if by is None or by.cue_token is None or by.cue_token not in self._before:
            return False
        return self._before.stop - by.cue_token <= _NEAR
