"""Articles that were only looked at are in no library: leaving the browser asks whether to keep them."""

from __future__ import annotations

import io
import os
import signal
import sqlite3
from pathlib import Path

import pytest

from newstimeline.browser.article_feed import Feed
from newstimeline.browser.keep_choice import KeepChoice, question
from newstimeline.cli import main
from newstimeline.cli.temporary_library import settle
from newstimeline.library.filters import SavedFilter, save_filter
from newstimeline.library.library import Library
from newstimeline.library.transfer import Holdings
from newstimeline.library.writer import LibraryWriter
from newstimeline.records import dump
from support.browser import browsing
from support.stories import make_library, story
from support.terminal import running


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """The story as a file of parsed events."""
    path = tmp_path / "story.jsonl"
    path.write_text("\n".join(dump(extraction) for extraction in story()), encoding="utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "own" / "library.sqlite"


def held(library: Path) -> int:
    if not library.exists():
        return 0
    with Library(library) as opened:
        return opened.totals()["article"]


class Typed(io.TextIOWrapper):
    """What somebody types, at a terminal or not."""

    def __init__(self, text: str, *, at_terminal: bool = False) -> None:
        super().__init__(io.BytesIO(text.encode()))
        self._at_terminal = at_terminal

    def isatty(self) -> bool:
        return self._at_terminal


@pytest.mark.parametrize(
    ("unkept", "asked"),
    [
        (Holdings(12, 0, 0), "Keep these 12 articles in your library?"),
        (Holdings(1, 1, 0), "Keep this article and your change in your library?"),
        (Holdings(1200, 3, 1), "Keep these 1,200 articles, your 3 changes and your saved filter in your library?"),
        (Holdings(0, 0, 2), "Keep your 2 saved filters in your library?"),
    ],
)
def test_the_question_says_what_it_is_about(unkept: Holdings, asked: str) -> None:
    assert question(unkept) == asked


@pytest.mark.parametrize(
    ("key", "choice", "ends"),
    [("y", KeepChoice.KEEP, True), ("n", KeepChoice.DISCARD, True), ("escape", KeepChoice.NOT_MADE, False)],
)
async def test_a_key_answers_it(story_library: Path, library: Path, key: str, choice: KeepChoice, ends: bool) -> None:
    async with browsing(story_library, own_library=library) as browser:
        await browser.press("q")
        await browser.see("in your library?")
        await browser.see("y keep · n discard · Esc cancel")
        await browser.pilot.press(key)
        await browser.pilot.pause()
        assert browser.app.choice is choice
        assert browser.app._exit is ends


async def test_leaving_asks_nothing_where_the_library_has_all_of_it(story_library: Path, library: Path) -> None:
    library.parent.mkdir()
    make_library(library, story())
    async with browsing(story_library, own_library=library) as browser:
        await browser.pilot.press("q")
        await browser.pilot.pause()
        assert browser.app._exit


async def test_what_has_been_read_so_far_is_asked_about(tmp_path: Path, library: Path) -> None:
    scratch = make_library(tmp_path / "scratch.sqlite", story())
    standard_input, still_open = os.pipe()
    async with browsing(scratch, feed=Feed(["-"], scratch, standard_input), own_library=library) as browser:
        await browser.pilot.press("q")
        await browser.see("Reading has not finished")
    os.close(standard_input)
    os.close(still_open)


def test_in_a_real_terminal_what_is_kept_is_there_at_the_next_start(
    articles: Path, library: Path, tmp_path: Path
) -> None:
    with running("--library", str(library), str(articles), home=tmp_path) as terminal:
        terminal.wait_for_text("9 events")
        terminal.press("m", "q")
        terminal.wait_for_text("and your change in your library?")
        terminal.press("y")
        assert terminal.wait_for_end() == 0
        assert "kept these" in terminal.text
    with Library(library) as opened:
        assert opened.totals()["event"] == 9
        assert len(opened.own.marked_events()) == 1


def test_a_closed_window_keeps_what_the_reader_has_made(articles: Path, library: Path, tmp_path: Path) -> None:
    with running("--library", str(library), str(articles), home=tmp_path) as terminal:
        terminal.wait_for_text("9 events")
        terminal.press("m")
        terminal.wait_for_text("Marked “")
        terminal.child.kill(signal.SIGHUP)
        assert terminal.wait_for_end() == 0
    assert held(library) == 1
    with Library(library) as opened:
        assert len(opened.own.marked_events()) == 1


@pytest.mark.parametrize("arguments", [[], ["--plain"]])
def test_a_flag_keeps_without_asking(
    articles: Path,
    library: Path,
    arguments: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", Typed("quit\n"))
    assert main(["--library", str(library), "--keep", *arguments, str(articles)]) == 0
    assert "in your library?" not in capsys.readouterr().out
    assert held(library) == len(list(story()))


def test_a_flag_without_articles_says_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--keep"]) == 2
    assert "newstimeline --keep FOLDER" in capsys.readouterr().err


def test_what_is_only_printed_is_not_kept(articles: Path, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(library), str(articles)]) == 0
    assert "kept" not in capsys.readouterr().err
    assert not library.exists()


@pytest.mark.parametrize(("answers", "is_kept"), [("well\nyes\n", True), ("n\n", False), ("", False)])
def test_plain_lines_ask_too(
    articles: Path,
    library: Path,
    answers: str,
    is_kept: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", Typed(f"quit\n{answers}", at_terminal=True))
    assert main(["--library", str(library), "--plain", str(articles)]) == 0
    assert "in your library? Yes or no: " in capsys.readouterr().out
    assert (held(library) > 0) is is_kept


def test_a_note_in_plain_lines_is_kept_though_nobody_answers(
    articles: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Typed("note worth a call\n"))
    assert main(["--library", str(library), "--plain", str(articles)]) == 0
    assert held(library) == 1


def test_where_keeping_fails_it_is_said_where_everything_is(
    story_library: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library.parent.mkdir()
    LibraryWriter(library).close()
    with sqlite3.connect(library) as connection:
        connection.execute("CREATE TRIGGER no BEFORE INSERT ON article BEGIN SELECT RAISE(FAIL, 'readonly'); END")
    connection.close()
    settle(story_library, library, KeepChoice.KEEP)
    said = capsys.readouterr().err
    assert "read-only" in said
    (elsewhere,) = library.parent.glob("unkept-*.sqlite")
    assert str(elsewhere) in said.replace("\n", "")
    assert held(elsewhere) == held(story_library)


def test_a_saved_filter_is_the_readers_own_work(story_library: Path, library: Path, tmp_path: Path) -> None:
    scratch = make_library(tmp_path / "scratch.sqlite", story())
    save_filter(scratch, SavedFilter("Ferries", "ferry"))
    settle(scratch, library, KeepChoice.NOT_MADE)
    with Library(library) as opened:
        assert [saved.name for saved in opened.own.filters().saved] == ["Ferries"]
