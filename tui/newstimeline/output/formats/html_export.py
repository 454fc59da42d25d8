"""One page that needs nothing else: to read, search, print, publish, or hand to an editor.

Its policy (CSP) lets the browser run and style it by nothing but what this module puts in, known by its hash, and load
nothing from anywhere. All text is escaped; only addresses of the web become links. Without scripts everything is there
but the filter.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from newstimeline.clean import one_line
from newstimeline.library.matches import Matches
from newstimeline.library.views import EventDetail, PersonSeen, QuoteSaid
from newstimeline.output.citations import citation
from newstimeline.output.descriptions import CONFIDENCE, basis_sentence, delay, own_words
from newstimeline.output.export_source import Material
from newstimeline.output.formats.svg_strip import scale_of, strip
from newstimeline.output.links import web_address
from newstimeline.timeline.scale import Scale
from newstimeline.timeline.time_names import counted
from newstimeline.when import Precision, When, calendar
from newstimeline.when.date_words import MONTHS, WEEKDAYS, clock, describe, month_name

_MOST_NAMES = 24
"""People that are offered above the events."""


_SIGNS = {
    "firm": "date in the text",
    "likely": "date from nearby",
    "weak": "only the report’s date",
    "unknown": "undated",
}


def pieces(material: Material) -> Iterator[str]:
    """The document, bit by bit."""
    style, script = (files(__package__).joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    scale = scale_of(material.matches)
    yield from _head(material.title, style, script)
    yield from _top(material, scale)
    yield from _filter(material)
    yield '<main id="events" class="wide">\n'
    group = None
    for event in material.events():
        heading = _group(event.when)
        if heading != group:
            yield f'{"</section>" if group else ""}<section class="group"><h2>{_text(heading)}</h2>\n'
            group = heading
        yield from _event(event, material.evidence(event), scale)
    yield f"{'</section>' if group else '<p>No events.</p>'}</main>\n"
    made = (
        f"Made by newstimeline on {material.today.isoformat()}. Dates, quotes and names are as the articles have them."
    )
    yield f'<footer><div class="wide">{made}</div></footer>\n<script>{script}</script></body></html>\n'


def _head(title: str, style: str, script: str) -> Iterator[str]:
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none';"
        " form-action 'none'"
    )
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield f"<title>{_text(title)}</title>\n<style>{style}</style></head>\n<body>\n"


def _hash(text: str) -> str:
    """As a policy names what it allows (Content Security Policy Level 3)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _top(material: Material, scale: Scale | None) -> Iterator[str]:
    matches = material.matches
    articles = len(material.library.articles(matches, whole=False))
    span = ""
    if matches.dated:
        first, last = (_stretch(material.library.rows([event])[0].when) for event in _ends(matches))
        span = f", {first}" if first == last else f", {first} to {last}"
    yield '<a class="skip" href="#events">Skip to the events</a>\n'
    yield f'<header class="wide"><h1>{_text(material.title)}</h1>\n'
    yield f"<p>{counted(len(matches), 'event')} from {counted(articles, 'article')}{_text(span)}</p>\n"
    signs = (f'<li class="{sure}">{meaning}</li>' for sure, meaning in _SIGNS.items())
    yield '<ul class="legend" aria-label="How firm a date is">' + "".join(signs) + "</ul>\n"
    if scale:
        firsts: dict[int, int] = {}
        dates = matches.dates
        for start, event in zip(dates.starts.tolist(), matches.ids()[dates.firsts].tolist(), strict=True):
            firsts.setdefault(scale.column(start), event)
        uids = {column: material.library.uid_of(event) or "" for column, event in firsts.items()}
        yield '<div class="strip" tabindex="0" role="group" aria-label="When the events lie">\n'
        yield from strip(matches, scale, uids)
        yield "</div>\n"
    yield "</header>\n"


def _ends(matches: Matches) -> tuple[int, int]:
    """The first and the last dated event."""
    ids = matches.ids(0, matches.dated)
    return int(ids[0]), int(ids[-1])


