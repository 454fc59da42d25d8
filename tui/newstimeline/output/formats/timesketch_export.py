"""Timesketch (Google): JSON Lines with `message`, `datetime` and `timestamp_desc`; see its docs, import-from-json-csv.

It knows only moments, so `datetime` is the first one of the date, `timestamp_desc` names the precision and `edtf` has
the date itself. A time of day without an offset is taken for UTC, and `timestamp_desc` says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from newstimeline.changes.change import What
from newstimeline.clean import one_line
from newstimeline.library.views import EventDetail
from newstimeline.output.date_parts import has_clock, iso_day, offset, precision_name
from newstimeline.output.event_records import quotes_cell
from newstimeline.output.export_source import Material
from newstimeline.output.json_text import json_text
from newstimeline.when import When, calendar

YEARS = range(2, 9999)
"""Of ISO 8601 with four digits, whatever the offset."""


def pieces(material: Material) -> Iterator[str]:
    """The document, bit by bit."""
    return (json_text(row(event, material)) + "\n" for event in material.dated(YEARS))


def row(event: EventDetail, material: Material) -> dict[str, str]:
    """An event by the names of columns. None may be one of Timesketch's own, which it takes away (`_id`, `_source`)."""
    assert event.when
    article = event.article
    columns = {
        "message": event.title,
        "datetime": _moment(event.when),
        "timestamp_desc": _description(event.when),
        "edtf": event.when.edtf,
        "basis": event.basis or "",
        "people": "; ".join(person.name for person in event.people),
        "places": "; ".join(place.name for place in event.places),
        "quotes": quotes_cell(event),
        "evidence": material.evidence(event) or "",
        "source": article.source or "",
        "source_url": article.url or "",
        "headline": article.title,
        "published": article.published.edtf if article.published else "",
        "event_id": event.uid,
        **{str(what): event.text_of(what) for what in (What.STATUS, What.NOTE)},
        "tag": json_text(event.text_of(What.TAGS).split()),
    }
    return {name: one_line(value) for name, value in columns.items()}


def _moment(when: When) -> str:
    moment = when.start - (offset(when) or 0)
    hour, minute = divmod(moment % calendar.MINUTES_A_DAY, 60)
    return f"{iso_day(moment)}T{hour:02}:{minute:02}:00+00:00"


def _description(when: When) -> str:
    zone = ", as reported, offset unknown" if has_clock(when) and offset(when) is None else ""
    return f"Event date ({precision_name(when)} precision{zone})"
