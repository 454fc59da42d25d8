import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from support.browser import browsing
from support.stories import make_library, story
from support.terminal import running


def damaged(path: Path) -> Path:
    """A library whose table of the events' quotes is junk: it opens, and no event can be read."""
    with closing(sqlite3.connect(make_library(path, story()))) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'event_quote'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xa5" * size
    path.write_bytes(data)
    return path


async def test_a_damaged_library_is_said_where_the_timeline_would_be(tmp_path: Path) -> None:
    async with browsing(damaged(tmp_path / "library.sqlite")) as browser:
        assert "is damaged" in " ".join(browser.text.split())


@pytest.mark.parametrize("kind", ["a text", "a folder", "nothing"])
def test_what_is_no_library_is_said_in_one_line_before_the_browser_opens(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "it"
    if kind == "a text":
        path.write_text("some notes", encoding="utf-8")
    elif kind == "a folder":
        path.mkdir()
    with running("--library", str(path), home=tmp_path) as terminal:
        assert terminal.wait_for_end() == 1
    lines = terminal.received.decode().strip().splitlines()
    assert lines[0].startswith("newstimeline: ")
    assert "Traceback" not in terminal.text
