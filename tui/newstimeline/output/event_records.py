"""The plain list of events: one line an event, the same order as the browser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from newstimeline.changes.change import BESIDE, What
from newstimeline.library.views import EventDetail
from newstimeline.output.csv_cells import csv_line
from newstimeline.output.date_parts import first_day, last_day
from newstimeline.output.json_text import json_text

EVENT_SCHEMA = "newstimeline-event/1"
CSV_COLUMNS = (
    "date",
    "first_day",
    "last_day",
    "basis",
    "title",
    "people",
    "places",
    "quotes",
    "source",
    "published",
    "headline",
    "url",
    "status",
    "tags",
    "note",
    "id",
)


def event_record(event: EventDetail, evidence: str | None = None) -> Mapping[str, object]:
    """One event by names (newstimeline-event/1); with the words that it rests on, where they are known."""
    article = event.article
    return {
        "schema": EVENT_SCHEMA,
        "id": event.uid,
        "date": event.when.edtf if event.when else None,
        "basis": event.basis,
        "title": event.title,
        "people": [{"name": person.name, "roles": list(person.roles)} for person in event.people],
        "places": [place.name for place in event.places],
        "quotes": [
            {"text": quote.text, "kind": quote.kind, "speaker": quote.speaker, "source": quote.source}
            for quote in event.quotes
        ],
        "article": {
            "title": article.title,
            "published": article.published.edtf if article.published else None,
            "source": article.source,
            "url": article.url,
            **({"origins": [origin.record for origin in article.origins]} if article.origins else {}),
            **({"unextracted": article.unextracted} if article.unextracted else {}),
        },
        **({"evidence": evidence} if evidence else {}),
        **{str(own.what): own.value for own in event.own if own.what in BESIDE and own.value is not None},
    }


def json_line(event: EventDetail, evidence: str | None = None) -> str:
    """The same as one line of JSON."""
    return json_text(event_record(event, evidence))


def csv_lines(events: Iterable[EventDetail], *, raw: bool = False) -> Iterator[str]:
    """A header and one line an event; cells that would run as formulas begin with an apostrophe, unless `raw`."""
    yield csv_line(CSV_COLUMNS)
    for event in events:
        article = event.article
        cells = (
            event.when.edtf if event.when else "",
            (first_day(event.when) if event.when else None) or "",
            (last_day(event.when) if event.when else None) or "",
            event.basis or "",
            event.title,
            "; ".join(person.name for person in event.people),
            "; ".join(place.name for place in event.places),
            quotes_cell(event),
            article.source or "",
            article.published.edtf if article.published else "",
            article.title,
            article.url or "",
            *(event.text_of(what) for what in (What.STATUS, What.TAGS, What.NOTE)),
            event.uid,
        )
        yield csv_line(cells, raw=raw)


def quotes_cell(event: EventDetail) -> str:
    """The quotes of an event as one cell of a table."""
    return " | ".join(f"{quote.by}: {quote.text}" for quote in event.quotes)
