"""TimelineJS 3 (Knight Lab): the JSON of a page; see its website/docs/json-format.

A date has the parts that are known and no others; what its parts can't tell, such as "about" or a season, stands in
`display_date`. Years before Christ are those that people count, as TimelineJS shows them: its -44 is 44 BC, and no
year is 0. Text is HTML there, so that of articles is escaped. Times of day are as the articles give them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from newstimeline.clean import one_line
from newstimeline.library.views import EventDetail, QuoteSaid
from newstimeline.output.citations import citation
from newstimeline.output.date_parts import counted_year, ends_of
from newstimeline.output.descriptions import basis_sentence, own_words
from newstimeline.output.export_source import Material, Unfit
from newstimeline.output.json_text import json_list, json_text
from newstimeline.output.links import web_address
from newstimeline.timeline.time_names import counted
from newstimeline.when import Precision, When, calendar
from newstimeline.when.date_words import describe

YEARS = range(-271_000, 275_001)
"""Those that a page can show by months and days."""
PARTS = ("year", "month", "day", "hour", "minute")
_KNOWN = {
    Precision.MINUTE: 5,
    Precision.HOUR: 4,
    Precision.DAY: 3,
    Precision.MONTH: 2,
    Precision.SEASON: 2,
    Precision.YEAR: 1,
    Precision.DECADE: 1,
    Precision.CENTURY: 1,
}
"""How many of the parts a date of some precision has."""
_TOLD_BY_PARTS = frozenset((Precision.MINUTE, Precision.DAY, Precision.MONTH, Precision.YEAR))
Parts = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """An event as TimelineJS has it."""

    uid: str
    start: Parts
    end: Parts | None
    """None where it would be the same as the start, which is an error there."""
    display: str | None
    headline: str
    text: str


def slides(material: Material) -> Iterator[Slide]:
    """The events with a date.

    Raises:
        Unfit: there are none, and TimelineJS shows no empty page.
    """
    empty = True
    for event in material.dated(YEARS):
        assert event.when
        empty = False
        start, end = _span(event.when)
        yield Slide(event.uid, start, end, _display(event.when), html(event.title), _text(event))
    if empty:
        raise Unfit("TimelineJS needs a dated event, and there is none")


def title_text(material: Material) -> str:
    """What stands below the title."""
    return counted(len(material.matches), "event")


def pieces(material: Material) -> Iterator[str]:
    """The document, bit by bit."""
    text = {"headline": html(material.title), "text": title_text(material)}
    title = f'{{"title": {json_text({"text": text})},\n"events": [\n'
    return json_list(title, map(_record, slides(material)), "\n]}\n")


def _record(slide: Slide) -> dict[str, object]:
    record: dict[str, object] = {"unique_id": f"e-{slide.uid}", "start_date": _date(slide.start)}
    if slide.end:
        record["end_date"] = _date(slide.end)
    if slide.display:
        record["display_date"] = slide.display
    return {**record, "text": {"headline": slide.headline, "text": slide.text}, "autolink": False}


def _date(parts: Parts) -> dict[str, int]:
    return dict(zip(PARTS, parts, strict=False))


def _span(when: When) -> tuple[Parts, Parts | None]:
    first, last = ends_of(when)
    known = first or last or when
    start = _parts(known.start, known.precision)
    end = _last_parts(last) if first and last else start
    return start, end if end != start else None


def _last_parts(when: When) -> Parts:
    return _parts(when.start if when.precision <= Precision.HOUR else when.end - 1, when.precision)


def _parts(moment: int, precision: Precision) -> Parts:
    hour, minute = divmod(moment % calendar.MINUTES_A_DAY, 60)
    year, month, day = calendar.day_of(moment)
    return (counted_year(year), month, day, hour, minute)[: _KNOWN[precision]]


def _display(when: When) -> str | None:
    """The date in words, where TimelineJS would show it otherwise: it knows no doubt, no season and no year 0."""
    plain = when.precision in _TOLD_BY_PARTS and not when.approximate and not when.uncertain
    return None if plain and calendar.day_of(when.start).year > 0 else html(describe(when))


def html(text: str) -> str:
    """Text that HTML shows as it is."""
    return escape(one_line(text))


def _text(event: EventDetail) -> str:
    quotes = "".join(_quote(quote) for quote in event.quotes)
    people = "; ".join(person.name for person in event.people)
    lines = [f"<p>{html(words)}</p>" for words in (people, *own_words(event.own)) if words]
    address = web_address(event.article.url)
    cited = html(citation(event.article, with_address=address is None))
    source = f'<a href="{escape(address)}">{cited}</a>' if address else cited
    return f"{quotes}{''.join(lines)}<p>Date: {html(basis_sentence(event))}. Source: {source}</p>"


def _quote(quote: QuoteSaid) -> str:
    speaker = html(quote.by)
    role = f", {html(quote.roles[0])}" if quote.roles else ""
    words = quote.kind.marked(html(quote.text))
    return f"<blockquote>{words}<cite>{speaker}{role}</cite></blockquote>"
