from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.reading.publication_date_forms import date_told
from newstimeline.when import parse
from unit.reading.head_dates import DAYS, NO_DAYS


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_head_tells_its_day(text: str, day: str) -> None:
    when = date_told(text)
    assert when
    assert when.whole_day().edtf == day


@pytest.mark.parametrize("text", NO_DAYS)
def test_a_head_that_is_not_sure_of_its_day_tells_none(text: str) -> None:
    assert date_told(text) is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-06-13T10:15:00+0200", "2024-06-13T10:15:00+02:00"),
        ("2024-06-13 10:15", "2024-06-13T10:15:00"),
        ("2024-06-13 02:15 PM", "2024-06-13"),
        ("-0043-06-13", "-0043-06-13"),
        ("May 3-5, 2024", "2024-05-03/2024-05-05"),
    ],
)
def test_a_head_keeps_what_it_tells_for_sure(text: str, edtf: str) -> None:
    assert str(date_told(text)) == edtf


@pytest.mark.parametrize(
    "text", ["2024-06-13, 2024-06-15", "before 2024-06-13", "2024-06-13 (12 of 14)", "May 2024", "x" * 500]
)
def test_more_or_less_than_a_day_is_none(text: str) -> None:
    assert date_told(text) is None


@given(st.text(max_size=40) | st.from_regex(r"([0-9]{1,4}|[ ./:,-]|giugno|mars|de|GMT){1,9}", fullmatch=True))
def test_any_head_is_a_date_or_none(text: str) -> None:
    when = date_told(text)
    assert when is None or parse(when.edtf) == when


def test_what_is_read_without_it_does_not_load_dateparser() -> None:
    program = """
import sys
from newstimeline.reading.publication_date_forms import date_told
assert date_told("Fri, 07 Nov 2025 14:30:00 GMT") and not date_told("soon") and not date_told("7/11/2025")
sys.exit("dateparser" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
