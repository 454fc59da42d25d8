"""The main screens as text. After a change that is meant: look at the screen, then `pytest --update-snapshots`."""

from pathlib import Path

import pytest

from support.browser import browsing
from support.snapshots import check_snapshot

SIZES = [(40, 10), (80, 24), (120, 36), (200, 60)]
SCREENS = {
    "first": [],
    "quotes": ["k", "k", "k"],
    "article": ["k", "k", "k", "enter"],
    "filter": ["slash", *"alaska"],
    "facets": ["f"],
    "person": ["k", "k", "k", "tab", "down", "down", "enter"],
    "said": ["quotation_mark"],
    "lanes": ["L"],
    "help": ["question_mark"],
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", SCREENS)
async def test_screen(sample_library: Path, size: tuple[int, int], screen: str, update_snapshots: bool) -> None:
    async with browsing(sample_library, size) as browser:
        if SCREENS[screen]:
            await browser.press(*SCREENS[screen])
        assert all(len(line) <= size[0] for line in browser.lines)
        check_snapshot(f"{screen}-{size[0]}x{size[1]}", browser.text, update=update_snapshots)
