"""People, quotes, articles and figures as plain lines, as JSON and as CSV: what each form says of each.

The JSON is one object a line. Its `schema` names what it is and the version of that form: `newstimeline-event/1`
(`output.listing`), and here `newstimeline-person/1`, `newstimeline-quote/1`, `newstimeline-article/1` and
`newstimeline-library/1`. Within a version keys may be added; none goes away or changes its meaning. Dates are EDTF and
null where there is none, and `event` and an event's `id` are what `show` and `--event` take.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from newstimeline.clean import one_line, reveal
from newstimeline.library.views import ArticleCounted, Figures, Presence, QuoteAt
from newstimeline.output.listing import csv_line
from newstimeline.terms import QuoteKind
from newstimeline.timeline.names import counted
from newstimeline.when import When

Fields = Mapping[str, object]
Thing = TypeVar("Thing")
_DATE_WIDTH = 10


@dataclass(frozen=True, slots=True)
class Listed(Generic[Thing]):
    """How one kind of thing is listed."""

    schema: str
    plain: Callable[[Thing], str]
    fields: Callable[[Thing], Fields]
    """The JSON object without its schema; its keys are the columns of the CSV, where lists stand with semicolons."""
    columns: tuple[str, ...]

    def lines(self, things: Iterable[Thing], form: str) -> Iterator[str]:
        """The lines of some things in one of the forms "plain", "json" and "csv"."""
        if form == "csv":
            yield csv_line(self.columns)
        for thing in things:
            if form == "plain":
                yield self.plain(thing)
            elif form == "json":
                yield json_object(self.schema, self.fields(thing))
            else:
                yield csv_line(_cell(self.fields(thing)[column]) for column in self.columns)


def json_object(schema: str, fields: Fields) -> str:
    """A JSON object in one line."""
    return reveal(json.dumps({"schema": schema, **fields}, ensure_ascii=False))


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _dated(when: When | None) -> str:
    return f"{when.edtf if when else 'undated':<{_DATE_WIDTH}}"


def _person_line(person: Presence) -> str:
    quoted = f", quoted at {person.quoted:,}" if person.quoted else ""
    return f"{one_line(person.name)}  {counted(person.events, 'event')}{quoted}"


def _person_fields(person: Presence) -> Fields:
    return {"name": person.name, "events": person.events, "quoted": person.quoted}


PEOPLE = Listed("newstimeline-person/1", _person_line, _person_fields, ("name", "events", "quoted"))


@dataclass(frozen=True, slots=True)
class QuoteListed:
    """A quote with the id of its event."""

    quote: QuoteAt
    event: str


def _quote_line(listed: QuoteListed) -> str:
    said = listed.quote.said
    speaker = one_line(said.speaker or said.source or "unattributed")
    text = one_line(said.text)
    return f"{_dated(listed.quote.when)}  {speaker}: {f'“{text}”' if said.kind is QuoteKind.DIRECT else text}"


def _quote_fields(listed: QuoteListed) -> Fields:
    quote, said = listed.quote, listed.quote.said
    return {
        "date": _edtf(quote.when), "speaker": said.speaker, "roles": list(said.roles), "source": said.source,
        "verb": said.verb, "kind": str(said.kind), "text": said.text, "outlet": quote.outlet, "event": listed.event,
    }  # fmt: skip


QUOTES = Listed(
    "newstimeline-quote/1",
    _quote_line,
    _quote_fields,
    ("date", "speaker", "roles", "source", "verb", "kind", "text", "outlet", "event"),
)


def _article_line(counted_: ArticleCounted) -> str:
    article = counted_.article
    outlet = f"  [{one_line(article.source)}]" if article.source else ""
    return f"{_dated(article.published)}  {one_line(article.title)}{outlet}  {counted(counted_.events, 'event')}"


def _article_fields(counted_: ArticleCounted) -> Fields:
    article = counted_.article
    return {
        "published": _edtf(article.published), "title": article.title, "source": article.source, "url": article.url,
        "path": article.path, "events": counted_.events,
    }  # fmt: skip


ARTICLES = Listed(
    "newstimeline-article/1",
    _article_line,
    _article_fields,
    ("published", "title", "source", "url", "path", "events"),
)


def figures_fields(figures: Figures) -> Fields:
    """The object of `stats --json`, without its schema."""
    return {
        "articles": figures.articles, "undated_articles": figures.undated_articles, "events": figures.events,
        "events_by_basis": figures.by_basis, "quotes": figures.quotes, "quotes_by_kind": figures.by_kind,
        "people": figures.people, "places": figures.places, "outlets": figures.outlets,
        "first": _edtf(figures.first), "last": _edtf(figures.last),
        "articles_by_extractor": figures.extractors, "bytes": figures.bytes,
    }  # fmt: skip


def figures_rows(figures: Figures) -> Iterator[tuple[str, str]]:
    """Each figure with its name; those that are parts of the one above have its name before theirs."""
    for name, value in figures_fields(figures).items():
        if isinstance(value, dict):
            for part, number in value.items():
                yield f"{name.replace('_', ' ')}: {one_line(part)}", str(number)
        else:
            yield name.replace("_", " "), "none" if value is None else str(value)


FIGURES_SCHEMA = "newstimeline-library/1"
