from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.query import NameScope, QueryError, Suggestion, parse_query, suggestions
from unit.builders import harbour, stored

TODAY = date(2025, 11, 5)
NAMES = {
    NameScope.PERSON: [("Ada Quill", 9), ("Adam Post", 2)],
    NameScope.SPEAKER: [("Ada Quill", 4)],
    NameScope.PLACE: [("Adana", 5), ("Lindhaven", 20)],
    NameScope.SOURCE: [("The Advertiser", 7)],
}


def names_begun(scope: NameScope, begun: str, how_many: int) -> list[tuple[str, int]]:
    return [
        (name, events)
        for name, events in NAMES[scope]
        if any(word.startswith(begun.lower()) for word in [name.lower(), *name.lower().split()])
    ][:how_many]


def suggested(query: str, cursor: int | None = None) -> list[Suggestion]:
    return suggestions(query, len(query) if cursor is None else cursor, names_begun)


def labels(query: str, cursor: int | None = None) -> list[str]:
    return [one.label for one in suggested(query, cursor)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["person:", "speaker:", "said:", "place:", "source:", "title:", "kind:", "basis:"]),
        ("s", ["speaker:", "said:", "source:"]),
        ("harbour (-pers", ["person:"]),
        ("ad", ["Ada Quill", "The Advertiser", "Adana", "Adam Post"]),
        ("person:", ["Ada Quill", "Adam Post"]),
        ("person:adam", ["Adam Post"]),
        ('person:"ada q', ["Ada Quill"]),
        ("speaker:a", ["Ada Quill"]),
        ("place:l", ["Lindhaven"]),
        ("kind:", ["direct", "mixed", "indirect"]),
        ("kind:M", ["mixed"]),
        ("basis:p", ["published"]),
        ("has:q", ["quote"]),
        ("in:last", ["last week", "last month", "last year"]),
        ("after:to", ["today"]),
        ("said:a", []),
        ("title:a", []),
        ("colour:a", []),
        ("~ad", []),
        ('"pers', []),
    ],
)
def test_what_fits_the_word_at_the_cursor_is_suggested_the_most_frequent_first(query: str, expected: list[str]) -> None:
    assert labels(query) == expected


@pytest.mark.parametrize(
    ("query", "cursor", "chosen", "whole"),
    [
        ("per", 3, 0, "person:|"),
        ("harbour per", 11, 0, "harbour person:|"),
        ("ad", 2, 0, 'person:"Ada Quill" |'),
        ("ad", 2, 2, 'place:"Adana" |'),
        ("ad harbour", 2, 0, 'person:"Ada Quill" |harbour'),
        ('person:"ada q', 13, 0, 'person:"Ada Quill" |'),
        ("in:las harbour", 6, 0, 'in:"last week" |harbour'),
        ("-(kind:m) a", 8, 0, "-(kind:mixed |) a"),
    ],
)
def test_a_suggestion_takes_the_place_of_the_word_at_the_cursor(
    query: str, cursor: int, chosen: int, whole: str
) -> None:
    one = suggested(query, cursor)[chosen]
    assert f"{one.query[: one.cursor]}|{one.query[one.cursor :]}" == whole


def test_only_what_stands_before_the_cursor_counts() -> None:
    assert labels("kind:mixed", 6) == ["mixed"]
    assert labels("kind:mixed", 5) == ["direct", "mixed", "indirect"]
    assert labels("person:x", 3) == ["person:"]


@given(st.text('ad:-()~"“” OR\t') | st.sampled_from(["person:ad kind:m", '(ad OR "per']), st.integers(-3, 30))
def test_a_suggestion_makes_no_error_that_was_not_there(query: str, cursor: int) -> None:
    def is_fine(text: str) -> bool:
        try:
            parse_query(text, TODAY)
        except QueryError:
            return False
        return True

    for one in suggested(query, cursor):
        assert 0 <= one.cursor <= len(one.query)
        assert is_fine(one.query) or not is_fine(query) or one.label.endswith(":")


def test_a_library_suggests_the_names_it_has(tmp_path: Path) -> None:
    with stored(tmp_path / "library.db", harbour()) as library:
        assert [(one.label, one.events) for one in library.suggestions("speaker:q", 9)] == [("Ada Quill", 1)]
        assert [one.label for one in library.suggestions("lin", 3)] == ["Lindhaven", "The Lindhaven Post"]


def test_a_name_behind_other_letters_stands_apart_from_them() -> None:
    found = suggestions("O“a", 3, lambda scope, *_: [("Ada Quill", 9)] if scope is NameScope.PERSON else [])
    assert [one.query for one in found] == ['O person:"Ada Quill" ']
