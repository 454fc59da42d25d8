"""Time words that count from a day told before, or stay open without one."""

import pytest

from newstimeline.when import parse
from unit.time_words import only, read, values


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three days later", "2025-08-18"),
        ("two weeks earlier", "2025-W31"),
        ("five days after that", "2025-08-20"),
        ("a day before that", "2025-08-14"),
        ("the next day", "2025-08-16"),
        ("the next morning", "2025-08-16TMO"),
        ("the following night", "2025-08-16TNI"),
        ("the previous Monday", "2025-08-11"),
        ("the following Friday", "2025-08-22"),
    ],
)
def test_they_count_from_the_day_told_before(words: str, value: str) -> None:
    first, second = read(f"It broke on Friday, Aug. 15, 2025, and {words} people came.")
    assert (first.value, second.text, second.value, second.anchor) == ("2025-08-15", words, value, parse("2025-08-15"))


@pytest.mark.parametrize(("words", "value"), [("two days before", "2025-08-13"), ("three days after", "2025-08-18")])
def test_before_and_after_at_the_end_of_a_clause_count_from_that_day_too(words: str, value: str) -> None:
    assert values(f"It broke on Aug. 15. It had been looked at {words}.") == ["2025-08-15", value]


@pytest.mark.parametrize("words", ["the next day", "the previous Monday", "three days later", "five days after that"])
def test_without_a_day_told_before_they_stay_open(words: str) -> None:
    assert only(f"And {words} people came.").when is None


def test_a_length_before_a_thing_is_only_a_length() -> None:
    assert values("It had closed three days before the storm.") == ["P3D"]


def test_a_year_earlier_is_last_year_where_nothing_was_told() -> None:
    assert only("Costs were lower a year earlier.").value == "2024"


def test_decades_ago_are_about_so_many_years_ago() -> None:
    time = only("It stood empty two decades ago.")
    assert (time.value, time.when.edtf if time.when else None) == ("2005", "2005~")
