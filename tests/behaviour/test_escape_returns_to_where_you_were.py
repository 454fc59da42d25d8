from pathlib import Path

from support.browser import browsing


async def test_leaving_the_search_brings_back_the_selection_and_the_list(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j", "j")
        before = browser.text
        await browser.press("slash")
        await browser.type("ferry")
        assert browser.selected_title != "Bo Ek warns the council"
        await browser.press("escape")
        assert browser.selected_title == "Bo Ek warns the council"
        assert browser.text == before


async def test_leaving_the_search_brings_back_the_filter_that_was_in_force(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash")
        await browser.type("ek")
        await browser.press("enter", "slash")
        await browser.type(" warns")
        assert "1 of 9 events" in browser.lines[0]
        await browser.press("escape")
        assert "2 of 9 events" in browser.lines[0]


async def test_escape_in_the_timeline_takes_the_filter_off_and_keeps_the_selection(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash")
        await browser.type("warns")
        await browser.press("enter", "escape")
        assert "9 events" in browser.lines[0]
        assert "of 9" not in browser.lines[0]
        assert browser.selected_title == "Bo Ek warns the council"
