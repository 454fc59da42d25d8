from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.when.phrases import PhraseError, parse_phrase

TODAY = date(2025, 11, 5)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("today", "2025-11-05"),
        ("Yesterday", "2025-11-04"),
        ("tomorrow", "2025-11-06"),
        ("this week", "2025-11-03/2025-11-09"),
        ("last week", "2025-10-27/2025-11-02"),
        ("  LAST   week ", "2025-10-27/2025-11-02"),
        ("previous week", "2025-10-27/2025-11-02"),
        ("next week", "2025-11-10/2025-11-16"),
        ("this month", "2025-11"),
        ("last month", "2025-10"),
        ("early november 2025", "2025-11~"),
        ("late 1990s", "199X~"),
        ("about 15 aug", "2025-08-15~"),
        ("next month", "2025-12"),
        ("last year", "2024"),
        ("this year", "2025"),
        ("last day", "2025-11-04"),
        ("last monday", "2025-11-03"),
        ("last wed", "2025-10-29"),
        ("last wednesday", "2025-10-29"),
        ("last thurs", "2025-10-30"),
        ("last sunday", "2025-11-02"),
        ("this monday", "2025-11-03"),
        ("this wednesday", "2025-11-05"),
        ("this sunday", "2025-11-09"),
        ("next tuesday", "2025-11-11"),
        ("next wednesday", "2025-11-12"),
        ("next friday", "2025-11-07"),
        ("1 day ago", "2025-11-04"),
        ("3 days ago", "2025-11-02"),
        ("2 weeks ago", "2025-10-20/2025-10-26"),
        ("11 months ago", "2024-12"),
        ("10 years ago", "2015"),
        ("nov 2025", "2025-11"),
        ("Nov. 2025", "2025-11"),
        ("November", "2025-11"),
        ("sept", "2025-09"),
        ("15 august", "2025-08-15"),
        ("august 15", "2025-08-15"),
        ("August 15, 2024", "2024-08-15"),
        ("5 may 2024", "2024-05-05"),
        ("29 feb 2024", "2024-02-29"),
        ("2025-11-07", "2025-11-07"),
        ("2025-11-07t14:30", "2025-11-07T14:30"),
        ("y-12000", "Y-12000"),
        ("202x", "202X"),
        ("2025-08/..", "2025-08/.."),
        ("2025/11/07", "2025-11-07"),
        ("2025.11.7", "2025-11-07"),
        ("2025-1", "2025-01"),
        ("2025/10", "2025-10"),
    ],
)
def test_a_phrase_means_a_date(phrase: str, edtf: str) -> None:
    assert parse_phrase(phrase, TODAY).edtf == edtf


@pytest.mark.parametrize(
    "phrase",
    [
        "", "soon", "last", "last monkey", "next sunset", "the monday", "mayhem", "marble 2025", "15", "32 august",
        "31 february", "0 may", "99999 days ago", "9999 years ago", "2025-13-01", "today 2025", "now",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_examples(phrase: str) -> None:
    with pytest.raises(PhraseError, match="Try 2025-11-07"):
        parse_phrase(phrase, TODAY)


def test_a_day_that_its_month_lacks_is_named() -> None:
    with pytest.raises(PhraseError, match="that month has 30 days"):
        parse_phrase("2025-11-31", TODAY)


def test_a_month_ago_is_counted_by_the_month_and_not_by_days() -> None:
    assert parse_phrase("last month", date(2025, 3, 31)).edtf == "2025-02"


@pytest.mark.parametrize("edge", [date.min, date.max])
@pytest.mark.parametrize("phrase", ["yesterday", "tomorrow", "last week", "next week", "last year", "next month"])
def test_the_ends_of_the_calendar_break_nothing(edge: date, phrase: str) -> None:
    try:
        found = parse_phrase(phrase, edge)
    except PhraseError:
        return
    assert found.start < found.end


TYPED = st.text() | st.lists(
    st.sampled_from("last next this ago days week month year monday fri aug 7 2025 2025-11 15 of in , /".split())
).map(" ".join)


@given(TYPED, st.dates())
def test_any_text_is_a_date_or_an_error(text: str, today: date) -> None:
    try:
        found = parse_phrase(text, today)
    except PhraseError as error:
        found, message = None, str(error)
    assert found.start < found.end if found else "Not a date" in message or "that month has" in message


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)))
def test_last_and_next_of_a_weekday_are_never_today_and_at_most_a_week_away(today: date) -> None:
    for name in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"):
        before = date.fromisoformat(parse_phrase(f"last {name}", today).edtf)
        after = date.fromisoformat(parse_phrase(f"next {name}", today).edtf)
        assert 1 <= (today - before).days <= 7
        assert 1 <= (after - today).days <= 7
        assert before.strftime("%A").lower() == after.strftime("%A").lower() == name
