"""The commands, run in this process as the entry point runs them."""

from __future__ import annotations

import json
import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from newstimeline.changes.change import Kind, What
from newstimeline.cli import main
from newstimeline.library.new_change import Stamp, draft
from newstimeline.library.writer import LibraryWriter
from newstimeline.reading import Parsed, Unread
from newstimeline.reading.format_detection import read_stream_in_blocks
from newstimeline.records import dump
from support.stories import make_library, story
from unit.builders import TEXT, dated_events, harbour


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
    _, lines, _ = run(capsys, "list", "--library", path, "--sort", "reported", "before:2026")
    assert len(lines) == 2
    _, lines, _ = run(capsys, "list", "--library", path, "before:2026")
    assert len(lines) == 1


def test_without_a_terminal_browsing_prints_what_its_filter_means(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, listed, _ = run(capsys, "list", "--library", library, "ferry")
    assert run(capsys, "--library", library, "--filter", "ferry") == (0, listed, "")


def test_given_files_are_narrowed_by_a_filter_as_a_library_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "harbour.txt"
    given.write_text(f"date 2025-11-07 {TEXT}", encoding="utf-8")
    _, every, _ = run(capsys, str(given))
    code, some, _ = run(capsys, str(given), "--filter", "opened")
    assert code == 0
    assert some == [line for line in every if "opened" in line]
    assert 0 < len(some) < len(every)


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


def test_articles_without_a_date_are_reported_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "undated.txt"
    text.write_text("Boats come\n\nThe harbour opened on Friday.\n")
    code, _, narration = run(capsys, "add", "--library", tmp_path / "library.sqlite", text)
    assert code == 0
    assert "1 article has no date of publication" in narration
    assert "--published DATE" in narration


def test_a_date_that_is_none_is_refused_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["add", "--published", "yesterday", "--library", str(tmp_path / "library.sqlite"), "article.txt"])
    assert ended.value.code == 2
    assert "yesterday" in capsys.readouterr().err


def test_an_unchanged_file_is_not_read_again_unless_it_is_told_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, path = tmp_path / "news", tmp_path / "library.sqlite"
    folder.mkdir()
    for name, headline in (("a.jsonl", "First"), ("b.jsonl", "Second")):
        (folder / name).write_text(dump(dated_events("2025", headline=headline)) + "\n")
    opened: list[str] = []

    def reading(stream: BinaryIO, name: str) -> Iterator[Parsed | Unread]:
        opened.append(Path(name).name)
        yield from read_stream_in_blocks(stream, name)

    monkeypatch.setattr("newstimeline.reading.file_finder.read_stream_in_blocks", reading)
    run(capsys, "add", "--library", path, folder)
    (folder / "b.jsonl").write_text(dump(dated_events("2025", "2026", headline="Third")) + "\n")
    opened.clear()
    code, _, narration = run(capsys, "add", "--library", path, folder)
    assert (code, opened) == (0, ["b.jsonl"])
    assert "2 articles read: 1 new with 2 events, 1 unchanged" in narration
    opened.clear()
    run(capsys, "add", "--again", "--library", path, folder)
    assert opened == ["a.jsonl", "b.jsonl"]


def test_the_report_in_json_counts_what_became_of_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records, path = tmp_path / "news.jsonl", tmp_path / "library.sqlite"
    records.write_text(dump(harbour()) + "\n{\n")
    code, lines, _ = run(capsys, "add", "--json", "--library", path, records)
    assert code == 1
    report = json.loads(lines[-1])
    assert report.pop("skipped")[0]["place"] == f"{records}, line 2"
    assert report == {
        "schema": "newstimeline-report/1", "finished": True, "files": 1, "files_done": 1, "read": 1, "new": 1,
        "unchanged": 0, "replaced": 0, "changed": 0, "joined": 0, "events": 1, "undated": 0, "unextracted": {},
        "headlines": 0, "unlisted": 0,
    }  # fmt: skip


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


def annotate(path: Path, value: str, id: str = "change-1") -> None:
    """Put a note on the first event."""
    with closing(sqlite3.connect(path)) as connection:
        stamp = Stamp(id, "2025-11-08T10:00:00+00:00", "Ann")
        change = draft(connection, Kind.EVENT, 1, What.NOTE, value, stamp)
    with LibraryWriter(path) as writer:
        writer.change([change])


def test_changes_go_from_one_library_to_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours, theirs = (make_library(tmp_path / name, story()) for name in ("ours.sqlite", "theirs.sqlite"))
    annotate(theirs, "Ask the embassy.")
    _, lines, _ = run(capsys, "changes", "--json", "--library", theirs)
    (tmp_path / "theirs.jsonl").write_text("\n".join(lines), encoding="utf-8")
    code, _, said = run(capsys, "changes", "--add", tmp_path / "theirs.jsonl", "--library", ours)
    assert (code, said) == (0, "newstimeline: 1 change read: 1 new, 0 known\n")
    _, lines, _ = run(capsys, "list", "has:note", "--json", "--library", ours)
    assert '"note": "Ask the embassy."' in lines[0]


def test_a_change_that_contradicts_waits_for_the_reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours, theirs = (make_library(tmp_path / name, story()) for name in ("ours.sqlite", "theirs.sqlite"))
    annotate(ours, "Ours.", "change-ours")
    annotate(theirs, "Theirs.", "change-theirs")
    _, lines, _ = run(capsys, "changes", "--json", "--library", theirs)
    (tmp_path / "theirs.jsonl").write_text("\n".join(lines), encoding="utf-8")
    _, _, said = run(capsys, "changes", "--add", tmp_path / "theirs.jsonl", "--library", ours)
    assert "1 contradicting yours" in said
    _, lines, _ = run(capsys, "changes", "--library", ours)
    assert [line.split("[")[0].strip() for line in lines] == [
        "2025-11-08  active   note: Ours.",
        "2025-11-08  rival    note: Theirs.",
    ]
    _, lines, _ = run(capsys, "list", "has:note", "--json", "--library", ours)
    assert '"note": "Ours."' in lines[0]


def test_a_line_that_is_no_change_is_skipped_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = make_library(tmp_path / "ours.sqlite", story())
    (tmp_path / "theirs.jsonl").write_text("\n{}\n", encoding="utf-8")
    code, _, said = run(capsys, "changes", "--add", tmp_path / "theirs.jsonl", "--library", path)
    assert code == 1
    assert "theirs.jsonl, line 2: it is not a change in the format newstimeline-changes/1" in said


def test_the_settings_in_force_are_printed_with_their_origin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.toml").write_text('reader = "Ann"\n[keys]\nquit = "ctrl+q"\n', encoding="utf-8")
    monkeypatch.setenv("NEWSTIMELINE_CONFIG", str(tmp_path / "config.toml"))
    code, lines, _ = run(capsys, "config")
    assert code == 0
    assert 'reader = "Ann"  # config.toml' in lines
    assert 'keymap = "vi"  # as usual' in lines
    assert 'quit = ["ctrl+q"]  # config.toml' in lines
    assert tomllib.loads("\n".join(lines))["reader"] == "Ann"
