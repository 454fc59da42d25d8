"""`newstimeline list`: events as text, for which little is loaded."""

from __future__ import annotations

from newstimeline.cli.console import write
from newstimeline.cli.options import Subcommand
from newstimeline.cli.query_command import ListingOptions, asked
from newstimeline.library.event_queries import EventQueries
from newstimeline.library.matches import Matches
from newstimeline.output.event_lines import plain_line

_PAGE = 500


def list_events(options: ListingOptions) -> int:
    """Print the events that a query means, in the order of time."""
    if options.form != "plain":
        from newstimeline.cli.show_command import list_details

        return list_details(options)
    with asked(options, EventQueries) as (events, matches):
        print_rows(events, matches, options.limit)
    return 0


COMMAND = Subcommand(ListingOptions, list_events)


def print_rows(events: EventQueries, matches: Matches, limit: int | None = None) -> None:
    """Print found events a line each, in their order."""
    ids = matches.ids(0, limit)
    for at in range(0, len(ids), _PAGE):
        write("\n".join(map(plain_line, events.rows(ids[at : at + _PAGE]))))
