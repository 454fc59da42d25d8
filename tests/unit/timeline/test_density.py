from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.timeline.density import MOST_PARTS, Density, Placed, even_axis, unit_axis
from newstimeline.timeline.scale import fold_scale
from newstimeline.timeline.units import Unit
from newstimeline.when import When, parse
from newstimeline.when.calendar import minute_of
from unit.builders import dates_of_any_precision, in_order

dated = st.lists(dates_of_any_precision(), min_size=1, max_size=30).map(in_order)
widths = st.integers(1, 120)


def moments(dates: list[When]) -> tuple[np.ndarray, np.ndarray]:
    return (
        np.array([date.start for date in dates], dtype=np.int64),
        np.array([date.end for date in dates], dtype=np.int64),
    )


def axis_of(dates: list[When], width: int) -> np.ndarray:
    scale = fold_scale(*moments(dates), width)
    assert scale
    return scale.borders


def days_axis(first: str, last: str) -> np.ndarray:
    return unit_axis(parse(first).start, parse(last).end, Unit.DAY)


JANUARY = days_axis("2025-01-01", "2025-01-31")


def counted(axis: np.ndarray, *dates: str) -> Density:
    return Placed(*moments(in_order([parse(date) for date in dates])), axis).density()


@given(dated, widths)
def test_nothing_is_lost_and_nothing_counted_twice(dates: list[When], width: int) -> None:
    found = Placed(*moments(dates), axis_of(dates, width)).density()
    assert found.total.shape == (width,)
    assert found.total.sum() == pytest.approx(len(dates))
    assert found.exact.sum() + found.imprecise == len(dates)


@given(dated, widths)
def test_where_nothing_is_there_is_exactly_nothing(dates: list[When], width: int) -> None:
    axis = axis_of(dates, width)
    found = Placed(*moments(dates), axis).density()
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
    found = Placed(*moments(dates), axis).density(np.array(chosen, dtype=np.int64))
    alone = Placed(*moments([dates[at] for at in chosen]), axis).density()
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
    nothing = np.empty(0, dtype=np.int64)
    axis = even_axis(0, 1000, width)
    assert Placed(nothing, nothing, axis).density().total.tolist() == [0.0] * width


@pytest.mark.parametrize(
    ("unit", "parts"),
    [(Unit.HOUR, 730 * 24), (Unit.DAY, 730), (Unit.MONTH, 24), (Unit.YEAR, 2), (Unit.DECADE, 2), (Unit.CENTURY, 2)],
)
def test_an_axis_by_units_has_their_borders(unit: Unit, parts: int) -> None:
    axis = unit_axis(minute_of(1999), minute_of(2001) - 1440, unit)
    assert len(axis) - 1 == parts
    assert minute_of(2000) in axis
    assert axis[0] <= minute_of(1999)
    assert axis[-1] >= minute_of(2001) - 1440


def test_an_axis_of_too_many_units_is_refused() -> None:
    with pytest.raises(ValueError, match=f"more than {MOST_PARTS} parts"):
        unit_axis(minute_of(-5000), minute_of(2025), Unit.HOUR)


@given(st.integers(-(10**9), 10**9), st.integers(-10, 10**9), widths)
def test_equal_parts_differ_by_no_more_than_a_minute(first: int, length: int, parts: int) -> None:
    axis = even_axis(first, first + length, parts)
    lengths = np.diff(axis)
    assert len(lengths) == parts
    assert lengths.min() >= 1
    assert lengths.max() - lengths.min() <= 1
    assert (axis[0], axis[-1]) == (first, first + max(length, parts))


@given(dated, widths, st.data())
def test_an_event_lies_in_every_lane_it_belongs_to_and_in_no_other(
    dates: list[When], width: int, data: st.DataObject
) -> None:
    axis = axis_of(dates, width)
    placed = Placed(*moments(dates), axis)
    pairs = data.draw(st.sets(st.tuples(st.integers(0, 3), st.integers(0, len(dates) - 1))))
    ordered = data.draw(st.permutations(sorted(pairs)))
    lanes = placed.lanes(
        np.array([lane for lane, _ in ordered], dtype=np.int64), np.array([at for _, at in ordered], dtype=np.int64), 4
    )
    assert len(lanes) == 4
    for lane, found in enumerate(lanes):
        alone = placed.density(np.array(sorted(at for name, at in pairs if name == lane), dtype=np.int64))
        assert found.exact.tolist() == alone.exact.tolist()
        assert found.spread.tolist() == pytest.approx(alone.spread.tolist())
