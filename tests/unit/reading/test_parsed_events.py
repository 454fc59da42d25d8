from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given

from newstimeline.clean import is_clean
from newstimeline.model import Extraction
from newstimeline.reading.outcome import Unreadable
from newstimeline.reading.parsed_events import looks_like_parsed_events, read_parsed_events
from newstimeline.records import dump, from_record, to_record
from unit.builders import dated_events, extractions, harbour


def record(extraction: Extraction | None = None) -> dict[str, Any]:
    return copy.deepcopy(to_record(extraction or harbour()))


def test_our_own_record_is_read_as_it_was() -> None:
    assert read_parsed_events(record(), "a.jsonl") == harbour()


def test_the_place_of_the_file_stands_in_for_a_missing_path() -> None:
    assert read_parsed_events(record(dated_events("2025")), "a.jsonl").article.path == "a.jsonl"


@pytest.mark.parametrize("given_id", ["story-7", 32 * "0"])
def test_an_id_of_another_program_is_kept_beside_our_own(given_id: str) -> None:
    value = record()
    value["article"]["id"] = given_id
    article = read_parsed_events(value, "a.jsonl").article
    assert article.id == harbour().article.id
    assert article.extra["given_id"] == given_id


@pytest.mark.parametrize("missing", [None, ""])
def test_a_missing_id_is_made(missing: str | None) -> None:
    value = record()
    value["article"]["id"] = missing
    article = read_parsed_events(value, "a.jsonl").article
    assert article.id == harbour().article.id
    assert "given_id" not in article.extra


def test_without_a_text_the_identity_follows_from_the_findings() -> None:
    def without_text(*dates: str) -> dict[str, Any]:
        value = record(dated_events(*dates))
        value["article"] |= {"text": None, "id": None}
        return value

    ids = [read_parsed_events(without_text(*dates), "a").article.id for dates in [("2025",), ("2025",), ("2024",)]]
    assert ids[0] == ids[1] != ids[2]


def test_harmful_characters_are_replaced_one_for_one() -> None:
    value = record()
    text: str = value["article"]["text"]
    value["article"]["text"] = text.replace(", Ada Quill,", "\x1bAda Quill\u202e\x9b", 1)
    value["people"][0]["name"] = "Ada\x07Quill"
    value["note\x00"] = ["a\ud800"]
    found = read_parsed_events(value, "a.jsonl")
    assert found.article.text
    assert len(found.article.text) == len(text)
    assert found.people[0].name == "Ada\ufffdQuill"
    assert found.extra["note\ufffd"] == ["a\ufffd"]
    assert found.events[0].evidence == harbour().events[0].evidence


@given(extractions())
def test_everything_that_is_read_is_clean(extraction: Extraction) -> None:
    assert is_clean(dump(read_parsed_events(record(extraction), "a.jsonl")))


def test_a_refusal_gives_the_reason_of_the_record() -> None:
    value = record()
    value["events"][0]["date"] = "soon"
    with pytest.raises(Unreadable, match=r"events\[0\]\.date: 'soon' is not a date"):
        read_parsed_events(value, "a.jsonl")


@pytest.mark.parametrize(
    ("schema", "recognised"),
    [("newstimeline/1", True), ("newstimeline/9", True), ("other/1", False), (1, False), (None, False)],
)
def test_a_record_is_known_by_its_schema_in_any_version(schema: object, recognised: bool) -> None:
    assert looks_like_parsed_events({"schema": schema}) is recognised


def test_reading_does_not_change_what_a_record_says() -> None:
    value = record()
    assert from_record(value) == read_parsed_events(value, "a.jsonl")
