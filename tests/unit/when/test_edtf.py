from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.when import EdtfError, Precision, When, parse
from newstimeline.when.calendar import minute_of

FORMS = [
    ("2025-11-07T14:30", (2025, 11, 7, 14, 30), (2025, 11, 7, 14, 31), Precision.MINUTE),
    ("2025-11-07T14:30:59", (2025, 11, 7, 14, 30), (2025, 11, 7, 14, 31), Precision.MINUTE),
    ("2025-11-07T14:30:59.25", (2025, 11, 7, 14, 30), (2025, 11, 7, 14, 31), Precision.MINUTE),
    ("2025-11-07T1430", (2025, 11, 7, 14, 30), (2025, 11, 7, 14, 31), Precision.MINUTE),
    ("2025-11-07T23:59", (2025, 11, 7, 23, 59), (2025, 11, 8), Precision.MINUTE),
    ("2025-11-07T14", (2025, 11, 7, 14), (2025, 11, 7, 15), Precision.HOUR),
    ("2025-11-07", (2025, 11, 7), (2025, 11, 8), Precision.DAY),
    ("2024-02-29", (2024, 2, 29), (2024, 3, 1), Precision.DAY),
    ("2025-12-31", (2025, 12, 31), (2026, 1, 1), Precision.DAY),
    ("2025-11", (2025, 11), (2025, 12), Precision.MONTH),
    ("2025-12", (2025, 12), (2026, 1), Precision.MONTH),
    ("2025", (2025,), (2026,), Precision.YEAR),
    ("0000", (0,), (1,), Precision.YEAR),
    ("-0043", (-43,), (-42,), Precision.YEAR),
    ("-0043-03-15", (-43, 3, 15), (-43, 3, 16), Precision.DAY),
    ("Y12000", (12000,), (12001,), Precision.YEAR),
    ("Y-12000", (-12000,), (-11999,), Precision.YEAR),
    ("2025-21", (2025, 3), (2025, 6), Precision.SEASON),
    ("2025-22", (2025, 6), (2025, 9), Precision.SEASON),
    ("2025-23", (2025, 9), (2025, 12), Precision.SEASON),
    ("2025-24", (2025, 12), (2026, 3), Precision.SEASON),
    ("2025-29", (2025, 9), (2025, 12), Precision.SEASON),
    ("2025-33", (2025, 1), (2025, 4), Precision.SEASON),
    ("2025-34", (2025, 4), (2025, 7), Precision.SEASON),
    ("2025-35", (2025, 7), (2025, 10), Precision.SEASON),
    ("2025-36", (2025, 10), (2026, 1), Precision.SEASON),
    ("2025-37", (2025, 1), (2025, 5), Precision.SEASON),
    ("2025-39", (2025, 9), (2026, 1), Precision.SEASON),
    ("2025-40", (2025, 1), (2025, 7), Precision.SEASON),
    ("2025-41", (2025, 7), (2026, 1), Precision.SEASON),
    ("202X", (2020,), (2030,), Precision.DECADE),
    ("000X", (0,), (10,), Precision.DECADE),
    ("-004X", (-49,), (-39,), Precision.DECADE),
    ("20XX", (2000,), (2100,), Precision.CENTURY),
    ("-00XX", (-99,), (1,), Precision.CENTURY),
    ("2025-08-15/2025-10", (2025, 8, 15), (2025, 11), Precision.RANGE),
    ("2025/2026", (2025,), (2027,), Precision.RANGE),
    ("2025-08/2025-08-15", (2025, 8), (2025, 9), Precision.RANGE),
    ("-0044/2025", (-44,), (2026,), Precision.RANGE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "start", "end", "precision"), FORMS, ids=[form[0] for form in FORMS])
def test_each_form_covers_its_time_at_its_precision(
    text: str, start: tuple[int, ...], end: tuple[int, ...], precision: Precision
) -> None:
    assert parse(text) == When(text, minute_of(*start), minute_of(*end), precision)


def test_a_month_is_a_month_and_never_its_first_day() -> None:
    assert parse("2025-10") != parse("2025-10-01")
    assert parse("2025-10").end == parse("2025-10-31").end
    assert str(parse("2025-10")) == "2025-10"


