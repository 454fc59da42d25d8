import pytest

from newstimeline.extraction.times.resolver import Direction
from newstimeline.when import parse
from unit.time_words import only, read, values


@pytest.mark.parametrize(
    ("words", "value", "edtf"),
    [
        ("2025-11-07", "2025-11-07", "2025-11-07"),
        ("2024-02-30", "2024-02", "2024-02"),
        ("Feb. 29, 2023", "2023-02", "2023-02"),
        ("12/24/16", "2016-12-24", "2016-12-24"),
        ("17 to 19 August 2013", "2013-08-17", "2013-08-17/2013-08-19"),
        ("3, 4 and 5 November", "2025-11-03", "2025-11-03/2025-11-05"),
        ("Aug. 15 and 17, 2024", "2024-08-15", "2024-08-15/2024-08-17"),
        ("the second Tuesday of October", "2025-10-14", "2025-10-14"),
        ("the last day of October", "2025-10-31", "2025-10-31"),
        ("the last Friday of June 2024", "2024-06-28", "2024-06-28"),
        ("this Monday, Nov. 3, 2025", "2025-11-03", "2025-11-03"),
        ("the year 2005 on April 2", "2005-04-02", "2005-04-02"),
        ("2009-2010", "2009/2010", "2009/2010"),
        ("1957-58", "1957/1958", "1957/1958"),
        ("1999-00", "1999/2000", "1999/2000"),
        ("the summer of '69", "1969-SU", "1969-22"),
        ("the winter of 1916-17", "1916-WI", "1916-24"),
        ("44 BC", "BC0044", "-0043"),
        ("around 1200 B.C.E.", "BC1200", "-1199~"),
        ("the 1200s", "12", "12XX"),
        ("Aug. 15, 2025", "2025-08-15", "2025-08-15"),
        ("5 May 2024", "2024-05-05", "2024-05-05"),
        ("Aug. 15", "2025-08-15", "2025-08-15"),
        ("Dec. 24", "2024-12-24", "2024-12-24"),
        ("March 2019", "2019-03", "2019-03"),
        ("mid-August", "2025-08", "2025-08~"),
        ("early 1990", "1990", "1990~"),
        ("the 1990s", "199", "199X"),
        ("the 19th century", "18", "18XX"),
        ("the third quarter", "2025-Q3", "2025-35"),
        ("the first half of 2024", "2024-H1", "2024-40"),
        ("the summer of 2024", "2024-SU", "2024-22"),
        ("Aug. 15-17", "2025-08-15", "2025-08-15/2025-08-17"),
        ("Christmas Eve", "2024-12-24", "2024-12-24"),
        ("yesterday", "2025-11-06", "2025-11-06"),
        ("last month", "2025-10", "2025-10"),
        ("last week", "2025-W44", "2025-10-27/2025-11-02"),
        ("this weekend", "2025-W45-WE", "2025-11-08/2025-11-09"),
        ("late last year", "2024", "2024~"),
        ("last summer", "2025-SU", "2025-22"),
        ("last August", "2025-08", "2025-08"),
        ("three days ago", "2025-11-04", "2025-11-04"),
        ("two years ago", "2023", "2023"),
        ("Friday morning", "2025-11-07TMO", "2025-11-07"),
        ("last night", "2025-11-06TNI", "2025-11-06"),
        ("3:30 p.m. Wednesday", "2025-11-05T15:30", "2025-11-05T15:30"),
        ("three days", "P3D", None),
        ("several weeks", "PXW", None),
        ("half an hour", "PT30M", None),
        ("every week", "P1W", None),
        ("twice a month", "P1M", None),
        ("every Friday", "XXXX-WXX-5", None),
        ("January this year", "2025-01", "2025-01"),
        ("the end of October", "2025-10", "2025-10~"),
        ("the end of the month", "2025-11", "2025-11~"),
        ("year-end", "2025", "2025~"),
        ("nineteen ninety-six", "1996", "1996"),
        ("fiscal 2024", "2024", "2024"),
        ("the weekend", "2025-W44-WE", "2025-11-01/2025-11-02"),
        ("Thanksgiving", "2024-11-28", "2024-11-28"),
        ("Easter Monday", "2025-04-21", "2025-04-21"),
        ("last Labor Day", "2025-09-01", "2025-09-01"),
        ("two more weeks", "P2W", None),
        ("the past year", "P1Y", None),
        ("the nine months", "P9M", None),
        ("more than two decades", "P20Y", None),
        ("2 1/2 years", "P2Y6M", None),
        ("an hour and a half", "PT1H30M", None),
        ("twenty four hours", "PT24H", None),
        ("recently", "PAST_REF", None),
        ("currently", "PRESENT_REF", None),
        ("soon", "FUTURE_REF", None),
    ],
)
def test_time_words_have_a_timex_value_and_a_date(words: str, value: str, edtf: str | None) -> None:
    time = only(f"It went on {words}.")
    assert (time.text, time.value, time.when.edtf if time.when else None) == (words, value, edtf)


