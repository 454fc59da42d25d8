from pathlib import Path

from newstimeline.app.widgets.density_strip import DensityStrip
from support.browser import browsing


async def test_v_selects_from_one_event_to_another(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j", "j", "j", "v", "j")
        assert "from Mon 6 May 2024 on: v filters, Esc cancels" in browser.lines[0]
        assert "═" in browser.lines[3]
        await browser.press("v")
        assert "in:2024-05-06/2024-05-10" in browser.text
        assert "3 of 9 events" in browser.lines[0]
        assert "═" not in browser.lines[3]


async def test_escape_leaves_the_selection_and_nothing_else(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash", *"bridge", "enter", "g", "v", "j", "escape")
        assert "v filters" not in browser.lines[0]
        assert "bridge" in browser.lines[-2]


async def test_a_selection_joins_the_filter_that_is_in_force(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash", *"bridge", "enter", "G", "v", "v")
        assert browser.filter == "bridge in:2024-05-10"


async def test_an_event_without_a_date_begins_no_selection(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("G", "v")
        assert "This event has no date." in browser.lines[0]


async def test_dragging_over_the_strip_filters_to_that_time(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.pilot.mouse_down(DensityStrip, offset=(60, 1))
        await browser.pilot.hover(DensityStrip, offset=(118, 1))
        await browser.pilot.mouse_up(DensityStrip, offset=(118, 1))
        await browser.settle()
        assert "in:2024-0" in browser.text
        assert "The bridge is built" not in browser.text
