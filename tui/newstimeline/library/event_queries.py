"""Asking the library which events match, and in what order: all that a list of them needs, without the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

from newstimeline.arrays import Shorts, np
from newstimeline.library.derived_state import is_in_step
from newstimeline.library.errors import understood
from newstimeline.library.event_columns import MEMBER_KINDS, Columns, Members
from newstimeline.library.event_row import EventRow
from newstimeline.library.event_rows import event_rows
from newstimeline.library.matches import Matches
from newstimeline.library.opened_library import open_for_reading
from newstimeline.library.person_aliases import merged
from newstimeline.library.stored_columns import extended, load_columns, load_members, more_members
from newstimeline.terms import Clock

if TYPE_CHECKING:
    from newstimeline.query import Query

_MOST_EXTENDED = 50_000
"""New events that are read from the tables rather than with all the columns anew."""


@dataclass(frozen=True, eq=False)
class Known:
    """What a library has in memory; it passes between threads, which open libraries do not."""

    columns: Columns | None = None
    members: Mapping[str, Members] = field(default_factory=dict)
    edition: int = -1


class EventQueries:
    """The events of a library open for reading. One thread at a time.

    Whatever is asked of it may raise `LibraryError`: the file can't be read.
    """

    def __init__(self, path: Path, known: Known | None = None) -> None:
        """Open the library; `known` is what another one of the same file has in memory.

        Raises:
            LibraryError: there is none, or it can't be read.
        """
        self.path = path
        self._connection = open_for_reading(path)
        self.learn(known or Known())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @property
    def known(self) -> Known:
        """What is in memory, for another library of the same file to use as well."""
        return Known(self._columns, dict(self._members), self._edition)

    def learn(self, known: Known) -> None:
        """Use what another library of the same file has in memory, in place of an own copy."""
        self._columns, self._members, self._edition = known.columns, dict(known.members), known.edition

    def interrupt(self) -> None:
        """Make a statement that runs in another thread fail now."""
        self._connection.interrupt()

    def find(self, query: Query, clock: Clock = Clock.HAPPENED) -> Matches:
        """Find the events that a query means, in the order of a clock; times in the query refer to that clock."""
        from newstimeline.library.query_masks import Matcher

        with self._moment() as columns:
            matcher = Matcher(self._connection, columns, self._members_of, clock)
            return Matches(columns, clock, matcher.match(query))

    def everything(self, clock: Clock = Clock.HAPPENED) -> Matches:
        """All events in the order of a clock."""
        with self._moment() as columns:
            return Matches(columns, clock, np.ones(columns.top + 1, dtype=np.bool_))

    def rows(self, ids: Sequence[int] | Shorts) -> list[EventRow]:
        """The rows of some events, in the order asked for."""
        with understood(self.path):
            return event_rows(self._connection, [int(event) for event in ids])

    @contextmanager
    def _moment(self) -> Iterator[Columns]:
        """Let several statements see the library as it is at one moment, and the columns as they are then."""
        with understood(self.path):
            self._repair()
            self._connection.execute("BEGIN")
            try:
                yield self._fresh_columns()
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def _repair(self) -> None:
        """Bring a library in step that another program has changed under our eyes."""
        if not is_in_step(self._connection):
            from newstimeline.library.writable_library import open_for_writing

            open_for_writing(self.path).close()

    def _fresh_columns(self) -> Columns:
        edition, upto = self._connection.execute("SELECT edition, upto FROM derived_state").fetchone()
        known = self._columns
        if known is None or edition != self._edition or not 0 <= upto - known.top <= _MOST_EXTENDED:
            known = load_columns(self._connection)
            self._members.clear()
        elif upto > known.top:
            known = extended(self._connection, known)
        self._columns, self._edition = known, edition
        return known

    def _members_of(self, kind: str) -> Members:
        assert kind in MEMBER_KINDS
        assert self._columns is not None
        top = self._columns.top
        known = self._members.get(kind)
        if known is not None and len(known.bounds) >= top + 2:
            return known
        if known is None:
            known = load_members(self._connection, kind, top)
        else:
            known = more_members(self._connection, kind, known, top)
        self._members[kind] = known if kind == "places" else merged(self._connection, known)
        return self._members[kind]
