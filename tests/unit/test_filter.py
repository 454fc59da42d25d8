from __future__ import annotations

from datetime import date

import pytest

from newstimeline.browser.filter import Filter
from newstimeline.query import QueryError

TODAY = date(2025, 11, 8)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ()),
        ("trump", ("trump",)),
        ("a OR b", ("(a OR b)",)),
        ("(a OR b)", ("(a OR b)",)),
        ('x "held talks', ("x", '"held talks"')),
        ('x (a said:"held talks', ("x", '(a said:"held talks")')),
        ("x “held", ("x", '“held"')),
        ('person:"A B" -c', ('person:"A B"', "-c")),
        ("basis:nonsense", ()),
    ],
)
def test_conditions_are_what_must_hold(query: str, expected: tuple[str, ...]) -> None:
    assert Filter(query, TODAY).conditions == expected


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
    assert Filter(query, TODAY).toggled(part, negated=negated) == Filter(expected)


@pytest.mark.parametrize(
    ("query", "part", "expected"),
    [
        ("a b", "b", "a"),
        ("a", "a", ""),
        ("a OR b", "(a OR b)", ""),
    ],
)
def test_a_condition_is_taken_off(query: str, part: str, expected: str) -> None:
    assert Filter(query, TODAY).without(part) == Filter(expected)


@pytest.mark.parametrize(
    ("query", "part", "expected"),
    [
        ("a b", "b", "a -b"),
        ("a -b", "-b", "a b"),
        ("a OR b", "(a OR b)", "-(a OR b)"),
        ("-(a OR b)", "-(a OR b)", "(a OR b)"),
    ],
)
def test_a_condition_is_turned_round(query: str, part: str, expected: str) -> None:
    assert Filter(query, TODAY).turned_round(part) == Filter(expected)


def test_a_condition_joins_all_alternatives() -> None:
    assert Filter("a OR b", TODAY).joined("in:2025") == Filter("(a OR b) in:2025")


def test_a_filter_with_an_error_says_it_each_time_it_is_asked_what_it_means() -> None:
    wrong = Filter("basis:nonsense", TODAY)
    for _ in range(2):
        with pytest.raises(QueryError, match="basis"):
            _ = wrong.query


def test_a_filter_counts_from_the_day_on_which_it_is_asked() -> None:
    typed = Filter("on:yesterday", TODAY)
    assert typed.on(date(2025, 11, 9)).query == Filter("on:2025-11-08", TODAY).query
    assert typed.on(TODAY) is typed
