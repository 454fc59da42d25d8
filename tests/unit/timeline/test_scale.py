from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.timeline.scale import FOLD_WIDTH, Scale, fold_scale, ticks
from newstimeline.when import When, parse
from newstimeline.when.calendar import MINUTES_A_DAY, day_of, minute_of, weekday
from newstimeline.when.date_words import MONTHS, WEEKDAYS, year_name
from unit.builders import dates_of_any_precision, in_order, timed


def scale_of(dates: list[When], width: int) -> Scale:
    scale = fold_scale(timed(dates).dates, width)
    assert scale
    return scale


def days(*months: str) -> list[str]:
    return [f"{month}-{day:02}" for month in months for day in range(1, 29)]


def scale(width: int, *dates: str) -> Scale:
    return scale_of(in_order([parse(date) for date in dates]), width)


dated = st.lists(dates_of_any_precision(), min_size=1, max_size=25).map(in_order)
widths = st.integers(1, 200)


@pytest.mark.parametrize("width", [0, -1])
def test_without_a_width_there_is_no_axis(width: int) -> None:
    assert fold_scale(timed([parse("2025")]).dates, width) is None


def test_without_events_there_is_no_axis() -> None:
    assert fold_scale(timed([]).dates, 80) is None


@given(dated, widths)
def test_an_axis_is_as_wide_as_asked(dates: list[When], width: int) -> None:
    assert scale_of(dates, width).width == width


@given(dated, widths)
def test_every_event_lies_within_the_width(dates: list[When], width: int) -> None:
    axis = scale_of(dates, width)
    for date in dates:
        assert 0 <= axis.column(date.start) <= axis.column(date.end - 1) < width
    assert axis.column(dates[0].start) == 0
    assert axis.column(max(axis.moments[0] + MINUTES_A_DAY, *(date.end for date in dates))) == width - 1


@given(dated, widths, st.lists(st.integers(-(10**10), 10**10), max_size=10))
def test_what_is_outside_lies_at_the_ends(dates: list[When], width: int, moments: list[int]) -> None:
    axis = scale_of(dates, width)
    assert all(0 <= axis.column(moment) < width for moment in moments)


@given(dated, widths)
def test_later_never_lies_further_left(dates: list[When], width: int) -> None:
    axis = scale_of(dates, width)
    assert (np.diff(axis.moments) >= 0).all()
    assert (np.diff(axis.columns) >= 0).all()
    positions = axis.positions(np.sort(np.array([moment for date in dates for moment in (date.start, date.end)])))
    assert (np.diff(positions) >= 0).all()


@given(dated, widths)
def test_columns_and_moments_lead_to_each_other(dates: list[When], width: int) -> None:
    axis = scale_of(dates, width)
    moments = [axis.moment(column) for column in range(width + 1)]
    assert moments == sorted(moments)
    begins = np.array(moments, dtype=np.int64)
    # Moments are whole minutes, so that the way back may end up to a minute to the left.
    assert (axis.positions(begins) <= np.arange(width + 1) + 1e-6).all()
    assert (axis.positions(begins + 1) >= np.arange(width + 1) - 1e-6).all()


@given(dated, widths)
def test_folds_are_few_narrow_apart_and_in_order(dates: list[When], width: int) -> None:
    folds = scale_of(dates, width).folds
    assert len(folds) <= 6
    assert all(end - start == FOLD_WIDTH for start, end in folds)
    assert all(start >= 0 and end <= width for start, end in folds)
    assert list(folds) == sorted(folds)


@given(dated, widths)
def test_the_parts_of_an_axis_are_its_own_width(dates: list[When], width: int) -> None:
    axis = scale_of(dates, width)
    open_width = sum(axis.columns[i + 1] - axis.columns[i] for i in range(0, len(axis.columns), 2))
    assert open_width + FOLD_WIDTH * len(axis.folds) == pytest.approx(width)


@given(dated, widths)
def test_nothing_begins_within_a_fold(dates: list[When], width: int) -> None:
    axis = scale_of(dates, width)
    folded = list(zip(axis.moments[1:-1:2], axis.moments[2:-1:2], strict=True))
    assert len(folded) == len(axis.folds)
    assert not any(begin <= date.start < end for date in dates for begin, end in folded)


