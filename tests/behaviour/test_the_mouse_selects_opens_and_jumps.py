from pathlib import Path

from newstimeline.app.widgets.density_strip import DensityStrip
from support.browser import browsing


async def test_a_click_selects_and_a_double_click_opens(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        line = browser.line_with("Bo Ek warns")
        await browser.pilot.click(offset=(20, line))
        await browser.settle()
        assert browser.selected_title == "Bo Ek warns the council"
        await browser.pilot.click(offset=(20, line), times=2)
        await browser.settle()
        assert "told the council that" in browser.text


async def test_a_click_on_the_strip_goes_to_that_time(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.pilot.click(DensityStrip, offset=(0, 1))
        await browser.settle()
        assert browser.selected_title == "The bridge is built"
