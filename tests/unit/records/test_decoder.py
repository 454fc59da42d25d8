from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from newstimeline.records import RecordError, from_record, load, to_record
from newstimeline.terms import MentionKind
from unit.builders import harbour

Record = Any


def record() -> Record:
    return copy.deepcopy(to_record(harbour()))


def with_value(path: str, value: object) -> Record:
    """The record with one value changed; the path is written as the errors write it."""
    whole = inner = record()
    *way, last = path.replace("]", "").replace("[", ".").split(".")
    for step in way:
        inner = inner[int(step)] if isinstance(inner, list) else inner[step]
    inner[int(last) if isinstance(inner, list) else last] = value
    return whole


@pytest.mark.parametrize("line", ["", "{", "nonsense", '{"schema": "newstimeline/1"', '"\\x"'])
def test_a_line_that_is_no_json_is_refused(line: str) -> None:
    with pytest.raises(RecordError, match="no JSON"):
        load(line)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(RecordError, match="nested too deeply"):
        load('{"schema": "newstimeline/1", "x": ' + "[" * 200_000 + "]" * 200_000 + "}")


def test_a_number_of_endless_digits_is_refused() -> None:
    with pytest.raises(RecordError, match="no JSON"):
        load('{"x": ' + "9" * 10_000 + "}")


@pytest.mark.parametrize("value", [None, [], "text", 7, True])
def test_a_record_must_be_an_object(value: object) -> None:
    with pytest.raises(RecordError, match="the record is not a JSON object"):
        from_record(value)


@pytest.mark.parametrize("schema", [None, "newstimeline/2", 1, "other", ["newstimeline/1"]])
def test_another_schema_is_refused(schema: object) -> None:
    with pytest.raises(RecordError, match="this version reads 'newstimeline/1'"):
        from_record(with_value("schema", schema))


MUST_BE_TEXT = [
    "article.title", "times[0].id", "times[0].text", "times[0].timex.type", "times[0].timex.value", "people[0].id",
    "people[0].name", "people[0].roles[1]", "places[0].id", "places[0].name", "quotes[0].id", "quotes[0].kind",
    "quotes[0].text", "events[0].id", "events[0].title", "events[0].people[0]", "events[0].quotes[0]",
    "events[0].places[0]",
]  # fmt: skip
MAY_BE_NULL = [
    "article.id", "article.published", "article.source", "article.url", "article.path", "times[0].edtf",
    "times[0].anchor", "quotes[0].speaker", "quotes[0].when", "events[0].date", "events[0].basis", "events[0].time",
    "people[0].mentions[0].kind",
]  # fmt: skip
SPANS = ["quotes[0].cue", "quotes[0].source", "events[0].evidence"]
LISTS = [
    "times", "people", "places", "quotes", "events", "people[0].roles", "people[0].mentions", "places[0].mentions",
    "quotes[0].spans", "events[0].people", "events[0].quotes", "events[0].places",
]  # fmt: skip


@pytest.mark.parametrize("place", [*MUST_BE_TEXT, *MAY_BE_NULL])
@pytest.mark.parametrize("value", [7, True, ["a"], {"a": 1}], ids=repr)
def test_a_value_that_must_be_a_text_is_refused_with_its_place(place: str, value: object) -> None:
    with pytest.raises(RecordError) as caught:
        from_record(with_value(place, value))
    assert str(caught.value) == f"{place} must be a text"


