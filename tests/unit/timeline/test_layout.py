from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.timeline import DayHeading, EventLine, Layout, Line, MonthHeading, UndatedHeading, YearHeading
from newstimeline.when import When, parse
from newstimeline.when.calendar import Day, day_of
from unit.builders import dates_of_any_precision, in_order

UNDATED = np.iinfo(np.int64).max


def layout_of(dates: list[When], undated: int = 0) -> Layout:
    starts = [date.start for date in dates] + [UNDATED] * undated
    ends = [date.end for date in dates] + [UNDATED] * undated
    return Layout(np.array(starts, dtype=np.int64), np.array(ends, dtype=np.int64))


def lines_of(layout: Layout) -> list[Line]:
    return [layout.line(number) for number in range(len(layout))]


def laid_out(*dates: str, undated: int = 0) -> list[Line]:
    return lines_of(layout_of([parse(date) for date in dates], undated))


def test_each_month_and_day_has_one_heading_above_its_events() -> None:
    assert laid_out("2025-10-31", "2025-11-07", "2025-11-07T10:00", "2025-11-08") == [
        MonthHeading(2025, 10), DayHeading(Day(2025, 10, 31)), EventLine(0),
        MonthHeading(2025, 11), DayHeading(Day(2025, 11, 7)), EventLine(1), EventLine(2),
        DayHeading(Day(2025, 11, 8)), EventLine(3),
    ]  # fmt: skip


def test_the_same_day_of_another_month_has_a_heading_of_its_own() -> None:
    assert laid_out("2024-11-07", "2025-11-07")[3:] == [
        MonthHeading(2025, 11), DayHeading(Day(2025, 11, 7)), EventLine(1),
    ]  # fmt: skip


def test_a_month_stands_under_the_month_and_under_no_day() -> None:
    assert laid_out("2025-02", "2025-02-01") == [
        MonthHeading(2025, 2), EventLine(0), DayHeading(Day(2025, 2, 1)), EventLine(1),
    ]  # fmt: skip


def test_a_year_stands_under_the_year_and_under_no_month() -> None:
    assert laid_out("2025", "2025-01", "2025-01-01") == [
        YearHeading(2025, 1), EventLine(0),
        MonthHeading(2025, 1), EventLine(1), DayHeading(Day(2025, 1, 1)), EventLine(2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "heading"),
    [
        ("198X", YearHeading(1980, 10)),
        ("18XX", YearHeading(1800, 100)),
        ("2024", YearHeading(2024, 1)),
        ("-0043", YearHeading(-43, 1)),
        ("2025-34", MonthHeading(2025, 4, 3)),
        ("2025-08/..", MonthHeading(2025, 8)),
        ("2025-08/2027", MonthHeading(2025, 8, 29)),
        ("2025/2026", YearHeading(2025, 2)),
    ],
)
def test_a_coarse_date_stands_under_its_beginning(date: str, heading: Line) -> None:
    assert laid_out(date) == [heading, EventLine(0)]


@pytest.mark.parametrize("date", ["2025-08-15/2025-10", "2025-08-15T10:00", "2025-08-15/.."])
def test_what_begins_within_a_month_stands_under_its_day(date: str) -> None:
    assert laid_out(date) == [MonthHeading(2025, 8), DayHeading(Day(2025, 8, 15)), EventLine(0)]


def test_a_part_of_a_month_from_its_first_day_stands_under_that_day() -> None:
    assert laid_out("2025-08-01/2025-08-15")[1] == DayHeading(Day(2025, 8, 1))


def test_events_without_a_date_stand_last_under_one_heading() -> None:
    assert laid_out("2025", undated=2)[2:] == [UndatedHeading(), EventLine(1), EventLine(2)]
    assert laid_out(undated=1) == [UndatedHeading(), EventLine(0)]


def test_nothing_has_no_lines() -> None:
    layout = layout_of([])
    assert (len(layout), layout.events, layout.first_at(0), layout.sticky(0)) == (0, 0, 0, None)


@pytest.mark.parametrize("number", [-1, 2])
def test_a_line_that_is_not_there_is_an_index_error(number: int) -> None:
    with pytest.raises(IndexError):
        layout_of([parse("2025")]).line(number)


dated = st.lists(dates_of_any_precision(), max_size=30).map(in_order)


@given(dated, st.integers(0, 3))
def test_every_event_stands_once_and_in_order(dates: list[When], undated: int) -> None:
    lines = lines_of(layout_of(dates, undated))
    assert [line.ordinal for line in lines if isinstance(line, EventLine)] == list(range(len(dates) + undated))


@given(dated, st.integers(0, 3))
def test_events_and_lines_lead_to_each_other(dates: list[When], undated: int) -> None:
    layout = layout_of(dates, undated)
    for ordinal in range(layout.events):
        number = layout.line_of(ordinal)
        assert layout.line(number) == EventLine(ordinal)
        assert layout.first_at(number) == ordinal
        assert layout.first_at(number + 1) == ordinal + 1
        head = layout.head_of(ordinal)
        assert all(not isinstance(layout.line(n), EventLine) for n in range(head, number))
        assert head == 0 or isinstance(layout.line(head - 1), EventLine)


@given(dated, st.integers(0, 3))
def test_every_event_stands_under_the_headings_of_its_beginning(dates: list[When], undated: int) -> None:
    month: Line | None = None
    day: Line | None = None
    for number, line in enumerate(lines_of(layout := layout_of(dates, undated))):
        match line:
            case YearHeading() | MonthHeading() | UndatedHeading():
                month, day = line, None
            case DayHeading():
                day = line
            case EventLine(ordinal) if ordinal >= len(dates):
                assert (month, day) == (UndatedHeading(), None)
            case EventLine(ordinal):
                begins = day_of(dates[ordinal].start)
                assert day in (None, DayHeading(begins))
                assert isinstance(month, MonthHeading | YearHeading)
                assert month.year == begins.year
                if isinstance(month, MonthHeading):
                    last = day_of(dates[ordinal].end - 1)
                    covered = (last.year - begins.year) * 12 + last.month - begins.month + 1
                    assert month.month == begins.month
                    assert month.months == (covered if day is None else 1)
                else:
                    assert (begins.month, begins.day) == (1, 1)
                assert layout.sticky(number) == month or isinstance(month, YearHeading)


@given(dated, st.integers(0, 3))
def test_no_heading_stands_twice_or_without_an_event(dates: list[When], undated: int) -> None:
    lines = lines_of(layout_of(dates, undated))
    months = [line for line in lines if not isinstance(line, EventLine | DayHeading | YearHeading)]
    days = [line for line in lines if isinstance(line, DayHeading)]
    years = [line.year for line in lines if isinstance(line, YearHeading)]
    assert len(set(months)) == len(months)
    assert len(set(days)) == len(days)
    assert len(set(years)) == len(years)
    assert not lines or isinstance(lines[-1], EventLine)
    assert not any(isinstance(line, DayHeading) and not isinstance(after, EventLine) for line, after in pairwise(lines))
