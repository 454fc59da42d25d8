"""`newstimeline person`: who somebody is, from all articles."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from newstimeline.clean import one_line
from newstimeline.cli.console import Failure, say, write
from newstimeline.cli.options import Subcommand
from newstimeline.cli.query_command import ListingOptions, asked, ends_of, print_records
from newstimeline.graphemes import shortened
from newstimeline.library.library import Library
from newstimeline.library.matches import Matches
from newstimeline.library.views import Counted
from newstimeline.name_keys import name_key
from newstimeline.output.query_results import (
    QUOTE_COLUMNS,
    person_lines,
    person_record,
    quote_line,
    quote_records,
)
from newstimeline.query import NameScope

_MOST_ALIKE = 10
"""People whose names begin alike that are named."""
_MOST_MEANT = 3
"""People that a misspelt name may mean."""


@dataclass(frozen=True, kw_only=True)
class PersonOptions(ListingOptions):
    """`name` may be the beginning of a word of it."""

    name: str


def show_person(options: PersonOptions) -> int:
    """Print one person, narrowed to the events that a query means."""
    with asked(options, Library) as (library, matches):
        person, *others = _called(library, options.name)
        if others:
            say(f"others of such a name: {', '.join(other.name for other in others)}")
        record = library.record(NameScope.PERSON, person.id)
        events = Matches(matches.columns, matches.clock, matches.mask & record.events.mask)
        details = (library.detail(int(event)) for event in events.ids())
        said = (quote for event in details for quote in quote_records(event, person=record.id))
        quotes = list(islice(said, options.limit))
        if options.form == "csv":
            print_records(quotes, options.form, QUOTE_COLUMNS, quote_line)
            return 0
        told = person_record(record, events, ends_of(library, events), library.facets(events), quotes)
        if options.form == "json":
            print_records([told], options.form, (), quote_line)
            return 0
        for line in person_lines(told):
            write(line)
    return 0


COMMAND = Subcommand(PersonOptions, show_person)


def _called(library: Library, name: str) -> list[Counted]:
    """The people with such a name: first the one of just that name, then those with the most events."""
    people = library.names_begun(NameScope.PERSON, name, _MOST_ALIKE)
    if not people:
        near = library.names_near(NameScope.PERSON, name, _MOST_MEANT)
        meant = " or ".join(one_line(person.name) for person in near)
        advice = f"did you mean {meant}?" if near else "'newstimeline people' has the names"
        raise Failure(f"nobody is called {shortened(one_line(name), 60)}; {advice}")
    return sorted(people, key=lambda person: name_key(person.name) != name_key(name))
