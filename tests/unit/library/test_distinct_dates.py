from __future__ import annotations

from bisect import bisect_left

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.library.distinct_dates import Dates
from newstimeline.library.event_columns import Timed
from newstimeline.when import When
from newstimeline.when.calendar import MINUTES_A_DAY
from unit.builders import dates_of_any_precision, in_order, timed

some_dates = st.lists(dates_of_any_precision(), max_size=8).flatmap(
    lambda few: st.lists(st.sampled_from(few), max_size=30).map(in_order) if few else st.just([])
)


def each(dates: Dates) -> list[tuple[int, int]]:
    """The date of every event."""
    pairs = zip(dates.starts.tolist(), dates.ends.tolist(), dates.counts.tolist(), strict=True)
    return [(start, end) for start, end, count in pairs for _ in range(count)]


def pairs(dates: list[When]) -> list[tuple[int, int]]:
    return [(date.start, date.end) for date in dates]


@given(some_dates)
def test_each_different_date_is_there_once_with_its_events(dates: list[When]) -> None:
    found = timed(dates).dates
    assert each(found) == pairs(dates)
    assert len(found) == len(set(pairs(dates)))


@given(some_dates, st.data())
def test_some_of_the_events_have_the_dates_that_they_would_have_alone(dates: list[When], data: st.DataObject) -> None:
    chosen = sorted(data.draw(st.sets(st.integers(0, len(dates) - 1)))) if dates else []
    found, places = timed(dates).dates, np.array(chosen, dtype=np.int32)
    alone = timed([dates[at] for at in chosen]).dates
    some = found.at(places)
    assert each(some) == each(alone)
    assert some.firsts.tolist() == alone.firsts.tolist()
    assert found.counts_at(places).sum() == len(chosen)


@given(some_dates, st.integers(-(10**9), 10**9))
def test_a_moment_leads_to_the_first_event_that_begins_then_or_later(dates: list[When], moment: int) -> None:
    starts = [date.start for date in dates]
    found = timed(dates).dates
    for at in (moment, *starts, *(start + 1 for start in starts)):
        assert found.place_at(at) == bisect_left(starts, at)


def test_many_events_are_counted_as_few_are() -> None:
    days = np.sort(np.random.default_rng(1).integers(0, 5_000, 400_000)) * MINUTES_A_DAY
    found = Timed(np.arange(len(days), dtype=np.int32), days, days + MINUTES_A_DAY, None).dates
    starts, firsts, counts = np.unique(days, return_index=True, return_counts=True)
    assert np.array_equal(found.starts, starts)
    assert np.array_equal(found.firsts, firsts)
    assert np.array_equal(found.counts, counts)
