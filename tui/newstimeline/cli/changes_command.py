"""`newstimeline changes`: readers' changes, printed, or exchanged as JSON Lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newstimeline.changes.change import Change
from newstimeline.changes.change_records import dump_change
from newstimeline.changes.change_states import Entry, in_force
from newstimeline.changes.exchange import Given, RefusedChange, read_changes
from newstimeline.clean import escaped, one_line
from newstimeline.cli.console import Failure, counted, say, write
from newstimeline.cli.library_choice import library_path
from newstimeline.cli.options import CommonOptions, Subcommand
from newstimeline.library.library import Library
from newstimeline.library.writer import LibraryWriter


@dataclass(frozen=True, kw_only=True)
class ChangesOptions(CommonOptions):
    """`add` are the files whose changes are taken."""

    json: bool
    add: list[str] | None


def changes(options: ChangesOptions) -> int:
    """Print the changes in force, all of them with what became of them, or take those of another reader."""
    path = library_path(options)
    if options.add:
        return _add(path, options.add)
    with Library(path) as library:
        entries = library.own.changes()
        _tell_unreadable(len(library.own.unreadable_changes()))
        if options.json:
            for change in in_force(entries):
                if not change.is_automatic:
                    write(escaped(dump_change(change)))
            return 0
        lost = {entry.change.id for entry in library.own.lost_changes()}
        for entry in entries:
            write(_line(entry, is_lost=entry.change.id in lost))
    return 0


COMMAND = Subcommand(ChangesOptions, changes)


def _tell_unreadable(how_many: int) -> None:
    if how_many:
        say(f"{counted(how_many, 'change')} left out that can't be read; 'newstimeline check' says why")


def _line(entry: Entry, *, is_lost: bool) -> str:
    change = entry.change
    state = "lost" if is_lost else str(entry.state)
    value = "none" if change.value is None else one_line(str(change.value))
    about = one_line(change.target.words)
    return f"{change.made[:10]}  {state:<7}  {change.what}: {value}  [{change.target.kind}: {about}]"


def _add(path: Path, names: list[str]) -> int:
    """Take changes from files; 1 when something in them was not taken."""
    skipped = 0
    taken: list[Change] = []
    places: dict[int, str] = {}
    for name in names:
        for item in _read(name):
            place = f"{name}, line {item.line}"
            if isinstance(item, RefusedChange):
                skipped += 1
                say(f"skipped {place}: {item.reason}")
            else:
                places[id(item.change)] = place
                taken.append(item.change)
    Library(path).close()  # which has to be there
    with LibraryWriter(path) as writer:
        outcome = writer.take_changes(taken)
    for other in outcome.others:
        say(f"skipped {places[id(other)]}: another change here has its id")
    contradicting = f", {outcome.rivals:,} contradicting yours (H in the browser shows them)" if outcome.rivals else ""
    skipped += len(outcome.others)
    left_out = f", {skipped:,} skipped" if skipped else ""
    read = counted(len(taken), "change")
    say(f"{read} read: {outcome.new:,} new, {outcome.known:,} known{contradicting}{left_out}")
    return 1 if skipped else 0


def _read(name: str) -> Iterator[Given | RefusedChange]:
    try:
        if name == "-":
            yield from read_changes(sys.stdin.buffer)
            return
        with Path(name).open("rb") as stream:
            yield from read_changes(stream)
    except OSError as error:
        raise Failure(f"{name} can't be read: {error.strerror}") from None
