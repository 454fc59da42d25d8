"""Events and their headings as numbered lines, for a list of any length.

Each event has the headings above it that its predecessor did not have already: a month, and within it a day. Dates
that cover a whole month or more from its first minute stand under the month alone, those that cover a year from its
first minute under the year. Only prefix sums are kept, so that any line of a million is found by bisection.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newstimeline.when import calendar

Ints = npt.NDArray[np.int64]

_UNDATED = np.iinfo(np.int64).max
_EPOCH = calendar.day_number(1970)
_SHORTEST_MONTH = 28 * calendar.MINUTES_A_DAY
_SHORTEST_YEAR = 365 * calendar.MINUTES_A_DAY
_MANY = 4096
_OF_A_YEAR = _MANY - 1
_NO_DAY = np.iinfo(np.int64).min


@dataclass(frozen=True, slots=True)
class YearHeading:
    """Above events that are dated by the year or more coarsely."""

    year: int
    """The first one."""
    years: int
    """How many the first event below covers."""


@dataclass(frozen=True, slots=True)
class MonthHeading:
    """Above the events of a month, or those that are dated by several months as a whole, such as a season."""

    year: int
    month: int
    months: int = 1


@dataclass(frozen=True, slots=True)
class DayHeading:
    """Above the events of a day."""

    day: calendar.Day


@dataclass(frozen=True, slots=True)
class UndatedHeading:
    """Above the events without a date."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """The line of an event."""

    ordinal: int
    """Its place among the events laid out."""


Line = YearHeading | MonthHeading | DayHeading | UndatedHeading | EventLine


class Layout:
    """Where each event and heading stands."""

    def __init__(self, starts: Ints, ends: Ints) -> None:
        """Lay out events given in order by their first minute and the minute after the last."""
        self._starts = starts
        self._ends = ends
        groups, days = _groups(starts, ends)
        group_begins = _begins(groups)
        day_begins = (group_begins | _begins(days)) & (days != _NO_DAY)
        self._group_begins = group_begins
        self._day_begins = day_begins
        self._event_lines = np.arange(len(starts)) + np.cumsum(group_begins.astype(np.int64) + day_begins)

    def __len__(self) -> int:
        """Count the lines."""
        return int(self._event_lines[-1]) + 1 if len(self._event_lines) else 0

    @property
    def events(self) -> int:
        """How many events there are."""
        return len(self._event_lines)

    def line_of(self, ordinal: int) -> int:
        """The line on which an event stands."""
        return int(self._event_lines[ordinal])

    def first_at(self, line: int) -> int:
        """The ordinal of the first event on or below a line; the number of events when there is none."""
        return int(np.searchsorted(self._event_lines, line))

    def head_of(self, ordinal: int) -> int:
        """The line where an event's own headings begin, or its own line when it has none."""
        return self.line_of(ordinal) - int(self._group_begins[ordinal]) - int(self._day_begins[ordinal])

    def line(self, number: int) -> Line:
        """What stands on a line.

        Raises:
            IndexError: there is no such line.
        """
        if not 0 <= number < len(self):
            raise IndexError(number)
        ordinal = self.first_at(number)
        above = self.line_of(ordinal) - number
        if above == 0:
            return EventLine(ordinal)
        if above == 1 and self._day_begins[ordinal]:
            return DayHeading(calendar.day_of(int(self._starts[ordinal])))
        return self._group_heading(ordinal)

    def _group_heading(self, ordinal: int) -> Line:
        start = int(self._starts[ordinal])
        if start == _UNDATED:
            return UndatedHeading()
        day = calendar.day_of(start)
        if _covers_year(day, start, int(self._ends[ordinal])):
            return YearHeading(day.year, (int(self._ends[ordinal]) - start) // _SHORTEST_YEAR)
        return MonthHeading(day.year, day.month, _whole_months(day, start, int(self._ends[ordinal])))

    def sticky(self, number: int) -> Line | None:
        """The month, year or undated heading under which a line stands; None for an empty layout."""
        if not len(self):
            return None
        ordinal = min(self.first_at(number), self.events - 1)
        return self._group_heading(ordinal)


def _begins(keys: Ints) -> npt.NDArray[np.bool_]:
    """Where a key differs from the one before; the first always does."""
    begins = np.ones(len(keys), dtype=np.bool_)
    begins[1:] = keys[1:] != keys[:-1]
    return begins


def _covers_year(day: calendar.Day, start: int, end: int) -> bool:
    return day.month == 1 and day.day == 1 and end - start >= _SHORTEST_YEAR


def _whole_months(day: calendar.Day, start: int, end: int) -> int:
    """How many months a date covers from their first minute; 1 for all finer dates."""
    if day.day != 1 or start % calendar.MINUTES_A_DAY or end - start < _SHORTEST_MONTH:
        return 1
    last = calendar.day_of(end - 1)
    return (last.year - day.year) * 12 + last.month - day.month + 1


def _groups(starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """A key for each event's month, year or "undated", and one for its day (`_NO_DAY` for none)."""
    dated = starts != _UNDATED
    day_numbers = np.where(dated, starts // calendar.MINUTES_A_DAY, 0)
    days = (day_numbers - _EPOCH).astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    month_numbers = months.astype(np.int64)
    from_month_start = (days == months.astype("datetime64[D]")) & (starts % calendar.MINUTES_A_DAY == 0)
    length = np.where(dated, ends - starts, 0)
    coarse = dated & from_month_start & (length >= _SHORTEST_MONTH)
    whole_year = coarse & (month_numbers % 12 == 0) & (length >= _SHORTEST_YEAR)
    last_months = (np.where(dated, (ends - 1) // calendar.MINUTES_A_DAY, 0) - _EPOCH).astype("datetime64[D]")
    months_covered = last_months.astype("datetime64[M]").astype(np.int64) - month_numbers
    # The months after the first tell a season from its first month; a year has a heading of another kind.
    beyond = np.where(whole_year, _OF_A_YEAR, np.where(coarse, months_covered, 0))
    groups = np.where(dated, month_numbers * _MANY + np.minimum(beyond, _OF_A_YEAR), _UNDATED)
    return groups, np.where(dated & ~coarse, day_numbers, _NO_DAY)
