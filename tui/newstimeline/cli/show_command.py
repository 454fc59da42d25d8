"""`newstimeline show`, and `list` in the forms that tell all of an event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newstimeline.clean import one_line
from newstimeline.cli.console import Failure, write
from newstimeline.cli.library_choice import library_path
from newstimeline.cli.options import CommonOptions, Subcommand
from newstimeline.cli.query_command import Form, ListingOptions, asked
from newstimeline.graphemes import shortened
from newstimeline.library.library import Library
from newstimeline.output.event_records import csv_lines, json_line
from newstimeline.output.spoken_lines import event_lines


def list_details(options: ListingOptions) -> int:
    """Print all of the events that a query means, as JSON or CSV."""
    with asked(options, Library) as (library, matches):
        events = (library.detail(int(event)) for event in matches.ids(0, options.limit))
        if options.form == "csv":
            lines = csv_lines(events)
        else:
            lines = (json_line(event, library.words(event.article.id, event.evidence)) for event in events)
        for line in lines:
            write(line)
    return 0


@dataclass(frozen=True, kw_only=True)
class ShowOptions(CommonOptions):
    """`event` is the id of one."""

    event: str
    form: Form


def show_event(options: ShowOptions) -> int:
    """Print one event."""
    with Library(library_path(options)) as library:
        number = library.event_of(options.event)
        if number is None:
            raise Failure(
                f"the library has no event {shortened(options.event, 60)}; 'newstimeline list --json' has the ids"
            )
        event = library.detail(number)
        evidence = library.words(event.article.id, event.evidence)
        match options.form:
            case "json":
                lines: Iterable[str] = [json_line(event, evidence)]
            case "csv":
                lines = csv_lines([event])
            case _:
                lines = [*event_lines(event), *([f"Evidence: {one_line(evidence)}"] if evidence else [])]
        for line in lines:
            write(line)
    return 0


COMMAND = Subcommand(ShowOptions, show_event)
