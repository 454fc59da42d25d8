from __future__ import annotations

from datetime import date

import pytest

from newstimeline.browser.time_conditions import in_moments, in_units
from newstimeline.query import parse_query
from newstimeline.timeline.units import Unit
from newstimeline.when import parse

DAY = 1440
TODAY = date(2025, 11, 8)


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
