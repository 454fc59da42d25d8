from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.timeline.headings import Headings
from newstimeline.timeline.layout import Layout
from newstimeline.timeline.lines import EventLine, GapLine, Heading, Line, Subheading, TodayLine, UndatedHeading
from newstimeline.timeline.units import Unit, begin_of, number_of
from newstimeline.when import When, parse
from newstimeline.when.calendar import day_number, minute_of
from unit.builders import dates_of_any_precision, in_order, timed


def headings_of(dates: list[When], undated: int = 0, zoom: Unit = Unit.DAY) -> Headings:
    return Headings.of(timed([*dates, *[None] * undated]), zoom)


def layout_of(dates: list[When], undated: int = 0, zoom: Unit = Unit.DAY) -> Layout:
    return Layout(headings_of(dates, undated, zoom), np.arange(len(dates) + undated))


def lines_of(layout: Layout) -> list[Line]:
    return [layout.line(number) for number in range(len(layout))]


def laid_out(*dates: str, undated: int = 0, zoom: Unit = Unit.DAY) -> list[Line]:
    """The lines without the gaps, which have tests of their own."""
    lines = lines_of(layout_of([parse(date) for date in dates], undated, zoom))
    return [line for line in lines if not isinstance(line, GapLine)]


def month(year: int, month: int, count: int = 1) -> Heading:
    return Heading(Unit.MONTH, year * 12 + month - 1, count)


def day(year: int, month: int, day: int) -> Subheading:
    return Subheading(Unit.DAY, day_number(year, month, day))


def test_each_month_and_day_has_one_heading_above_its_events() -> None:
    assert laid_out("2025-10-31", "2025-11-07", "2025-11-07T10:00", "2025-11-08") == [
        month(2025, 10), day(2025, 10, 31), EventLine(0),
        month(2025, 11), day(2025, 11, 7), EventLine(1), EventLine(2), day(2025, 11, 8), EventLine(3),
    ]  # fmt: skip


def test_the_same_day_of_another_month_has_a_heading_of_its_own() -> None:
    assert laid_out("2024-11-07", "2025-11-07")[3:] == [month(2025, 11), day(2025, 11, 7), EventLine(1)]


def test_a_month_stands_under_the_month_and_under_no_day() -> None:
    assert laid_out("2025-02", "2025-02-01") == [month(2025, 2), EventLine(0), day(2025, 2, 1), EventLine(1)]


def test_a_year_stands_under_the_year_and_under_no_month() -> None:
    assert laid_out("2025", "2025-01", "2025-01-01") == [
        Heading(Unit.YEAR, 2025), EventLine(0), month(2025, 1), EventLine(1), day(2025, 1, 1), EventLine(2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "heading"),
    [
        ("198X", Heading(Unit.DECADE, 198)),
        ("18XX", Heading(Unit.CENTURY, 18)),
        ("2024", Heading(Unit.YEAR, 2024)),
        ("-0043", Heading(Unit.YEAR, -43)),
        ("2025-34", month(2025, 4, 3)),
        ("2025-08/..", month(2025, 8)),
        ("2025-08/2027", month(2025, 8, 29)),
        ("2025-08/2025-10-15", month(2025, 8, 3)),
        ("2025/2026", Heading(Unit.YEAR, 2025, 2)),
    ],
)
def test_a_coarse_date_stands_under_what_it_covers(date: str, heading: Line) -> None:
    assert laid_out(date) == [heading, EventLine(0)]


@pytest.mark.parametrize("date", ["2025-08-15/2025-10", "2025-08-15T10:00", "2025-08-15/.."])
def test_what_begins_within_a_month_stands_under_its_day(date: str) -> None:
    assert laid_out(date) == [month(2025, 8), day(2025, 8, 15), EventLine(0)]


def test_a_part_of_a_month_from_its_first_day_stands_under_that_day() -> None:
    assert laid_out("2025-08-01/2025-08-15")[1] == day(2025, 8, 1)


@pytest.mark.parametrize(
    ("zoom", "lines"),
    [
        (Unit.HOUR, [Heading(Unit.DAY, 739_927), Subheading(Unit.HOUR, 739_927 * 24 + 14), EventLine(0)]),
        (Unit.MONTH, [Heading(Unit.YEAR, 2025), Subheading(Unit.MONTH, 2025 * 12 + 10), EventLine(0)]),
        (Unit.YEAR, [Heading(Unit.DECADE, 202), Subheading(Unit.YEAR, 2025), EventLine(0)]),
        (Unit.DECADE, [Heading(Unit.CENTURY, 20), Subheading(Unit.DECADE, 202), EventLine(0)]),
        (Unit.CENTURY, [Heading(Unit.CENTURY, 20), EventLine(0)]),
    ],
)
def test_headings_follow_the_zoom(zoom: Unit, lines: list[Line]) -> None:
    assert laid_out("2025-11-07T14:30", zoom=zoom) == lines


def test_zoomed_to_months_a_day_and_its_month_stand_together() -> None:
    assert laid_out("2025", "2025-11", "2025-11-07", zoom=Unit.MONTH) == [
        Heading(Unit.YEAR, 2025), EventLine(0), Subheading(Unit.MONTH, 2025 * 12 + 10), EventLine(1), EventLine(2),
    ]  # fmt: skip


