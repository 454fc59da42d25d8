"""iCalendar (RFC 5545): each dated event an entry that takes up no time, over the days that its date covers.

A time of day without an offset is that of no zone, as the standard has it. Text is escaped and folded; what stands in
it can begin no line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newstimeline import __version__
from newstimeline.changes.change import What
from newstimeline.clean import one_line
from newstimeline.library.views import EventDetail
from newstimeline.output.citations import citation, quotation
from newstimeline.output.date_parts import has_clock, iso_day, offset, precision_name
from newstimeline.output.descriptions import basis_sentence, own_words
from newstimeline.output.export_source import Material
from newstimeline.output.links import web_address
from newstimeline.terms import Status
from newstimeline.when import When, calendar

_YEARS = range(2, 9999)
_FOLDED_AT = 73
"""Bytes of a line; with the space that continues it, at most 74 of 75."""
_STATUS = {Status.CONFIRMED: "CONFIRMED", Status.DISPUTED: "TENTATIVE", Status.REJECTED: "CANCELLED"}
_ESCAPED = re.compile(r"([\\;,])")


def pieces(material: Material) -> Iterator[str]:
    """The document, bit by bit."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//newstimeline//newstimeline {__version__}//EN")
    yield from (_folded(line) for line in (*head, f"X-WR-CALNAME:{_text(material.title)}"))
    stamp = f"DTSTAMP:{material.today:%Y%m%d}T000000Z"
    for event in material.dated(_YEARS):
        for line in _entry(event, stamp, material.evidence(event)):
            yield _folded(line)
    yield _folded("END:VCALENDAR")


def _entry(event: EventDetail, stamp: str, evidence: str | None) -> Iterator[str]:
    assert event.when
    yield from ("BEGIN:VEVENT", f"UID:{event.uid}@newstimeline", stamp)
    yield from _dates(event.when)
    yield f"SUMMARY:{_text(event.title)}"
    yield f"DESCRIPTION:{_description(event, evidence)}"
    if event.places:
        yield f"LOCATION:{_text('; '.join(place.name for place in event.places))}"
    if address := web_address(event.article.url):
        yield f"URL:{address}"
    if tags := event.text_of(What.TAGS):
        yield f"CATEGORIES:{','.join(map(_text, tags.split()))}"
    if status := event.text_of(What.STATUS):
        yield f"STATUS:{_STATUS[Status(status)]}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _dates(when: When) -> Iterator[str]:
    if has_clock(when):
        known = offset(when)
        moment = when.start - (known or 0)
        hour, minute = divmod(moment % calendar.MINUTES_A_DAY, 60)
        yield f"DTSTART:{_day(moment)}T{hour:02}{minute:02}00{'' if known is None else 'Z'}"
        return
    yield f"DTSTART;VALUE=DATE:{_day(when.start)}"
    yield f"DTEND;VALUE=DATE:{_day(when.end - 1 + calendar.MINUTES_A_DAY)}"


def _day(moment: int) -> str:
    return iso_day(moment).replace("-", "")


def _description(event: EventDetail, evidence: str | None) -> str:
    assert event.when
    lines = [f"Date: {event.when.edtf} ({precision_name(event.when)}), {basis_sentence(event)}."]
    if evidence:
        lines.append(f"Evidence: “{evidence}”")
    lines += [quotation(quote, event.article) for quote in event.quotes]
    lines += [*own_words(event.own), citation(event.article)]
    return "\\n".join(map(_text, lines))


def _text(text: str) -> str:
    return _ESCAPED.sub(r"\\\1", one_line(text))


def _folded(line: str) -> str:
    """A line in pieces of as many bytes as the standard allows, none of which ends within a character."""
    data = line.encode()
    folded: list[bytes] = []
    while len(data) > _FOLDED_AT:
        end = _FOLDED_AT
        while data[end] & 0xC0 == 0x80:  # a continuing byte of UTF-8
            end -= 1
        folded.append(data[:end])
        data = data[end:]
    return b"\r\n ".join([*folded, data]).decode() + "\r\n"
