import sys
from pathlib import Path

import pytest

from newstimeline.records import dump
from support.stories import story
from support.terminal import running

INSTALLED = Path(sys.executable).with_name("newstimeline")


def test_start_move_filter_read_and_leave(tmp_path: Path) -> None:
    with running(home=tmp_path, command=str(INSTALLED)) as terminal:
        terminal.wait_for_text("63 events")
        terminal.press("g")
        terminal.wait_for_text("1990s")
        terminal.press("/", "putin alaska")
        terminal.wait_for_text("of 63 events")
        terminal.press("enter")
        terminal.press("enter")
        terminal.wait_for_text("evidence  quote  name  time")
        terminal.press("escape")
        terminal.wait_for_text("of 63 events")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert b"\x1b[?1049l" in terminal.received, "the terminal was not given back"


def test_standard_input_is_read_while_the_keyboard_stays_with_the_browser(tmp_path: Path) -> None:
    source = tmp_path / "story.jsonl"
    source.write_text("\n".join(dump(extraction) for extraction in story()), encoding="utf-8")
    with running("-c", f"cat {source} | {INSTALLED} -", home=tmp_path, command="/bin/sh") as terminal:
        terminal.wait_for_text("9 events")
        terminal.press("/", "ferry")
        terminal.wait_for_text("2 of 9 events")
        terminal.press("escape")
        terminal.wait_for(lambda text: "of 9" not in text, "the filter to go")
        terminal.press("q")
        terminal.wait_for_text("Keep these")
        terminal.press("n")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)], ids=str)
def test_every_size_starts(tmp_path: Path, size: tuple[int, int]) -> None:
    with running(home=tmp_path, size=size) as terminal:
        terminal.wait_for_text("63 events")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