def test_events_without_a_date_stand_last_under_one_heading() -> None:
    assert laid_out("2025", undated=2)[2:] == [UndatedHeading(), EventLine(1), EventLine(2)]
    assert laid_out(undated=1) == [UndatedHeading(), EventLine(0)]


def test_a_long_silence_has_a_row_that_says_from_when_to_when() -> None:
    lines = lines_of(layout_of([parse("2025-11-07"), parse("2025-11-19")]))
    assert lines[3:] == [
        GapLine(minute_of(2025, 11, 8), minute_of(2025, 11, 19)), day(2025, 11, 19), EventLine(1),
    ]  # fmt: skip


def test_a_silence_of_some_days_has_no_row() -> None:
    assert not any(
        isinstance(line, GapLine) for line in lines_of(layout_of([parse("2025-11-07"), parse("2025-11-14")]))
    )


def test_what_is_a_gap_among_hours_is_none_among_years() -> None:
    dates = [parse("2025-11-07T10:00"), parse("2025-11-07T20:00")]
    assert [any(isinstance(line, GapLine) for line in lines_of(layout_of(dates, zoom=zoom))) for zoom in Unit] == [
        True, False, False, False, False, False,
    ]  # fmt: skip


def test_after_a_coarse_date_there_is_no_gap_within_what_it_covers() -> None:
    assert not any(isinstance(line, GapLine) for line in lines_of(layout_of([parse("2025"), parse("2025-11-07")])))


def test_a_coarse_date_hides_no_gap_further_down() -> None:
    lines = lines_of(layout_of([parse("2025"), parse("2025-03-07"), parse("2025-11-07")]))
    assert [line for line in lines if isinstance(line, GapLine)] == [
        GapLine(minute_of(2025, 3, 8), minute_of(2025, 11, 7))
    ]


def test_gaps_lead_to_each_other() -> None:
    layout = layout_of(in_order([parse(date) for date in ("2025-01-01", "2025-03-01", "2025-03-02", "2025-06-01")]))
    assert [layout.next_gap(n) for n in range(4)] == [1, 3, 3, None]
    assert [layout.previous_gap(n) for n in range(4)] == [None, None, 1, 1]


def test_nothing_has_no_lines() -> None:
    layout = layout_of([])
    assert (len(layout), layout.events, layout.first_at(0)) == (0, 0, 0)


@pytest.mark.parametrize("number", [-1, 2])
def test_a_line_that_is_not_there_is_an_index_error(number: int) -> None:
    with pytest.raises(IndexError):
        layout_of([parse("2025")]).line(number)


dated = st.lists(dates_of_any_precision(), max_size=30).map(in_order)
zooms = st.sampled_from(Unit)
undated_too = st.integers(0, 3)


@given(dated, undated_too, zooms)
def test_every_event_stands_once_and_in_order(dates: list[When], undated: int, zoom: Unit) -> None:
    lines = lines_of(layout_of(dates, undated, zoom))
    assert [line.ordinal for line in lines if isinstance(line, EventLine)] == list(range(len(dates) + undated))


@given(dated, undated_too, zooms)
def test_events_and_lines_lead_to_each_other(dates: list[When], undated: int, zoom: Unit) -> None:
    layout = layout_of(dates, undated, zoom)
    for ordinal in range(layout.events):
        number = layout.line_of(ordinal)
        assert layout.line(number) == EventLine(ordinal)
        assert layout.first_at(number) == ordinal
        assert layout.first_at(number + 1) == ordinal + 1
        head = layout.head_of(ordinal)
        assert all(isinstance(layout.line(n), Heading | Subheading | UndatedHeading) for n in range(head, number))
        assert head == 0 or isinstance(layout.line(head - 1), EventLine | GapLine)


@given(dated, undated_too, zooms)
def test_every_event_stands_under_the_headings_of_its_beginning(dates: list[When], undated: int, zoom: Unit) -> None:
    upper: Line | None = None
    lower: Line | None = None
    for line in lines_of(layout_of(dates, undated, zoom)):
        match line:
            case Heading() | UndatedHeading():
                upper, lower = line, None
            case Subheading():
                lower = line
            case EventLine(ordinal) if ordinal >= len(dates):
                assert (upper, lower) == (UndatedHeading(), None)
            case EventLine(ordinal):
                start, end = dates[ordinal].start, dates[ordinal].end
                assert isinstance(upper, Heading)
                assert upper.unit >= zoom.zoomed(1)
                assert upper.number == number_of(start, upper.unit)
                if lower is not None:
                    assert lower == Subheading(zoom, number_of(start, zoom))
                    assert (upper.unit, upper.count) == (zoom.zoomed(1), 1)
                elif zoom is not Unit.CENTURY:
                    assert start == begin_of(upper.number, upper.unit)
                    assert begin_of(upper.number + upper.count - 1, upper.unit) < end
                    assert end <= begin_of(upper.number + upper.count, upper.unit)


