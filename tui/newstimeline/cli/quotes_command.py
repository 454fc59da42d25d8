"""`newstimeline quotes`: who said what, in the order of the events."""

from __future__ import annotations

from itertools import chain, islice

from newstimeline.cli.options import Subcommand
from newstimeline.cli.query_command import ListingOptions, asked, print_records
from newstimeline.library.library import Library
from newstimeline.output.query_results import QUOTE_COLUMNS, quote_line, quote_records


def list_quotes(options: ListingOptions) -> int:
    """Print the quotes of the events that a query means."""
    with asked(options, Library) as (library, matches):
        ids = matches.ids()
        quotes = chain.from_iterable(
            quote_records(library.detail(int(event))) for event in ids[matches.columns.kinds[ids] > 0]
        )
        print_records(islice(quotes, options.limit), options.form, QUOTE_COLUMNS, quote_line)
    return 0


COMMAND = Subcommand(ListingOptions, list_quotes)
