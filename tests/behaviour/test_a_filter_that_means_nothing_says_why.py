from pathlib import Path

from support.browser import browsing


async def test_a_wrong_date_is_explained_under_the_filter(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash")
        await browser.type("in:gestern")
        assert "Not a date. Try 2025-11-07" in browser.text


async def test_the_explanation_goes_when_the_filter_means_something_again(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash")
        await browser.type("in:x")
        await browser.press("backspace")
        await browser.type("2024-03")
        assert "Not a date" not in browser.text
        assert "2 of 9 events" in browser.lines[0]


async def test_a_filter_that_matches_nothing_says_how_to_go_on(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash")
        await browser.type("zeppelin")
        assert "Nothing matches this filter. Esc clears it." in browser.text
        await browser.press("enter", "escape")
        assert "The works go on" in browser.text
