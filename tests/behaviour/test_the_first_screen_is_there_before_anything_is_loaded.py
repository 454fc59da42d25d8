import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pyte
import pytest

from newstimeline.app import browse_screen
from newstimeline.app.widgets.event_panel import EventPanel
from newstimeline.app.widgets.timeline_list import TimelineList
from newstimeline.app.widgets.title_bar import TitleBar
from newstimeline.browser.palette import FIRST_STYLES, LAMP
from newstimeline.library.writer import LibraryWriter
from newstimeline.startup import painted_start
from newstimeline.startup.glimpse import glimpse_of_today, read_glimpse, with_today
from newstimeline.startup.glimpse_store import keep_glimpse
from newstimeline.startup.screen_painter import screen_lines
from newstimeline.when.calendar import MINUTES_A_DAY, moment_of
from support.browser import TODAY, browsing
from support.terminal import running
from unit.builders import dated_events

SIZES = [(40, 10), (69, 15), (70, 16), (80, 24), (121, 36), (123, 39), (159, 40), (161, 41), (200, 60), (333, 60)]


@pytest.fixture
def library(story_library: Path, tmp_path: Path) -> Path:
    """A copy that a test may write to."""
    with closing(sqlite3.connect(story_library)) as there, closing(sqlite3.connect(tmp_path / "own.sqlite")) as here:
        there.backup(here)
    return tmp_path / "own.sqlite"


def painted(library: Path, size: tuple[int, int], today: date) -> list[str]:
    keep_glimpse(library, TODAY)
    glimpse = read_glimpse(library)
    assert glimpse
    screen = pyte.Screen(*size)
    lines = screen_lines(with_today(glimpse, moment_of(today) + MINUTES_A_DAY), "story", *size)
    pyte.Stream(screen).feed("".join(lines))
    return [line.rstrip() for line in screen.display]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("sample", [True, False], ids=["sample", "story"])
async def test_it_is_as_the_browser_then_draws_it(
    sample_library: Path, story_library: Path, size: tuple[int, int], sample: bool
) -> None:
    library = sample_library if sample else story_library
    first = painted(library, size, TODAY)
    async with browsing(library, size=size) as browser:
        timeline = browser.main.query_one(TimelineList).region
        assert first[0] == browser.lines[0]
        for line in range(timeline.y, timeline.bottom):
            there = browser.lines[line][: timeline.width - 1].rstrip()
            assert first[line][: timeline.width].rstrip() == there


async def test_its_colours_are_those_of_the_theme_that_a_start_has(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        timeline = browser.main.query_one(TimelineList)
        for name, (ink, paper, bold) in FIRST_STYLES.items():
            style = timeline.piece_style(name)
            hues = tuple(hue.triplet.hex if hue and hue.triplet else None for hue in (style.color, style.bgcolor))
            assert (name, *hues, bool(style.bold)) == (name, ink, paper, bold)
        for widget, paper in ((TitleBar, "panel"), (TimelineList, "background"), (EventPanel, "surface")):
            ground = browser.main.query_one(widget).rich_style.bgcolor
            assert ground
            assert ground.triplet
            assert ground.triplet.hex == LAMP[paper]


def test_keys_that_are_typed_before_the_browser_is_ready_are_kept(library: Path, tmp_path: Path) -> None:
    keep_glimpse(library, TODAY)
    with running("--library", str(library), home=tmp_path, size=(120, 30)) as terminal:
        terminal.wait_for_text("The bridge is built")
        terminal.press("g", "j", "j")
        terminal.wait_for_text("“the iron is tired.”")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert "gjj" not in terminal.text


@pytest.mark.parametrize("keys", ["jj", "jjG", "jj-", "jj/iron"])
async def test_keys_act_on_it_before_the_library_has_answered(
    library: Path, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    keep_glimpse(library, TODAY)
    glimpse = glimpse_of_today(library, TODAY)
    async with browsing(library) as usual:
        await usual.type(keys)
        await usual.settle()
        wanted = usual.lines
    monkeypatch.setattr(browse_screen, "_FIRST_KEYS", 3600)  # or else a slow machine has the answer before the keys
    async with browsing(library, glimpse=glimpse) as browser:
        assert browser.navigation.answer is None
        await browser.pilot.press(*keys)
        browser.main.attend()
        await browser.settle()
        assert browser.lines == wanted


def drawn_early(
    library: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int] = (80, 24), arguments: list[str] | None = None
) -> bool:
    monkeypatch.setattr(painted_start, "can_paint", lambda: True)
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size(size))
    return painted_start.early_screen(["--library", str(library)] if arguments is None else arguments) is not None


def test_it_is_kept_as_it_is_drawn_for_the_sizes_that_terminals_had(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_glimpse(library, date.today(), (80, 24))
    assert drawn_early(library, monkeypatch)
    assert not drawn_early(library, monkeypatch, (81, 24))
    keep_glimpse(library, date.today(), (81, 24))
    assert drawn_early(library, monkeypatch, (81, 24))
    assert drawn_early(library, monkeypatch, (80, 24))


def test_it_is_drawn_anew_once_the_library_has_other_events(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_glimpse(library, date.today(), (80, 24))
    with LibraryWriter(library) as writer:
        writer.add([(dated_events("2026-01-01", headline="Later"), None)])
    assert not drawn_early(library, monkeypatch)
    keep_glimpse(library, date.today())
    assert drawn_early(library, monkeypatch)


def test_it_is_another_one_on_the_day_when_what_was_to_come_has_begun(library: Path) -> None:
    keep_glimpse(library, date(2024, 5, 9), (80, 24))
    with closing(sqlite3.connect(library)) as connection:
        day, until = connection.execute("SELECT day, until FROM painted").fetchone()
    assert (day, until) == ("2024-05-09", "2024-05-10")


@pytest.mark.parametrize("arguments", [["list"], ["--zoom", "year"], ["article.txt"], ["--help"], ["--library"]])
def test_a_start_that_asks_for_more_has_none(
    library: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    keep_glimpse(library, date.today(), (80, 24))
    assert not drawn_early(library, monkeypatch, arguments=arguments)


def test_a_start_that_fails_gives_the_screen_back(library: Path, tmp_path: Path) -> None:
    keep_glimpse(library, date.today(), (100, 30))
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "newstimeline").mkdir()
    (tmp_path / "config" / "newstimeline" / "config.toml").write_text("keymap = 7\n", encoding="utf-8")
    with running("--library", str(library), home=tmp_path) as terminal:
        assert terminal.wait_for_end() == 2
        assert "keymap" in terminal.text


def test_neither_textual_nor_numpy_is_loaded_for_it(story_library: Path) -> None:
    program = (
        "import newstimeline.cli.main, newstimeline.cli.browse_command, newstimeline.startup.screen_painter, sys\n"
        "print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"textual", "numpy", "spacy", "dateutil"} & set(loaded)


def test_as_it_was_drawn_it_needs_sqlite_alone(story_library: Path) -> None:
    program = "import sys; before = set(sys.modules); import newstimeline.cli.main; print(*set(sys.modules) - before)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    ours = {name for name in loaded if name.startswith("newstimeline.")}
    expected = ("startup", "startup.painted_start", "cli", "cli.main", "streams")
    assert ours == {f"newstimeline.{name}" for name in expected}
    assert not {"argparse", "dataclasses", "inspect", "json", "pathlib"} & set(loaded)
