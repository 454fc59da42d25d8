"""`newstimeline check`: whether the library still says what its articles say."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newstimeline.cli.console import UsageFailure, counted, say, write
from newstimeline.cli.library_choice import library_path
from newstimeline.cli.options import CommonOptions, Subcommand
from newstimeline.library.errors import LibraryError
from newstimeline.library.library import Library
from newstimeline.library.salvage import salvage
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Extraction, quoted_text
from newstimeline.records import spans_of


@dataclass(frozen=True, kw_only=True)
class CheckOptions(CommonOptions):
    """`salvage` is the file into which a damaged library is saved."""

    rebuild: bool
    salvage: str | None


def check(options: CheckOptions) -> int:
    """Print what is wrong, a line a problem, and a summary; 1 when something is."""
    path = library_path(options)
    if options.salvage:
        return _salvage(path, Path(options.salvage))
    if options.rebuild:
        Library(path).close()  # which has to be there
        with LibraryWriter(path) as writer:
            writer.rebuild()
    with Library(path) as library:
        problems = library.integrity()
        spans = quotes = 0
        numbers = library.article_numbers()
        for number in numbers:
            try:
                extraction = library.extraction(number)
            except LibraryError as error:
                problems.append(f"article {number}: {error}")
                continue
            problems += [f"article {extraction.article.id}: {problem}" for problem in problems_of(extraction)]
            spans += sum(1 for _ in spans_of(extraction))
            quotes += len(extraction.quotes)
        for problem in problems:
            write(problem)
        checked = f"{counted(len(numbers), 'article')}, {counted(quotes, 'quote')}, {counted(spans, 'span')} checked"
        write(f"{checked}: {counted(len(problems), 'problem') if problems else 'all in order'}")
    return 1 if problems else 0


COMMAND = Subcommand(CheckOptions, check)


def _salvage(path: Path, target: Path) -> int:
    """Save what can be read into a new library, and print what that is; 1 when something could not be read."""
    if not path.exists():
        Library(path).close()  # says what to do
    if os.path.lexists(target):
        raise UsageFailure(f"{target} is there already; name a file that is not")
    salvaged = salvage(path, target)
    is_incomplete = bool(salvaged.lost or salvaged.undated)
    for table, rows in salvaged.lost.items():
        write(f"not saved: {f'{rows:,}' if rows else 'some'} of the table {table}")
    if salvaged.undated:
        write(f"saved without a date that can't be read: {counted(salvaged.undated, 'row')}")
    what = {"article": "article", "event": "event", "quote": "quote", "change": "change", "saved_filter": "filter"}
    saved = ", ".join(counted(salvaged.saved[table], name) for table, name in what.items())
    write(f"saved in {target}: {saved}; {'not everything could be read' if is_incomplete else 'nothing was lost'}")
    if is_incomplete:
        say(f"add the articles again to get what is missing: newstimeline --library {target} add --again PATH")
    return 1 if is_incomplete else 0


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
