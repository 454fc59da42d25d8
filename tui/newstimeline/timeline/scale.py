"""The horizontal axis of time: moments to columns and back, with long silences folded.

A story of one month and its background thirty years earlier would be one column each on a straight axis. Silences
that would take more than their share of the width are folded to a few columns, and the axis is straight between.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newstimeline.when import calendar
from newstimeline.when.words import MONTHS, year_name

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

FOLD_WIDTH = 3
"""Columns that a folded silence takes."""
_LARGEST_SHARE = 0.2
"""Of the width; a longer silence is folded."""
_MOST_FOLDS = 6
_MONTH = 31 * calendar.MINUTES_A_DAY


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """A monotone, piecewise straight map between moments and columns."""

    moments: Floats
    columns: Floats
    """Knots: at `moments[i]` stands `columns[i]`, from 0 to the width."""
    folds: tuple[tuple[int, int], ...]
    """The columns (first, and the one after the last) that stand for folded silences."""

    @property
    def width(self) -> int:
        """Number of columns."""
        return int(self.columns[-1])

    def column(self, moment: float) -> int:
        """The column in which a moment lies; one outside the axis lies in its first or last."""
        return min(max(int(np.interp(moment, self.moments, self.columns)), 0), max(self.width - 1, 0))

    def positions(self, moments: Ints) -> Floats:
        """Where moments lie, in columns and parts of them."""
        return np.asarray(np.interp(moments, self.moments, self.columns), dtype=np.float64)

    def moment(self, column: float) -> int:
        """The moment at which a column begins."""
        return int(np.floor(np.interp(column, self.columns, self.moments)))


def fold_scale(starts: Ints, ends: Ints, width: int) -> Scale | None:
    """The axis for dated events in order, over `width` columns; None without events or width."""
    if not len(starts) or width < 1:
        return None
    low, high = int(starts[0]), max(int(ends.max()), int(starts[0]) + calendar.MINUTES_A_DAY)
    silences = _silences(starts, ends, high)
    folded: list[tuple[int, int]] = []
    while silences and len(folded) < _MOST_FOLDS and width > (len(folded) + 1) * FOLD_WIDTH * 4:
        longest = max(silences, key=lambda silence: silence[1] - silence[0])
        open_time = high - low - sum(end - start for start, end in folded)
        open_width = width - FOLD_WIDTH * len(folded)
        if (longest[1] - longest[0]) * open_width <= _LARGEST_SHARE * width * open_time:
            break
        silences.remove(longest)
        folded.append(longest)
    return _with_folds(low, high, sorted(folded), width)


def _silences(starts: Ints, ends: Ints, high: int) -> list[tuple[int, int]]:
    """The longest stretches in which nothing begins.

    The date before each keeps the time that it covers, but no more than a month or what is usual among these dates:
    a lone "1990s" must not take the whole width from a story of weeks.
    """
    covered = np.maximum(ends - starts, calendar.MINUTES_A_DAY)
    begins = starts + np.minimum(covered, max(_MONTH, int(np.median(covered))))
    until = np.append(starts[1:], high)
    longest = np.argsort(until - begins)[::-1][: _MOST_FOLDS * 2]
    found = [(int(begins[i]), int(until[i])) for i in longest]
    return [(start, end) for start, end in found if end - start > calendar.MINUTES_A_DAY]


def _with_folds(low: int, high: int, folded: list[tuple[int, int]], width: int) -> Scale:
    open_time = high - low - sum(end - start for start, end in folded)
    per_minute = (width - FOLD_WIDTH * len(folded)) / open_time
    moments, columns = [float(low)], [0.0]
    folds = []
    for start, end in folded:
        before = columns[-1] + (start - moments[-1]) * per_minute
        moments += [float(start), float(end)]
        columns += [before, min(before + FOLD_WIDTH, float(width))]
        folds.append((round(before), round(before) + FOLD_WIDTH))
    moments.append(float(high))
    columns.append(float(width))
    return Scale(np.array(moments), np.array(columns), tuple(folds))


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on the axis."""

    column: int
    text: str


_MONTH_CELLS = 4
"""Columns that a month needs for its label."""
_YEAR_CELLS = 6
_YEARS_APART = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


def ticks(scale: Scale) -> list[Tick]:
    """Labels that do not touch, from left to right: the year in which each straight part begins, then months or years.

    The years come first, and a month has a label only where its own year is the last one named before it, so that a
    reader is never left to guess the year of a month.
    """
    years: dict[int, str] = {}
    stretches = list(_stretches(scale))
    for low, _, column, _ in stretches:
        _place(years, column, year_name(calendar.day_of(low).year), scale.width)
    for low, high, _, width in stretches:
        for year in _years_within(low, high, width):
            _place(years, scale.column(calendar.minute_of(year)), year_name(year), scale.width)
    taken = dict(years)
    for low, high, _, width in stretches:
        for year, month in _months_within(low, high, width):
            column = scale.column(calendar.minute_of(year, month))
            if _last_before(column, years) == year_name(year):
                _place(taken, column, MONTHS[month - 1][:3], scale.width)
    return [Tick(column, text) for column, text in sorted(taken.items())]


def _place(taken: dict[int, str], column: int, text: str, width: int) -> None:
    """Put a label where it touches no other one, or leave it out."""
    if column + len(text) > width:
        return
    if all(column >= other + len(label) + 1 or column + len(text) + 1 <= other for other, label in taken.items()):
        taken[column] = text


def _last_before(column: int, labels: dict[int, str]) -> str | None:
    return max(((other, text) for other, text in labels.items() if other <= column), default=(0, None))[1]


def _months_fit(low: int, high: int, width: int) -> bool:
    first, last = calendar.day_of(low), calendar.day_of(high - 1)
    return ((last.year - first.year) * 12 + last.month - first.month + 1) * _MONTH_CELLS <= width


def _years_within(low: int, high: int, width: int) -> Iterator[int]:
    """The years that begin inside a straight part: all where months have room, else some at round distances."""
    years = range(calendar.day_of(low).year + 1, calendar.day_of(max(low, high - 1)).year + 1)
    apart = next((step for step in _YEARS_APART if len(years) / step * _YEAR_CELLS <= width), _YEARS_APART[-1])
    return (year for year in years if year % apart == 0 or _months_fit(low, high, width))


def _months_within(low: int, high: int, width: int) -> Iterator[tuple[int, int]]:
    """Year and month of each month that begins inside a straight part, where they have room."""
    if not _months_fit(low, high, width):
        return
    first, last = calendar.day_of(low), calendar.day_of(high - 1)
    for number in range(first.year * 12 + first.month, last.year * 12 + last.month):  # from the month after the first
        yield number // 12, number % 12 + 1


def _stretches(scale: Scale) -> Iterator[tuple[int, int, int, int]]:
    """The straight parts between folds: first and last moment, first column and width."""
    for i in range(0, len(scale.moments) - 1, 2):
        first, last = scale.columns[i], scale.columns[i + 1]
        yield int(scale.moments[i]), int(scale.moments[i + 1]), int(first), int(last - first)
