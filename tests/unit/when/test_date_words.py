from __future__ import annotations

import pytest

from newstimeline.when import parse
from newstimeline.when.calendar import Day, minute_of
from newstimeline.when.date_words import clock, day_name, describe, month_name, year_name


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-11-07", "Fri 7 November 2025"),
        ("2025-11-07T14:05", "Fri 7 November 2025, 14:05"),
        ("2025-11", "November 2025"),
        ("2025", "2025"),
        ("0000", "1 BC"),
        ("-0043-03-15", "Fri 15 March 44 BC"),
        ("2025-22", "summer 2025"),
        ("2025-24", "winter 2025"),
        ("2025-34", "second quarter of 2025"),
        ("2025-41~", "about second half of 2025"),
        ("2025-38", "part of 2025"),
        ("Y-12000-21", "spring 12001 BC"),
        ("198X", "1980s"),
        ("-004X", "50 BC to 41 BC"),
        ("18XX", "the 19th century"),
        ("20XX", "the 21st century"),
        ("00XX", "the 1st century"),
        ("01XX", "the 2nd century"),
        ("02XX", "the 3rd century"),
        ("10XX", "the 11th century"),
        ("-00XX", "the 1st century BC"),
        ("-01XX", "the 2nd century BC"),
        ("2025-08~", "about August 2025"),
        ("1984?", "1984 (uncertain)"),
        ("1984%", "about 1984 (uncertain)"),
        ("2025-08-15/2025-10", "Fri 15 August 2025 to October 2025"),
        ("2025-08~/2025-10", "about August 2025 to October 2025"),
        ("2025-08/..", "from August 2025"),
        ("2025-08/", "from August 2025"),
        ("../2025", "until 2025"),
    ],
)
def test_a_date_is_written_out_at_its_own_precision(edtf: str, words: str) -> None:
    assert describe(parse(edtf)) == words


@pytest.mark.parametrize(("year", "name"), [(2025, "2025"), (1, "1"), (0, "1 BC"), (-43, "44 BC")])
def test_year_0_is_1_bc(year: int, name: str) -> None:
    assert year_name(year) == name


def test_a_month_has_its_year() -> None:
    assert month_name(-43, 3) == "March 44 BC"


def test_a_day_may_go_without_its_year() -> None:
    assert day_name(Day(2024, 2, 29), with_year=False) == "Thu 29 February"


def test_the_clock_counts_from_midnight() -> None:
    assert clock(minute_of(-5, 3, 1, 0, 0)) == "00:00"
    assert clock(minute_of(2025, 11, 7, 23, 59)) == "23:59"
