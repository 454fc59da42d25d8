"""A library that another version of the program has made is first brought up to date, and that is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstimeline.app.early import FORMAT
from newstimeline.cli import main
from newstimeline.library.version import is_outdated, latest_version
from support.steps import with_steps


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


def test_what_is_no_library_is_not_called_an_older_one(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no library", encoding="utf-8")
    assert not is_outdated(tmp_path / "notes.txt")
    assert not is_outdated(tmp_path / "nothing.sqlite")
