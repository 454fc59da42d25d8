from pathlib import Path

import pytest

from support.browser import Browser, browsing


def colours(browser: Browser) -> set[str]:
    """Every colour that the screen sends to the terminal."""
    styles = [segment.style for strip in browser.strips for segment in strip if segment.style]
    return {str(c) for style in styles for c in (style.color, style.bgcolor) if c and not c.is_default}


async def test_no_color_sends_no_colours_and_reverses_the_cursor(
    story_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with browsing(story_library) as browser:
        assert colours(browser) == set()
        reversed_text = "".join(
            segment.text for strip in browser.strips for segment in strip if segment.style and segment.style.reverse
        )
        assert "A spokesman is glad" in reversed_text


async def test_dark_is_the_beginning_and_a_key_makes_it_light(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        dark = colours(browser)
        assert browser.app.current_theme.dark
        await browser.press("D")
        assert not browser.app.current_theme.dark
        assert colours(browser) != dark
