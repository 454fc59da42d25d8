from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.changes.change import Change, Kind, Target, What
from newstimeline.changes.change_records import ChangeError, dump_change, load_change, settled
from newstimeline.model import Span

CHANGE = Change(
    id="0123456789abcdef",
    made="2025-11-08T10:00:00+00:00",
    who="Ann",
    what=What.DATE,
    target=Target(Kind.EVENT, "a1", Span(3, 20), "the harbour opened"),
    value="2025-08-15",
    found="2025-08",
    extractor="rules 3",
)


def line(**other: object) -> str:
    return json.dumps({**json.loads(dump_change(CHANGE)), **other})


def event_target(**other: object) -> dict[str, object]:
    return {"kind": "event", "article": "a1", "start": 3, "end": 20, "words": "the harbour opened", **other}


PERSON: dict[str, object] = {"kind": "person", "article": None, "words": "Ada Quill"}
QUOTE: dict[str, object] = {"kind": "quote", "article": "a1", "words": "It is done"}


def test_a_change_comes_back_as_it_was() -> None:
    assert load_change(dump_change(CHANGE)) == CHANGE


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"schema": "newstimeline/1"}, "format newstimeline-changes/1"),
        ({"what": "colour"}, "what takes date, title"),
        ({"value": "15 August"}, "takes a date such as"),
        ({"value": 7}, "takes a text"),
        ({"id": "no id!"}, "no id"),
        ({"id": "--------"}, "no id"),
        ({"id": "12345678\x1b[31m"}, "no id"),
        ({"id": "12345678-"}, "no id"),
        ({"id": "a" * 65}, "no id"),
        ({"id": 12345678}, "no id"),
        ({"made": "yesterday"}, "made takes a moment"),
        ({"made": ""}, "made takes a moment"),
        ({"made": "2025-11-08"}, "made takes a moment"),
        ({"made": "2025-13-08T10:00:00+00:00"}, "made takes a moment"),
        ({"made": "2025-11-08T10:00:00"}, "made takes a moment"),
        ({"made": "0001-01-01T00:00:00+23:59"}, "made takes a moment"),
        ({"made": None}, "made takes a moment"),
        ({"who": 7}, "who takes a text"),
        ({"who": "n" * 501}, "who is longer than 500 characters"),
        ({"who": "A\ud800"}, "who has half of a surrogate pair"),
        ({"extractor": ["rules 3"]}, "extractor takes a text"),
        ({"found": 7}, "found takes a text, true, false or null"),
        ({"found": "\udc80"}, "found has half of a surrogate pair"),
        ({"what": ["date"]}, "what takes date, title"),
        ({"what": "date", "value": True}, "date takes a text"),
        ({"what": "date", "value": f"2025-11-07T10:00:00.{'1' * 99}Z"}, "date is longer than"),
        ({"what": "title", "value": None}, "title takes a text"),
        ({"what": "title", "value": " "}, "title takes some words"),
        ({"what": "title", "value": "t" * 501}, "title is longer than 500 characters"),
        ({"what": "hidden", "value": 1}, "hidden takes true or false"),
        ({"what": "hidden", "value": None}, "hidden takes true or false"),
        ({"what": "status", "value": "liked"}, "status takes confirmed, disputed, rejected"),
        ({"what": "status", "value": {}}, "status takes confirmed, disputed, rejected"),
        ({"what": "note", "value": None}, "note takes a text"),
        ({"what": "note", "value": "n" * 20_001}, "note is longer than 20,000 characters"),
        ({"what": "tags", "value": ["harbour"]}, "tags takes a text"),
        ({"what": "tags", "value": "İ" * 300}, "tags is longer than 500 characters"),
        ({"what": "tags", "value": "t" * 501}, "tags is longer than 500 characters"),
        ({"target": None}, "no target"),
        ({"target": {"kind": "quote", "article": "a1", "words": "x"}}, "quote has no date"),
        ({"target": {"kind": "event", "words": "x"}}, "no article"),
        ({"target": ["event", "a1"]}, "no target"),
        ({"target": {"kind": ["event"], "article": "a1", "words": "x"}}, "target's kind is one of event"),
        ({"target": event_target(article="")}, "article is not an id"),
        ({"target": event_target(article=7)}, "article is not an id"),
        ({"target": event_target(article="\ud800")}, "article is not an id"),
        ({"target": event_target(words=None)}, "target.words takes a text"),
        ({"target": event_target(words="\ud800")}, "target.words has half of a surrogate pair"),
        ({"target": event_target(words="w" * 100_001)}, "target.words is longer than 100,000"),
        ({"target": event_target(start=9, end=3)}, "end lies before"),
        ({"target": event_target(start=-1, end=3)}, "end lies before"),
        ({"target": event_target(start=False, end=True)}, "whole numbers"),
        ({"target": event_target(start=0.0, end=3.0)}, "whole numbers"),
        ({"target": event_target(start=0, end=None)}, "whole numbers"),
        ({"target": event_target(start=0, end=2**63)}, "beyond any text"),
        ({"what": "role", "target": {**PERSON, "start": 0, "end": 3}, "value": "mayor"}, "person has no start"),
        ({"what": "same", "target": {**PERSON, "article": "a1"}, "value": "Bea"}, "across all articles"),
        ({"what": "role", "target": PERSON, "value": "r" * 501}, "role is longer than 500"),
        ({"what": "role", "target": PERSON, "value": None}, "role takes a text"),
        ({"what": "same", "target": PERSON, "value": ""}, "same takes some words"),
        ({"what": "kind", "target": QUOTE, "value": None}, "kind takes direct, mixed, indirect"),
        ({"what": "speaker", "target": QUOTE, "value": False}, "speaker takes a text"),
    ],
)
def test_a_line_that_is_no_change_says_why(wrong: dict[str, object], message: str) -> None:
    with pytest.raises(ChangeError, match=message):
        load_change(line(**wrong))


