"""Articles, live blogs and events told as data of schema.org (JSON-LD): in files of their own and within pages.

A live blog becomes an article for each of its updates, since each has a date of its own, from which its "this
morning" counts; in one article all of them would be dated by the day on which the blog began.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag

from newstimeline.clean import clean_line
from newstimeline.model import Article
from newstimeline.reading.clean_json import harmless
from newstimeline.reading.json_parts import Value, objects_of, text_of, without
from newstimeline.reading.markup import html_paragraphs
from newstimeline.reading.outcome import Parsed, Unreadable
from newstimeline.reading.outlets import outlet_name
from newstimeline.reading.page_metadata import ARTICLES, is_of_type, types_of
from newstimeline.reading.plain import build_article, headline_and_body
from newstimeline.reading.publication_date_forms import date_told
from newstimeline.reading.structured_events import ChronicleEntry, chronicle
from newstimeline.reading.table_dates import from_to
from newstimeline.terms import DatedBy

_EVENTS = ("event", "festival", "hackathon", "eventseries")
_INNER = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "subjectOf", "hasPart")
"""Where a thing that is neither holds one that is."""
_TOLD = ("headline", "articleBody", "liveBlogUpdate")
_BODIES = ("articleBody", "text", "description")


def is_schema_org(value: Value) -> bool:
    """Whether a JSON object is data of schema.org."""
    return "@graph" in value or "@type" in value


def read_schema_org(value: Value, name: str) -> Iterator[Parsed]:
    """Make articles and events of what an object tells.

    Raises:
        Unreadable: it tells of neither.
    """
    items = [*_articles(_things([value]), name), *read_events([value], name)]
    if not items:
        kind = ", ".join(types_of(value))[:60] or "things"
        raise Unreadable(f"its schema.org data ({kind}) has neither an article with words nor an event")
    yield from items


def read_events(values: Iterable[object], name: str) -> Iterator[Parsed]:
    """Make one extraction of all the events that JSON values tell of."""
    events = [thing for thing in _things(values) if is_of_type(thing, _EVENTS)]
    if events:
        entries = [_event(thing, f"event {number}") for number, thing in enumerate(events, 1)]
        yield from chronicle("", entries, name, url=_address(events[0]) if len(events) == 1 else None)


def read_live_blogs(values: Iterable[object], name: str) -> Iterator[Article]:
    """Make articles of the live blogs that JSON values tell of, if their updates stand there."""
    blogs = (thing for thing in _things(values) if objects_of(thing, "liveBlogUpdate"))
    yield from _articles(blogs, name)


def _things(values: Iterable[object]) -> Iterator[Value]:
    """The articles and events, wherever they stand."""
    waiting = deque(values)
    while waiting:
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extendleft(reversed(value))
        elif isinstance(value, dict):
            if is_of_type(value, ARTICLES) or is_of_type(value, _EVENTS):
                yield value
            else:
                waiting.extendleft(value[name] for name in reversed(_INNER) if name in value)


def _articles(things: Iterable[Value], path: str) -> Iterator[Article]:
    for thing in things:
        if not is_of_type(thing, ARTICLES):
            continue
        outlet, address = _name(thing, "publisher"), _address(thing)
        if article := _article(thing, path, outlet, address):
            yield article
        for update in objects_of(thing, "liveBlogUpdate"):
            own = _address(update)
            # Addresses that differ by a fragment are of one page, and its articles would be taken for one.
            is_own = own is not None and address is not None and urldefrag(own).url != urldefrag(address).url
            if article := _article(update, path, _name(update, "publisher") or outlet, own if is_own else None):
                yield article


def _article(thing: Value, path: str, outlet: str, address: str | None) -> Article | None:
    headline = _line(thing, "headline", "name")
    body = next((lines for name in _BODIES if (lines := html_paragraphs(text_of(thing, name)))), [])
    if not body and (not headline or "liveBlogUpdate" in thing):
        return None
    return build_article(
        *headline_and_body(headline, [line for line in body if line != headline]),
        date_told(text_of(thing, "datePublished", "dateCreated")),
        path=path,
        source=outlet or None,
        url=address,
        sure=bool(headline),
        by=DatedBy.JSON_LD,
        extra={"given": harmless(without(thing, *_TOLD))},
    )


def _event(thing: Value, place: str) -> ChronicleEntry:
    when, words, trouble = from_to(*(text_of(thing, name) for name in ("startDate", "endDate", "duration")))
    return ChronicleEntry(
        place=place,
        title=_line(thing, "name", "headline"),
        date=words,
        when=when,
        trouble=trouble,
        paragraphs=html_paragraphs(text_of(thing, "description")),
        people=[
            text_of(participant, "name")
            for role in ("performer", "actor", "attendee")
            for participant in objects_of(thing, role)
            if "Person" in types_of(participant)
        ],
        places=[text_of(location, "name") for location in objects_of(thing, "location")],
        details=[("Organiser", _name(thing, "organizer")), ("Address", _address(thing) or "")],
        given=without(thing, "@context", "@type", "name", "startDate", "endDate", "duration", "description"),
    )


def _line(thing: Value, *names: str) -> str:
    return clean_line(" ".join(html_paragraphs(text_of(thing, *names))))


def _name(thing: Value, role: str) -> str:
    """The name of who or what has a role, as a thing or as a text."""
    names = (text_of(holder, "name") for holder in objects_of(thing, role))
    return outlet_name(*names, text_of(thing, role))


def _address(thing: Value) -> str | None:
    page = objects_of(thing, "mainEntityOfPage")
    urls = (
        text_of(thing, "url"),
        *(text_of(entity, "@id") for entity in page),
        text_of(thing, "mainEntityOfPage", "@id"),
    )
    return next((url for url in map(clean_line, urls) if url.startswith(("http://", "https://"))), None)
