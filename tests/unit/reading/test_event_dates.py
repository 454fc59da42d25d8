from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.reading.event_dates import about, between, composed, day_comes_first, end_of, event_date, unix_time
from newstimeline.when import parse


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024", "2024"),
        ("2024-05", "2024-05"),
        ("2024-05-03", "2024-05-03"),
        ("20240503", "2024-05-03"),
        ("2024/5/3", "2024-05-03"),
        ("2024-05-03 14:30", "2024-05-03T14:30"),
        ("2015-07-24T19:01:01+00:00", "2015-07-24T19:01:01+00:00"),
        ("2024-05-03 2:05 pm", "2024-05-03T14:05"),
        ("3 May 2024", "2024-05-03"),
        ("May 3rd, 2024", "2024-05-03"),
        ("Friday, 3 May 2024, 14:30", "2024-05-03T14:30"),
        ("3-May-2024", "2024-05-03"),
        ("May 2024", "2024-05"),
        ("c. 1850", "1850~"),
        ("1850s", "185X"),
        ("44 BC", "-0043"),
        ("c. 500 BCE", "-0499~"),
        ("summer 2024", "2024-22"),
        ("1952–1960", "1952/1960"),
        ("3–5 May 2024", "2024-05-03/2024-05-05"),
        ("May 2024 to June 2024", "2024-05/2024-06"),
        ("before 1850", "../1850"),
        ("since 2020", "2020/.."),
        ("13/05/2024", "2024-05-13"),
        ("05/13/2024 10:00", "2024-05-13T10:00"),
        ("3.4.2024", "2024-04-03"),
    ],
)
def test_a_date_keeps_its_precision(text: str, edtf: str) -> None:
    assert str(event_date(text)) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "May 5", "last week", "5 days ago", "1990 days ago", "2024-02-30", "2024-05-03T25:00", "79",
        "before 2024-05-03 he said", "2024-05-03/2024-05-01", "1234 19:01:01", "9" * 400, "11 septembre 2001",
    ],
)  # fmt: skip
def test_what_does_not_say_its_date_has_none(text: str) -> None:
    assert event_date(text) is None


def test_a_day_of_two_months_needs_others_that_tell() -> None:
    assert event_date("03/04/2024") is None
    assert str(event_date("03/04/2024", day_first=True)) == "2024-04-03"
    assert str(event_date("03/04/2024", day_first=False)) == "2024-03-04"


@pytest.mark.parametrize(
    ("texts", "told"),
    [(["03/04/2024", "13/04/2024"], True), (["03/04/2024", "04/13/2024 10:00"], False), (["03/04/2024"], None)],
)
def test_a_table_tells_whether_the_day_comes_first(texts: list[str], told: bool | None) -> None:
    assert day_comes_first(texts) is told


@pytest.mark.parametrize("text", ["1658689261", "1658689261123", "1658689261123456", "1658689261123456789"])
def test_unix_time_is_told_by_its_length(text: str) -> None:
    assert str(unix_time(text)) == "2022-07-24T19:01:01Z"


def test_a_small_number_is_no_unix_time() -> None:
    assert unix_time("123456") is None


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("2018-10-26T09:00:00Z", "P2D", "2018-10-28T09:00Z"),
        ("2018-10-26T09:00", "PT90M", "2018-10-26T10:30"),
        ("2018-10-26", "P2D", "2018-10-27"),
        ("2018-10", "P2D", "None"),
        ("2018-10-26", "P", "None"),
    ],
)
def test_an_end_is_counted_from_the_beginning(start: str, duration: str, end: str) -> None:
    assert str(end_of(parse(start), duration)) == end


def test_years_before_christ_are_those_that_people_write() -> None:
    assert str(composed(-44, 3, 15)) == "-0043-03-15"
    assert str(composed(-20_000)) == "Y-19999"
    assert composed(2024, 2, 30) is None


def test_both_ends_of_an_interval_may_be_approximate() -> None:
    assert str(about(parse("2016-09/2016-10~"))) == "2016-09~/2016-10~"


def test_an_end_before_the_beginning_is_none() -> None:
    assert between(parse("2024"), parse("2023")) is None


@given(st.text(max_size=30) | st.from_regex(r"[0-9/. :-]{1,20}( ?(BC|am|pm|Z|May))?", fullmatch=True))
def test_any_text_is_a_date_or_none(text: str) -> None:
    when = event_date(text)
    assert when is None or parse(when.edtf) == when
