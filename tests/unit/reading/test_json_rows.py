from __future__ import annotations

import json

from hypothesis import given

from newstimeline.model import Extraction
from newstimeline.reading import Skipped
from unit.reading.files import assert_read_or_told, dated, evidence, extraction, mutated, read

DOOR = {"message": "Door opened", "timestamp": 1, "datetime": "2025-11-07T14:30:00Z", "timestamp_desc": "Write time"}
ROWS = [DOOR, {"date": "May 2025", "headline": "Sea wall built", "people": ["Ada Quill"], "scores": {"a": 1}}]
LINES = "\n".join(json.dumps(row) for row in ROWS) + "\n"


def test_lines_with_names_of_columns_are_events_of_one_article() -> None:
    found = extraction(LINES, "events.jsonl")
    assert dated(found) == [("Door opened", "2025-11-07T14:30:00Z"), ("Sea wall built", "2025-05")]
    assert "timestamp_desc: Write time" in evidence(found, found.events[0])
    assert [person.name for person in found.people] == ["Ada Quill"]
    assert found.events[1].extra == {"given": {"scores": {"a": 1}}}


def test_a_list_of_such_objects_is_the_same() -> None:
    assert dated(extraction(json.dumps(ROWS, indent=1), "events.json")) == dated(extraction(LINES, "events.jsonl"))


def test_a_bad_line_costs_that_line() -> None:
    deep = f'{{"date": "2025", "title": "x", "deep": {"[" * 700}{"]" * 700}}}'
    found = read(f"{LINES}{{broken\n[1]\n{deep}\n{json.dumps(DOOR)}", "events.jsonl")
    assert isinstance(found[0], Extraction)
    assert len(found[0].events) == 3
    assert [(item.place, item.reason[:25]) for item in found if isinstance(item, Skipped)] == [
        ("events.jsonl, line 3", "it is no valid JSON: Expe"),
        ("events.jsonl, line 4", "it is not a JSON object"),
        ("events.jsonl, line 5", "its JSON is nested too de"),
    ]


def test_a_number_is_no_headline() -> None:
    row = {"message": None, "timestamp": 1437764461000000, "datetime": "2015-07-24T19:01:01", "timestamp_desc": "Null"}
    assert dated(extraction(json.dumps(row), "events.jsonl")) == [("Null", "2015-07-24T19:01:01")]


@given(mutated(LINES) | mutated(json.dumps(ROWS)))
def test_any_rows_are_read_or_told(data: bytes) -> None:
    assert_read_or_told(data, "events.jsonl")
