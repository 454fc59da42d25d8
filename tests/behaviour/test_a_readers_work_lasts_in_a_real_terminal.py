"""What a reader makes of events must last: over restarts, other extractions, two browsers at once, and kills."""

import json
import random
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newstimeline.cli import main
from newstimeline.library.library import Library
from newstimeline.query import IsOwn, Own
from newstimeline.sample import sample_path
from support.terminal import Terminal, running

LAST = "Donald Trump has Viktor Orban as a guest"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    assert main(["add", str(sample_path()), "--library", str(path)]) == 0
    return path


@contextmanager
def browsing(path: Path) -> Iterator[Terminal]:
    with running("--library", str(path), home=path.parent, size=(120, 36)) as terminal:
        terminal.wait_for_text("63 events")
        terminal.wait_for_text("^p palette")
        yield terminal


def leave(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_corrected_date_survives_a_restart_and_another_extraction_and_is_undone(path: Path, tmp_path: Path) -> None:
    with browsing(path) as terminal:
        terminal.press("e")
        terminal.wait_for_text("Enter changes")
        terminal.press("enter")
        terminal.wait_for_text("Enter done")
        terminal.press("\x01\x0b", "early december 2025", "enter")
        terminal.wait_for_text("Date set to about December 2025.")
        leave(terminal)
    # The next rules draw the evidence a little shorter and title the event otherwise.
    records = [json.loads(line) for line in sample_path().read_text(encoding="utf-8").splitlines()]
    for record in records:
        for event in record["events"]:
            if event["title"].startswith(LAST):
                event["title"] = "Orban visits"
                event["evidence"]["end"] -= 2
    newer = tmp_path / "newer.jsonl"
    newer.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert main(["add", "--again", str(newer), "--library", str(path)]) == 0
    with browsing(path) as terminal:
        terminal.wait_for_text("December 2025")
        terminal.wait_for_text("◆ Orban visits")
        terminal.press("u")
        terminal.wait_for_text("Undone: the date")
        terminal.wait_for(lambda text: "December 2025" not in text, "the date that was found")
        leave(terminal)


def test_two_people_made_one_take_every_event_along(path: Path) -> None:
    with browsing(path) as terminal:
        terminal.press("tab", "down", "enter")
        terminal.wait_for_text("person · 3 events")
        terminal.press("e")
        terminal.wait_for_text("same person as")
        terminal.press("down", "enter")
        terminal.wait_for_text("Enter done")
        terminal.press("Vladimir Putin", "enter")
        terminal.wait_for_text("Merged with Vladimir Putin.")
        terminal.wait_for_text("also Viktor Orban")
        terminal.press("F")
        terminal.wait_for_text("27 of 63 events")
        leave(terminal)


def test_changes_go_from_one_library_to_another(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with browsing(path) as terminal:
        terminal.press("c")
        terminal.wait_for_text("Confirmed “")
        leave(terminal)
    capsys.readouterr()
    assert main(["changes", "--json", "--library", str(path)]) == 0
    (tmp_path / "changes.jsonl").write_text(capsys.readouterr().out, encoding="utf-8")
    other = tmp_path / "other.sqlite"
    assert main(["add", str(sample_path()), "--library", str(other)]) == 0
    with browsing(other) as terminal:
        assert main(["changes", "--add", str(tmp_path / "changes.jsonl"), "--library", str(other)]) == 0
        terminal.wait_for_text(f"✓◐ {LAST}")
        leave(terminal)


def test_a_note_is_written_in_the_editor_and_the_terminal_comes_back(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    # An editor that leaves the terminal in a bad state.
    editor.write_text(
        '#!/bin/sh\nprintf "Ask\\nthem" > "$1"\nprintf "\\033[?1000h"\nstty -echo raw\n', encoding="utf-8"
    )
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("EDITOR", str(editor))
    with browsing(path) as terminal:
        terminal.press("A")
        terminal.wait_for_text("✎ Ask")
        terminal.press("c")
        terminal.wait_for_text("Confirmed “")
        leave(terminal)


def test_what_one_browser_marks_the_other_one_shows(path: Path) -> None:
    with browsing(path) as one, browsing(path) as other:
        one.press("m")
        one.wait_for_text("Marked “")
        other.wait_for_text(f"⚑  ◐ {LAST}")
        other.press("c")
        other.wait_for_text("Confirmed “")
        one.wait_for_text(f"⚑ ✓◐ {LAST}")
        leave(one)
        leave(other)


def test_a_kill_loses_nothing_that_the_screen_showed_as_done(path: Path) -> None:
    chance = random.Random(6)
    for number in range(3):
        with browsing(path) as terminal:
            terminal.press("a")
            terminal.wait_for_text("Enter done")
            terminal.press("\x01\x0b", f"note {number}", "enter")
            terminal.wait_for_text("Note saved.")
            # And now at some moment of a change that was not said to be kept.
            terminal.press("m")
            terminal.read_for(chance.random() * 0.05)
            terminal.child.kill(signal.SIGKILL)
        with Library(path) as library:
            assert library.integrity() == []
            (event,) = library.find(IsOwn(Own.NOTED)).ids()
            note = library.detail(int(event)).own
            assert f"note {number}" in [one.value for one in note]
