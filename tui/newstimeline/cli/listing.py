"""`newstimeline list`, `show` and `quotes`: events and what was said at them, as text."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from itertools import chain, islice

from newstimeline.cli.asking import asked, form_of, print_records
from newstimeline.cli.console import Failure, write
from newstimeline.cli.places import library_path
from newstimeline.library.found import Found
from newstimeline.library.reader import Library

_PAGE = 500


def list_events(options: argparse.Namespace) -> int:
    """Print the events that a query means, in the order of time."""
    with asked(options) as (library, found):
        if (form := form_of(options)) == "plain":
            print_rows(library, found, options.limit)
            return 0
        from newstimeline.output.listing import csv_lines, json_line

        details = (library.detail(int(event)) for event in found.ids(0, options.limit))
        if form == "csv":
            lines = csv_lines(details)
        else:
            lines = (json_line(event, library.words(event.article.id, event.evidence)) for event in details)
        for line in lines:
            write(line)
    return 0


def print_rows(library: Library, found: Found, limit: int | None = None) -> None:
    """Print found events a line each, in their order."""
    from newstimeline.output.rows import plain_line

    ids = found.ids(0, limit)
    for at in range(0, len(ids), _PAGE):
        for row in library.rows(ids[at : at + _PAGE]):
            write(plain_line(row))


def show_event(options: argparse.Namespace) -> int:
    """Print one event."""
    from newstimeline.output.listing import csv_lines, json_line
    from newstimeline.plain.telling import event_lines

    with Library(library_path(options)) as library:
        number = library.event_of(options.event)
        if number is None:
            raise Failure(f"the library has no event {options.event[:60]}; 'newstimeline list --json' has the ids")
        event = library.detail(number)
        evidence = library.words(event.article.id, event.evidence)
        match form_of(options):
            case "json":
                lines: Iterable[str] = [json_line(event, evidence)]
            case "csv":
                lines = csv_lines([event])
            case _:
                lines = [*event_lines(event), *([f"Evidence: {evidence}"] if evidence else [])]
        for line in lines:
            write(line)
    return 0


def list_quotes(options: argparse.Namespace) -> int:
    """Print the quotes of the events that a query means."""
    from newstimeline.output.answers import QUOTE_COLUMNS, quote_line, quote_records

    with asked(options) as (library, found):
        ids = found.ids()
        quotes = chain.from_iterable(
            quote_records(library.detail(int(event))) for event in ids[found.columns.kinds[ids] > 0]
        )
        print_records(islice(quotes, options.limit), options, QUOTE_COLUMNS, quote_line)
    return 0
