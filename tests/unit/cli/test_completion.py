from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newstimeline.cli.completion_command import complete_query
from support.stories import make_library, story


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return make_library(tmp_path / "library.sqlite", story())


def completions(line: str, library: Path, tmp_path: Path) -> list[str]:
    answer = tmp_path / "answer"
    environment = {
        **os.environ,
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_SHELL": "fish",
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
        "NEWSTIMELINE_LIBRARY": str(library),
    }
    subprocess.run([sys.executable, "-m", "newstimeline"], env=environment, check=True)
    return [one.partition("\t")[0].strip() for one in answer.read_text(encoding="utf-8").splitlines()]


def test_a_shell_is_offered_commands(library: Path, tmp_path: Path) -> None:
    assert completions("newstimeline ex", library, tmp_path) == ["extract", "export"]


def test_a_shell_is_offered_names_of_the_library(library: Path, tmp_path: Path) -> None:
    assert completions("newstimeline list person:e", library, tmp_path) == ["person:ek"]


def test_a_shell_is_offered_people(library: Path, tmp_path: Path) -> None:
    assert completions("newstimeline person B", library, tmp_path) == ["Bo Ek"]


def offered(prefix: str, library: Path | None) -> list[str]:
    return complete_query(prefix, argparse.Namespace(library=library))


def test_a_query_is_completed_by_fields_and_values(library: Path) -> None:
    assert "person:" in offered("per", library)
    assert offered("kind:dir", library) == ["kind:direct"]
    assert offered("-kind:dir", library) == ["-kind:direct"]


def test_names_are_completed_word_by_word_and_as_they_are_typed(library: Path) -> None:
    assert offered("person:EK", library) == ["person:EK"]
    assert offered("person:b", library) == ["person:bo"]


def test_without_a_library_nothing_is_offered(tmp_path: Path) -> None:
    assert offered("person:", tmp_path / "none.sqlite") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(shell: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newstimeline", "completion", shell], capture_output=True, text=True, check=True
    )
    assert "newstimeline" in done.stdout
