"""`newstimeline changes`: readers' changes, printed, or exchanged as JSON Lines."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newstimeline.changes.log import Entry, in_force
from newstimeline.changes.model import Change
from newstimeline.changes.records import ChangeError, dump_change, load_change
from newstimeline.clean import escaped, one_line
from newstimeline.cli.console import Failure, counted, say, write
from newstimeline.cli.places import library_path
from newstimeline.library.reader import Library
from newstimeline.library.writer import LibraryWriter


def changes(options: argparse.Namespace) -> int:
    """Print the changes in force, all of them with what became of them, or take those of another reader."""
    path = library_path(options)
    if options.add:
        return _add(path, options.add)
    with Library(path) as library:
        entries = library.own.changes()
        if options.json:
            for change in (one for one in in_force(entries) if not one.is_automatic):
                write(escaped(dump_change(change)))
            return 0
        lost = {entry.change.id for entry in library.own.lost_changes()}
        for entry in entries:
            write(_line(entry, is_lost=entry.change.id in lost))
    return 0


def _line(entry: Entry, *, is_lost: bool) -> str:
    change = entry.change
    state = "lost" if is_lost else str(entry.state)
    value = "none" if change.value is None else one_line(str(change.value))
    about = one_line(change.target.words)
    return f"{change.made[:10]}  {state:<7}  {change.what}: {value}  [{change.target.kind}: {about}]"


def _add(path: Path, names: list[str]) -> int:
    """Take changes from files; 1 when a line was none."""
    skipped = 0
    taken: list[Change] = []
    for name in names:
        for number, line in enumerate(_lines(name), 1):
            if not line.strip():
                continue
            try:
                taken.append(load_change(line))
            except ChangeError as error:
                skipped += 1
                say(f"skipped {name}, line {number}: {error}")
    Library(path).close()  # which has to be there
    with LibraryWriter(path) as writer:
        outcome = writer.take_changes(taken)
    contradicting = f", {outcome.rivals:,} contradicting yours (H in the browser shows them)" if outcome.rivals else ""
    say(f"{counted(len(taken), 'change')} read: {outcome.new:,} new, {outcome.known:,} known{contradicting}")
    return 1 if skipped else 0


def _lines(name: str) -> list[str]:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise Failure(f"{name} can't be read: {error.strerror}") from None
    return data.decode("utf-8", "replace").splitlines()