def test_a_bare_weekday_in_the_past_lies_before_publication() -> None:
    assert only("It closed on Monday.").value == "2025-11-03"


def test_a_bare_weekday_in_the_future_lies_after_publication() -> None:
    assert only("It will close on Monday.", Direction.FUTURE).value == "2025-11-10"


def test_the_weekday_of_publication_is_that_day() -> None:
    assert only("It closed on Friday.").value == "2025-11-07"


def test_last_with_the_weekday_of_publication_is_a_week_before() -> None:
    assert only("It closed last Friday.").value == "2025-10-31"


def test_the_next_day_counts_from_the_day_told_before() -> None:
    second = read("It broke on Aug. 15 and the following day it was mended.")[1]
    assert (second.value, second.anchor) == ("2025-08-16", parse("2025-08-15"))


@pytest.mark.parametrize("words", ["Friday", "yesterday", "last month", "Aug. 15", "in August", "two days ago"])
def test_without_a_publication_date_relative_words_stay_open(words: str) -> None:
    time = only(f"It closed {words}.", published=None)
    assert (time.when, time.anchor) == (None, None)


def test_a_publication_known_by_month_dates_no_weekday_but_the_month_before() -> None:
    assert only("It closed on Friday.", published="2025-11").when is None
    assert only("It closed last month.", published="2025-11").value == "2025-10"


def test_the_anchor_is_told_only_where_it_was_needed() -> None:
    assert only("It opened in March 2019.").anchor is None
    assert only("It opened last month.").anchor == parse("2025-11-07")


@pytest.mark.parametrize(
    "text",
    [
        "He may march on.",
        "The car costs $2000 or so.",
        "A 12-year-old boy ran.",
        "The sun sat low.",
        "Some 1,950 of them left.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "-0043", "Y12000"])
def test_the_ends_of_the_calendar_do_no_harm(published: str) -> None:
    assert [t.when for t in read("9999 years ago, 9999 years from now, Friday, last century", published=published)]


def test_a_day_that_is_near_in_the_other_direction_is_not_a_year_away() -> None:
    assert values("It set Nov. 10 as the deadline.") == ["2025-11-10"]


@pytest.mark.parametrize(
    ("text", "direction", "value"),
    [
        ("It began in the spring.", Direction.PAST, "2025-SP"),
        ("It began in the winter.", Direction.PAST, "2024-WI"),
        ("It will begin in early spring.", Direction.FUTURE, "2026-SP"),
    ],
)
def test_a_season_is_the_last_one_or_by_tense_the_next(text: str, direction: Direction, value: str) -> None:
    assert only(text, direction).value == value


@pytest.mark.parametrize("text", ["Prices fall.", "They will spring a surprise.", "The spring broke."])
def test_a_word_that_may_be_a_season_is_one_after_a_preposition_only(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on 25/12/2014.", ["2014-12-25"]),
        ("It opened on 12/25/2014.", ["2014-12-25"]),
        ("It opened on 04/04/2014.", ["2014-04-04"]),
        ("It opened on 03/04/2014 and closed on 31/05/2014.", ["2014-04-03", "2014-05-31"]),
        ("It opened on 03/04/2014 and closed on 05/31/2014.", ["2014-03-04", "2014-05-31"]),
        ("It opened on 31/31/2014.", []),
    ],
)
def test_a_date_with_slashes_is_read_by_the_habit_of_the_article(text: str, expected: list[str]) -> None:
    assert [value for value in values(text) if value.count("-") == 2] == expected


def test_a_date_that_may_be_two_is_no_more_than_its_year() -> None:
    time = only("It opened on 03/04/2014.")
    assert (time.value, time.when.edtf if time.when else None) == ("2014-XX-XX", "2014")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the year two thousand", "2000"),
        ("two thousand and six", "2006"),
        ("March nineteen eighty-one", "1981-03"),
        ("the winter of nineteen ninety", "1990-WI"),
    ],
)
def test_years_are_read_as_they_are_spoken(words: str, value: str) -> None:
    time = only(f"It closed in {words}.")
    assert (time.text, time.value) == (words, value)


