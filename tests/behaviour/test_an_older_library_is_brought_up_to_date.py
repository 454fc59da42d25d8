"""A library that another version of the program has made is first brought up to date, and that is said."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from newstimeline.cli import main
from newstimeline.library.library import Library
from newstimeline.library.version import is_outdated, latest_version
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Extraction, Person
from newstimeline.query import parse_query
from newstimeline.startup.painted_start import FORMAT
from support.steps import with_steps
from unit.builders import article, event, stored


@pytest.mark.parametrize("command", [["list"], []])
def test_whoever_asks_is_told_why_it_takes_a_while(
    own_library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    with_steps(monkeypatch, "CREATE TABLE note (id INTEGER PRIMARY KEY);\n")
    asking = ["--library", str(own_library), *command]
    assert main(asking) == 0
    first = capsys.readouterr()
    assert "the library is brought up to date" in first.err
    assert not is_outdated(own_library)
    assert main(asking) == 0
    second = capsys.readouterr()
    assert (second.out, second.err) == (first.out, "")


def test_the_first_screen_of_an_older_library_is_not_painted_before_that() -> None:
    assert latest_version() == FORMAT


def test_the_words_of_an_older_library_are_found_however_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    told = Extraction(
        article=article("高市首相が会談"),
        people=(Person(id="p1", name="バリ・한국"),),
        events=(event(title="ＮＡＴＯ", people=["p1"]),),
    )
    stored(path, told).close()
    make_older(path)
    assert is_outdated(path)
    with Library(path) as library:
        for query in ("nato", "title:首相", "person:バリ한국", "-person:パリ"):
            assert len(library.find(parse_query(query, date(2025, 11, 8)))) == 1, query
        assert library.integrity() == []
    with LibraryWriter(path) as writer:
        later = replace(told, article=article("Another article"))
        writer.add([(later, None)])
    with Library(path) as library:
        assert [(one.name, one.events) for one in library.facets(library.everything()).people] == [("バリ・한국", 2)]


def make_older(path: Path) -> None:
    """Make a library as it was when SQLite's tokenizer knew what a word is."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in ("settled_words", "recent_words", "person_words", "place_words", "source_words"):
            columns = "key" if table.startswith(("person", "place", "source")) else "title, evidence"
            connection.execute(f"DROP TABLE {table}")
            connection.execute(f"CREATE VIRTUAL TABLE {table} USING fts5({columns}, content='')")
        connection.execute("UPDATE person SET key = 'ハリ・한국'")
        connection.execute("UPDATE derived_state SET format = 2, stale = 0")
        connection.execute("PRAGMA user_version = 10")


def test_what_is_no_library_is_not_called_an_older_one(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no library", encoding="utf-8")
    assert not is_outdated(tmp_path / "notes.txt")
    assert not is_outdated(tmp_path / "nothing.sqlite")
