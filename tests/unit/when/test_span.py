from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.when import Precision, When, parse
from unit.builders import SOME_DATES, in_order

dates = st.sampled_from([date for date in SOME_DATES if date]).map(parse)


def test_dates_stand_by_their_beginning_and_the_coarser_one_first() -> None:
    ordered = ["202X", "2024", "2025", "2025-01", "2025-01-01", "2025-01-01T00:00", "2025-01-01T00:01", "2025-02"]
    shuffled = [parse(text) for text in sorted(ordered, reverse=True)]
    assert [str(when) for when in in_order(shuffled)] == ordered


def test_a_larger_precision_is_coarser() -> None:
    forms = ["2025-01-01T00:00", "2025-01-01T00", "2025-01-01", "2025-01", "2025-33", "2025", "202X", "20XX"]
    precisions = [parse(form).precision for form in forms]
    assert precisions == sorted(Precision)[:-1]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("2025-11-07", "2025-11", True),
        ("2025-11-07", "2025-11-07", True),
        ("2025-11-07", "2025-11-08", False),
        ("2025-11-07T23:59", "2025-11-08T00:00", False),
        ("2025-10", "2025-11", False),
        ("2025-08-15/2025-10", "2025-10-31", True),
        ("2025-08-15/2025-10", "2025-11-01", False),
        ("2025-08-15/2025-10", "2025-08-14", False),
        ("2025-08/..", "2099", True),
        ("2025-08/..", "2025-07-31", False),
        ("2025-08/..", "2025-08-01", True),
        ("../2025-08", "-0043", True),
        ("../2025-08", "2025-09", False),
        ("../2025-08", "2025-08-31", True),
        ("../2025-08", "2025-08/..", True),
        ("../2025-07", "2025-08/..", False),
        ("2024/..", "2025/..", True),
        ("../2024", "../1950", True),
        ("202X", "2025-11-07", True),
    ],
)
def test_dates_overlap_when_both_could_be_the_same_moment(one: str, other: str, together: bool) -> None:
    assert parse(one).overlaps(parse(other)) is together
    assert parse(other).overlaps(parse(one)) is together


@given(dates, dates)
def test_overlapping_is_mutual(one: When, other: When) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(one)
