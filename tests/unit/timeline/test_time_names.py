from __future__ import annotations

import pytest

from newstimeline.timeline.lines import Heading, Subheading, UndatedHeading
from newstimeline.timeline.time_names import heading_name, length_name, span_name
from newstimeline.timeline.units import Unit, number_of
from newstimeline.when import parse


def number(edtf: str, unit: Unit) -> int:
    return number_of(parse(edtf).start, unit)


@pytest.mark.parametrize(
    ("unit", "edtf", "count", "name"),
    [
        (Unit.DAY, "2025-11-07", 1, "Fri 7 November 2025"),
        (Unit.DAY, "2025-11-07", 3, "Fri 7 November 2025 to Sun 9 November 2025"),
        (Unit.MONTH, "2025-03", 1, "March 2025"),
        (Unit.MONTH, "2025-03", 3, "March to May 2025"),
        (Unit.MONTH, "2025-12", 3, "December 2025 to February 2026"),
        (Unit.YEAR, "2025", 2, "2025 to 2026"),
        (Unit.YEAR, "-0043", 1, "44 BC"),
        (Unit.DECADE, "198X", 1, "1980s"),
        (Unit.DECADE, "198X", 2, "1980s to 1990s"),
        (Unit.CENTURY, "18XX", 1, "19th century"),
    ],
)
def test_an_upper_heading_is_named_in_full(unit: Unit, edtf: str, count: int, name: str) -> None:
    assert heading_name(Heading(unit, number(edtf, unit), count)) == name


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        (Unit.HOUR, "14:00"),
        (Unit.DAY, "Fri 7 November"),
        (Unit.MONTH, "November 2025"),
        (Unit.YEAR, "2025"),
        (Unit.DECADE, "2020s"),
    ],
)
def test_a_lower_heading_leaves_out_the_year_of_a_day(unit: Unit, name: str) -> None:
    assert heading_name(Subheading(unit, number("2025-11-07T14:30", unit))) == name


def test_events_without_a_date_are_named_so() -> None:
    assert heading_name(UndatedHeading()) == "Undated"


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("2025-11-07T10:00", "2025-11-07T11:30", "1 hour"),
        ("2025-11-07T10:00", "2025-11-09T09:00", "47 hours"),
        ("2025-11-08", "2025-11-19", "11 days"),
        ("2025-01-01", "2025-03-01", "59 days"),
        ("2025-01-15", "2025-04-14", "2 months"),
        ("2025-01-15", "2025-04-15", "3 months"),
        ("1962-10-29", "1989-11-09", "27 years"),
        ("-1000", "0900", "1,900 years"),
    ],
)
def test_a_stretch_of_time_is_as_long_as_people_say(first: str, last: str, name: str) -> None:
    assert length_name(parse(first).start, parse(last).start) == name


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("1961", "2025-11-07", "1961 to Fri 7 November 2025"),
        ("199X", "2025-11", "1990s to November 2025"),
        ("1961", "1961", "1961"),
    ],
)
def test_a_span_is_as_precise_as_its_dates(first: str, last: str, name: str) -> None:
    assert span_name(parse(first), parse(last)) == name
