from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from newstimeline.model import Extraction
from newstimeline.reading import Skipped
from unit.reading.files import assert_read_or_told, dated, evidence, extraction, mutated, read

TIMELINE: dict[str, Any] = {
    "title": {"text": {"headline": "The harbour<br/>of Lindhaven", "text": "<p>A history &amp; more.</p>"}},
    "events": [
        {
            "start_date": {"year": "2025", "month": "11", "day": "07", "hour": "14", "minute": "30"},
            "text": {"headline": "Harbour <b>opens</b>", "text": "<p>The mayor opened it.</p><p>Ships came.</p>"},
            "media": {"url": "https://post.example/1.jpg", "caption": "The mayor", "thumbnail": "t.jpg"},
            "background": {"color": "#000"},
            "group": "City",
        },
        {"start_date": {"year": 1815}, "end_date": {"year": 1852, "month": 11}, "text": {"headline": "First pier"}},
        {"start_date": {"year": -44, "month": 3, "display_date": "the Ides"}, "text": {"headline": "Caesar lands"}},
    ],
    "eras": [{"start_date": {"year": 1900}, "end_date": {"year": 1950}, "text": {"headline": "Steam"}}],
}
SHEET = """Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Caption,Type
,,,,,,,,,The harbour of Lindhaven,A history,,,title
2025,11,7,2:30 PM,,,,,,Harbour opens,<p>The mayor opened it.</p>,https://post.example/1.jpg,The mayor,
1815,,,,1852,11,,,,First pier,,,,
"""


def with_slide(**parts: Any) -> str:
    return json.dumps({"events": [{"start_date": {"year": "2025"}, "text": {"headline": "x"}, **parts}]})


def test_a_slide_is_an_event_of_its_own_precision() -> None:
    found = extraction(json.dumps(TIMELINE), "timeline.json")
    assert found.article.title == "The harbour of Lindhaven"
    assert dated(found) == [
        ("Harbour opens", "2025-11-07T14:30"),
        ("First pier", "1815/1852-11"),
        ("Caesar lands", "-0043-03"),
        ("Steam", "1900/1950"),
    ]


def test_the_title_slide_opens_the_text() -> None:
    found = extraction(json.dumps(TIMELINE), "timeline.json")
    assert (found.article.text or "").startswith("The harbour of Lindhaven\n\nA history & more.\n\n2025-11-07")


def test_all_that_a_slide_tells_is_its_evidence() -> None:
    found = extraction(json.dumps(TIMELINE), "timeline.json")
    assert evidence(found, found.events[0]) == (
        "2025-11-07T14:30 Harbour opens\n\nThe mayor opened it.\n\nShips came.\n\nCaption: The mayor\n\n"
        "Media: https://post.example/1.jpg\n\nGroup: City"
    )


def test_what_is_only_for_the_eye_is_kept_beside_it() -> None:
    found = extraction(json.dumps(TIMELINE), "timeline.json")
    assert found.events[0].extra == {"given": {"background": {"color": "#000"}, "media": {"thumbnail": "t.jpg"}}}


def test_a_date_that_is_displayed_otherwise_keeps_those_words() -> None:
    found = extraction(json.dumps(TIMELINE), "timeline.json")
    assert evidence(found, found.events[2]) == "the Ides Caesar lands"


@pytest.mark.parametrize("parts", [{"end_date": {"year": "2020"}}, {"end_date": {"year": "soon"}}])
def test_an_end_that_can_not_be_leaves_the_beginning(parts: dict[str, Any]) -> None:
    (found, skipped) = read(with_slide(**parts), "timeline.json")
    assert isinstance(found, Extraction)
    assert dated(found) == [("x", "2025")]
    assert isinstance(skipped, Skipped)
    assert "slide 1 (2025 – " in skipped.reason


def test_a_date_that_is_none_leaves_the_event_undated() -> None:
    (found, skipped) = read(with_slide(start_date={"year": "2025", "month": "13"}), "timeline.json")
    assert isinstance(found, Extraction)
    assert dated(found) == [("x", None)]
    assert isinstance(skipped, Skipped)
    assert "slide 1 (2025-13)" in skipped.reason


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ({"year": "0"}, "0000"),
        ({"year": "12025"}, "Y12025"),
        ({"year": "1947", "month": "Feb"}, "1947-02"),
        ({"year": 1954.0}, "1954"),
        ({"year": "c. 1955"}, "1955~"),
        ({"year": "500 BC"}, "-0499"),
        ({"year": "-44", "month": "3", "day": "15", "hour": "9", "minute": "30"}, "-0043-03-15T09:30"),
        ({"year": "1949", "month": "5", "day": "1", "hour": "23", "minute": "59", "second": "60"}, "1949-05-01T23:59"),
        ("1957-05-01", "1957-05-01"),
    ],
)
def test_a_date_is_read_as_people_fill_it_in(date: object, edtf: str) -> None:
    assert dated(extraction(with_slide(start_date=date), "timeline.json")) == [("x", edtf)]


def test_a_day_without_its_month_leaves_the_year_and_is_told() -> None:
    (found, skipped) = read(with_slide(start_date={"year": "1945", "day": "8"}), "timeline.json")
    assert isinstance(found, Extraction)
    assert dated(found) == [("x", "1945")]
    assert isinstance(skipped, Skipped)
    assert "slide 1 (1945-8)" in skipped.reason


def test_a_slide_without_a_headline_is_called_by_its_first_words() -> None:
    found = extraction(with_slide(text={"text": "<p>The ferry sailed.</p>"}), "timeline.json")
    assert found.events[0].title == "The ferry sailed."


def test_a_sheet_is_the_same_as_its_json() -> None:
    found = extraction(SHEET, "sheet.csv")
    assert found.article.title == "The harbour of Lindhaven"
    assert dated(found) == [("Harbour opens", "2025-11-07T14:30"), ("First pier", "1815/1852-11")]
    assert "Caption: The mayor" in evidence(found, found.events[0])


@given(mutated(json.dumps(TIMELINE)))
def test_any_timeline_is_read_or_told(data: bytes) -> None:
    assert_read_or_told(data, "timeline.json")


@given(mutated(SHEET))
def test_any_sheet_is_read_or_told(data: bytes) -> None:
    assert_read_or_told(data, "sheet.csv")
