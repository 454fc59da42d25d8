"""`newstimeline list`: events as text."""

from __future__ import annotations

import argparse
from datetime import date

from newstimeline.cli.console import UsageFailure, write
from newstimeline.cli.places import library_path
from newstimeline.library.reader import Library
from newstimeline.output.listing import csv_lines, json_line, plain_line
from newstimeline.query import Clock, QueryError, parse_query

_PAGE = 500


def list_events(options: argparse.Namespace) -> int:
    """Print the events that a query means, in the order of time."""
    text = " ".join(options.query)
    form = "json" if options.json else "csv" if options.csv else "plain"
    with Library(library_path(options)) as library:
        print_events(library, text, form, Clock.REPORTED if options.reported else Clock.HAPPENED)
    return 0


def print_events(library: Library, query: str, form: str = "plain", clock: Clock = Clock.HAPPENED) -> None:
    """Print events in one of the forms "plain", "json" and "csv", in the order of a clock.

    Raises:
        UsageFailure: the query means nothing.
    """
    try:
        meant = parse_query(query, date.today())
    except QueryError as error:
        mend = f"; try: {error.mend}" if error.mend else ""
        raise UsageFailure(f"{error} (at character {error.position + 1} of the query){mend}") from None
    ids = library.find(meant, clock).ids()
    if form == "plain":
        for at in range(0, len(ids), _PAGE):
            for row in library.rows(ids[at : at + _PAGE]):
                write(plain_line(row))
        return
    details = (library.detail(int(event)) for event in ids)
    for line in csv_lines(details) if form == "csv" else map(json_line, details):
        write(line)
