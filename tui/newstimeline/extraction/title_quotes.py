"""How much of a quote stands in a title: as many of its first words as there is room for, up to the end of a phrase."""

from __future__ import annotations

from newstimeline.extraction.grammar import Grammar
from newstimeline.extraction.phrase_ends import may_end_before
from newstimeline.extraction.title_compression import HARD_LIMIT
from newstimeline.model import Span

_LEAST_ROOM = 30
_FEWEST_WORDS = 3
_ENDS = frozenset((".", "!", "?"))


def quote_in_title(grammar: Grammar, text: str, span: Span, room: int) -> str:
    """The words of a quote for a title, without marks around them; cut only where what stays says the same."""
    words = " ".join(span.of(text).split()).rstrip(",")
    room = max(room, _LEAST_ROOM)
    if len(words) <= room:
        return words
    cuts = [(i, " ".join(text[span.start : grammar.tokens[i].start].split())) for i in _cuts(grammar, span)]
    fitting = [cut for _, cut in cuts if len(cut) <= room]
    longer = [cut for _, cut in cuts if room < len(cut) <= HARD_LIMIT]
    chosen = fitting[-1] if fitting else longer[0] if longer else _at_a_word(words)
    return chosen.rstrip(" ,;:-–—…")


def _at_a_word(words: str) -> str:
    return words if len(words) <= HARD_LIMIT else words[:HARD_LIMIT].rsplit(" ", 1)[0]


def _cuts(grammar: Grammar, span: Span) -> list[int]:
    """The tokens before which a quote may end, in order: phrases of its first sentence, and that sentence's end."""
    inside = grammar.within(span.start, span.end)[:HARD_LIMIT]
    if not inside:
        return []
    ends = (i + 1 for i in inside if grammar.tokens[i].text in _ENDS and i - inside.start >= _FEWEST_WORDS)
    sentence = range(inside.start, min(next(ends, inside.stop), inside.stop))
    cuts = [i for i in sentence[_FEWEST_WORDS:] if may_end_before(grammar, i, sentence)]
    return [*cuts, sentence.stop] if sentence.stop < inside.stop else cuts
