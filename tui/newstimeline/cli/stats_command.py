"""`newstimeline stats`: how many events, quotes, people, places and articles there are."""

from __future__ import annotations

from dataclasses import dataclass

from newstimeline.cli.console import write
from newstimeline.cli.options import Subcommand
from newstimeline.cli.query_command import Form, QueryOptions, asked, ends_of, print_records
from newstimeline.library.library import EVERY_NAME, Library
from newstimeline.output.query_results import STATS_COLUMNS, quote_line, stats_lines, stats_record


@dataclass(frozen=True, kw_only=True)
class StatsOptions(QueryOptions):
    """Of which events, and how to print their numbers."""

    form: Form


def show_stats(options: StatsOptions) -> int:
    """Print how much there is."""
    with asked(options, Library) as (library, matches):
        articles = library.articles(matches, whole=options.is_everything)
        record = stats_record(
            matches,
            ends_of(library, matches),
            len(articles),
            len(library.quotes(matches.ids())),
            library.facets(matches, EVERY_NAME),
        )
        if options.form == "plain":
            for line in stats_lines(record):
                write(line)
        else:
            print_records([record], options.form, STATS_COLUMNS, quote_line)
    return 0


COMMAND = Subcommand(StatsOptions, show_stats)
