from pathlib import Path

import pytest

from newstimeline.app.ascii_filter import in_ascii
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


async def test_the_terminals_own_colours_are_used_where_it_has_no_others(
    story_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.delenv("COLORTERM", raising=False)
    async with browsing(story_library) as browser:
        styles = [segment.style for strip in browser.strips for segment in strip if segment.style]
        used = {c for style in styles for c in (style.color, style.bgcolor) if c}
        assert all(colour.number is not None and colour.number < 16 for colour in used if not colour.is_default)
        reversed_text = "".join(
            segment.text for strip in browser.strips for segment in strip if segment.style and segment.style.reverse
        )
        assert "A spokesman is glad" in reversed_text


async def test_a_screen_of_ascii_has_nothing_else(story_library: Path) -> None:
    async with browsing(story_library, plain_signs=True) as browser:
        for keys in (("f",), ("escape", "enter"), ("escape", "question_mark")):
            await browser.press(*keys)
            assert "".join(strip.text for strip in browser.strips).isascii()


def test_a_character_keeps_its_width_in_ascii() -> None:
    assert [in_ascii(text) for text in ("●◆⚑", "é漢字", "“…”")] == ["*#^", "e????", '"~"']
