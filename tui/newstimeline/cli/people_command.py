"""`newstimeline people`: who occurs, counted as the browser counts."""

from __future__ import annotations

from newstimeline.cli.options import Subcommand
from newstimeline.cli.query_command import ListingOptions, asked, print_records
from newstimeline.library.library import EVERY_NAME, Library
from newstimeline.output.query_results import NAME_COLUMNS, name_line, name_record


def list_people(options: ListingOptions) -> int:
    """Print the people of the events that a query means."""
    with asked(options, Library) as (library, matches):
        people = library.facets(matches, options.limit or EVERY_NAME).people
        print_records(map(name_record, people), options.form, NAME_COLUMNS, name_line)
    return 0


COMMAND = Subcommand(ListingOptions, list_people)
