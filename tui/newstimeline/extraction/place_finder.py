"""The places of an article: one for each name, apart from names that are somebody's."""

from __future__ import annotations

from collections.abc import Mapping

from newstimeline.extraction.grammar import Entity, Grammar
from newstimeline.model import Mention, Place, Span

_LABELS = frozenset(("GPE", "LOC", "FAC"))

_SAME: Mapping[str, str] = {
    "us": "united states", "usa": "united states", "united states of america": "united states",
    "uk": "united kingdom", "uae": "united arab emirates", "prc": "china", "dprk": "north korea",
    "drc": "democratic republic of congo",
}  # fmt: skip
"""For what a nation is called, without stops, its usual name."""


def find_places(grammar: Grammar, people: list[Span], body: int) -> tuple[Place, ...]:
    """The places named from the offset `body` on, in order of appearance, without those that are people."""
    mentions: dict[str, list[Span]] = {}
    taken = {offset for span in people for offset in range(span.start, span.end)}
    for entity in grammar.entities:
        span = _span(grammar, entity)
        if entity.label not in _LABELS or span is None or span.start < body or span.start in taken:
            continue
        name = " ".join(span.of(grammar.text).split())
        key = name.replace(".", "").lower()
        mentions.setdefault(_SAME.get(key, key), []).append(span)
    return tuple(
        Place(id=f"l{number}", name=_fullest(grammar, spans), mentions=tuple(map(Mention, spans)))
        for number, spans in enumerate(mentions.values(), 1)
    )


def _fullest(grammar: Grammar, spans: list[Span]) -> str:
    """The first name without capitals only, "United States" before "US"; else the first one."""
    names = [" ".join(span.of(grammar.text).split()) for span in spans]
    return next((name for name in names if not name.replace(".", "").isupper()), names[0])


def _span(grammar: Grammar, entity: Entity) -> Span | None:
    """The name without an article before it and a possessive after it."""
    first, last = entity.first, entity.last - 1
    tokens = grammar.tokens
    while first <= last and (tokens[first].lower in ("the", "a") or not tokens[first].text[0].isalnum()):
        first += 1
    while last >= first and (tokens[last].tag == "POS" or tokens[last].is_space):
        last -= 1
    if first > last or not any(token.text[0].isupper() for token in tokens[first : last + 1]):
        return None
    return grammar.span(first, last)