def test_words_from_outside_are_cleaned() -> None:
    note = load_change(line(what="note", value="see\x1b]0;x\x07 \u202ethis", who="A\x1b[31mnn"))
    assert (note.value, note.who) == ("see this", "Ann")


def test_tags_are_single_words_in_lower_case() -> None:
    assert load_change(line(what="tags", value="#Harbour, Ships  harbour")).value == "harbour ships"


@pytest.mark.parametrize(
    ("made", "kept"),
    [
        ("2025-11-08T10:00:00Z", "2025-11-08T10:00:00+00:00"),
        ("2025-11-08T00:30:00.25+02:00", "2025-11-07T22:30:00+00:00"),
    ],
)
def test_a_moment_is_kept_in_utc(made: str, kept: str) -> None:
    assert load_change(line(made=made)).made == kept


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"schema":"newstimeline-changes/1","schema":1}', "a key twice"),
        (line().replace('"a1"', '"a1","article":"a2"'), "a key twice"),
        (line(found=float("nan")), "which has no NaN"),
        (line(found=float("inf")), "which has no Infinity"),
        (line().replace('"2025-08"', "1e999"), "found takes a text"),
        (line().replace("20", "9" * 5_000), "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ("[1, 2]", "not a change in the format"),
        ('"x"', "not a change in the format"),
        ("\0" * 10, "not JSON"),
    ],
    ids=range(11),
)
def test_json_that_readers_take_in_different_ways_is_refused(text: str, message: str) -> None:
    with pytest.raises(ChangeError, match=message):
        load_change(text)


@pytest.mark.parametrize("tags", ["#\ufe0f x", "\u212a\u200d", "A,,B##c"])
def test_tags_are_the_same_when_they_are_read_again(tags: str) -> None:
    once = load_change(line(what="tags", value=tags))
    assert load_change(dump_change(once)) == once


def test_a_change_is_refused_that_would_not_be_one_when_it_is_read_again() -> None:
    with pytest.raises(ChangeError, match="made"):
        settled(replace(CHANGE, made="now"))


@given(st.text())
def test_any_other_text_is_a_clear_error(text: str) -> None:
    with pytest.raises(ChangeError, match=r"\w"):
        load_change(text)
