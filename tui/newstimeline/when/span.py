"""`When`: an EDTF date together with the time it covers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from newstimeline.when.calendar import MINUTES_A_DAY


class Precision(IntEnum):
    """How finely a date is given; a larger value is coarser."""

    MINUTE = 0
    HOUR = 1
    DAY = 2
    MONTH = 3
    SEASON = 4
    """A season or a quarter of a year."""
    YEAR = 5
    DECADE = 6
    CENTURY = 7
    RANGE = 8
    """An interval between two dates."""


@dataclass(frozen=True, slots=True)
class When:
    """A date of some precision.

    `start` is the first minute that the date covers and `end` the minute after the last one, both counted
    from 1 January of year 0 (see `calendar`). Clock times are as the text gives them: an offset from UTC is
    kept in `edtf` and does not move the event to another day.
    """

    edtf: str
    start: int
    end: int
    precision: Precision
    approximate: bool = False
    """`~` or `%`: "about", "early", "around"."""
    uncertain: bool = False
    """`?` or `%`: the date itself is in doubt."""
    open_start: bool = False
    """An interval without a known beginning; `start` is then that of its end."""
    open_end: bool = False
    """An interval without a known end; `end` is then that of its beginning."""

    def whole_day(self) -> When:
        """The day of a time of day; any other date itself."""
        if self.precision > Precision.HOUR:
            return self
        start = self.start - self.start % MINUTES_A_DAY
        return When(self.edtf.partition("T")[0], start, start + MINUTES_A_DAY, Precision.DAY)

    def overlaps(self, other: When) -> bool:
        """Whether both dates could be the same moment."""
        after_other = not self.open_start and not other.open_end and self.start >= other.end
        before_other = not self.open_end and not other.open_start and self.end <= other.start
        return not (after_other or before_other)

    def __str__(self) -> str:
        """Return the EDTF form."""
        return self.edtf
