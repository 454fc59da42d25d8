"""The horizontal axis of time: moments to columns and back, with long silences folded.

A story of one month and its background thirty years earlier would be one column each on a straight axis. Silences
that would take more than their share of the width are folded to a few columns, and the axis is straight between.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newstimeline.arrays import Floats, Ints, np
from newstimeline.library.distinct_dates import Dates
from newstimeline.timeline.units import SHORTEST, Unit, begin_of, number_of
from newstimeline.when import calendar
from newstimeline.when.date_words import MONTHS, WEEKDAYS, year_name

FOLD_WIDTH = 3
"""Columns that a folded silence takes."""
_LARGEST_SHARE = 0.2
"""Of the width; a longer silence is folded."""
_MOST_FOLDS = 6
_MONTH = 31 * calendar.MINUTES_A_DAY
_COARSEST = 7
"""Units of the zoom that a column may stand for, such as a week zoomed to days; else the axis shows a part of the time,
one column a unit."""


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """A monotone, piecewise straight map between moments and columns."""

    moments: Floats
    columns: Floats
    """Knots: at `moments[i]` stands `columns[i]`, from 0 to the width."""
    folds: tuple[tuple[int, int], ...]
    """The columns (first, and the one after the last) that stand for folded silences."""
    part: bool = False
    """Whether events may lie before and after it."""

    @property
    def width(self) -> int:
        """Number of columns."""
        return int(self.columns[-1])

    def is_as(self, other: Scale) -> bool:
        """Whether both maps are the same."""
        return np.array_equal(self.moments, other.moments) and np.array_equal(self.columns, other.columns)

    def column(self, moment: float) -> int:
        """The column in which a moment lies; one outside the axis lies in its first or last."""
        return min(max(int(np.interp(moment, self.moments, self.columns)), 0), max(self.width - 1, 0))

    def positions(self, moments: Ints) -> Floats:
        """Where moments lie, in columns and parts of them."""
        return np.asarray(np.interp(moments, self.moments, self.columns), dtype=np.float64)

    @property
    def borders(self) -> Ints:
        """The first whole minute of each column, and the one after the last column."""
        moments = np.interp(np.arange(self.width + 1), self.columns, self.moments)
        return np.ceil(moments - 1e-6).astype(np.int64)

    def moment(self, column: float) -> int:
        """The moment at which a column begins."""
        return int(np.floor(np.interp(column, self.columns, self.moments)))


def fold_scale(dates: Dates, width: int) -> Scale | None:
    """The axis for dated events over `width` columns; None without events or width."""
    if not len(dates) or width < 1:
        return None
    low = int(dates.starts[0])
    high = max(int(dates.ends.max()), low + calendar.MINUTES_A_DAY)
    silences = _silences(dates, high)
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


def zoomed_scale(whole: Scale, zoom: Unit, moment: int | None) -> Scale:
    """The whole axis, or where its columns are too coarse for the zoom, the part of it around a moment.

    That part has about one unit of the zoom a column. It stays the same while the moment moves within half a width,
    so that it does not slide under the eye.
    """
    open_columns = whole.width - FOLD_WIDTH * len(whole.folds)
    folded = float(np.sum(whole.moments[2:-1:2] - whole.moments[1:-1:2]))
    low, high = int(whole.moments[0]), int(whole.moments[-1])
    if moment is None or high - low - folded <= _COARSEST * SHORTEST[zoom] * open_columns:
        return whole
    half = max(whole.width // 2, 1)
    first = number_of(moment, zoom) // half * half - half // 2
    first = max(min(first, number_of(high - 1, zoom) + 1 - whole.width), number_of(low, zoom))
    ends = [float(begin_of(first, zoom)), float(begin_of(first + whole.width, zoom))]
    return Scale(np.array(ends), np.array([0.0, float(whole.width)]), (), part=True)


def _silences(dates: Dates, high: int) -> list[tuple[int, int]]:
    """The longest stretches in which nothing begins.

    The date before each keeps the time that it covers, but no more than a month or what is usual among these dates:
    a lone "1990s" must not take the whole width from a story of weeks.
    """
    covered = np.maximum(dates.ends - dates.starts, calendar.MINUTES_A_DAY)
    begins = dates.starts + np.minimum(covered, max(_MONTH, _median(covered, dates.counts)))
    until = np.append(dates.starts[1:], high)
    lengths = until - begins
    silences = []
    for _ in range(_MOST_FOLDS * 2):  # some maxima; sorting a million lengths takes a hundred times as long
        at = int(np.argmax(lengths))
        if lengths[at] <= calendar.MINUTES_A_DAY:
            break
        silences.append((int(begins[at]), int(until[at])))
        lengths[at] = 0
    return silences


def _median(numbers: Ints, counts: Ints) -> int:
    """The middle one of numbers that are there so many times each."""
    in_order = np.argsort(numbers, kind="stable")
    reached = np.cumsum(counts[in_order])
    return int(numbers[in_order[np.searchsorted(reached, (reached[-1] + 1) // 2)]])


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
_DAY_CELLS = 7
_YEAR_CELLS = 6
_YEARS_APART = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


def ticks(scale: Scale) -> list[Tick]:
    """Labels that do not touch, from left to right: where each straight part begins, then years, months and days.

    The beginnings and the years come first. A month has a label only where its own year is the last one named before
    it, and a day only where its own month is, so that a reader is never left to guess them.
    """
    labels = _Labels(scale)
    stretches = list(_stretches(scale))
    for low, high, _, width in stretches:
        labels.place_beginning(low, named_month=_months_fit(low, high, width))
    for low, high, _, width in stretches:
        for year in _years_within(low, high, width):
            labels.place(calendar.minute_of(year), year_name(year), year)
    named = labels.copy()
    for low, high, _, width in stretches:
        for year, month in _months_within(low, high, width):
            moment = calendar.minute_of(year, month)
            if labels.year_at(moment) == year:
                named.place(moment, MONTHS[month - 1][:3], year)
    dated = named.copy()
    for low, high, _, width in stretches:
        for number in _days_within(low, high, width):
            day, moment = calendar.civil_day(number), number * calendar.MINUTES_A_DAY
            if named.month_at(moment) == (day.year, day.month):
                dated.place(moment, f"{WEEKDAYS[calendar.weekday(number)][:3]} {day.day}", day.year)
    return [Tick(column, text) for column, (text, _) in sorted(dated.placed.items())]


class _Labels:
    """Labels with the year that each belongs to, none touching another."""

    def __init__(self, scale: Scale) -> None:
        self._scale = scale
        self.placed: dict[int, tuple[str, int]] = {}

    def copy(self) -> _Labels:
        other = _Labels(self._scale)
        other.placed = dict(self.placed)
        return other

    def year_at(self, moment: int) -> int | None:
        """The year that was named last up to a moment."""
        column = self._scale.column(moment)
        return max(((at, year) for at, (_, year) in self.placed.items() if at <= column), default=(0, None))[1]

    def month_at(self, moment: int) -> tuple[int, int] | None:
        """The year and month that were named last up to a moment; a year's name at its beginning names January."""
        column = self._scale.column(moment)
        text, year = max(((at, label) for at, label in self.placed.items() if at <= column), default=(0, ("", 0)))[1]
        month = next((n for n, name in enumerate(MONTHS, 1) if text.startswith(name[:3])), None)
        if month is None and self._scale.column(calendar.minute_of(year)) in self.placed:
            month = 1
        return (year, month) if month else None

    def place(self, moment: int, text: str, year: int) -> bool:
        """Put a label where it touches no other one, or leave it out."""
        column = self._scale.column(moment)
        end = column + len(text) + 1
        if end - 1 > self._scale.width:
            return False
        if any(column < at + len(label) + 1 and at < end for at, (label, _) in self.placed.items()):
            return False
        self.placed[column] = (text, year)
        return True

    def place_beginning(self, moment: int, *, named_month: bool) -> None:
        """Label the beginning of a straight part by its month and year where there is room, else by its year."""
        day = calendar.day_of(moment)
        texts = [year_name(day.year)]
        if named_month and day.month > 1:
            month = MONTHS[day.month - 1][:3]
            texts.insert(0, month if self.year_at(moment) == day.year else f"{month} {texts[0]}")
        for text in texts:
            if self.place(moment, text, day.year):
                return


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


def _days_within(low: int, high: int, width: int) -> range:
    """The numbers of the days that begin inside a straight part, where they have room."""
    days = range(low // calendar.MINUTES_A_DAY + 1, high // calendar.MINUTES_A_DAY)
    return days if len(days) * _DAY_CELLS <= width else range(0)


def _stretches(scale: Scale) -> Iterator[tuple[int, int, int, int]]:
    """The straight parts between folds: first and last moment, first column and width."""
    for i in range(0, len(scale.moments) - 1, 2):
        first, last = scale.columns[i], scale.columns[i + 1]
        yield int(scale.moments[i]), int(scale.moments[i + 1]), int(first), int(last - first)
