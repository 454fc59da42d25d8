from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.timeline.unit_arrays import begins_of, numbers_of
from newstimeline.timeline.units import SHORTEST, Unit, begin_of, number_of
from newstimeline.when.calendar import minute_of

units = st.sampled_from(Unit)
moments = st.integers(minute_of(-20_000), minute_of(20_000))


@pytest.mark.parametrize(
    ("unit", "number"),
    [
        (Unit.HOUR, 739_740 * 24 + 14),
        (Unit.DAY, 739_740),
        (Unit.MONTH, 2025 * 12 + 4),
        (Unit.YEAR, 2025),
        (Unit.DECADE, 202),
        (Unit.CENTURY, 20),
    ],
)
def test_a_moment_lies_in_one_unit_of_each_kind(unit: Unit, number: int) -> None:
    assert number_of(minute_of(2025, 5, 4, 14, 30), unit) == number


def test_units_before_year_0_have_negative_numbers() -> None:
    assert number_of(minute_of(-1, 12), Unit.MONTH) == -1
    assert number_of(minute_of(-1), Unit.CENTURY) == -1


@given(moments, units)
def test_a_unit_begins_at_or_before_what_lies_in_it_and_ends_after(moment: int, unit: Unit) -> None:
    number = number_of(moment, unit)
    assert begin_of(number, unit) <= moment < begin_of(number + 1, unit)
    assert begin_of(number + 1, unit) - begin_of(number, unit) >= SHORTEST[unit]


@given(moments, units)
def test_a_unit_lies_within_one_of_the_next_coarser_kind(moment: int, unit: Unit) -> None:
    begin = begin_of(number_of(moment, unit), unit)
    assert number_of(begin, unit.zoomed(1)) == number_of(moment, unit.zoomed(1))


@given(st.lists(moments, max_size=20).map(sorted), units)
def test_many_moments_have_the_numbers_that_each_has(some: list[int], unit: Unit) -> None:
    numbers = numbers_of(np.array(some, dtype=np.int64), unit)
    assert numbers.tolist() == [number_of(moment, unit) for moment in some]
    assert begins_of(numbers, unit).tolist() == [begin_of(int(number), unit) for number in numbers]


@given(units, st.integers(-3, 3))
def test_zooming_there_and_back_returns_unless_it_met_the_end(unit: Unit, steps: int) -> None:
    there = unit.zoomed(steps)
    assert there == unit + steps or there in (Unit.HOUR, Unit.CENTURY)
    assert there != unit + steps or there.zoomed(-steps) is unit
