"""`newstimeline diff`: what came, went or changed between two libraries, or in one between two dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from newstimeline.arrays import Shorts, np
from newstimeline.changes.change import Kind
from newstimeline.cli.console import UsageFailure, write
from newstimeline.cli.library_choice import library_path
from newstimeline.cli.options import CommonOptions, Subcommand
from newstimeline.cli.query_command import parsed_query
from newstimeline.library.addresses import plain_address
from newstimeline.library.article_fingerprints import Standing
from newstimeline.library.library import EVERY_NAME, Library
from newstimeline.library.matches import Matches
from newstimeline.output.event_records import event_record
from newstimeline.output.json_text import json_text
from newstimeline.output.library_diff import (
    Difference,
    difference_lines,
    differing_events,
    differing_people,
    differing_quotes,
    summary,
)
from newstimeline.output.query_results import Fields, name_record, quote_records
from newstimeline.query import All, AsOf, Query
from newstimeline.when.phrases import PhraseError, parse_phrase


@dataclass(frozen=True)
class Side:
    """One of the two states: found events of a library."""

    library: Library
    matches: Matches

    @cached_property
    def articles(self) -> dict[Standing, Shorts]:
        """The articles of the events by their dates of publication, each with its events in their order."""
        known, ids = self.library.standings(), self.matches.ids()
        of = self.matches.columns.article[ids]
        by_article = ids[np.argsort(of, kind="stable")]
        until = np.cumsum(np.bincount(of)).tolist()
        numbers = self.library.articles(self.matches, whole=False)
        return {known[number]: by_article[until[number] - events : until[number]] for number, events in numbers}

    @property
    def people(self) -> list[Fields]:
        """Everybody, with the number of their events."""
        return [name_record(person) for person in self.library.facets(self.matches, EVERY_NAME).people]

    def records(self, article: Standing | None) -> tuple[list[Fields], list[Fields]]:
        """The events of an article, and their quotes."""
        events, quotes = [], []
        for event in self.articles[article].tolist() if article else ():
            detail = self.library.detail(event)
            events.append(event_record(detail, self.library.words(detail.article.id, detail.evidence)))
            quotes += quote_records(detail)
        return events, quotes

    def address(self, article: Standing) -> str | None:
        """Where an article is published, however the address is written."""
        return plain_address(self.library.article_info(article.article).url)


@dataclass(frozen=True, kw_only=True)
class DiffOptions(CommonOptions):
    """`before` and `after` are libraries, or dates."""

    before: str
    after: str
    query: Sequence[str]
    json: bool


def show_differences(options: DiffOptions) -> int:
    """Print what came, went or changed."""
    counts: Counter[tuple[Kind, str]] = Counter()
    with ExitStack() as opened:
        before, after = _sides(options, opened)
        for difference in _differences(before, after):
            counts[difference.what, difference.fate] += 1
            for line in [json_text(difference.record)] if options.json else difference_lines(difference):
                write(line)
    for line in () if options.json else summary(counts):
        write(line)
    return 0


COMMAND = Subcommand(DiffOptions, show_differences)


def _sides(options: DiffOptions, opened: ExitStack) -> tuple[Side, Side]:
    query = parsed_query(options.query)
    given = (options.before, options.after)
    paths = [Path(text) for text in given if Path(text).exists()]
    if len(paths) == len(given):
        libraries = [opened.enter_context(Library(path)) for path in paths]
        before, after = (Side(library, library.find(query)) for library in libraries)
    elif paths:
        other = next(text for text in given if not Path(text).exists())
        raise UsageFailure(f"there is no library at {other}; diff compares two libraries, or one as of two dates")
    else:
        meant = [All((query, _as_of(text))) for text in given]
        library = opened.enter_context(Library(library_path(options)))
        before, after = (Side(library, library.find(dated_query)) for dated_query in meant)
    return before, after


def _as_of(text: str) -> Query:
    try:
        return AsOf(parse_phrase(text, date.today()))
    except PhraseError:
        raise UsageFailure(f"{text} is neither a library's file nor a date such as 2025-08-15") from None


def _differences(before: Side, after: Side) -> Iterator[Difference]:
    """Article by article, and the people at last."""
    for former, now in _pairs(before, after):
        events_before, quotes_before = before.records(former)
        events_after, quotes_after = after.records(now)
        yield from differing_events(events_before, events_after)
        yield from differing_quotes(quotes_before, quotes_after)
    yield from differing_people(before.people, after.people)


def _pairs(before: Side, after: Side) -> Iterator[tuple[Standing | None, Standing | None]]:
    """The articles that may differ: those that went, then what each was before, of those that are there now.

    An article that has been changed since is found by its address.
    """
    known = {article.key: article for article in before.articles}
    new = [article for article in after.articles if article.key not in known]
    kept = {article.key for article in after.articles}
    gone = [article for article in before.articles if article.key not in kept]
    by_address = {address: article for article in gone if (address := before.address(article))} if new else {}
    former = {
        article.key: by_address.pop(address) for article in new if (address := after.address(article)) in by_address
    }
    replaced = {article.key for article in former.values()}
    yield from ((article, None) for article in gone if article.key not in replaced)
    for now in after.articles:
        was = known.get(now.key) or former.get(now.key)
        if not was or not was.is_as(now) or len(before.articles[was]) != len(after.articles[now]):
            yield was, now
