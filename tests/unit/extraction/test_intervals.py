from __future__ import annotations

import pytest

from newstimeline.extraction.times.intervals import intervals
from unit.time_words import read


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("He was mayor from 1998 to 2004.", "1998/2004"),
        ("He was mayor between 1998 and 2004.", "1998/2004"),
        ("It ran from Aug. 17 to Aug. 19, 2013.", "2013-08-17/2013-08-19"),
        ("Between Dec. 28 and Jan. 3, thieves stole boats.", "2024-12-28/2025-01-03"),
        ("The fair ran 26 July - 22 August.", "2025-07-26/2025-08-22"),
        ("They struck from Monday to Wednesday.", "2025-11-03/2025-11-05"),
        ("It was closed from 8 p.m. Monday until 5 a.m. Wednesday.", "2025-11-03T20:00/2025-11-05T05:00"),
        ("It lasted from mid-May through July.", "2025-05~/2025-07"),
    ],
)
def test_two_times_that_are_joined_are_an_interval(text: str, interval: str) -> None:
    assert [whole.edtf for _, _, whole in intervals(text, read(text))] == [interval]


@pytest.mark.parametrize(
    "text",
    [
        "It opened on Monday and closed on Wednesday.",
        "It was built in 1998 and 2004 was its best year.",
        "In 2004, Monday was the best day.",
    ],
)
def test_two_times_beside_each_other_are_none(text: str) -> None:
    assert not list(intervals(text, read(text)))