def _filter(material: Material) -> Iterator[str]:
    people = material.library.facets(material.matches, _MOST_NAMES).people
    yield '<div class="filter" role="search" hidden><div class="wide"><form>\n'
    yield '<label for="filter" class="unseen">Filter</label>'
    yield '<input id="filter" type="search" placeholder="Filter: words, names, dates  ( / )" autocomplete="off">'
    yield '<output for="filter" aria-live="polite"></output>\n'
    if people:
        names = "".join(f"<li>{_button(person.name, f'{person.name} {person.events:,}')}</li>" for person in people)
        yield f'<ul class="names" aria-label="People">{names}</ul>\n'
    yield "</form></div></div>\n"


def _button(name: str, label: str) -> str:
    return f'<button type="button" data-name="{_text(name)}">{_text(label)}</button>'


def _group(when: When | None) -> str:
    """The heading under which a date stands."""
    words = _stretch(when)
    return words[0].upper() + words[1:]


def _stretch(when: When | None) -> str:
    """A date's month, or the date itself where that is coarser."""
    if when is None:
        return "undated"
    if when.precision <= Precision.MONTH or when.precision is Precision.RANGE:
        day = calendar.day_of(when.start)
        return month_name(day.year, day.month)
    return describe(when)


def _event(event: EventDetail, evidence: str | None, scale: Scale | None) -> Iterator[str]:
    when, sure = event.when, CONFIDENCE[event.basis]
    columns = f' data-columns="{scale.column(when.start)} {scale.column(when.end - 1)}"' if when and scale else ""
    date = f'<time title="{_text(describe(when))}">{_text(_short(when))}</time>' if when else "no date"
    yield f'<article class="event {sure}" id="e-{event.uid}"{columns}>\n'
    yield f'<div class="when">{date}<span class="unseen">, {sure}</span></div>\n'
    yield f'<div class="told"><h3><a href="#e-{event.uid}">{_text(event.title)}</a></h3>\n'
    for quote in event.quotes:
        yield _quote(quote)
    for words in own_words(event.own):
        yield f'<p class="own">{_text(words)}</p>\n'
    if event.people:
        names = "".join(f"<li>{_button(person.name, _with_role(person))}</li>" for person in event.people)
        yield f'<ul class="names" aria-label="People">{names}</ul>\n'
    yield from _rest(event, evidence)
    yield "</div></article>\n"


def _with_role(person: PersonSeen) -> str:
    return f"{person.name}, {person.roles[0]}" if person.roles else person.name


def _short(when: When) -> str:
    """A date below the heading of its month."""
    day = calendar.day_of(when.start)
    if when.precision > Precision.DAY or when.approximate or when.uncertain:
        return describe(when)
    weekday = WEEKDAYS[calendar.weekday(calendar.day_number(*day))][:3]
    time = f", {clock(when.start)}" if when.precision < Precision.DAY else ""
    return f"{weekday} {day.day} {MONTHS[day.month - 1][:3]}{time}"


def _quote(quote: QuoteSaid) -> str:
    words = quote.kind.marked(_text(quote.text))
    role = f", {_text(quote.roles[0])}" if quote.roles else ""
    notes = "".join(f" · {_text(note)}" for note in own_words(quote.own))
    speaker = _text(quote.by)
    return f"<figure><blockquote>{words}</blockquote><figcaption>{speaker}{role}{notes}</figcaption></figure>\n"


def _rest(event: EventDetail, evidence: str | None) -> Iterator[str]:
    """Where it is from and what it rests on."""
    address = web_address(event.article.url)
    cited = _text(citation(event.article, with_address=address is None))
    source = f'<a href="{escape(address)}" rel="noopener noreferrer">{cited}</a>' if address else cited
    yield f"<details><summary>{_text(event.article.source or 'Source')}: what this rests on</summary>\n"
    if evidence:
        yield f"<p>“{_text(evidence)}”</p>\n"
    yield f"<p>Date: {_text(CONFIDENCE[event.basis])}, {_text(basis_sentence(event) + delay(event))}.</p>\n"
    if event.places:
        yield f"<p>Places: {_text('; '.join(place.name for place in event.places))}</p>\n"
    notes = "".join(f" {_text(words)}." for words in own_words(event.article.own))
    yield f"<p>{source}.{notes}</p></details>\n"


def _text(text: str) -> str:
    return escape(one_line(text))
