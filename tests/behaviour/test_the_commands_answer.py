"""The commands, run in this process as the entry point runs them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newstimeline.cli import main
from newstimeline.records import dump
from support.stories import make_library, story
from unit.builders import dated_events, harbour


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return make_library(tmp_path / "library.sqlite", story())


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, list[str], str]:
    """The exit code, the lines on standard output, and standard error."""
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out.splitlines(), captured.err


def test_the_list_is_in_the_order_of_what_happened_or_of_what_was_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    early, late = dated_events("2030", title="Plan", headline="A"), harbour()
    path = make_library(tmp_path / "library.sqlite", [late, early])
    code, lines, _ = run(capsys, "list", "--library", path)
    assert code == 0
    assert [line.split()[0] for line in lines] == ["2025-11-07~", "2030"]
    _, lines, _ = run(capsys, "list", "--library", path, "--reported", "before:2026")
    assert len(lines) == 2
    _, lines, _ = run(capsys, "list", "--library", path, "before:2026")
    assert len(lines) == 1


def test_a_query_that_means_nothing_is_answered_with_one_that_does(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines, narration = run(capsys, "list", "--library", library, "speakr:lind")
    assert (code, lines) == (2, [])
    assert "try: speaker:lind" in narration


def test_a_misspelt_name_is_found(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, right, _ = run(capsys, "list", "--library", library, "speaker:lind")
    _, near, _ = run(capsys, "list", "--library", library, "speaker:~lidn")
    assert right
    assert near == right


def test_adding_again_replaces_what_was_found(
    tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, *_ = story()
    lines = tmp_path / "story.jsonl"
    newer = replace(first, events=tuple(replace(event, title=f"Newly: {event.title}") for event in first.events))
    lines.write_text(dump(newer) + "\n")
    code, _, narration = run(capsys, "add", "--library", library, lines)
    assert code == 1
    assert "--again" in narration
    code, _, narration = run(capsys, "add", "--again", "--library", library, lines)
    assert code == 0
    assert "1 replaced" in narration
    assert len(run(capsys, "list", "--library", library, "newly")[1]) == len(first.events)


def test_a_rebuild_brings_what_is_derived_in_step(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("INSERT INTO recent_words (recent_words) VALUES ('delete-all')")
        connection.commit()
    code, lines, _ = run(capsys, "check", "--library", library)
    assert code == 1
    assert any("--rebuild" in line for line in lines)
    code, lines, _ = run(capsys, "check", "--rebuild", "--library", library)
    assert code == 0
    assert lines[-1].endswith("all in order")


def test_a_rebuild_makes_no_library_where_there_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none.sqlite"
    code, _, narration = run(capsys, "check", "--rebuild", "--library", path)
    assert code == 1
    assert "none.sqlite" in narration
    assert not path.exists()


@pytest.mark.parametrize("command", ["add", "extract"])
def test_a_language_model_that_is_not_installed_is_said_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    library = tmp_path / "library.sqlite"
    code, lines, said = run(capsys, command, "--library", library, "--model", "trf", tmp_path)
    assert (code, lines, library.exists()) == (2, [], False)
    assert "python -m spacy download en_core_web_trf" in said
