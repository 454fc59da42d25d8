"""Every command line of README, manual and help runs as it stands, or is in a table that says why not."""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from newstimeline.changes.change_records import dump_change
from newstimeline.cli.arguments import COMMANDS, whole_parser
from newstimeline.extraction.workers import Workers
from newstimeline.library.library import Library
from newstimeline.library.writer import LibraryWriter
from support.command_lines import filled, of_documents, of_help, run
from support.exports import own_story
from unit.builders import harbour

LEFT_OUT = {
    "python3 -m venv *": "installs from a package index",
    ".venv/bin/*": "installs, checks or measures, which takes minutes",
    "pipx install .": "installs from a package index",
    "uv tool install .": "installs from a package index",
    "newstimeline add": "names the command; alone it is not meant to be run",
    "newstimeline extract --json": "names the command; alone it is not meant to be run",
    "newstimeline add https://...": "fetches from the web; tests/behaviour/test_pages_are_fetched.py",
    "newstimeline add --model trf *": "needs a model of 500 MB",
    "newstimeline add --watch *": "goes on until Ctrl-C; tests/behaviour/test_a_folder_is_followed.py",
    "newstimeline serve*": "goes on until Ctrl-C; tests/behaviour/test_the_browser_opens_in_a_web_browser.py",
    "datasette ~/.local/share/newstimeline/library.sqlite": "goes on until Ctrl-C; with --get, it is told too",
}
"""Lines (with * for anything) that no test can run as they stand, and why."""
LINES = list(dict.fromkeys(map(filled, (*of_documents(), *of_help()))))
ARTICLE = (
    "date 2025-11-07 Harbour opens\n\nOn Friday the mayor, Ada Quill, opened the harbour. “It is done,” she said.\n"
)
PAGE = f"<!doctype html><title>Harbour opens</title><article><h1>Harbour opens</h1><p>{ARTICLE[31:]}</p></article>"


def is_left_out(line: str) -> bool:
    return any(fnmatchcase(line, pattern) for pattern in LEFT_OUT)


@pytest.fixture(scope="module")
def home_as_told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder that has what the texts name."""
    home = tmp_path_factory.mktemp("home")
    for folder in ("articles", "bin", ".config/fish/completions", ".local/share/newstimeline"):
        (home / folder).mkdir(parents=True)
    for name, text in (("article.txt", ARTICLE), ("articles/harbour.txt", ARTICLE), ("article.html", PAGE)):
        (home / name).write_text(text, encoding="utf-8")
    pbpaste = home / "bin" / "pbpaste"
    pbpaste.write_text('#!/bin/sh\ncat "$HOME/article.txt"\n')
    pbpaste.chmod(0o755)
    library = own_story(home / ".local/share/newstimeline/library.sqlite")
    merkel = harbour()
    merkel = replace(merkel, people=tuple(replace(person, name="Angela Merkel") for person in merkel.people))
    with LibraryWriter(library) as writer:
        writer.add([(merkel, None)])
    for day in ("monday", "friday"):
        shutil.copy(library, home / f"{day}.sqlite")
    with Library(library) as opened:
        changes = [dump_change(entry.change) for entry in opened.own.changes()]
    (home / "theirs.jsonl").write_text("\n".join(changes), encoding="utf-8")
    return home


def done_here(_: Workers, function: Callable[[object], object], given: object) -> Future[object]:
    future: Future[object] = Future()
    future.set_result(function(given))
    return future


@pytest.fixture
def home(home_as_told: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same to write to, as the home and the working folder of a user; articles are extracted in this process."""
    home = shutil.copytree(home_as_told, tmp_path / "home")
    for name in ("NEWSTIMELINE_LIBRARY", "NEWSTIMELINE_CONFIG", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(home)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    monkeypatch.setattr(Workers, "_start", done_here)  # one language model for all
    return home


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("line", [line for line in LINES if not is_left_out(line)])
def test_a_command_line_that_is_told_runs(line: str) -> None:
    assert run(line) == 0


@pytest.mark.parametrize("pattern", LEFT_OUT)
def test_what_is_left_out_is_told_somewhere(pattern: str) -> None:
    assert any(fnmatchcase(line, pattern) for line in LINES)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_commands_help_has_examples_and_the_programs_help_names_it(command: str) -> None:
    assert "examples:" in COMMANDS[command]().format_help()
    assert re.search(rf"\b{command}\b", whole_parser().format_help().partition("\ncommands:\n")[2])
