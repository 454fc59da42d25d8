"""What an article looks like with a reader's changes: a function of its extraction and of the changes in force.

A change finds its place by the stretch of text that it was made to; where another extraction has drawn that a little
differently, by what overlaps most; where the text has changed, by the same words nearby. One that finds no place any
more is lost for now, and is said to be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from newstimeline.changes.change import Change, Kind, Target, What
from newstimeline.model import Event, Extraction, Person, Quote, Span
from newstimeline.name_keys import name_key
from newstimeline.terms import Basis, QuoteKind
from newstimeline.when import parse

Effect = Callable[[Extraction, str, Change], Extraction]
_SAME_PLACE = 0.5
"""Share of the characters of two stretches that both must have to be the same; as in `library.event_identity`."""


@dataclass(frozen=True, slots=True)
class Applied:
    """An article with the changes."""

    extraction: Extraction
    base: Extraction
    """What was found, with the events added by hand but nothing else changed: what the events' identities rest on."""
    placed: Mapping[str, tuple[Kind, str]]
    """For each change that found its place, by id: which thing that is, by its id in the extraction."""
    lost: tuple[str, ...]
    """The ids of those that did not."""


def apply(original: Extraction, changes: Iterable[Change]) -> Applied:
    """Apply the changes in force to an article's extraction; changes of other articles must not be among them."""
    changes = tuple(changes)
    base = replace(original, events=(*original.events, *(_by_hand(c) for c in changes if c.what is What.EVENT)))
    placed: dict[str, tuple[Kind, str]] = {}
    lost: list[str] = []
    extraction = base
    place_in_base = cache(partial(place, extraction=base))  # a thing that was changed often is looked for once
    for change in changes:
        local = place_in_base(change.target) if change.what is not What.EVENT else _hand_id(change)
        if local is None:
            lost.append(change.id)
            continue
        kind = Kind.EVENT if change.what is What.EVENT else change.target.kind
        placed[change.id] = (kind, local)
        if effect := _EFFECTS.get(change.what):
            extraction = effect(extraction, local, change)
    return Applied(extraction, base, placed, tuple(lost))


def place(target: Target, extraction: Extraction) -> str | None:
    """The id, within an extraction, of what a change was made to; None when it is not there."""
    match target.kind:
        case Kind.ARTICLE:
            return extraction.article.id
        case Kind.PERSON:
            key = name_key(target.words)
            return next((person.id for person in extraction.people if name_key(person.name) == key), None)
        case Kind.EVENT:
            spans = [(event.id, event.evidence) for event in extraction.events]
            by_words = next((e.id for e in extraction.events if target.words in (e.id, e.title)), None)
        case Kind.QUOTE:
            spans = [(quote.id, quote_span(quote)) for quote in extraction.quotes]
            by_words = next((quote.id for quote in extraction.quotes if quote.text == target.words), None)
    if target.span is None:
        return by_words
    span = where(target.span, target.words, extraction.article.text or "")
    best = max(((_shared(span, other), id_) for id_, other in spans if other), default=None, key=lambda pair: pair[0])
    return best[1] if best and best[0] >= _SAME_PLACE else by_words


def event_target(article: str, event: Event, text: str | None) -> Target:
    """How a change names an event."""
    if event.evidence is None or text is None:
        return Target(Kind.EVENT, article, None, event.id if event.id.startswith(_HAND) else event.title)
    return Target(Kind.EVENT, article, event.evidence, event.evidence.of(text))


def quote_target(article: str, quote: Quote) -> Target:
    """How a change names a quote."""
    return Target(Kind.QUOTE, article, quote_span(quote), quote.text)


def quote_span(quote: Quote) -> Span | None:
    """From the first character of a quote to the last."""
    return Span(quote.spans[0].start, quote.spans[-1].end) if quote.spans else None


_HAND = "hand-"


def _hand_id(change: Change) -> str:
    return f"{_HAND}{change.id}"


def _by_hand(change: Change) -> Event:
    return Event(id=_hand_id(change), title=str(change.value))


def where(span: Span, words: str, text: str) -> Span:
    """Where some words stand now: at their place, or at the nearest one to it; their old place when they are gone."""
    if span.of(text) == words or not words:
        return span
    after = text.find(words, max(span.start, 0))
    before = text.rfind(words, 0, max(span.start, 0) + len(words))
    places = [at for at in (before, after) if at >= 0]
    if not places:
        return span
    start = min(places, key=lambda at: abs(at - span.start))
    return Span(start, start + len(words))


def _shared(span: Span, other: Span) -> float:
    shared = min(span.end, other.end) - max(span.start, other.start)
    whole = max(span.end, other.end) - min(span.start, other.start)
    return shared / whole if whole > 0 else 0.0


def _on_event(effect: Callable[[Event, Change], Event | None]) -> Effect:
    def on(extraction: Extraction, local: str, change: Change) -> Extraction:
        changed = ((effect(event, change) if event.id == local else event) for event in extraction.events)
        return replace(extraction, events=tuple(event for event in changed if event))

    return on


def _dated(event: Event, change: Change) -> Event:
    when = parse(change.value) if isinstance(change.value, str) else None
    return replace(event, when=when, basis=Basis.CORRECTED, time=None)


def _spoken(extraction: Extraction, local: str, change: Change) -> Extraction:
    """With another speaker, who is then a person of the article and of the events at which the quote stands."""
    if change.value is None:
        return _with_quote(extraction, local, lambda quote: replace(quote, speaker=None))
    name = str(change.value)
    key = name_key(name)
    known = next((person.id for person in extraction.people if name_key(person.name) == key), None)
    speaker = known or f"reader-{len(extraction.people) + 1}"
    people = extraction.people if known else (*extraction.people, Person(id=speaker, name=name))
    events = tuple(
        replace(event, people=(*event.people, speaker)) if local in event.quotes and speaker not in event.people
        else event
        for event in extraction.events
    )  # fmt: skip
    named = replace(extraction, people=people, events=events)
    return _with_quote(named, local, lambda quote: replace(quote, speaker=speaker))


def _of_kind(extraction: Extraction, local: str, change: Change) -> Extraction:
    kind = QuoteKind(str(change.value))
    return _with_quote(extraction, local, lambda quote: replace(quote, kind=kind))


def _with_quote(extraction: Extraction, local: str, effect: Callable[[Quote], Quote]) -> Extraction:
    quotes = tuple(effect(quote) if quote.id == local else quote for quote in extraction.quotes)
    return replace(extraction, quotes=quotes)


def _named(extraction: Extraction, local: str, change: Change) -> Extraction:
    people = tuple(
        replace(person, name=str(change.value)) if person.id == local else person for person in extraction.people
    )
    return replace(extraction, people=people)


_EFFECTS: Mapping[What, Effect] = {
    What.DATE: _on_event(_dated),
    What.TITLE: _on_event(lambda event, change: replace(event, title=str(change.value))),
    What.HIDDEN: _on_event(lambda event, change: None if change.value else event),
    What.SPEAKER: _spoken,
    What.KIND: _of_kind,
    What.NAME: _named,
}
"""What the changes do to an extraction; the others stand beside it."""
