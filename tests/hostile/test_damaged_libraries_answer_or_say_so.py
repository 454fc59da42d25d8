"""A library that is damaged in any way answers, or one sentence says what is wrong and what can be done."""

from __future__ import annotations

import io
import random
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from newstimeline.changes.change import Kind, What
from newstimeline.cli import main
from newstimeline.library.errors import LibraryError
from newstimeline.library.filters import SavedFilter, save_filter
from newstimeline.library.library import Library
from newstimeline.library.new_change import Stamp, draft
from newstimeline.library.opened_library import open_for_reading
from newstimeline.library.writer import LibraryWriter
from newstimeline.records import dump
from support.browser import browsing
from support.damage import DAMAGES
from support.stories import make_library, story
from unit.builders import dated_events, harbour

COMMANDS = (
    ["list"], ["quotes"], ["people"], ["articles"], ["stats"], ["list", "--json"], ["person", "lind"],
    ["list", "bridge"], ["export", "events"], ["export", "html"], ["changes"], ["check"],
)  # fmt: skip
TYPED = "show\nquotes\nnext\narticle\nfilter bridge\nperson lind\nconfirm\nchanges\nundo\nquit\n"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with everything that one can have."""
    path = tmp_path_factory.mktemp("sound") / "library.sqlite"
    make_library(path, [*story(), harbour(), *(dated_events("2025", None, headline=f"Article {n}") for n in range(40))])
    with closing(open_for_reading(path)) as connection:
        made = [(What.TITLE, "Mine"), (What.NOTE, "Check."), (What.STATUS, "disputed")]
        stamps = [Stamp(f"change000{n}", "2025-11-08T10:00:00+00:00", "Ann") for n in range(len(made))]
        changes = [
            draft(connection, Kind.EVENT, 1, what, value, stamp)
            for (what, value), stamp in zip(made, stamps, strict=True)
        ]
    with LibraryWriter(path) as writer:
        writer.change(changes)
    save_filter(path, SavedFilter("mine", "lind"))
    return path


def said(path: Path, arguments: list[str], typed: str = "") -> tuple[int, str]:
    """The exit code of a command, and what it says on standard error."""
    out, err, before = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO(), sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(typed.encode()), "utf-8")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main([*arguments, "--library", str(path)])
    finally:
        sys.stdin = before
    return code, err.getvalue()


def damaged_copies(sound: Path, folder: Path, kind: str, how_many: int) -> Iterator[tuple[int, Path]]:
    for number in range(how_many):
        for old in folder.glob("library.sqlite*"):
            old.unlink()
        path = Path(shutil.copy(sound, folder / "library.sqlite"))
        DAMAGES[kind](path, random.Random(f"{kind} {number}"))
        yield number, path


def assert_answers(path: Path, new: Path) -> None:
    event = "2422794cb4e6377b4ccf0938"
    for arguments in (*COMMANDS, ["show", event], ["add", str(new)], ["list"]):
        code, err = said(path, arguments)
        assert code in (0, 1), (arguments, err)
        assert "should not" not in err, (arguments, err)
        assert all(line.startswith("newstimeline: ") or "Library:" in line for line in err.splitlines()), err
    code, err = said(path, ["--plain"], TYPED)
    assert "should not" not in err, err


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "new.jsonl"
    path.write_text(dump(dated_events("2020", headline="Another one")) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_library_answers_or_says_so(sound: Path, tmp_path: Path, new: Path, kind: str) -> None:
    for _, path in damaged_copies(sound, tmp_path, kind, 3):
        assert_answers(path, new)


@pytest.mark.slow
@pytest.mark.parametrize("kind", DAMAGES)
def test_many_damaged_libraries_answer_or_say_so(sound: Path, tmp_path: Path, new: Path, kind: str) -> None:
    for _, path in damaged_copies(sound, tmp_path, kind, 100):
        assert_answers(path, new)


def said_of(path: Path) -> str:
    """What the command line says of a library before it shows the browser; nothing where that opens."""
    try:
        Library(path).close()
    except LibraryError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("kind", ["overwritten", "rows"])
async def test_the_browser_opens_a_damaged_library_or_says_so(sound: Path, tmp_path: Path, kind: str) -> None:
    for _, path in damaged_copies(sound, tmp_path, kind, 2):
        if said := said_of(path):
            assert "check --salvage" in said
            continue
        async with browsing(path) as browser:
            assert browser.text.strip()
