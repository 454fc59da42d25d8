import subprocess
import sys
from datetime import date
from pathlib import Path

import pyte
import pytest

from newstimeline.app.glimpse import read_glimpse, with_today
from newstimeline.app.glimpsing import keep_glimpse
from newstimeline.app.ink import FIRST_STYLES, LAMP
from newstimeline.app.prepaint import screen_lines
from newstimeline.app.widgets.event_panel import EventPanel
from newstimeline.app.widgets.timeline_list import TimelineList
from newstimeline.app.widgets.title_bar import TitleBar
from newstimeline.when.calendar import MINUTES_A_DAY, moment_of
from support.browser import TODAY, browsing
from support.terminal import running

SIZES = [(40, 10), (69, 15), (70, 16), (80, 24), (121, 36), (123, 39), (159, 40), (161, 41), (200, 60), (333, 60)]


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


def test_keys_that_are_typed_before_the_browser_is_ready_are_kept(story_library: Path, tmp_path: Path) -> None:
    keep_glimpse(story_library, TODAY)
    with running("--library", str(story_library), home=tmp_path, size=(120, 30)) as terminal:
        terminal.wait_for_text("The bridge is built")
        terminal.press("g", "j", "j")
        terminal.wait_for_text("“the iron is tired.”")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert "gjj" not in terminal.text


def test_neither_textual_nor_numpy_is_loaded_for_it(story_library: Path) -> None:
    program = (
        "import newstimeline.cli.main, newstimeline.cli.browsing, newstimeline.app.prepaint, sys; print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"textual", "numpy", "spacy", "dateutil"} & set(loaded)
