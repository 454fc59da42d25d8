"""The main screens, in colour and without. After a change that is meant, look at them: `pytest --update-snapshots`."""

from pathlib import Path

import pytest

from support.browser import browsing
from support.snapshots import check_snapshot, styles_of

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
async def test_screen(
    sample_library: Path,
    size: tuple[int, int],
    screen: str,
    update_snapshots: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text, colour = await shown(sample_library, size, screen, "in colour")
    monkeypatch.setenv("NO_COLOR", "1")
    same_text, monochrome = await shown(sample_library, size, screen, "with NO_COLOR")
    assert all(len(line) <= size[0] for line in text.splitlines())
    assert same_text == text
    check_snapshot(f"{screen}-{size[0]}x{size[1]}", f"{text}\n{colour}\n{monochrome}", update=update_snapshots)


async def shown(library: Path, size: tuple[int, int], screen: str, title: str) -> tuple[str, str]:
    """What a screen says, and its styles."""
    async with browsing(library, size) as browser:
        if SCREENS[screen]:
            await browser.press(*SCREENS[screen])
        return browser.text, styles_of(browser.strips, title)
