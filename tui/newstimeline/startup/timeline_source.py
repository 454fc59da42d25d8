"""What the timeline's list shows until the library has answered: what the glimpse of it has.

The names are those of `timeline.layout.Layout` and `browser.questions.Answer`, in whose place these stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newstimeline.startup.glimpse import Glimpse
from newstimeline.timeline.lines import EventLine, Heading, Line, Subheading, UndatedHeading, WaitingLine


class GlimpsedLines:
    """The lines of a glimpse, numbered as in the whole timeline; the others are waited for."""

    def __init__(self, glimpse: Glimpse) -> None:
        """Ordinals count the events of the glimpse."""
        self._glimpse = glimpse
        first = glimpse.first
        self._numbers = [number for number, line in enumerate(glimpse.lines, first) if line.row]

    def __len__(self) -> int:
        """Count the lines of the whole timeline."""
        return self._glimpse.total

    @property
    def events(self) -> int:
        """How many events are known."""
        return len(self._numbers)

    def line(self, number: int) -> Line:
        """What stands on a line."""
        at = number - self._glimpse.first
        if not 0 <= at < len(self._glimpse.lines):
            return WaitingLine()
        line = self._glimpse.lines[at].line
        return EventLine(self.first_at(number)) if isinstance(line, EventLine) else line

    def line_of(self, ordinal: int) -> int:
        """The line of an event."""
        return self._numbers[ordinal]

    def head_of(self, ordinal: int) -> int:
        """The line where its headings begin."""
        number = self._numbers[ordinal]
        while isinstance(self.line(number - 1), Heading | Subheading | UndatedHeading):
            number -= 1
        return number

    def first_at(self, line: int) -> int:
        """The ordinal of the first known event on or below a line."""
        return bisect_left(self._numbers, line)

    def more_below(self, ordinal: int) -> int | None:
        """Nothing: a glimpse is of days, where all are shown."""
        return None

    def top_for(self, ordinal: int, screen_line: int) -> int:
        """The line at the top of the screen for an event to stand on a line of it."""
        return max(self.line_of(ordinal) - screen_line, 0)


class Glimpsed:
    """The events of a glimpse."""

    def __init__(self, glimpse: Glimpse) -> None:
        self.layout = GlimpsedLines(glimpse)
        self.undated = glimpse.undated
        self.columns: object = glimpse
        self._ids = [line.row.id for line in glimpse.lines if line.row]
        self._selected = self.layout.first_at(glimpse.cursor)

    def ids(self, first: int, until: int) -> Sequence[int]:
        """The ids of the known events from one ordinal to before another."""
        return self._ids[first:until]

    def ordinal_near(self, event: int | None) -> int:
        """The event that a start selects."""
        return self._selected

    def is_match(self, event: int) -> bool:
        """No: a start without a filter searches nothing."""
        return False
