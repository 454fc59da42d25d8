"""Writing down what a reader changes, and saying in words what was done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newstimeline.changes.change import Change, Value, What
from newstimeline.changes.change_states import State
from newstimeline.changes.change_values import ValueProblem
from newstimeline.clean import one_line
from newstimeline.editing.editable_fields import Field
from newstimeline.graphemes import shortened
from newstimeline.library.errors import understood
from newstimeline.library.opened_library import open_for_reading
from newstimeline.when import parse
from newstimeline.when.date_words import describe

if TYPE_CHECKING:  # the first screen does not wait for what only a change needs
    from newstimeline.library.writer import LibraryWriter

_LONGEST = 40


class ChangeWriter:
    """Writes to one library; each call returns when what it wrote is on the disk, and says what that was."""

    def __init__(
        self, path: Path, reader: Callable[[], str | None], now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        """`reader` gives the name that changes bear; it is asked once, at the first change."""
        self._path = path
        self._ask_reader = reader
        self._now = now
        self.turn_to_write = asyncio.Lock()
        """Held while writing."""
        self.writes = 0
        """How often something was written: rises with every change."""
        self.added: str | None = None
        """The change by which an event was just added by hand."""

    @cached_property
    def _reader(self) -> str | None:
        return self._ask_reader()

    def write(self, field: Field, *values: tuple[What, Value]) -> str:
        """Change one thing, or several sides of it at once.

        Raises:
            LibraryError: the library can't be written.
            KeyError: the library no longer has it.
            ValueProblem: it can't have this value.
        """
        import secrets

        from newstimeline.library.new_change import Stamp, draft, draft_name

        with understood(self._path, ValueProblem), closing(open_for_reading(self._path)) as connection:
            changes = []
            act = secrets.token_hex(12)
            for number, (what, value) in enumerate(values):
                stamp = Stamp(
                    f"{act}-{number}" if number else act, self._now().isoformat(timespec="seconds"), self._reader
                )
                if field.event is not None:
                    changes.append(draft_name(connection, field.event, field.thing, str(value), stamp))
                else:
                    changes.append(draft(connection, field.kind, field.thing, what, value, stamp))
        with self._writer() as writer:
            writer.change(changes)
        self.added = changes[0].id if changes[0].what is What.EVENT else None
        return done(changes[0])

    @contextmanager
    def _writer(self) -> Iterator[LibraryWriter]:
        from newstimeline.library.writer import LibraryWriter

        with LibraryWriter(self._path) as writer:
            yield writer
        self.writes += 1

    def undo(self) -> str:
        """Undo the newest change.

        Raises:
            LibraryError: the library can't be written.
        """
        with self._writer() as writer:
            change = writer.undo()
        return f"Undone: {_what(change)}." if change else "There is nothing to undo."

    def redo(self) -> str:
        """Redo what was undone last.

        Raises:
            LibraryError: the library can't be written.
        """
        with self._writer() as writer:
            change = writer.redo()
        return f"Redone: {_what(change)}." if change else "There is nothing to redo."

    def turn(self, change: str, state: State) -> str:
        """Undo one change, or restore it, whatever came after it.

        Raises:
            LibraryError: the library can't be written.
        """
        with self._writer() as writer:
            turned = writer.turn(change, state)
        if turned is None:
            return "The library no longer has this."
        return f"{'Restored' if state is State.ACTIVE else 'Taken back'}: {_what(turned)}."


def done(change: Change) -> str:
    """What a change did, in a sentence."""
    value = _short(str(change.value)) if isinstance(change.value, str) else ""
    target = f"“{_short(change.target.words)}”"
    match change.what:
        case What.DATE:
            return f"Date set to {describe(parse(str(change.value)))}." if value else "The event is now undated."
        case What.HIDDEN:
            return "Hidden."
        case What.EVENT:
            return f"Added: {value}."
        case What.STATUS:
            return f"{value.capitalize()} {target}." if value else f"{target} is unreviewed again."
        case What.SPEAKER:
            return f"Speaker set to {value}." if value else "The quote is now unattributed."
        case What.SAME:
            return f"Merged with {value}." if value else "Separated again."
        case What.MARK:
            if change.value is None:
                return f"Unmarked {target}."
            return f"Marked {target} as {value}." if value else f"Marked {target}."
        case What.NOTE | What.TAGS:
            return f"{_NAMES[change.what]} {'saved' if value else 'removed'}."
        case _:
            return f"{str(change.what).capitalize()} set to {value}."


_NAMES = {What.NOTE: "Note", What.TAGS: "Tags"}


def _what(change: Change) -> str:
    """Such as "the date of “Harbour opens”"."""
    name = {What.EVENT: "the event", What.HIDDEN: "the hiding", What.SAME: "the merging", What.STATUS: "the status"}
    words = str(change.value) if change.what is What.EVENT else change.target.words
    return f"{name.get(change.what, f'the {change.what}')} of “{_short(words)}”"


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{shortened(line, _LONGEST - 1)}…"
