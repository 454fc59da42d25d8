from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.changes.model import Change, Kind, Target, What
from newstimeline.changes.records import ChangeError, dump_change, load_change
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


def test_a_change_comes_back_as_it_was() -> None:
    assert load_change(dump_change(CHANGE)) == CHANGE


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"schema": "newstimeline/1"}, "format newstimeline-changes/1"),
        ({"what": "colour"}, "what takes date, title"),
        ({"value": "15 August"}, "takes a date such as"),
        ({"value": 7}, "takes a text"),
        ({"id": "no id!"}, "id"),
        ({"target": None}, "no target"),
        ({"target": {"kind": "quote", "article": "a1", "words": "x"}}, "quote has no date"),
        ({"target": {"kind": "event", "words": "x"}}, "no article"),
        ({"target": {"kind": "event", "article": "a1", "start": 9, "end": 3, "words": "x"}}, "end lies before"),
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


@given(st.text())
def test_any_other_text_is_a_clear_error(text: str) -> None:
    with pytest.raises(ChangeError, match=r"\w"):
        load_change(text)
