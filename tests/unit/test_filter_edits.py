from __future__ import annotations

from datetime import date

import pytest

from newstimeline.browser.filter_edits import conditions, in_moments, in_units, joined, toggled, turned_round, without
from newstimeline.query import parse_query
from newstimeline.timeline.units import Unit
from newstimeline.when import parse

DAY = 1440
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


@pytest.mark.parametrize(
    ("query", "part", "expected"),
    [
        ("a b", "b", "a"),
        ("a", "a", ""),
        ("a OR b", "(a OR b)", ""),
    ],
)
def test_a_condition_is_taken_off(query: str, part: str, expected: str) -> None:
    assert without(query, TODAY, part) == expected


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
    assert turned_round(query, TODAY, part) == expected


@pytest.mark.parametrize(
    ("first", "last", "unit", "expected"),
    [
        ("2025-08-10", "2025-08-15", Unit.DAY, "in:2025-08-10/2025-08-15"),
        ("2025-08-15", "2025-08-10", Unit.DAY, "in:2025-08-10/2025-08-15"),
        ("2025-08-10", "2025-08-10", Unit.HOUR, "in:2025-08-10"),
        ("2025-08-10", "2025-10-01", Unit.MONTH, "in:2025-08/2025-10"),
        ("-0043-03-15", "2025-10-01", Unit.CENTURY, "in:-0043/2025"),
    ],
)
def test_a_stretch_of_time_is_named_by_whole_units(first: str, last: str, unit: Unit, expected: str) -> None:
    part = in_units(parse(first).start, parse(last).start, unit)
    assert part == expected
    parse_query(part, TODAY)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(2, "in:2025-01-01/2025-01-03"), (250, "in:2025-01/2025-09"), (9000, "in:2025/2049")],
)
def test_a_longer_stretch_is_named_by_longer_units(days: int, expected: str) -> None:
    begin = parse("2025-01-01").start
    assert in_moments(begin, begin + days * DAY) == expected


def test_a_condition_joins_all_alternatives() -> None:
    assert joined("a OR b", TODAY, "in:2025") == "(a OR b) in:2025"
