"""From an `Extraction` to a line of a parsed-events file."""

from __future__ import annotations

import json
from collections.abc import Iterable

from newstimeline.clean import escaped
from newstimeline.model import Event, Extraction, Mention, Quote, Span, TimeExpression
from newstimeline.terms import MentionKind
from newstimeline.when import When

SCHEMA = "newstimeline/1"


def dump(extraction: Extraction) -> str:
    """The record as one line of JSON, without the line's end; harmless to a terminal."""
    return escaped(json.dumps(to_record(extraction), ensure_ascii=False, separators=(",", ":")))


def to_record(extraction: Extraction) -> dict[str, object]:
    """The JSON object of an extraction."""
    article = extraction.article
    return {
        "schema": SCHEMA,
        "article": {
            "id": article.id,
            "title": article.title,
            "published": _edtf(article.published),
            "source": article.source,
            "url": article.url,
            "path": article.path,
            "text": article.text,
            **article.stored_extra,
        },
        "times": [_time(time) for time in extraction.times],
        "people": [
            {"id": p.id, "name": p.name, "roles": list(p.roles), "mentions": _mentions(p.mentions), **p.extra}
            for p in extraction.people
        ],
        "places": [
            {"id": p.id, "name": p.name, "mentions": _place_mentions(p.mentions), **p.extra} for p in extraction.places
        ],
        "quotes": [_quote(quote) for quote in extraction.quotes],
        "events": [_event(event) for event in extraction.events],
        **extraction.extra,
    }


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _span(span: Span | None) -> dict[str, object] | None:
    return {"start": span.start, "end": span.end} if span else None


def _mentions(mentions: Iterable[Mention]) -> list[dict[str, object]]:
    return [{"start": m.span.start, "end": m.span.end, "kind": m.kind.value} for m in mentions]


def _place_mentions(mentions: Iterable[Mention]) -> list[dict[str, object]]:
    """A place is nearly always named, so only another kind is worth a key."""
    records = _mentions(mentions)
    for record in records:
        if record["kind"] == MentionKind.NAME:
            del record["kind"]
    return records


def _time(time: TimeExpression) -> dict[str, object]:
    return {
        "id": time.id,
        **(_span(time.span) or {}),
        "text": time.text,
        "timex": {"type": time.type, "value": time.value},
        "edtf": _edtf(time.when),
        "anchor": _edtf(time.anchor),
        **time.extra,
    }


def _quote(quote: Quote) -> dict[str, object]:
    return {
        "id": quote.id,
        "kind": quote.kind.value,
        "spans": [[span.start, span.end] for span in quote.spans],
        "text": quote.text,
        "cue": _span(quote.cue),
        "source": _span(quote.source),
        "speaker": quote.speaker,
        "when": _edtf(quote.when),
        **quote.extra,
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "id": event.id,
        "date": _edtf(event.when),
        "basis": event.basis.value if event.basis else None,
        "time": event.time,
        "title": event.title,
        "evidence": _span(event.evidence),
        "people": list(event.people),
        "quotes": list(event.quotes),
        "places": list(event.places),
        **event.extra,
    }
