from pathlib import Path

from newstimeline.app.widgets.article_text import ArticleAside
from support.browser import Browser, browsing


def aside(browser: Browser) -> str:
    left = browser.main.query_one(ArticleAside).region.x + 1
    return " ".join(" ".join(line[left:].split()) for line in browser.lines)


async def test_the_article_of_the_selected_event_stands_on_the_right(story_library: Path) -> None:
    async with browsing(story_library, size=(200, 40)) as browser:
        await browser.press("g", "j")
        assert "The engineer Bo Ek inspected it in March" in aside(browser)
        await browser.press("G", "k")
        assert "The works will last from June to August." in aside(browser)


async def test_a_usual_screen_has_no_room_for_it(story_library: Path) -> None:
    async with browsing(story_library, size=(159, 40)) as browser:
        assert not browser.main.query_one(ArticleAside).display


async def test_it_comes_when_the_screen_becomes_wide(story_library: Path) -> None:
    async with browsing(story_library, size=(120, 40)) as browser:
        await browser.press("g", "j")
        await browser.pilot.resize_terminal(200, 40)
        await browser.see("The engineer")
        assert "The engineer Bo Ek inspected it in March" in aside(browser)
