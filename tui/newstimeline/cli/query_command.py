"""What the commands that ask by a query have in common: the library, the events that are meant, and the printing."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeVar

from newstimeline.cli.console import UsageFailure, write
from newstimeline.cli.library_choice import library_path
from newstimeline.cli.narration import bring_up_to_date, tell
from newstimeline.cli.options import CommonOptions
from newstimeline.library.event_queries import EventQueries
from newstimeline.library.matches import Matches
from newstimeline.terms import Clock

if TYPE_CHECKING:
    from newstimeline.library.library import Library
    from newstimeline.output.query_results import Ends
    from newstimeline.query import Query

Record = Mapping[str, object]
"""One line of JSON, by names; see `output/query_results.py`."""
Opened = TypeVar("Opened", bound=EventQueries)
Form = Literal["plain", "json", "csv"]
"""How to print."""


@dataclass(frozen=True, kw_only=True)
class QueryOptions(CommonOptions):
    """Of commands that ask which events are meant."""

    query: Sequence[str]
    sort: str
    as_of: str | None

    @property
    def is_everything(self) -> bool:
        """Whether nothing narrows what is asked for."""
        return not self.query and not self.as_of


@dataclass(frozen=True, kw_only=True)
class ListingOptions(QueryOptions):
    """Of commands that print one thing a line."""

    form: Form
    limit: int | None


@contextmanager
def asked(options: QueryOptions, kind: type[Opened]) -> Iterator[tuple[Opened, Matches]]:
    """The library, opened as `EventQueries` or as a whole `Library`, and the events that the options mean.

    Raises:
        UsageFailure: the query, or the date, means nothing.
    """
    meant = None if options.is_everything else _meant(options)
    path = library_path(options)
    bring_up_to_date(path)
    with kind(path) as library:
        clock = Clock(options.sort)
        with _kept():
            matches = library.find(meant, clock) if meant else library.everything(clock)
        tell(options, f"{len(matches):,} of {len(matches.timed):,} events are meant")
        yield library, matches


@contextmanager
def _kept() -> Iterator[None]:
    """All that is loaded, numpy too, stays to the end: looking for garbage in it took a tenth of a list's time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def parsed_query(words: Iterable[str]) -> Query:
    """What the words of a query mean.

    Raises:
        UsageFailure: they mean nothing.
    """
    from newstimeline.query import QueryError, parse_query

    try:
        return parse_query(" ".join(words), date.today())
    except QueryError as error:
        mend = f"; try: {error.mend}" if error.mend else ""
        raise UsageFailure(f"{error} (at character {error.position + 1} of the query){mend}") from None


def _meant(options: QueryOptions) -> Query:
    query = parsed_query(options.query)
    if not options.as_of:
        return query
    from newstimeline.query import All, AsOf
    from newstimeline.when.phrases import PhraseError, parse_phrase

    try:
        return All((query, AsOf(parse_phrase(options.as_of, date.today()))))
    except PhraseError as error:
        raise UsageFailure(f"--as-of: {error}") from None


def print_records(
    records: Iterable[Record], form: Form, columns: Sequence[str], plain: Callable[[Record], str]
) -> None:
    """Print records in one of the forms."""
    from newstimeline.output.csv_cells import csv_line
    from newstimeline.output.json_text import json_text
    from newstimeline.output.query_results import cells

    if form == "csv":
        write(csv_line(columns))
    for record in records:
        match form:
            case "json":
                write(json_text(record))
            case "csv":
                write(csv_line(cells(record, columns)))
            case _:
                write(plain(record))


def ends_of(library: Library, matches: Matches) -> Ends:
    """The first and the last date of some events, as EDTF."""
    if not matches.dated:
        return None, None
    first, last = (library.rows([int(matches.ids()[at])])[0] for at in (0, matches.dated - 1))
    return first.when.edtf if first.when else None, last.when.edtf if last.when else None
