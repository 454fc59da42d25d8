"""What a JSON value is: one row a kind, the first that knows it reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newstimeline.model import Article
from newstimeline.reading.csl_json import is_csl, read_csl
from newstimeline.reading.feeds import is_json_feed, read_json_feed
from newstimeline.reading.json_parts import Value, list_of, object_of, text_of
from newstimeline.reading.newsplease import looks_like_news_please, read_news_please
from newstimeline.reading.ninjs import is_ninjs, read_ninjs
from newstimeline.reading.outcome import READS, Parsed, Skipped, Unreadable
from newstimeline.reading.parsed_events import looks_like_parsed_events, read_parsed_events
from newstimeline.reading.publication_date_forms import unread_dates
from newstimeline.reading.schema_things import is_schema_org, read_schema_org
from newstimeline.reading.timelinejs_files import is_timelinejs, read_timelinejs


@dataclass(frozen=True, slots=True)
class JsonKind:
    """A kind of JSON object."""

    is_it: Callable[[Value], bool]
    read: Callable[[Value, str, str | None], Iterator[Parsed]]
    """Given the object, the file's name, and the JSON that it was read from if that was it alone; may raise
    `Unreadable`."""


def _dated(article: Article, name: str, date: str) -> Iterator[Parsed]:
    """An article, and the reason of a date that it has and that can't be read."""
    yield article
    if not article.published:
        yield from unread_dates(name, [("its head", date)])


def _issued(item: Value) -> str:
    date = object_of(item, "issued")
    parts = (part for figures in list_of(date, "date-parts") if isinstance(figures, list) for part in figures)
    return text_of(date, "raw", "literal") or "-".join(map(str, parts))


KINDS = (
    JsonKind(looks_like_parsed_events, lambda value, name, text: iter([read_parsed_events(value, name, text)])),
    JsonKind(is_json_feed, lambda value, name, _: read_json_feed(value, name)),
    JsonKind(is_schema_org, lambda value, name, _: read_schema_org(value, name)),
    JsonKind(is_ninjs, lambda value, name, _: read_ninjs(value, name)),
    JsonKind(is_csl, lambda value, name, _: _dated(read_csl(value, name), name, _issued(value))),
    JsonKind(is_timelinejs, lambda value, name, _: read_timelinejs(value, name)),
    JsonKind(
        looks_like_news_please,
        lambda value, name, _: _dated(read_news_please(value, name), name, text_of(value, "date_publish")),
    ),
)


def is_known(value: Value) -> bool:
    """Whether a JSON object is of one of these kinds."""
    return any(kind.is_it(value) for kind in KINDS)


def read_object(value: object, name: str, place: str, text: str | None = None) -> Iterator[Parsed]:
    """Read a JSON value as what it says it is; `text` is the JSON that it was read from, if that was it alone."""
    try:
        if isinstance(value, dict):
            for kind in KINDS:
                if kind.is_it(value):
                    for parsed in kind.read(value, name, text):
                        if isinstance(parsed, Skipped) and parsed.place == name:
                            parsed = Skipped(place, parsed.reason)
                        yield parsed
                    return
        raise Unreadable(f"its JSON is neither an article nor events of a kind that is known; {READS}")
    except Unreadable as error:
        yield Skipped(place, str(error))
    except RecursionError:
        yield Skipped(place, "its JSON is nested too deeply")
