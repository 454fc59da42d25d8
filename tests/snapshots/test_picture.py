"""The README's picture, drawn by the browser itself: `pytest --update-snapshots` draws it anew."""

import html
import re
from pathlib import Path

from support.browser import browsing

PICTURE = Path(__file__).parent / "browser.svg"


def words_of(svg: str) -> list[str]:
    """What the picture says, whatever Textual's template around it looks like."""
    return html.unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))).split()


async def test_the_picture_in_the_readme_shows_the_browser_as_it_is(
    sample_library: Path, update_snapshots: bool
) -> None:
    async with browsing(sample_library, (110, 32)) as browser:
        await browser.press("k", "k", "k")
        drawn = browser.app.export_screenshot(title="newstimeline")
    if update_snapshots:
        PICTURE.write_text(drawn, encoding="utf-8")
    assert words_of(drawn) == words_of(PICTURE.read_text(encoding="utf-8"))
