"""`newstimeline person NAME`: roles over time, company, and every quote in order."""

from __future__ import annotations

import argparse

from newstimeline.clean import one_line
from newstimeline.cli.console import UsageFailure, write
from newstimeline.cli.listing import form_of
from newstimeline.cli.places import library_path
from newstimeline.keys import name_key
from newstimeline.library.reader import Library
from newstimeline.library.views import Record
from newstimeline.output.forms import QUOTES, QuoteListed, json_object
from newstimeline.query import Scope
from newstimeline.when import calendar

_MOST_NAMED = 10


def show_person(options: argparse.Namespace) -> int:
    """Print what the library knows of a person; as CSV, the quotes."""
    from newstimeline.plain.telling import record_lines

    with Library(library_path(options)) as library:
        record = library.record(Scope.PERSON, _person(library, " ".join(options.name)))
        said = library.quotes(record.events.ids(), record.id)
        quotes = [QuoteListed(quote, library.uid_of(quote.event) or "") for quote in said]
        form = form_of(options)
        if form == "json":
            write(json_object("newstimeline-portrait/1", _fields(record, quotes)))
            return 0
        if form == "plain":
            for line in record_lines(record):
                write(line)
        for line in QUOTES.lines(quotes, form):
            write(line)
    return 0


def _person(library: Library, name: str) -> int:
    """Who is meant.

    Raises:
        UsageFailure: nobody, or more than one; the message names those who may be.
    """
    found = library.names_begun(Scope.PERSON, name, _MOST_NAMED) if name_key(name) else []
    exact = [one for one in found if name_key(one.name) == name_key(name)]
    if len(exact) == 1 or len(found) == 1:
        return (exact or found)[0].id
    asked = one_line(name)[:60]
    if found:
        names = ", ".join(one_line(one.name) for one in found)
        raise UsageFailure(f"“{asked}” may be any of: {names}; name one of them in full")
    near = library.names_near(Scope.PERSON, name, 3)
    perhaps = f"; did you mean {' or '.join(one_line(one.name) for one in near)}?" if near else ""
    raise UsageFailure(f"the library has nobody called “{asked}”{perhaps}")


def _fields(record: Record, quotes: list[QuoteListed]) -> dict[str, object]:
    """The object of `person --json`, `newstimeline-portrait/1`, without its schema."""
    return {
        "name": record.name,
        "also": list(record.also),
        "events": len(record.events),
        "quoted": len(record.quoted),
        "first": _day(record.first),
        "last": _day(record.last),
        "roles": [
            {"role": one.role, "first": _day(one.first), "last": _day(one.last), "articles": one.articles}
            for one in record.roles
        ],
        **{
            key: [{"name": one.name, "events": one.events} for one in names]
            for key, names in (("with", record.people), ("places", record.places), ("outlets", record.sources))
        },
        "quotes": [QUOTES.fields(quote) for quote in quotes],
    }


def _day(moment: int | None) -> str | None:
    if moment is None:
        return None
    day = calendar.day_of(moment)
    sign = "-" if day.year < 0 else ""
    return f"{sign}{abs(day.year):04}-{day.month:02}-{day.day:02}"
