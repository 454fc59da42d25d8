from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.reading.date_forms import Order, orders_of
from newstimeline.reading.table_dates import about, between, composed, end_of, event_date, unix_time
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


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("May 3-5, 2024", "2024-05-03/2024-05-05"),
        ("Sept. 28-30, 2021", "2021-09-28/2021-09-30"),
        ("May 3 & 4, 2024", "2024-05-03/2024-05-04"),
        ("May 3, 4 and 5, 2024", "2024-05-03/2024-05-05"),
        ("between May 3 and 5, 2024", "2024-05-03/2024-05-05"),
        ("April 30 - May 2, 2024", "2024-04-30/2024-05-02"),
        ("Friday, May 3 - Sunday, May 5, 2024", "2024-05-03/2024-05-05"),
        ("28 Sept. to 3 Oct. 2021", "2021-09-28/2021-10-03"),
        ("Dec 28 - Jan 3, 2025", "2024-12-28/2025-01-03"),
        ("Dec 28, 2024 – Jan 3", "2024-12-28/2025-01-03"),
        ("2024-05-03 / 2024-05-05", "2024-05-03/2024-05-05"),
        ("3–5.5.2024", "2024-05-03/2024-05-05"),
        ("30.4.–2.5.2024", "2024-04-30/2024-05-02"),
        ("3 May 2024, 10:00–12:00", "2024-05-03T10:00/2024-05-03T12:00"),
        ("May–June 2024", "2024-05/2024-06"),
        ("1914-18", "1914/1918"),
        ("2023/24", "2023/2024"),
        ("264–241 BC", "-0263/-0240"),
        ("44 BC – AD 79", "-0043/0079"),
        ("May 3 2024 – present", "2024-05-03/.."),
        ("2024 –", "2024/.."),
        ("by 2030", "../2030"),
    ],
)
def test_two_ends_are_an_interval(text: str, edtf: str) -> None:
    assert str(event_date(text)) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "10-12 May 3, 2024", "Friday 3 May 2024 10-12", "May 3, 2024, 10-12 a.m.", "3/5 May 2024", "May 3 and 7, 2024",
        "May 5-3, 2024", "Nov 7 to Nov 9", "2011/12", "2025-11-", "3 May 2024 (page 12)", "May 3, 2024 May 5, 2024",
    ],
)  # fmt: skip
def test_what_is_left_over_means_that_it_was_not_understood(text: str) -> None:
    assert event_date(text) is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("7-Nov-25", "2025-11-07"),
        ("May '24", "2024-05"),
        ("3.5.24", "2024-05-03"),
        ("12/24/16", "2016-12-24"),
        ("Tue 9/3/2024", "2024-09-03"),
        ("3 May 58", "1958-05-03"),
        ("2025-W45-5", "2025-11-07"),
        ("2025-311", "2025-11-07"),
        ("2025-11-XX", "2025-11"),
        ("２０２５-１１-０７", "2025-11-07"),
        ("٢٠٢٥-١١-٠٧", "2025-11-07"),
        ("2025年11月7日", "2025-11-07"),
        ("令和7年11月7日", "2025-11-07"),
        ("2025-11-07T10:00 CET", "2025-11-07T10:00+01:00"),
        ("2025-11-07 10:00 IST", "2025-11-07T10:00"),
        ("2025-11-07T24:00:00Z", "2025-11-08T00:00Z"),
        ("20250925T235960Z", "2025-09-25T23:59Z"),
        ("AD 79", "0079"),
        ("15 March 44 BC", "-0043-03-15"),
        ("19th century", "18XX"),
        ("5th century BC", "-04XX"),
        ("2024 (estimated)", "2024~"),
        ("~2024", "2024~"),
    ],
)
def test_a_date_is_read_in_many_forms(text: str, edtf: str) -> None:
    assert str(event_date(text)) == edtf


@pytest.mark.parametrize("text", ["3 May 45", "24-05-03", "10/11/12", "Nov-25", "May 24", "45968", "7 Nov 2025 24:30"])
def test_what_may_be_two_dates_is_none(text: str) -> None:
    assert event_date(text) is None


def test_a_day_of_two_months_needs_others_that_tell() -> None:
    assert event_date("03/04/2024") is None
    assert str(event_date("03/04/2024", orders={"/": Order.DAY_FIRST})) == "2024-04-03"
    assert str(event_date("03/04/2024", orders={"/": Order.MONTH_FIRST})) == "2024-03-04"


@pytest.mark.parametrize(
    ("texts", "orders"),
    [
        (["03/04/2024", "13/04/2024"], {"/": Order.DAY_FIRST}),
        (["03/04/24", "04/13/24 10:00"], {"/": Order.MONTH_FIRST}),
        (["24-05-03", "99-05-03"], {"-": Order.YEAR_FIRST}),
        (["03/04/2024", "Tue 9/3/2024"], {"/": Order.MONTH_FIRST}),
        (["03/04/2024"], {}),
        (["13/04/2024", "04/13/2024", "03/04/2024"], {}),
        (["03/04/2024", "13-04-2024"], {"-": Order.DAY_FIRST}),
    ],
)
def test_a_column_tells_the_order_of_its_dates(texts: list[str], orders: dict[str, Order]) -> None:
    assert orders_of(texts) == orders


@pytest.mark.parametrize(
    "text", ["1658689261", "1658689261.5", "1658689261123", "1658689261123456", "1658689261123456789"]
)
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


def test_a_row_of_very_many_dates_is_no_interval() -> None:
    assert event_date(" - ".join(["Nov 7"] * 40)) is None
    assert str(event_date("2025-11-07T10:00-05:00 - 2025-11-08T10:00-05:00")) == (
        "2025-11-07T10:00-05:00/2025-11-08T10:00-05:00"
    )


def test_an_end_before_the_beginning_is_none() -> None:
    assert between(parse("2024"), parse("2023")) is None


@given(st.text(max_size=30) | st.from_regex(r"([0-9/. :–-]|May|to|BC|am|Z|年){1,12}", fullmatch=True))
def test_any_text_is_a_date_or_none(text: str) -> None:
    when = event_date(text)
    assert when is None or parse(when.edtf) == when
