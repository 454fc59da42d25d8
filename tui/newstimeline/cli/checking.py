"""`newstimeline check`: whether the library still says what its articles say."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from newstimeline.cli.console import counted, write
from newstimeline.cli.places import library_path
from newstimeline.library.reader import Library
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Extraction, quoted_text
from newstimeline.records import spans_of


def check(options: argparse.Namespace) -> int:
    """Print what is wrong, a line a problem, and a summary; 1 when something is."""
    path = library_path(options)
    if options.rebuild:
        Library(path).close()  # which has to be there
        with LibraryWriter(path) as writer:
            writer.rebuild()
    with Library(path) as library:
        problems = library.integrity()
        spans = quotes = 0
        numbers = library.article_numbers()
        for number in numbers:
            extraction = library.extraction(number)
            problems += [f"article {extraction.article.id}: {problem}" for problem in problems_of(extraction)]
            spans += sum(1 for _ in spans_of(extraction))
            quotes += len(extraction.quotes)
        for problem in problems:
            write(problem)
        checked = f"{counted(len(numbers), 'article')}, {counted(quotes, 'quote')}, {counted(spans, 'span')} checked"
        write(f"{checked}: {counted(len(problems), 'problem') if problems else 'all in order'}")
    return 1 if problems else 0


def problems_of(extraction: Extraction) -> Iterator[str]:
    """Where an extraction does not agree with its article's text."""
    text = extraction.article.text
    for what, owner, span in spans_of(extraction):
        if text is None or not 0 <= span.start < span.end <= len(text):
            yield f"{what} {owner} points at {span.start}-{span.end}, outside the text"
    if text is None:
        return
    for quote in extraction.quotes:
        if quote.spans and quote.text != quoted_text(quote.spans, text):
            yield f"quote {quote.id} is not what stands at its place"
    for time in extraction.times:
        if time.span and time.text != time.span.of(text):
            yield f"time {time.id} is not what stands at its place"
