"""The conversation: a line in, lines out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from newstimeline.browser.filter import Filter
from newstimeline.browser.questions import latest_news
from newstimeline.changes.change import What
from newstimeline.changes.change_values import ValueProblem
from newstimeline.clean import one_line
from newstimeline.editing.change_writer import ChangeWriter
from newstimeline.editing.editable_fields import Field, meant, with_consequences
from newstimeline.library.errors import LibraryError
from newstimeline.library.library import Library
from newstimeline.library.matches import Matches
from newstimeline.library.views import EventDetail
from newstimeline.output.spoken_lines import row_line
from newstimeline.query import Clock, QueryError
from newstimeline.timeline.time_names import counted


class Problem(Exception):
    """Why a command can't be followed, in a sentence."""


class Conversation:
    """Where a reader is in a library: the events under a filter, in the order of a clock, and one of them."""

    def __init__(self, library: Library, pen: ChangeWriter, today: Callable[[], date], query: str = "") -> None:
        """Begin at the latest news under a filter.

        Raises:
            Problem: the query is invalid.
        """
        self.library = library
        self.pen = pen
        self.today = today
        self.filter = Filter(query, today())
        self.clock = Clock.HAPPENED
        self.matches = self._find(self.filter)
        self.at = self._latest()

    def _find(self, filter: Filter) -> Matches:
        try:
            return self.library.find(filter.query, self.clock)
        except QueryError as error:
            raise Problem(f"{error}, at character {error.position + 1}.") from None

    def _latest(self) -> int:
        published = self.library.latest_publication()
        return latest_news(self.matches.dated, self.matches.ordinal_at(published.whole_day().end) if published else 0)

    def narrow(self, query: str) -> None:
        """Narrow to the matches of a query, staying at the current event or going to the next match.

        Raises:
            Problem: the query is invalid.
        """
        filter = Filter(query, self.today())
        matches = self._find(filter)
        event = int(self.matches.ids(self.at, self.at + 1)[0]) if len(self.matches) else None
        self.filter, self.matches = filter, matches
        self.at = min(matches.ordinal_from(event), max(len(matches) - 1, 0)) if event is not None else self._latest()

    def renew(self) -> None:
        """Read the same events again."""
        self.narrow(self.filter.text)

    def move(self, to: int) -> None:
        """Go to another event.

        Raises:
            Problem: there is none.
        """
        if not len(self.matches):
            raise Problem("There are no events here.")
        if not 0 <= to < len(self.matches):
            raise Problem("That was the last event." if to > 0 else "That was the first event.")
        self.at = to

    @property
    def event(self) -> EventDetail:
        """The current event.

        Raises:
            Problem: there is none.
        """
        if not len(self.matches):
            raise Problem("There are no events here.")
        try:
            return self.library.detail(int(self.matches.ids(self.at, self.at + 1)[0]))
        except KeyError:
            raise Problem("The library no longer has this event.") from None

    def rows(self, first: int, until: int) -> Iterator[str]:
        """Some events, a line each."""
        until = min(until, len(self.matches))
        for place, row in enumerate(self.library.rows(self.matches.ids(first, until)), first + 1):
            yield row_line(row, place, len(self.matches))

    def here(self) -> Iterator[str]:
        """The current event, in a line."""
        if not len(self.matches):
            yield "There are no events here."
        yield from self.rows(self.at, self.at + 1)

    def how_many(self) -> str:
        """The filter, and how many events match it."""
        whole = counted(len(self.matches.timed), "event")
        if not self.filter.text:
            return f"{whole}, {len(self.matches) - self.matches.dated:,} undated."
        match = "matches" if len(self.matches) == 1 else "match"
        return f"{len(self.matches):,} of {whole} {match} the filter {one_line(self.filter.text)}."

    def write(self, field: Field, text: str) -> str:
        """Set a field to what a typed text means.

        Raises:
            Problem: it means nothing, or can't be written.
        """
        try:
            value, _ = meant(field, text, self.today())
        except ValueError as error:
            raise Problem(str(error)) from None
        return self.put(field, *with_consequences(field, value))

    def put(self, field: Field, *values: tuple[What, str | bool | None]) -> str:
        """Change something to values.

        Raises:
            Problem: it can't be written.
        """
        return self.using(lambda: self.pen.write(field, *values))

    def using(self, write: Callable[[], str]) -> str:
        """Write, and read the events again.

        Raises:
            Problem: it can't be written.
        """
        try:
            message = write()
        except (LibraryError, ValueProblem) as error:
            raise Problem(str(error)) from None
        except KeyError:
            raise Problem("The library no longer has this.") from None
        self.renew()
        return message
