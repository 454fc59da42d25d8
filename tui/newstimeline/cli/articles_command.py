"""`newstimeline articles`: the articles by their dates, with how many of the events each tells."""

from __future__ import annotations

from itertools import islice

from newstimeline.cli.options import Subcommand
from newstimeline.cli.query_command import ListingOptions, asked, print_records
from newstimeline.library.library import Library
from newstimeline.output.query_results import ARTICLE_COLUMNS, article_line, article_record


def list_articles(options: ListingOptions) -> int:
    """Print the articles of the events that a query means; all of the library without one."""
    with asked(options, Library) as (library, matches):
        numbers = library.articles(matches, whole=options.is_everything)
        records = (article_record(library.article_info(number), events) for number, events in numbers)
        print_records(islice(records, options.limit), options.form, ARTICLE_COLUMNS, article_line)
    return 0


COMMAND = Subcommand(ListingOptions, list_articles)
