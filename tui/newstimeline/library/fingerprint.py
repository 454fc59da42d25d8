"""A short text that says what was found in an article, to tell a second reading of it from another one.

It does not depend on the order of keys, on where the file lay, or on the program's version.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b

from newstimeline.model import Event, Extraction, Mention, Quote, Span, TimeExpression
from newstimeline.when import When

_PREFIX = "2:"
"""Of fingerprints of the second kind. The first were hashes of the whole record as JSON, at four times the cost."""

Plain = str | int | None | tuple["Plain", ...]


def fingerprint(extraction: Extraction) -> str:
    """The fingerprint of an article's findings; its text is told apart by the article's own identity."""
    article = extraction.article
    value: Plain = (
        (article.source, article.url, _extra(article.stored_extra), _extra(extraction.extra)),
        tuple(_time(time) for time in extraction.times),
        tuple((p.id, p.name, p.roles, _mentions(p.mentions), _extra(p.extra)) for p in extraction.people),
        tuple((p.id, p.name, _mentions(p.mentions), _extra(p.extra)) for p in extraction.places),
        tuple(_quote(quote) for quote in extraction.quotes),
        tuple(_event(event) for event in extraction.events),
    )
    return _PREFIX + _hash(repr(value))


def is_current(known: str) -> bool:
    """Whether a stored fingerprint is of the kind that is made now, and says something if it differs."""
    return known.startswith(_PREFIX)


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _extra(extra: Mapping[str, object]) -> str:
    return json.dumps(extra, sort_keys=True) if extra else ""


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _span(span: Span | None) -> Plain:
    return (span.start, span.end) if span else None


def _mentions(mentions: tuple[Mention, ...]) -> Plain:
    return tuple((m.span.start, m.span.end, m.kind.value) for m in mentions)


def _time(time: TimeExpression) -> Plain:
    dates = (_edtf(time.when), _edtf(time.anchor))
    return (time.id, _span(time.span), time.text, time.type, time.value, *dates, _extra(time.extra))


def _quote(quote: Quote) -> Plain:
    spans = tuple((span.start, span.end) for span in quote.spans)
    said = (quote.id, quote.kind.value, quote.text, spans, _span(quote.cue), _span(quote.source))
    return (*said, quote.speaker, _edtf(quote.when), _extra(quote.extra))


def _event(event: Event) -> Plain:
    told = (event.id, event.title, _edtf(event.when), event.basis and event.basis.value, event.time)
    return (*told, _span(event.evidence), event.people, event.quotes, event.places, _extra(event.extra))
