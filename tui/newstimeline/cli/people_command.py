"""`newstimeline people`: who occurs, counted as the browser counts."""

from __future__ import annotations

import argparse

from newstimeline.cli.query_command import asked, print_records
from newstimeline.library.library import EVERY_NAME, Library
from newstimeline.output.query_results import NAME_COLUMNS, name_line, name_record


def list_people(options: argparse.Namespace) -> int:
    """Print the people of the events that a query means."""
    with asked(options, Library) as (library, found):
        people = library.facets(found, options.limit or EVERY_NAME).people
        print_records(map(name_record, people), options, NAME_COLUMNS, name_line)
    return 0
