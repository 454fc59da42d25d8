from pathlib import Path

import pytest

from newstimeline.app.widgets.timeline_list import TimelineList
from support.browser import browsing


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (["g"], "The bridge is built"),
        (["home"], "The bridge is built"),
        (["G"], "A ferry runs in the harbour"),
        (["end"], "A ferry runs in the harbour"),
        (["g", "j"], "Bo Ek inspects the bridge"),
        (["g", "down", "down"], "Bo Ek warns the council"),
        (["G", "k"], "The works go on"),
        (["G", "up", "up"], "A spokesman is glad"),
        (["g", "pagedown"], "A ferry runs in the harbour"),
        (["G", "pageup"], "The bridge is built"),
        (["g", "k"], "The bridge is built"),
    ],
)
async def test_keys_move_through_the_timeline(story_library: Path, keys: list[str], title: str) -> None:
    async with browsing(story_library) as browser:
        await browser.press(*keys)
        assert browser.selected_title == title


async def test_pages_are_as_long_as_the_screen(story_library: Path) -> None:
    async with browsing(story_library, size=(80, 12)) as browser:
        await browser.press("g", "pagedown")
        assert browser.selected_title not in ("The bridge is built", "A ferry runs in the harbour")


async def test_the_browser_opens_at_the_latest_news_and_not_in_its_future(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        assert browser.selected_title == "A spokesman is glad"


async def test_an_answer_that_comes_while_the_cursor_moves_leaves_it_where_it_is(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g")
        answer = browser.main.navigation.answer
        assert answer
        timeline = browser.main.query_one(TimelineList)
        timeline.action_move(1)
        browser.main.show_answer(answer)
        timeline.action_move(1)
        await browser.settle()
        assert browser.selected_title == "Bo Ek warns the council"
