"""The README's pictures, drawn by the browser itself: `pytest --update-snapshots` draws them anew."""

import html
import re
from pathlib import Path

import pytest

from support.browser import browsing

KEYS = {"browser": ("k", "k", "k"), "article": ("k", "k", "k", "enter")}
"""By picture, the keys that lead there from the first screen."""


def words_of(svg: str) -> list[str]:
    """What the picture says, whatever Textual's template around it looks like."""
    return html.unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))).split()


@pytest.mark.parametrize("name", KEYS)
async def test_a_picture_in_the_readme_shows_the_browser_as_it_is(
    sample_library: Path, update_snapshots: bool, name: str
) -> None:
    picture = Path(__file__).parent / f"{name}.svg"
    async with browsing(sample_library, (110, 32)) as browser:
        await browser.press(*KEYS[name])
        drawn = browser.app.export_screenshot(title="newstimeline")
    if update_snapshots:
        picture.write_text(drawn, encoding="utf-8")
    assert words_of(drawn) == words_of(picture.read_text(encoding="utf-8"))
