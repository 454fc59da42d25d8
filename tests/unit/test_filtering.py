from __future__ import annotations

from datetime import date

import pytest

from newstimeline.app.filtering import conditions, toggled

TODAY = date(2025, 11, 8)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ()),
        ("trump", ("trump",)),
        ("a OR b", ("a OR b",)),
        ('person:"A B" -c', ('person:"A B"', "-c")),
        ("basis:nonsense", ()),
    ],
)
def test_conditions_are_what_must_hold(query: str, expected: tuple[str, ...]) -> None:
    assert conditions(query, TODAY) == expected


@pytest.mark.parametrize(
    ("query", "part", "negated", "expected"),
    [
        ("", "place:x", False, "place:x"),
        ("place:x", "place:x", False, ""),
        ("a", "place:x", False, "a place:x"),
        ("a place:x b", "place:x", False, "a b"),
        ("a place:x b", "place:x", True, "a -place:x b"),
        ("a -place:x", "place:x", True, "a"),
        ("a -place:x", "place:x", False, "a"),
        ("a OR b", "place:x", False, "(a OR b) place:x"),
        ("(a OR b)", "place:x", False, "(a OR b) place:x"),
        ("(a OR b) place:x", "place:x", False, "(a OR b)"),
    ],
)
def test_a_condition_is_put_in_taken_out_or_turned_round(query: str, part: str, negated: bool, expected: str) -> None:
    assert toggled(query, TODAY, part, negated=negated) == expected