@pytest.mark.parametrize("zone", ["Z", "+02:00", "-0530", "+02"])
def test_an_offset_from_utc_is_kept_and_moves_nothing(zone: str) -> None:
    found, plain = parse(f"2025-11-07T23:30{zone}"), parse("2025-11-07T23:30")
    assert (found.start, found.end) == (plain.start, plain.end)
    assert found.edtf.endswith(zone)


@pytest.mark.parametrize("plain", ["2025-11-07", "2025-11", "2025", "202X", "2025-22", "-0043"])
@pytest.mark.parametrize(
    ("mark", "approximate", "uncertain"), [("~", True, False), ("?", False, True), ("%", True, True)]
)
def test_a_qualifier_is_kept_and_changes_no_time(plain: str, mark: str, approximate: bool, uncertain: bool) -> None:
    found, without = parse(plain + mark), parse(plain)
    assert (found.approximate, found.uncertain) == (approximate, uncertain)
    assert (found.start, found.end, found.precision) == (without.start, without.end, without.precision)


@pytest.mark.parametrize("text", ["2025-08~/2025-10", "2025-08/2025-10~"])
def test_an_interval_is_as_doubtful_as_either_end(text: str) -> None:
    assert parse(text).approximate
    assert not parse(text).uncertain
    assert parse(text.replace("~", "?")).uncertain


@pytest.mark.parametrize("open_end", ["..", ""])
def test_an_interval_may_be_open_towards_the_future(open_end: str) -> None:
    found = parse(f"2025-08/{open_end}")
    assert (found.open_start, found.open_end) == (False, True)
    assert (found.start, found.end, found.precision) == (*ends("2025-08"), Precision.RANGE)


@pytest.mark.parametrize("open_start", ["..", ""])
def test_an_interval_may_be_open_towards_the_past(open_start: str) -> None:
    found = parse(f"{open_start}/2025-08~")
    assert (found.open_start, found.open_end, found.approximate) == (True, False, True)
    assert (found.start, found.end, found.precision) == (*ends("2025-08"), Precision.RANGE)


def ends(text: str) -> tuple[int, int]:
    return parse(text).start, parse(text).end


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "yesterday", "07.11.2025", "2025-13", "2025-00", "2025-1", "2025-11-7", "2025-11-32", "2025-11-00",
        "25", "20255", "Y2025", "2025-42", "2025-20", "2025-11-07T24:00", "2025-11-07T12:60", "2025-11-07 12:00",
        "2025-11-07T12:00+2", "2XXX", "2025~~", "~2025", "2025-11-07T", " 2025", "2025\n", "2025/2026/2027", "/../",
        "٢٠٢٥", "２０２５",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(EdtfError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("last week", "write 2025-11-07"),
        ("2025-02-29", "that month has 28 days"),
        ("2025-04-31", "that month has 30 days"),
        ("1900-02-29", "that month has 28 days"),
        ("2025-10/2025-08", "ends before it begins"),
        ("2025-11-07T10:00/2025-11-07T09:59", "ends before it begins"),
        ("../..", "neither a beginning nor an end"),
        ("/", "neither a beginning nor an end"),
    ],
)
def test_an_error_says_what_is_wrong(text: str, mend: str) -> None:
    with pytest.raises(EdtfError, match=mend):
        parse(text)


def test_an_error_about_a_long_text_stays_short() -> None:
    with pytest.raises(EdtfError) as caught:
        parse("9" * 100_000)
    assert len(str(caught.value)) < 200


@given(st.text() | st.text("0123456789-/~?%XYTZ.:+", max_size=30))
def test_any_text_is_a_date_with_some_length_or_an_error(text: str) -> None:
    try:
        found = parse(text)
    except EdtfError:
        return
    assert found.start < found.end
    assert found.edtf == text
    assert text.isascii()


@given(st.dates(), st.dates())
def test_an_interval_covers_both_its_ends_and_all_between(one: date, other: date) -> None:
    first, last = sorted([str(one), str(other)])
    found = parse(f"{first}/{last}")
    assert (found.start, found.end) == (parse(first).start, parse(last).end)
