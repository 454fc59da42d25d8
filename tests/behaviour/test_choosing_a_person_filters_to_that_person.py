from pathlib import Path

from support.browser import browsing


async def test_enter_on_a_person_in_the_panel_filters_across_articles(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j", "j", "j", "tab", "j", "enter")
        assert 'person:"Ada Lind"' in browser.text
        assert "2 of 9 events" in browser.lines[0]
        assert browser.selected_title == "Ada Lind says the harbour bridge will close"


async def test_a_click_on_a_person_does_the_same(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j")
        line = next(number for number, text in enumerate(browser.lines) if "Bo Ek 2" in text)
        await browser.pilot.click(offset=(browser.lines[line].index("Bo Ek 2") + 1, line))
        await browser.settle()
        assert 'person:"Bo Ek"' in browser.text
