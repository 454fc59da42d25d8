"""`newstimeline list`, `show`, `people`, `quotes`, `articles` and `stats`: what the library holds, as text.

Counts and order are those of the browser, since both ask the same library the same way.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TypeVar

from newstimeline.arrays import Shorts
from newstimeline.cli.console import UsageFailure, say, write
from newstimeline.cli.places import library_path
from newstimeline.library.found import Found
from newstimeline.library.reader import Library
from newstimeline.output.listing import csv_lines, json_line, plain_line
from newstimeline.query import All, AsOf, Clock, Query, QueryError, parse_query

Many = TypeVar("Many", bound="Sequence[object] | Shorts")
_PAGE = 500


def list_events(options: argparse.Namespace) -> int:
    """Print the events that a query means, in the order of time."""
    with _asked(options) as (library, found):
        _print_ids(library, _first(options, found.ids(), "events"), form_of(options))
    return 0


def print_events(library: Library, query: str) -> None:
    """Print events as plain lines, in the order of time."""
    _print_ids(library, library.find(meant(query)).ids(), "plain")


def show_event(options: argparse.Namespace) -> int:
    """Print everything about one event."""
    from newstimeline.plain.telling import event_lines

    with Library(library_path(options)) as library:
        number = library.event_of(options.event)
        if number is None:
            raise UsageFailure(f"the library has no event {options.event[:60]}; 'newstimeline list --json' has the ids")
        event = library.detail(number)
        form = form_of(options)
        for line in (
            csv_lines([event]) if form == "csv" else [json_line(event)] if form == "json" else event_lines(event)
        ):
            write(line)
        text = library.extraction(event.article.id).article.text if form == "plain" and event.evidence else None
        if text and event.evidence:
            from newstimeline.clean import one_line

            write(f"Evidence: {one_line(event.evidence.of(text))}")
    return 0


def list_people(options: argparse.Namespace) -> int:
    """Print who is part of the events that a query means, the most present first."""
    from newstimeline.output.forms import PEOPLE

    with _asked(options) as (library, found):
        for line in PEOPLE.lines(_first(options, library.people(found), "people"), form_of(options)):
            write(line)
    return 0


def list_quotes(options: argparse.Namespace) -> int:
    """Print the quotes of the events that a query means, in the order of the events."""
    from newstimeline.output.forms import QUOTES, QuoteListed

    with _asked(options) as (library, found):
        some = _first(options, library.quotes(found.ids()), "quotes")
        listed = (QuoteListed(quote, library.uid_of(quote.event) or "") for quote in some)
        for line in QUOTES.lines(listed, form_of(options)):
            write(line)
    return 0


def list_articles(options: argparse.Namespace) -> int:
    """Print the articles of the events that a query means; without a query all, also those without an event."""
    from newstimeline.output.forms import ARTICLES

    with _asked(options) as (library, found):
        every = not options.query and options.as_of is None
        some = _first(options, library.articles(found, also_without_events=every), "articles")
        for line in ARTICLES.lines(some, form_of(options)):
            write(line)
    return 0


def show_stats(options: argparse.Namespace) -> int:
    """Print how much of what the library holds."""
    from newstimeline.output.forms import FIGURES_SCHEMA, figures_fields, figures_rows, json_object
    from newstimeline.output.listing import csv_line

    with Library(library_path(options)) as library:
        figures = library.figures()
    form = form_of(options)
    if form == "json":
        write(json_object(FIGURES_SCHEMA, figures_fields(figures)))
        return 0
    rows = list(figures_rows(figures))
    width = max(len(name) for name, _ in rows)
    if form == "csv":
        write(csv_line(("figure", "value")))
    for name, value in rows:
        write(csv_line((name, value)) if form == "csv" else f"{name:<{width}}  {value}")
    return 0


def form_of(options: argparse.Namespace) -> str:
    """The form that the options ask for: "plain", "json" or "csv"."""
    return "json" if options.json else "csv" if options.csv else "plain"


def meant(text: str) -> Query:
    """What a query means.

    Raises:
        UsageFailure: it means nothing.
    """
    try:
        return parse_query(text, date.today())
    except QueryError as error:
        mend = f"; try: {error.mend}" if error.mend else ""
        raise UsageFailure(f"{error} (at character {error.position + 1} of the query){mend}") from None


@contextmanager
def _asked(options: argparse.Namespace) -> Iterator[tuple[Library, Found]]:
    """The library, and the events that the options ask for in their order."""
    query = meant(" ".join(options.query))
    if options.as_of is not None:
        query = All((query, AsOf(options.as_of)))
    with Library(library_path(options)) as library:
        yield library, library.find(query, Clock(options.sort))


def _first(options: argparse.Namespace, things: Many, what: str) -> Many:
    """As many as were asked for; that there are more is said."""
    if options.limit is None or len(things) <= options.limit:
        return things
    say(f"the first {options.limit:,} of {len(things):,} {what}")
    return things[: options.limit]  # type: ignore[return-value]  # a part of each is of the same type


def _print_ids(library: Library, ids: Shorts, form: str) -> None:
    if form == "plain":
        for at in range(0, len(ids), _PAGE):
            for row in library.rows(ids[at : at + _PAGE]):
                write(plain_line(row))
        return
    details = (library.detail(int(event)) for event in ids)
    for line in csv_lines(details) if form == "csv" else map(json_line, details):
        write(line)