def test_a_number_in_words_is_no_year() -> None:
    assert read("Prices rose by twenty six percent, and two thousand people left.") == []


@pytest.mark.parametrize(
    "words", ["payable Dec. 7", "effective Feb. 1", "as early as Tuesday", "postponed until Monday"]
)
def test_some_words_before_a_day_tell_that_it_lies_ahead(words: str) -> None:
    time = only(f"The board told of shares {words}.", Direction.PAST)
    assert time.value > "2025-11-07"


def test_a_month_that_is_next_is_not_a_year_away() -> None:
    assert only("It set the vote for December.", Direction.PAST).value == "2025-12"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("late yesterday", "2025-11-06"),
        ("this past spring", "2025-SP"),
        ("this coming Sunday", "2025-11-09"),
        ("5 p.m. EST Nov. 3", "2025-11-03T17:00"),
        ("the past decade", "P10Y"),
        ("around 7:15 p.m.", "2025-11-07T19:15"),
        ("mid-afternoon", "2025-11-07TAF"),
        ("mid-morning yesterday", "2025-11-06TMO"),
        ("over a week", "P1W"),
        ("the week of Oct. 20", "2025-W43"),
        ("the last half of 2019", "2019-H2"),
    ],
)
def test_words_that_narrow_a_time_belong_to_it(words: str, value: str) -> None:
    time = only(f"They left {words}.")
    assert (time.text, time.value) == (words, value)


def test_what_is_current_is_vague_and_has_no_date() -> None:
    time = only("They dislike the current rules.")
    assert (time.text, time.value, time.when) == ("current", "PRESENT_REF", None)


@pytest.mark.parametrize(
    "text", ["They left the then-current site.", "They talked of current affairs.", "He has current accounts."]
)
def test_what_was_current_then_is_not_the_present(text: str) -> None:
    assert read(text) == []


def test_soon_after_something_is_not_the_future() -> None:
    assert values("They left soon after the vote. They return soon.") == ["FUTURE_REF"]


def test_around_a_day_is_approximately_that_day() -> None:
    time = only("It opened around Nov. 1.")
    assert (time.text, time.value, time.when) == ("around Nov. 1", "2025-11-01", parse("2025-11-01~"))


@pytest.mark.parametrize("words", ["coming quarters", "future years"])
def test_what_is_to_come_is_the_future(words: str) -> None:
    assert only(f"It is worried about {words}.").value == "FUTURE_REF"


@pytest.mark.parametrize("text", ["He wrote for the Daily Herald.", "It stood in USA TODAY.", "This is KXY Today."])
def test_the_name_of_a_paper_is_no_time(text: str) -> None:
    assert read(text) == []


def test_two_figures_after_an_apostrophe_are_the_last_such_year() -> None:
    assert [time.value for time in read("He was born in '58 and died in '19.")] == ["1958", "2019"]


def test_a_weekday_that_is_tomorrow_is_not_six_days_ago_and_doubtful_in_the_past() -> None:
    assert only("It closed on Saturday.").when == parse("2025-11-08?")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("They met on October 3rd and October 5th, 2024.", "2024-10-03"),
        ("It ran from Dec. 30 to Jan. 2, 2025.", "2024-12-30"),
        ("It ran between May and July 2017.", "2017-05"),
        ("They met on March 3, April 5, and May 6, 2024.", "2024-03-03"),
    ],
)
def test_a_date_has_the_year_that_the_next_one_names(text: str, first: str) -> None:
    assert read(text)[0].value == first


def test_time_words_begin_with_a_word() -> None:
    assert only("Cincinnati Zoo (@CincinnatiZoo) May 28, 2016").text == "May 28, 2016"
