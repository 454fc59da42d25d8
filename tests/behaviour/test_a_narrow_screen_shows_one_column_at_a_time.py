from pathlib import Path

from support.browser import browsing


async def test_tab_changes_between_the_list_and_the_panel(story_library: Path) -> None:
    async with browsing(story_library, size=(40, 24)) as browser:
        assert "Source" not in browser.text
        await browser.press("tab")
        assert "Source" in browser.text
        assert "A ferry runs" not in browser.text
        await browser.press("tab")
        assert "A ferry runs" in browser.text


async def test_forty_by_ten_is_readable(story_library: Path) -> None:
    async with browsing(story_library, size=(40, 10)) as browser:
        assert "The works go on" in browser.text
        assert "9 events" in browser.lines[0]
        assert all(len(line) <= 40 for line in browser.lines)
