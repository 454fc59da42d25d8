from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.when import calendar

YEAR_1 = 366  # year 0 is a leap year
years = st.integers(-1_000_000, 1_000_000)


@given(st.dates())
def test_days_are_counted_as_the_standard_library_counts_them(day: date) -> None:
    assert calendar.day_number(day.year, day.month, day.day) == day.toordinal() - 1 + YEAR_1


def test_each_day_of_four_centuries_follows_the_one_before() -> None:
    day, number = date(1600, 1, 1), calendar.day_number(1600)
    while day.year < 2001:
        assert calendar.civil_day(number) == (day.year, day.month, day.day)
        day += timedelta(days=1)
        number += 1


@given(st.dates())
def test_weekdays_are_those_of_the_standard_library(day: date) -> None:
    assert calendar.weekday(calendar.day_number(day.year, day.month, day.day)) == day.weekday()


@given(st.integers(-400_000_000, 400_000_000))
def test_a_day_and_its_number_lead_to_each_other_also_before_year_0(number: int) -> None:
    assert calendar.day_number(*calendar.civil_day(number)) == number


@given(st.integers(-400_000_000, 400_000_000))
def test_a_later_day_has_a_larger_number(number: int) -> None:
    assert calendar.civil_day(number) < calendar.civil_day(number + 1)


@given(years, st.integers(1, 12))
def test_a_month_is_as_long_as_the_way_to_the_next_one(year: int, month: int) -> None:
    following = calendar.day_number(year + month // 12, month % 12 + 1)
    assert following - calendar.day_number(year, month) == calendar.month_length(year, month)


@pytest.mark.parametrize(("year", "length"), [(0, 29), (-4, 29), (-1, 28), (1900, 28), (2000, 29), (2024, 29)])
def test_leap_years_follow_the_gregorian_rule_in_both_directions(year: int, length: int) -> None:
    assert calendar.month_length(year, 2) == length


def test_counting_begins_with_year_0() -> None:
    assert calendar.day_number(0) == 0
    assert calendar.minute_of(0) == 0


@given(years, st.integers(1, 12), st.integers(1, 28), st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_a_day_lies_in_that_day(year: int, month: int, day: int, hour: int, minute: int) -> None:
    assert calendar.day_of(calendar.minute_of(year, month, day, hour, minute)) == (year, month, day)


@given(st.dates())
def test_the_moment_of_a_date_is_its_midnight(day: date) -> None:
    assert calendar.moment_of(day) == calendar.day_number(day.year, day.month, day.day) * calendar.MINUTES_A_DAY