@given(dated, undated_too, zooms)
def test_no_heading_stands_twice_or_without_an_event(dates: list[When], undated: int, zoom: Unit) -> None:
    lines = lines_of(layout_of(dates, undated, zoom))
    upper = [line for line in lines if isinstance(line, Heading | UndatedHeading)]
    lower = [line for line in lines if isinstance(line, Subheading)]
    assert len(set(upper)) == len(upper)
    assert len(set(lower)) == len(lower)
    assert not lines or isinstance(lines[-1], EventLine)
    for line, below in pairwise(lines):
        assert not isinstance(line, Subheading) or isinstance(below, EventLine)
        assert not isinstance(line, Heading | UndatedHeading) or isinstance(below, EventLine | Subheading)
        assert not isinstance(line, GapLine) or isinstance(below, Heading | Subheading | EventLine)


@given(dated, zooms)
def test_nothing_begins_within_a_gap(dates: list[When], zoom: Unit) -> None:
    gaps = [line for line in lines_of(layout_of(dates, 0, zoom)) if isinstance(line, GapLine)]
    assert all(gap.start < gap.end for gap in gaps)
    assert not any(gap.start <= date.start < gap.end for date in dates for gap in gaps)
    assert all(earlier.end <= later.start for earlier, later in pairwise(gaps))


@given(dated, undated_too, zooms, st.data())
def test_some_of_the_events_are_laid_out_as_if_there_were_no_others(
    dates: list[When], undated: int, zoom: Unit, data: st.DataObject
) -> None:
    every = [*dates, *[None] * undated]
    chosen = sorted(data.draw(st.sets(st.integers(0, len(every) - 1)))) if every else []
    alone = [date for at in chosen if (date := every[at])]
    layout = Layout(headings_of(dates, undated, zoom), np.array(chosen, dtype=np.int64))
    assert lines_of(layout) == lines_of(layout_of(alone, len(chosen) - len(alone), zoom))


@given(dated.filter(bool), zooms, st.integers(-3, 3), st.data())
def test_zooming_there_and_back_leaves_an_event_where_the_eye_was(
    dates: list[When], zoom: Unit, steps: int, data: st.DataObject
) -> None:
    ordinal = data.draw(st.integers(0, len(dates) - 1))
    before = layout_of(dates, 0, zoom)
    top = data.draw(st.integers(max(before.line_of(ordinal) - 9, 0), before.line_of(ordinal)))
    on_screen = before.line_of(ordinal) - top
    there = layout_of(dates, 0, zoom.zoomed(steps))
    seen = there.line_of(ordinal) - there.top_for(ordinal, on_screen)
    assert seen == min(on_screen, there.line_of(ordinal))
    back = layout_of(dates, 0, zoom.zoomed(steps).zoomed(-steps))
    if back.zoom is zoom:
        assert back.top_for(ordinal, on_screen) == top


def test_a_line_for_today_stands_above_the_first_event_that_begins_later() -> None:
    dates = [parse(date) for date in ("2025-11-06", "2025-11-07", "2025-11-09", "2025-11-09")]
    layout = Layout(headings_of(dates, 1), np.arange(5), tomorrow=minute_of(2025, 11, 8))
    assert lines_of(layout) == [
        month(2025, 11), day(2025, 11, 6), EventLine(0), day(2025, 11, 7), EventLine(1),
        TodayLine(), day(2025, 11, 9), EventLine(2), EventLine(3), UndatedHeading(), EventLine(4),
    ]  # fmt: skip


@pytest.mark.parametrize("tomorrow", [minute_of(2025, 11, 10), minute_of(2026)])
def test_without_events_to_come_there_is_no_line_for_today(tomorrow: int) -> None:
    dates = [parse("2025-11-06"), parse("2025-11-09")]
    layout = Layout(headings_of(dates, 1), np.arange(3), tomorrow=tomorrow)
    assert TodayLine() not in lines_of(layout)


@given(st.lists(dates_of_any_precision(), max_size=30), st.integers(0, 3), st.sampled_from(Unit), st.data())
def test_the_line_for_today_moves_all_others_below_it_by_one(
    dates: list[When], undated: int, zoom: Unit, data: st.DataObject
) -> None:
    dates = in_order(dates)
    headings = headings_of(dates, undated, zoom)
    positions = np.arange(len(dates) + undated)
    tomorrow = data.draw(st.sampled_from([date.start for date in dates])) if dates else 0
    plain, layout = Layout(headings, positions), Layout(headings, positions, tomorrow=tomorrow)
    lines = lines_of(layout)
    assert [line for line in lines if line != TodayLine()] == lines_of(plain)
    assert lines.count(TodayLine()) == bool(dates)
    for ordinal in range(layout.events):
        assert lines[layout.line_of(ordinal)] == EventLine(ordinal)
        assert layout.first_at(layout.line_of(ordinal)) == ordinal
        assert layout.head_of(ordinal) == lines.index(lines_of(plain)[plain.head_of(ordinal)])
        if ordinal < len(dates):
            assert (layout.line_of(ordinal) > lines.index(TodayLine())) == (dates[ordinal].start >= tomorrow)
