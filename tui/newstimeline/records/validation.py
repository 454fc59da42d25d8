"""Whether an extraction hangs together: its ids lead somewhere and its spans lie within the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newstimeline.model import Extraction, Person, Place, Span


class RecordError(ValueError):
    """A record that does not follow the format; the message names the place."""


def spans_of(extraction: Extraction) -> Iterator[tuple[str, str, Span]]:
    """Every stretch of text that an extraction points at, with what points there: "quote", its id, the span."""
    for time in extraction.times:
        if time.span:
            yield "time", time.id, time.span
    owners: tuple[Person | Place, ...] = (*extraction.people, *extraction.places)
    for owner in owners:
        for mention in owner.mentions:
            yield "mention of", owner.id, mention.span
    for quote in extraction.quotes:
        for span in (*quote.spans, quote.cue, quote.source):
            if span:
                yield "quote", quote.id, span
    for event in extraction.events:
        if event.evidence:
            yield "event", event.id, event.evidence


def check_spans(extraction: Extraction) -> None:
    """Refuse spans that reach beyond the text.

    Raises:
        RecordError: one does, or there are spans and no text.
    """
    text = extraction.article.text
    length = -1 if text is None else len(text)
    for what, owner, span in spans_of(extraction):
        if span.end > length:
            if text is None:
                raise RecordError(f"{what} {owner} has a span, but the article has no text")
            raise RecordError(f"{what} {owner} ends at {span.end}, but the text has {length} characters")


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
        if quote.speaker:
            _check_known("quote", quote.id, "people", known, (quote.speaker,))
    for event in extraction.events:
        if event.time:
            _check_known("event", event.id, "times", known, (event.time,))
        _check_known("event", event.id, "people", known, event.people)
        _check_known("event", event.id, "quotes", known, event.quotes)
        _check_known("event", event.id, "places", known, event.places)


def _check_known(kind: str, owner: str, what: str, known: dict[str, set[str]], ids: Iterable[str]) -> None:
    for reference in ids:
        if reference not in known[what]:
            raise RecordError(f"{kind} {owner[:40]!r} refers to {reference[:40]!r}, which {what} does not have")
