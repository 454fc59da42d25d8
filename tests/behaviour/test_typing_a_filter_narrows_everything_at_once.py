from pathlib import Path

from support.browser import browsing


async def test_the_list_and_the_counts_narrow_while_one_types(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash")
        await browser.type("ferr")
        assert "2 of 9 events" in browser.lines[0]
        assert "Ada Lind opens the new ferry" in browser.text
        assert "Bo Ek" not in browser.text


async def test_the_strip_narrows_too(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        before = browser.lines[1:3]
        await browser.press("slash")
        await browser.type("person:ek")
        assert browser.lines[1:3] != before


async def test_enter_keeps_the_filter_and_returns_to_the_timeline(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash")
        await browser.type("ek")
        await browser.press("enter", "g", "j")
        assert "2 of 9 events" in browser.lines[0]
        assert browser.selected_title == "Bo Ek warns the council"


async def test_an_unfinished_query_means_something_already(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash")
        await browser.type('"harbour bri')
        assert "3 of 9 events" in browser.lines[0]


async def test_pasted_control_characters_do_not_reach_the_filter(story_library: Path) -> None:
    from textual.events import Paste

    from newstimeline.app.widgets.search_bar import FilterInput

    async with browsing(story_library) as browser:
        await browser.press("slash")
        browser.main.query_one(FilterInput).post_message(Paste("fer\x1b[2Jry\u202e"))
        await browser.settle()
        assert browser.main.query_one(FilterInput).value.isprintable()


async def test_a_filter_that_was_kept_can_be_refined(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash")
        await browser.type("ek")
        await browser.press("enter", "slash")
        await browser.type(" warns")
        assert "1 of 9 events" in browser.lines[0]
