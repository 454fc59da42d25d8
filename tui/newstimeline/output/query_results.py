"""What the commands print of quotes, people, articles and numbers: as records, and as lines for reading.

A record is one line of JSON. Its `schema` names what it is and its version: names may be added to a version, and none
changes or goes. Dates are EDTF; what is not known is null. `data/lists.schema.json` describes every name.

- `newstimeline-event/1`: an event, see `event_records.json_line`.
- `newstimeline-quote/1`: a quote, with the `event` (its id) at which it was said.
- `newstimeline-name/1`: a person with a number of `events`.
- `newstimeline-person/1`: a person, with `roles`, company (`people`, `places`, `sources`), and all `quotes`.
- `newstimeline-article/1`: an article with a number of `events`.
- `newstimeline-stats/1`: how many there are of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from newstimeline.clean import one_line
from newstimeline.library.matches import Matches
from newstimeline.library.views import ArticleInfo, Counted, EventDetail, Facets, Profile
from newstimeline.terms import QuoteKind
from newstimeline.timeline.time_names import counted

Fields = Mapping[str, object]
Ends = tuple[str | None, str | None]
"""The dates of the first and of the last dated event (EDTF)."""
QUOTE_COLUMNS = ("date", "speaker", "roles", "said_by", "verb", "kind", "text", "source", "headline", "event")
NAME_COLUMNS = ("name", "events")
ARTICLE_COLUMNS = ("published", "title", "source", "url", "path", "events", "id")
STATS_COLUMNS = (
    "articles", "events", "dated", "undated", "first", "last", "quotes", "people", "places", "sources",
)  # fmt: skip


def cells(record: Fields, columns: Iterable[str]) -> Iterator[str]:
    """The fields of a record as a table has them."""
    for column in columns:
        value = record[column]
        yield "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def quote_records(event: EventDetail, person: int | None = None) -> list[Fields]:
    """The quotes of an event, or only a person's."""
    return [
        {
            "schema": "newstimeline-quote/1",
            "date": event.when.edtf if event.when else None,
            "speaker": quote.speaker,
            "roles": list(quote.roles),
            "said_by": quote.source,
            "verb": quote.verb,
            "kind": str(quote.kind),
            "text": quote.text,
            "source": event.article.source,
            "headline": event.article.title,
            "event": event.uid,
        }
        for quote in event.quotes
        if person is None or quote.person == person
    ]


def quote_line(record: Fields) -> str:
    """Such as "2025-11-07  Ada Quill: “It is done”"."""
    words = QuoteKind(str(record["kind"])).marked(one_line(str(record["text"])))
    speaker = one_line(str(record["speaker"] or record["said_by"] or "unattributed"))
    return f"{record['date'] or 'undated':<10}  {speaker}: {words}"


def name_record(name: Counted) -> Fields:
    """A name with its number of events."""
    return {"schema": "newstimeline-name/1", "name": name.name, "events": name.events}


def name_line(record: Fields) -> str:
    """Such as "Ada Quill  [2 events]"."""
    return f"{one_line(str(record['name']))}  [{counted(cast('int', record['events']), 'event')}]"


def article_record(article: ArticleInfo, events: int) -> Fields:
    """An article with how many of the asked events it tells."""
    return {
        "schema": "newstimeline-article/1",
        "id": article.key,
        "title": article.title,
        "published": article.published.edtf if article.published else None,
        "source": article.source,
        "url": article.url,
        "path": article.path,
        "events": events,
    }


def article_line(record: Fields) -> str:
    """Such as "2025-11-07  Harbour opens (The Post)  [3 events]"."""
    source = f" ({one_line(str(record['source']))})" if record["source"] else ""
    events = counted(cast("int", record["events"]), "event")
    return f"{record['published'] or 'undated':<10}  {one_line(str(record['title']))}{source}  [{events}]"


def stats_record(matches: Matches, ends: Ends, articles: int, quotes: int, facets: Facets) -> Fields:
    """How much was found."""
    return {
        "schema": "newstimeline-stats/1",
        "articles": articles,
        "events": len(matches),
        "dated": matches.dated,
        "undated": len(matches) - matches.dated,
        "first": ends[0],
        "last": ends[1],
        "quotes": quotes,
        "people": len(facets.people),
        "places": len(facets.places),
        "sources": len(facets.sources),
    }


def stats_lines(record: Fields) -> Iterator[str]:
    """A line a number."""
    for column in STATS_COLUMNS:
        value = record[column]
        yield f"{column}: {f'{value:,}' if isinstance(value, int) else value or 'none'}"


def person_record(record: Profile, events: Matches, ends: Ends, company: Facets, quotes: Sequence[Fields]) -> Fields:
    """A person, as far as some events go."""
    return {
        "schema": "newstimeline-person/1",
        "name": record.name,
        "also": list(record.also),
        "events": len(events),
        "first": ends[0],
        "last": ends[1],
        "roles": [{"role": role.role, "articles": role.articles} for role in record.roles],
        "people": [_named(person) for person in company.people if person.id != record.id],
        "places": [_named(place) for place in company.places],
        "sources": [_named(source) for source in company.sources],
        "quotes": list(quotes),
    }


def _named(name: Counted) -> Fields:
    return {"name": name.name, "events": name.events}


def person_lines(person: Fields) -> Iterator[str]:
    """A person, a line a thought."""
    span = f", {person['first']} to {person['last']}" if person["first"] else ""
    yield f"{one_line(str(person['name']))}: {counted(cast('int', person['events']), 'event')}{span}"
    if also := cast("list[str]", person["also"]):
        yield f"also: {', '.join(map(one_line, also))}"
    for name, key, number in (
        ("roles", "role", "articles"),
        ("people", "name", "events"),
        ("places", "name", "events"),
        ("sources", "name", "events"),
    ):
        if several := cast("list[Fields]", person[name]):
            yield f"{name}: {'; '.join(f'{one_line(str(item[key]))} {item[number]:,}' for item in several)}"
    yield from map(quote_line, cast("list[Fields]", person["quotes"]))
