import os
import sys
from pathlib import Path

import pytest

from support.browser import browsing
from support.terminal import running


@pytest.mark.skipif(os.name != "posix", reason="job control is POSIX's")
def test_ctrl_z_gives_the_terminal_back_until_fg(story_library: Path, tmp_path: Path) -> None:
    with running("--norc", "-i", home=tmp_path, command="bash") as terminal:
        terminal.press(f"PS1='ready> '; {sys.executable} -m newstimeline --library {story_library}\r")
        terminal.wait_for_text("9 events")
        terminal.press("\x1a")
        terminal.wait_for_text("Stopped")
        terminal.press("fg\r")
        terminal.wait_for(lambda text: "9 events" in text and "Stopped" not in text, "the browser")
        terminal.press("/ferry")
        terminal.wait_for_text("of 9 events")


async def test_where_there_is_no_shell_it_is_said(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("ctrl+z")
        assert any("no shell to go back to" in notice for notice in browser.notices)
