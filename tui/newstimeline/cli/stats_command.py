"""`newstimeline stats`: how many events, quotes, people, places and articles there are."""

from __future__ import annotations

import argparse

from newstimeline.cli.console import write
from newstimeline.cli.query_command import asked, ends_of, form_of, is_everything, print_records
from newstimeline.library.library import EVERY_NAME, Library
from newstimeline.output.query_results import STATS_COLUMNS, quote_line, stats_lines, stats_record


def show_stats(options: argparse.Namespace) -> int:
    """Print how much there is."""
    with asked(options, Library) as (library, found):
        articles = library.articles(found, whole=is_everything(options))
        record = stats_record(
            found,
            ends_of(library, found),
            len(articles),
            len(library.quotes(found.ids())),
            library.facets(found, EVERY_NAME),
        )
        if form_of(options) == "plain":
            for line in stats_lines(record):
                write(line)
        else:
            print_records([record], options, STATS_COLUMNS, quote_line)
    return 0