@pytest.mark.parametrize("place", MUST_BE_TEXT)
def test_a_text_that_must_be_there_is_refused_when_null(place: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_record(with_value(place, None))
    assert str(caught.value) == f"{place} must be a text"


@pytest.mark.parametrize("place", LISTS)
@pytest.mark.parametrize("value", ["text", 7, {}, False], ids=repr)
def test_a_value_that_must_be_a_list_is_refused_with_its_place(place: str, value: object) -> None:
    with pytest.raises(RecordError) as caught:
        from_record(with_value(place, value))
    assert str(caught.value) == f"{place} must be a list"


@pytest.mark.parametrize(
    "place",
    [*SPANS, "article", "times[0]", "times[0].timex", "people[0]", "people[0].mentions[0]", "places[0]", "quotes[0]",
     "events[0]"],
)  # fmt: skip
def test_a_value_that_must_be_an_object_is_refused_with_its_place(place: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_record(with_value(place, "text"))
    assert str(caught.value) == f"{place} is not a JSON object"


@pytest.mark.parametrize("place", [*SPANS, "people[0].mentions[0]", "places[0].mentions[0]"])
@pytest.mark.parametrize(
    "ends", [(3, 3), (4, 3), (-1, 3), ("0", 3), (0.0, 3), (False, 3), (0, True), (None, 3), (0, None)]
)
def test_a_span_must_have_a_beginning_before_its_end(place: str, ends: tuple[object, object]) -> None:
    with pytest.raises(RecordError) as caught:
        from_record(with_value(place, {"start": ends[0], "end": ends[1]}))
    assert str(caught.value).startswith(f"{place} must have whole numbers 'start' < 'end'")


@pytest.mark.parametrize("pair", [[], [1], [1, 2, 3], {"start": 1, "end": 2}, "12", None], ids=repr)
def test_the_spans_of_a_quote_must_be_pairs(pair: object) -> None:
    with pytest.raises(RecordError) as caught:
        from_record(with_value("quotes[0].spans[0]", pair))
    assert str(caught.value) == "quotes[0].spans[0] must be a pair [start, end]"


def test_time_words_with_half_a_span_are_refused() -> None:
    with pytest.raises(RecordError, match=r"times\[0\] must have whole numbers"):
        from_record(with_value("times[0].end", None))


@pytest.mark.parametrize(
    "place", ["article.published", "times[0].edtf", "times[0].anchor", "quotes[0].when", "events[0].date"]
)
def test_a_text_that_is_no_date_is_refused_with_its_place_and_the_mend(place: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_record(with_value(place, "7.11.2025"))
    assert str(caught.value).startswith(f"{place}: '7.11.2025' is not a date; write 2025-11-07")


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("quotes[0].kind", "direct, mixed, indirect"),
        ("events[0].basis", "stated, inherited, published, corrected"),
        ("people[0].mentions[0].kind", "name, nominal, pronoun"),
        ("places[0].mentions[1].kind", "name, nominal, pronoun"),
    ],
)
def test_a_value_outside_its_choices_is_refused_with_the_choices(place: str, names: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_record(with_value(place, "other"))
    assert str(caught.value) == f"{place} is 'other'; it must be one of: {names}"


@pytest.mark.parametrize("place", [*SPANS, "times[0].timex", "people[0].mentions[0]", "places[0].mentions[0]"])
def test_an_unknown_key_where_none_can_be_kept_is_refused(place: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_record(with_value(f"{place}.colour", "red"))
    assert str(caught.value) == f"{place} has unknown keys: colour"


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("quotes[0].speaker", "quote 'q1' refers to 'x', which people does not have"),
        ("events[0].time", "event 'e1' refers to 'x', which times does not have"),
        ("events[0].people[0]", "event 'e1' refers to 'x', which people does not have"),
        ("events[0].quotes[0]", "event 'e1' refers to 'x', which quotes does not have"),
        ("events[0].places[0]", "event 'e1' refers to 'x', which places does not have"),
    ],
)
def test_a_reference_that_leads_nowhere_is_refused(place: str, reason: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_record(with_value(place, "x"))
    assert str(caught.value) == reason


@pytest.mark.parametrize("what", ["times", "people", "places", "quotes", "events"])
def test_an_id_that_stands_twice_is_refused(what: str) -> None:
    whole = record()
    whole[what].append(whole[what][0])
    with pytest.raises(RecordError, match=f"^{what} has the id '..' twice$"):
        from_record(whole)


@pytest.mark.parametrize("place", [*SPANS, "times[0]", "people[0].mentions[0]", "places[0].mentions[0]"])
def test_a_span_beyond_the_text_is_refused(place: str) -> None:
    whole = record()
    length = len(whole["article"]["text"])
    outside = with_value(f"{place}.end", length + 1)
    with pytest.raises(RecordError, match=f"ends at {length + 1}, but the text has {length} characters"):
        from_record(outside)
    assert from_record(with_value(f"{place}.end", length))


def test_spans_without_a_text_are_refused() -> None:
    with pytest.raises(RecordError, match="time t1 has a span, but the article has no text"):
        from_record(with_value("article.text", None))


@pytest.mark.parametrize("place", [*MAY_BE_NULL, *SPANS, *[name for name in LISTS if name.startswith("people[0]")]])
def test_null_and_a_missing_key_mean_the_same(place: str) -> None:
    missing = inner = record()
    *way, last = place.replace("]", "").replace("[", ".").split(".")
    for step in way:
        inner = inner[int(step)] if isinstance(inner, list) else inner[step]
    del inner[last]
    assert from_record(missing) == from_record(with_value(place, None))


def test_null_ends_and_missing_ends_of_time_words_mean_the_same() -> None:
    missing, null = record(), record()
    del missing["times"][0]["start"], missing["times"][0]["end"]
    null["times"][0] |= {"start": None, "end": None}
    assert from_record(missing) == from_record(null)
    assert from_record(null).times[0].span is None
    assert "start" not in from_record(null).times[0].extra


def test_the_smallest_record_has_a_title() -> None:
    found = load(json.dumps({"schema": "newstimeline/1", "article": {"title": "Harbour opens"}}))
    assert (found.article.title, found.article.published, found.article.text) == ("Harbour opens", None, None)
    assert (found.times, found.people, found.places, found.quotes, found.events) == ((), (), (), (), ())


def test_a_record_without_an_article_is_refused() -> None:
    with pytest.raises(RecordError, match="article is not a JSON object"):
        load('{"schema": "newstimeline/1"}')


def test_a_mention_without_a_kind_is_a_name() -> None:
    found = from_record(with_value("people[0].mentions[1]", {"start": 0, "end": 3}))
    assert found.people[0].mentions[1].kind is MentionKind.NAME


def test_an_error_about_a_long_value_stays_short() -> None:
    with pytest.raises(RecordError) as caught:
        from_record(with_value("quotes[0].kind", "x" * 10_000))
    assert len(str(caught.value)) < 200


def test_reading_leaves_the_given_object_alone() -> None:
    given, before = record(), record()
    from_record(given)
    assert given == before
