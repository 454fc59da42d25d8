from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from newstimeline.timeline.buckets import Buckets, buckets
from newstimeline.timeline.units import Unit, number_of
from newstimeline.when import When, parse
from unit.builders import dates_of_any_precision, in_order, timed

dated = st.lists(dates_of_any_precision(), max_size=30).map(in_order)
units = st.sampled_from(Unit)


def counted(dates: list[When], unit: Unit) -> Buckets:
    return buckets(timed(dates).dates, unit)


@given(dated, units)
def test_every_event_within_a_unit_is_counted_there(dates: list[When], unit: Unit) -> None:
    found = counted(dates, unit)
    within = [n for n, date in enumerate(dates) if number_of(date.start, unit) == number_of(date.end - 1, unit)]
    expected = Counter(number_of(dates[n].start, unit) for n in within)
    assert dict(zip(found.numbers.tolist(), found.counts.tolist(), strict=True)) == expected
    assert found.numbers.tolist() == sorted(expected)


@given(dated, units)
def test_a_bucket_knows_its_first_event(dates: list[When], unit: Unit) -> None:
    found = counted(dates, unit)
    for number, first in zip(found.numbers.tolist(), found.firsts.tolist(), strict=True):
        assert number_of(dates[first].start, unit) == number
        assert not any(number_of(date.start, unit) == number == number_of(date.end - 1, unit) for date in dates[:first])


def days(counts: dict[int, int]) -> Buckets:
    return counted([parse(f"2025-01-{day:02}") for day, count in counts.items() for _ in range(count)], Unit.DAY)


def peaks(counts: dict[int, int]) -> list[int]:
    found = days(counts)
    first = number_of(parse("2025-01-01").start, Unit.DAY)
    return [int(found.numbers[peak]) - first + 1 for peak in found.peaks]


def test_a_peak_has_more_than_its_neighbours_and_twice_what_is_usual() -> None:
    assert peaks({1: 1, 2: 4, 3: 2, 4: 2, 5: 3, 6: 2, 9: 6}) == [2, 9]


def test_a_plateau_is_one_peak_where_it_begins() -> None:
    assert peaks({1: 1, 2: 4, 3: 4, 4: 1, 6: 1}) == [2]


def test_where_all_days_are_alike_there_is_no_peak() -> None:
    assert peaks({1: 1, 3: 1, 5: 1}) == []
    assert peaks({1: 5, 2: 5}) == []
    assert peaks({}) == []


def test_peaks_lead_to_each_other() -> None:
    found = days({1: 1, 2: 4, 3: 1, 4: 1, 8: 1, 9: 6})
    assert [found.next_peak(place) for place in (0, 1, 7, 8, 13)] == [1, 8, 8, None, None]
    assert [found.previous_peak(place) for place in (0, 1, 2, 8, 13)] == [None, None, 1, 1, 8]
