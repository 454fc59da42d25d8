from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given

from newstimeline.model import Extraction
from newstimeline.records import SCHEMA, dump, load, spans_of, to_record
from unit.builders import dated_events, extractions, harbour


def test_everything_that_was_written_is_read_again() -> None:
    assert load(dump(harbour())) == harbour()


@given(extractions())
def test_any_extraction_survives_writing_and_reading(extraction: Extraction) -> None:
    assert load(dump(extraction)) == extraction


@given(extractions())
def test_a_record_is_one_line(extraction: Extraction) -> None:
    assert "\n" not in dump(extraction)


def test_a_record_names_its_format() -> None:
    assert json.loads(dump(harbour()))["schema"] == SCHEMA == "newstimeline/1"


def test_a_record_has_the_keys_of_the_format() -> None:
    record = json.loads(dump(replace(harbour(), extra={})))
    assert list(record) == ["schema", "article", "times", "people", "places", "quotes", "events"]
    assert record["times"][0]["timex"] == {"type": "DATE", "value": "2025-11-07"}
    assert record["quotes"][0]["spans"] == [[81, 92]]
    assert record["quotes"][0]["cue"] == {"start": 98, "end": 102}
    assert record["events"][0]["date"] == "2025-11-07~"
    assert record["people"][0]["mentions"][1] == {"start": 25, "end": 34, "kind": "nominal"}


def test_a_named_place_needs_no_kind() -> None:
    record = json.loads(dump(harbour()))
    assert record["places"][0]["mentions"][0] == {"start": 69, "end": 78}


def test_keys_of_other_programs_are_kept_wherever_they_stand() -> None:
    record = json.loads(dump(harbour()))
    assert record["generator"] == {"name": "elsewhere", "version": [1, 2]}
    assert record["article"]["language"] == "en"
    found = {what: record[what][0] for what in ("times", "people", "places", "quotes", "events")}
    assert found["times"]["rule"] == 7
    assert found["people"]["wikidata"] == "Q1"
    assert found["places"]["lat"] == 54.5
    assert found["quotes"]["score"] == 0.5
    assert found["events"]["kind"] == "opening"


def test_letters_are_written_as_they_are() -> None:
    assert "“It is done,”" in dump(harbour())


def test_an_undated_event_has_a_null_date() -> None:
    record = json.loads(dump(dated_events(None)))
    assert record["events"][0]["date"] is None


def test_every_span_is_found_with_its_owner() -> None:
    owners = [f"{what} {owner}" for what, owner, _ in spans_of(harbour())]
    assert owners == ["time t1", *["mention of p1"] * 3, *["mention of l1"] * 2, *["quote q1"] * 3, "event e1"]


@given(extractions())
def test_as_many_spans_are_found_as_were_written(extraction: Extraction) -> None:
    record = to_record(replace(extraction, extra={}))
    assert sum(1 for _ in spans_of(extraction)) == json.dumps(record).count('"start"') + sum(
        len(quote.spans) for quote in extraction.quotes
    )
