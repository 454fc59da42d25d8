"""`newstimeline articles`: the articles by their dates, with how many of the events each tells."""

from __future__ import annotations

import argparse

from newstimeline.cli.query_command import asked, is_everything, print_records
from newstimeline.library.library import Library
from newstimeline.output.query_results import ARTICLE_COLUMNS, article_line, article_record


def list_articles(options: argparse.Namespace) -> int:
    """Print the articles of the events that a query means; all of the library without one."""
    with asked(options, Library) as (library, found):
        numbers = library.articles(found, whole=is_everything(options))
        records = (article_record(library.article_info(number), events) for number, events in numbers)
        print_records(records, options, ARTICLE_COLUMNS, article_line)
    return 0