def test_a_long_silence_is_folded() -> None:
    axis = scale(80, *days("1990-01"), *days("2025-10"))
    ((begin, end),) = axis.folds
    assert axis.column(parse("1990-01-28").start) <= begin < end <= axis.column(parse("2025-10-01").start)
    assert begin == pytest.approx(80 - end, abs=3)


def test_an_even_story_has_no_fold() -> None:
    assert scale(80, *(f"2025-{month:02}" for month in range(1, 13))).folds == ()


@pytest.mark.parametrize(
    "dates", [("2020", "2021", "2022"), ("2025-08", "2025-09", "2025-10"), ("2025",), ("202X", "203X")]
)
def test_time_that_a_date_covers_is_no_silence(dates: tuple[str, ...]) -> None:
    assert scale(80, *dates).folds == ()


def test_a_coarse_date_over_a_whole_story_does_not_keep_its_silences() -> None:
    axis = scale(80, "19XX", *days("1914-07"), *days("1989-11"))
    assert axis.column(parse("1914-07-31").start) - axis.column(parse("1914-07-01").start) > 15
    assert axis.column(parse("1989-11-28").start) - axis.column(parse("1989-11-01").start) > 15


def test_a_narrow_axis_has_no_fold() -> None:
    assert scale(12, "1990", "2025").folds == ()


@given(dated, widths)
def test_labels_never_touch_and_lie_within_the_width(dates: list[When], width: int) -> None:
    labels = ticks(scale_of(dates, width))
    assert all(label.text and label.column >= 0 for label in labels)
    assert all(label.column + len(label.text) <= width for label in labels)
    for left, right in pairwise(labels):
        assert left.column + len(left.text) < right.column


@given(dated, st.integers(9, 200))
def test_the_first_label_names_the_year_of_the_beginning(dates: list[When], width: int) -> None:
    first = ticks(scale_of(dates, width))[0]
    assert first.column == 0
    assert first.text.endswith(year_name(day_of(dates[0].start).year))


def year_of(name: str) -> int:
    return 1 - int(name.removesuffix(" BC")) if name.endswith(" BC") else int(name)


@given(dated, st.integers(9, 200))
def test_a_month_stands_over_its_own_time_and_to_the_right_of_its_own_year(dates: list[When], width: int) -> None:
    axis = scale_of(dates, width)
    months = [month[:3] for month in MONTHS]
    weekdays = [name[:3] for name in WEEKDAYS]
    year, month_named = 0, 1
    for label in ticks(axis):
        name, _, rest = label.text.partition(" ")
        if name in weekdays:
            day = minute_of(year, month_named, int(rest))
            assert axis.column(day) == label.column
            assert WEEKDAYS[weekday(day // MINUTES_A_DAY)].startswith(name)
            continue
        if name not in months:
            year, month_named = year_of(label.text), 1
            continue
        month_named = months.index(name) + 1
        year = year_of(rest) if rest else year
        month = parse(
            f"{year:05}-{months.index(name) + 1:02}" if year < 0 else f"{year:04}-{months.index(name) + 1:02}"
        )
        assert month.start <= axis.moment(label.column + 1)
        assert month.end > axis.moment(label.column)


def test_a_story_of_months_is_labelled_by_months() -> None:
    labels = ticks(scale(60, *days("2024-11", "2024-12", "2025-01", "2025-02")))
    assert [label.text for label in labels] == ["Nov 2024", "Dec", "2025", "Feb"]


def test_no_month_is_left_to_a_wrong_year() -> None:
    axis = scale(40, "1990-01-01", *days("2025-10", "2025-11", "2025-12"))
    assert [label.text for label in ticks(axis)] == ["1990"]


def test_a_story_of_centuries_is_labelled_by_round_years() -> None:
    labels = ticks(scale(60, *(f"{year}" for year in range(1801, 2001, 2))))
    assert labels[0].text == "1801"
    assert all(int(label.text) % 10 == 0 for label in labels[1:])
    assert len(labels) > 3


WEEK = ("11-28", "11-29", "11-30", "12-01", "12-02", "12-03", "12-04")


def test_an_axis_of_days_names_them() -> None:
    texts = [tick.text for tick in ticks(scale(80, *(f"2025-{day}" for day in WEEK)))]
    assert texts[0] == "Nov 2025"
    assert "Sun 30" in texts
    assert texts[texts.index("Dec") + 1 :] == ["Tue 2", "Wed 3", "Thu 4"]
