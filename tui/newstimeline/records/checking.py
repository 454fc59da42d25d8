"""Whether an extraction hangs together: its ids lead somewhere and its spans lie within the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newstimeline.model import Extraction, Person, Place, Span


class RecordError(ValueError):
    """A record that does not follow the format; the message names the place."""


def spans_of(extraction: Extraction) -> Iterator[tuple[str, Span]]:
    """Every stretch of text that an extraction points at, with what points there."""
    for time in extraction.times:
        if time.span:
            yield f"time {time.id}", time.span
    owners: tuple[Person | Place, ...] = (*extraction.people, *extraction.places)
    for owner in owners:
        for mention in owner.mentions:
            yield f"mention of {owner.id}", mention.span
    for quote in extraction.quotes:
        for span in (*quote.spans, quote.cue, quote.source):
            if span:
                yield f"quote {quote.id}", span
    for event in extraction.events:
        if event.evidence:
            yield f"event {event.id}", event.evidence


def check_spans(extraction: Extraction) -> None:
    """Refuse spans that reach beyond the text.

    Raises:
        RecordError: one does, or there are spans and no text.
    """
    text = extraction.article.text
    for owner, span in spans_of(extraction):
        if text is None:
            raise RecordError(f"{owner} has a span, but the article has no text")
        if span.end > len(text):
            raise RecordError(f"{owner} ends at {span.end}, but the text has {len(text)} characters")


def check_ids(extraction: Extraction) -> None:
    """Refuse references that lead nowhere and ids that stand twice.

    Raises:
        RecordError: there is one.
    """
    known: dict[str, set[str]] = {}
    for what in ("times", "people", "places", "quotes", "events"):
        ids = [item.id for item in getattr(extraction, what)]
        known[what] = set(ids)
        if len(known[what]) < len(ids):
            twice = next(i for i in ids if ids.count(i) > 1)
            raise RecordError(f"{what} has the id {twice[:40]!r} twice")
    for quote in extraction.quotes:
        _check_known(f"quote {quote.id[:40]!r}", "people", known, [quote.speaker] if quote.speaker else [])
    for event in extraction.events:
        place = f"event {event.id[:40]!r}"
        _check_known(place, "times", known, [event.time] if event.time else [])
        for what in ("people", "quotes", "places"):
            _check_known(place, what, known, getattr(event, what))


def _check_known(place: str, what: str, known: dict[str, set[str]], ids: Iterable[str]) -> None:
    for one in ids:
        if one not in known[what]:
            raise RecordError(f"{place} refers to {one[:40]!r}, which {what} does not have")
