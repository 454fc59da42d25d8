from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.timeline.density import Density, Placed
from newstimeline.timeline.scale import fold_scale
from newstimeline.when import When, parse
from newstimeline.when.calendar import MINUTES_A_DAY, minute_of
from unit.builders import dates_of_any_precision, in_order, timed

dated = st.lists(dates_of_any_precision(), min_size=1, max_size=30).map(in_order)
widths = st.integers(1, 120)


def axis_of(dates: list[When], width: int) -> np.ndarray:
    scale = fold_scale(timed(dates).dates, width)
    assert scale
    return scale.borders


JANUARY = minute_of(2025) + MINUTES_A_DAY * np.arange(32)


def counted(axis: np.ndarray, *dates: str) -> Density:
    return Placed(timed(in_order([parse(date) for date in dates])).dates, axis).density()


@given(dated, widths)
def test_nothing_is_lost_and_nothing_counted_twice(dates: list[When], width: int) -> None:
    found = Placed(timed(dates).dates, axis_of(dates, width)).density()
    assert found.total.shape == (width,)
    assert found.total.sum() == pytest.approx(len(dates))
    assert found.exact.sum() + found.imprecise == len(dates)


@given(dated, widths)
def test_where_nothing_is_there_is_exactly_nothing(dates: list[When], width: int) -> None:
    axis = axis_of(dates, width)
    found = Placed(timed(dates).dates, axis).density()
    covered = np.zeros(width, dtype=bool)
    for date in dates:
        for part in range(width):
            covered[part] |= date.start < axis[part + 1] and axis[part] < date.end
    covered[0] |= any(date.start < axis[1] for date in dates)
    covered[-1] |= any(date.end > axis[-2] for date in dates)
    assert (found.total[~covered] == 0).all()
    assert (found.total >= 0).all()


@given(dated, widths, st.data())
def test_some_of_the_events_are_counted_as_if_there_were_no_others(
    dates: list[When], width: int, data: st.DataObject
) -> None:
    axis = axis_of(dates, width)
    chosen = sorted(data.draw(st.sets(st.integers(0, len(dates) - 1))))
    found = Placed(timed(dates).dates, axis).density(np.array(chosen, dtype=np.int64))
    alone = Placed(timed([dates[at] for at in chosen]).dates, axis).density()
    assert found.exact.tolist() == alone.exact.tolist()
    assert found.spread.tolist() == pytest.approx(alone.spread.tolist())
    assert found.imprecise == alone.imprecise


def test_shares_that_were_taken_away_again_leave_no_trace() -> None:
    """0.1 + 0.2 - 0.1 - 0.2 is not 0 in binary fractions."""
    found = counted(
        JANUARY, "2025-01-01/2025-01-10", "2025-01-01/2025-01-05", "2025-01-02/2025-01-04", "2025-01-03/2025-01-09"
    )
    assert found.spread[:10].all()
    assert found.total[10:].tolist() == [0.0] * 21


def test_a_date_of_one_part_counts_there_and_exactly_once() -> None:
    found = counted(JANUARY, "2025-01-01", "2025-01-15", "2025-01-15", "2025-01-31")
    assert found.exact.tolist() == [1.0] + [0.0] * 13 + [2.0] + [0.0] * 15 + [1.0]
    assert found.spread.tolist() == [0.0] * 31


def test_a_date_of_two_parts_counts_in_one_of_them() -> None:
    assert counted(JANUARY, "2025-01-15/2025-01-16").exact.tolist() == [0.0] * 14 + [1.0] + [0.0] * 16


def test_a_date_of_many_parts_is_shared_out_evenly() -> None:
    found = counted(JANUARY, "2025-01-11/2025-01-20", "2025-01-01")
    assert found.exact.tolist() == [1.0] + [0.0] * 30
    assert found.spread.tolist() == pytest.approx([0.0] * 10 + [0.1] * 10 + [0.0] * 11)
    assert found.imprecise == 1


def test_what_lies_outside_of_an_axis_lies_at_its_ends() -> None:
    assert counted(JANUARY, "2024-12-01", "2025-03-01").exact.tolist() == [1.0] + [0.0] * 29 + [1.0]


@pytest.mark.parametrize("width", [1, 10])
def test_without_events_every_part_is_empty(width: int) -> None:
    axis = np.linspace(0, 1000, width + 1).astype(np.int64)
    assert Placed(timed([]).dates, axis).density().total.tolist() == [0.0] * width
