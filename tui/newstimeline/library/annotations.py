"""Reading what readers have put into a library: their changes, marks and filters."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from newstimeline.arrays import Ints
from newstimeline.changes.change_states import Entry
from newstimeline.library.annotated_events import events_with_own
from newstimeline.library.change_log import UnreadableChange, entries, lost, unreadable
from newstimeline.library.errors import understood
from newstimeline.library.filters import Filters, load_filters
from newstimeline.query import Own


class OwnWork:
    """Of one library, open for reading; its errors are those of `Library`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def filters(self) -> Filters:
        """The filters that were typed, and those with a name."""
        with understood(self._path):
            return load_filters(self._connection)

    def changes(self) -> list[Entry]:
        """The log of changes."""
        with understood(self._path):
            return entries(self._connection)

    def lost_changes(self) -> list[Entry]:
        """The changes in force that find no place any more, or whose article is not here."""
        with understood(self._path):
            return lost(self._connection)

    def unreadable_changes(self) -> list[UnreadableChange]:
        """What the log has in force that holds no change, and that is left out of everything."""
        with understood(self._path):
            return unreadable(self._connection)

    def thing_of(self, change: str) -> int | None:
        """What a change in force is made to, by the library's id."""
        with understood(self._path):
            row = self._connection.execute(
                "SELECT thing FROM placed_change JOIN change ON change.number = placed_change.change"
                " WHERE change.id = ?",
                (change,),
            ).fetchone()
            return row[0] if row else None

    def marked_events(self) -> Ints:
        """The ids of the events that a reader has marked."""
        with understood(self._path):
            return events_with_own(self._connection, Own.MARKED)[0]

    def version(self) -> int:
        """A number that is another one when somebody else has written since it was last asked for."""
        with understood(self._path):
            number: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
            return number
