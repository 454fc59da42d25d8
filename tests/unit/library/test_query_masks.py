"""What typed queries find; the contract with a plain reading of them is in tests/contracts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.library.library import Library
from newstimeline.model import Extraction, Person
from newstimeline.query import InTime, NameScope, Relation, Words, name_filter, parse_query
from unit.builders import article, dated_events, event, harbour, stored, when


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    other = dated_events("2024", None, title="Straße in Århus", headline="Elsewhere")
    other = replace(other, article=replace(other.article, source="Åland Radio"))
    with stored(tmp_path_factory.mktemp("masks") / "library.db", harbour(), other) as opened:
        yield opened


TODAY = date(2025, 11, 5)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 3),
        ("harb", 1),
        ("HARBOUR quill", 1),
        ("harbour århus", 0),
        ("harbour OR århus", 3),
        ("arhus", 2),
        ("ARHUS", 2),
        ("-harbour", 2),
        ('"the harbour"', 1),
        ('"harbour the"', 0),
        ('"the harb"', 0),
        ('"the harb', 1),
        ("title:friday", 0),
        ("friday", 1),
        ("person:quill", 1),
        ("person:lindhaven", 0),
        ("place:lindhaven", 1),
        ("speaker:ada", 1),
        ("said:done", 1),
        ("said:harbour", 0),
        ("source:aland", 2),
        ("kind:direct", 1),
        ("kind:mixed", 0),
        ("has:quote", 1),
        ("-has:quote", 2),
        ("in:2025-11", 1),
        ("in:2025", 1),
        ("on:2025-11-07", 1),
        ("on:2025-11-08", 0),
        ("before:2025", 1),
        ("after:2024", 1),
        ("-after:2024", 2),
        ("in:0001/9999", 2),
        ("in:2024/..", 2),
        ("in:../2024", 1),
        ("before:../2099", 0),
        ('in:"this week"', 1),
    ],
)
def test_a_typed_query_finds_its_events(library: Library, query: str, count: int) -> None:
    assert len(library.find(parse_query(query, TODAY))) == count


def test_an_undated_event_lies_in_no_time_at_all(library: Library) -> None:
    for relation in Relation:
        for asked in ("../9999", "0000/..", "2024"):
            found = when(asked)
            assert found
            assert library.find(InTime(relation, found)).dated == len(library.find(InTime(relation, found)))


def test_no_phrase_reaches_from_one_name_into_the_next(tmp_path: Path) -> None:
    people = (Person(id="p1", name="Ada Quill"), Person(id="p2", name="Bo Marsh"))
    meeting = Extraction(article=article(), people=people, events=(event(people=["p1", "p2"]),))
    with stored(tmp_path / "library.db", meeting) as library:
        assert len(library.find(parse_query(name_filter(NameScope.PERSON, "Ada Quill"), TODAY))) == 1
        assert len(library.find(parse_query(name_filter(NameScope.PERSON, "Bo Marsh"), TODAY))) == 1
        assert len(library.find(parse_query(name_filter(NameScope.PERSON, "Quill Bo"), TODAY))) == 0


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '""',
        "*",
        "harbour*",
        "NEAR(a b)",
        "title : x",
        "{title}: x",
        "a AND b",
        "^zz",
        "a + b",
        "'; DROP",
        "\0",
        "a\0b",
        "caf\udce9",
        "½",
        "ᲀ",
    ],
)
@pytest.mark.parametrize("prefix", [True, False])
def test_no_text_is_taken_for_the_language_of_the_index(library: Library, text: str, prefix: bool) -> None:
    assert len(library.find(Words(text, prefix, NameScope.TITLE))) == (1 if text == "harbour*" else 0)
    assert len(library.find(Words(text, prefix, NameScope.SAID))) == 0


@given(text=st.text(st.characters(exclude_categories=())))
def test_any_words_can_be_asked_for(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "asked.db"
    with Library(path) if path.exists() else stored(path, harbour()) as library:
        assert len(library.find(Words(text, prefix=True))) <= 1
        assert len(library.find(Words(text, prefix=True, scope=NameScope.PERSON))) <= 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("in:2025-08", True),
        ("in:2025-10", False),
        ("in:2025-10/..", True),
        ("in:../2025-07", False),
        ("before:2025-10", False),
        ("after:2025-07", True),
        ("after:2025-09", False),
    ],
)
def test_an_open_interval_is_in_later_times_only_when_asked(tmp_path: Path, query: str, found: bool) -> None:
    with stored(tmp_path / "library.db", dated_events("2025-08/..")) as library:
        assert len(library.find(parse_query(query, TODAY))) == found
