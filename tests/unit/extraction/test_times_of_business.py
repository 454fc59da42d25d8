import pytest

from newstimeline.extraction.times.resolver import Direction
from unit.time_words import only, read, values


def test_figures_of_a_quarter_are_compared_with_the_same_quarter_of_the_year_before() -> None:
    text = "Net income rose in the third quarter from a year earlier. The year-ago period was weak, unlike the quarter."
    assert values(text) == ["2025-Q3", "2024-Q3", "2024-Q3", "2025-Q3"]


def test_where_no_quarter_is_reported_a_year_ago_is_a_year() -> None:
    assert values("It was lower a year ago. In the latest quarter it rose.") == ["2024", "2025-Q3"]


def test_quarterly_before_a_noun_tells_what_the_noun_is() -> None:
    assert values("It cut its quarterly dividend.") == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the fiscal second quarter", "2025-Q2"),
        ("the 2023 third quarter", "2023-Q3"),
        ("last year's fourth quarter", "2024-Q4"),
        ("the 2023 quarter", "2023"),
        ("the fiscal year", "2025"),
        ("the full year", "2025"),
    ],
)
def test_words_of_reports_have_the_quarter_or_the_year(words: str, value: str) -> None:
    time = only(f"Profit was flat in {words}.")
    assert (time.text, time.value) == (words, value)


def test_a_period_of_another_year_is_the_quarter_that_is_reported() -> None:
    text = "Profit rose in the second quarter. In the 2023 period it fell, as in the year-earlier third quarter."
    assert values(text) == ["2025-Q2", "2023-Q2", "2024-Q3"]


def test_a_quarter_before_a_noun_stands_without_its_article() -> None:
    assert [time.text for time in read("It posted the third-quarter loss beside a year-ago gain.")] == [
        "third-quarter",
        "year-ago",
    ]


def test_a_year_that_ended_on_a_day_is_a_length() -> None:
    time = read("It lost money in the year ended March 31.")[0]
    assert (time.type, time.value) == ("DURATION", "P1Y")


def test_the_year_stays_open_where_another_year_is_told() -> None:
    told, open_one = read("It was founded in 1987. For the year, it broke even.")
    assert (told.value, open_one.value, open_one.when) == ("1987", "XXXX", None)


@pytest.mark.parametrize(
    "text",
    [
        "The year before the fire was dull.",
        "It was the year he left.",
        "Plans for the year ahead.",
        "The Baker of the Year.",
    ],
)
def test_a_year_that_other_words_define_is_not_this_year(text: str) -> None:
    assert read(text) == []


def test_the_next_quarter_of_next_year_needs_no_tense() -> None:
    assert only("It opens in next year's first quarter.", Direction.PAST).value == "2026-Q1"


def test_the_latest_quarter_is_over_even_where_the_next_one_was_told() -> None:
    assert values("It plans a charge in the fourth quarter. Sales fell in the latest quarter.") == [
        "2025-Q4",
        "2025-Q3",
    ]
