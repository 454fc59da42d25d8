"""The plain list of events: one line an event, the same order as the browser."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from newstimeline.changes.change import BESIDE, What
from newstimeline.library.views import EventDetail
from newstimeline.output.csv_cells import csv_line
from newstimeline.output.date_parts import first_day, last_day
from newstimeline.output.json_text import json_text

EVENT_SCHEMA = "newstimeline-event/1"


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
    yield csv_line(_CELLS)
    for event in events:
        yield csv_line((cell(event) or "" for cell in _CELLS.values()), raw=raw)


def quotes_cell(event: EventDetail) -> str:
    """The quotes of an event as one cell of a table."""
    return " | ".join(f"{quote.by}: {quote.text}" for quote in event.quotes)


_CELLS: Mapping[str, Callable[[EventDetail], str | None]] = {
    "date": lambda event: event.when.edtf if event.when else None,
    "first_day": lambda event: first_day(event.when) if event.when else None,
    "last_day": lambda event: last_day(event.when) if event.when else None,
    "basis": lambda event: event.basis,
    "title": lambda event: event.title,
    "people": lambda event: "; ".join(person.name for person in event.people),
    "places": lambda event: "; ".join(place.name for place in event.places),
    "quotes": quotes_cell,
    "source": lambda event: event.article.source,
    "published": lambda event: event.article.published.edtf if event.article.published else None,
    "headline": lambda event: event.article.title,
    "url": lambda event: event.article.url,
    "status": lambda event: event.text_of(What.STATUS),
    "tags": lambda event: event.text_of(What.TAGS),
    "note": lambda event: event.text_of(What.NOTE),
    "id": lambda event: event.uid,
}
"""What each column of a table of events has."""
CSV_COLUMNS = tuple(_CELLS)
