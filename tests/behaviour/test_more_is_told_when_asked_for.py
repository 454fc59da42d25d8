"""`--verbose`: what a command works with, and what it reads, on standard error."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstimeline.cli import main
from unit.builders import TEXT


def test_a_list_says_which_library_it_is_about_and_how_much_it_means(
    story_library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--library", str(story_library), "list", "ferry"]) == 0
    quiet = capsys.readouterr()
    assert quiet.err == ""
    monkeypatch.setenv("NEWSTIMELINE_LIBRARY", str(story_library))
    assert main(["list", "ferry", "--verbose"]) == 0
    told = capsys.readouterr()
    assert told.out == quiet.out
    assert told.err.splitlines() == [
        f"newstimeline: the library is {story_library}, named by $NEWSTIMELINE_LIBRARY",
        f"newstimeline: {len(told.out.splitlines())} of 9 events are meant",
    ]


def test_an_intake_names_each_article_and_what_it_passes_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "harbour.txt"
    given.write_text(f"date 2025-11-07 {TEXT}", encoding="utf-8")
    adding = ["--verbose", "--library", str(tmp_path / "library.sqlite"), "add", str(given)]
    assert main(adding) == 0
    told = capsys.readouterr().err
    assert f"read “Harbour opens” from {given}" in told
    assert "the language model is " in told
    assert main(adding) == 0
    assert f"passed over {given}, which has not changed and holds 1 article" in capsys.readouterr().err
