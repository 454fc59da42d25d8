from pathlib import Path

import pytest

from newstimeline.browser.filter import Filter
from newstimeline.browser.saved_state import NEW, Remembered, dump, load, recall, remember
from newstimeline.browser.view_state import View
from newstimeline.query import Clock
from newstimeline.timeline.units import Unit
from support.browser import browsing


async def test_position_filter_zoom_and_theme_return(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("slash")
        await browser.type("orban")
        await browser.press("enter", "minus", "D", "g")
        title = browser.selected_title
    left = browser.app.remembered
    async with browsing(own_library, remembered=left) as browser:
        assert browser.selected_title == title
        assert browser.filter == "orban"
        assert browser.navigation.view.zoom is Unit.MONTH
        assert browser.app.theme == "newstimeline-light"
        assert "orban" in browser.text


async def test_whoever_left_at_the_latest_news_begins_at_the_latest_news(own_library: Path) -> None:
    async with browsing(own_library):
        pass
    async with browsing(own_library) as browser:
        await browser.press("k")
        elsewhere = browser.selected_title
    assert browser.app.remembered.view.event is not None
    async with browsing(own_library, remembered=browser.app.remembered) as browser:
        assert browser.selected_title == elsewhere
        await browser.press("j")
    assert browser.app.remembered == NEW


async def test_open_facets_return(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("f")
    async with browsing(own_library, remembered=browser.app.remembered) as browser:
        assert "Sources" in browser.text


def test_the_library_keeps_it(own_library: Path) -> None:
    left = Remembered(View(Filter("orban"), False, 7, Unit.YEAR, Clock.REPORTED), "textual-light", facets=True)
    remember(own_library, left)
    assert recall(own_library) == left
    assert load(dump(left)) == left


@pytest.mark.parametrize("text", ["", "[]", '{"query": 7}', dump(NEW).replace("DAY", "AEON")])
def test_what_is_not_understood_is_forgotten(text: str) -> None:
    assert load(text) == NEW
