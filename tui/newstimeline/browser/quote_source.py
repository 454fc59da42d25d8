"""The quotes of many events, read from the library as far as somebody looks."""

from __future__ import annotations

from collections.abc import Collection

from newstimeline.library.library import Library
from newstimeline.library.matches import Matches
from newstimeline.library.views import QuoteAt

_AT_ONCE = 200
"""Events whose quotes are read together."""


class QuoteSource:
    """A stretch of quotes in the order of their events, which grows at both ends."""

    def __init__(
        self, library: Library, quoted: Matches, people: Collection[int] = (), event: int | None = None
    ) -> None:
        """`quoted` are events with quotes; with `people`, only theirs; begin near an event, else with the first.

        Raises:
            LibraryError: the library can't be read.
        """
        self._library = library
        self._quoted = quoted
        self._people = frozenset(people)
        first = min(quoted.ordinal_from(event), len(quoted) - 1) if event is not None else 0
        self.before = max(first - _AT_ONCE // 4, 0)
        """How many events lie before the stretch."""
        self._until = self.before
        self.quotes: list[QuoteAt] = []
        self.read_on()
        begin = int(quoted.ids(first, first + 1)[0]) if len(quoted) else None
        self.nearest = next((quote for quote in self.quotes if quote.event == begin), None)
        """The quote to begin with."""

    def __len__(self) -> int:
        """Count the events, read or not."""
        return len(self._quoted)

    @property
    def after(self) -> int:
        """How many events lie after the stretch."""
        return len(self._quoted) - self._until

    def read_on(self) -> QuoteAt | None:
        """Read further ones at the end; returns the first of them."""
        until = min(self._until + _AT_ONCE, len(self._quoted))
        new = self._of(self._until, until)
        self.quotes, self._until = [*self.quotes, *new], until
        return new[0] if new else None

    def read_back(self) -> QuoteAt | None:
        """Read further ones at the beginning; returns the last of them."""
        first = max(self.before - _AT_ONCE, 0)
        new = self._of(first, self.before)
        self.quotes, self.before = [*new, *self.quotes], first
        return new[-1] if new else None

    def _of(self, first: int, until: int) -> list[QuoteAt]:
        quotes = self._library.quotes(self._quoted.ids(first, until))
        return [quote for quote in quotes if not self._people or quote.said.person in self._people]


def with_quotes(matches: Matches) -> Matches:
    """Those of the matches that have a quote."""
    return Matches(matches.columns, matches.clock, matches.mask & (matches.columns.kinds > 0))
