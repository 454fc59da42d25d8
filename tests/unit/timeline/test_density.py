from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.timeline import Density, Scale, density, fold_scale
from newstimeline.when import When, parse
from unit.builders import dates_of_any_precision, in_order

dated = st.lists(dates_of_any_precision(), min_size=1, max_size=30).map(in_order)
widths = st.integers(1, 120)


def counted(dates: list[When], width: int) -> tuple[Density, Scale]:
    starts = np.array([date.start for date in dates], dtype=np.int64)
    ends = np.array([date.end for date in dates], dtype=np.int64)
    scale = fold_scale(starts, ends, width)
    assert scale
    return density(starts, ends, scale), scale


@given(dated, widths)
def test_nothing_is_lost_and_nothing_counted_twice(dates: list[When], width: int) -> None:
    found, _ = counted(dates, width)
    assert found.total.shape == (width,)
    assert found.total.sum() == pytest.approx(len(dates))


@given(dated, widths)
def test_where_nothing_is_there_is_exactly_nothing(dates: list[When], width: int) -> None:
    found, scale = counted(dates, width)
    covered = np.zeros(width, dtype=bool)
    for date in dates:
        covered[scale.column(date.start) : scale.column(date.end) + 1] = True
    assert (found.total[~covered] == 0).all()
    assert (found.total >= 0).all()


def even_scale(first: str, last: str, width: int) -> Scale:
    return Scale(np.array([parse(first).start, parse(last).end], dtype=np.float64), np.array([0.0, width]), ())


def counted_on(scale: Scale, *dates: str) -> Density:
    found = [parse(date) for date in dates]
    return density(np.array([date.start for date in found]), np.array([date.end for date in found]), scale)


def test_shares_that_were_taken_away_again_leave_no_trace() -> None:
    """0.1 + 0.2 - 0.1 - 0.2 is not 0 in binary fractions."""
    year = even_scale("2025-01-01", "2025-01-31", 31)
    found = counted_on(
        year, "2025-01-01/2025-01-10", "2025-01-01/2025-01-05", "2025-01-02/2025-01-04", "2025-01-03/2025-01-09"
    )
    assert found.spread[:10].all()
    assert found.total[10:].tolist() == [0.0] * 21


def test_a_date_of_one_column_counts_there_and_exactly_once() -> None:
    found = counted_on(
        even_scale("2025-01-01", "2025-01-31", 31), "2025-01-01", "2025-01-15", "2025-01-15", "2025-01-31"
    )
    assert found.exact.tolist() == [1.0] + [0.0] * 13 + [2.0] + [0.0] * 15 + [1.0]
    assert found.spread.tolist() == [0.0] * 31


def test_a_date_of_two_columns_counts_in_one_of_them() -> None:
    found = counted_on(even_scale("2025-01-01", "2025-01-31", 31), "2025-01-15/2025-01-16")
    assert found.exact.tolist() == [0.0] * 14 + [1.0] + [0.0] * 16


def test_a_date_of_many_columns_is_shared_out_evenly() -> None:
    found = counted_on(even_scale("2025-01-01", "2025-01-31", 31), "2025-01-11/2025-01-20", "2025-01-01")
    assert found.exact.tolist() == [1.0] + [0.0] * 30
    assert found.spread.tolist() == pytest.approx([0.0] * 10 + [0.1] * 10 + [0.0] * 11)


def test_without_events_every_column_is_empty() -> None:
    _, scale = counted([parse("2025")], 10)
    nothing = np.empty(0, dtype=np.int64)
    assert density(nothing, nothing, scale).total.tolist() == [0.0] * 10
