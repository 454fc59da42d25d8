from pathlib import Path

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from newstimeline.app.widgets.timeline_list import TimelineList
from newstimeline.timeline.units import Unit
from support.browser import browsing


async def test_zooming_out_keeps_the_event_and_names_longer_units(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("k", "k", "k")
        title = browser.selected_title
        await browser.press("minus")
        assert browser.selected_title == title
        assert browser.navigation.view.zoom is Unit.MONTH
        assert "by month" in browser.lines[0]
        assert "  October 2025" in browser.text


async def test_zooming_there_and_back_returns(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        before, title = browser.text, browser.selected_title
        await browser.press("minus", "minus", "plus", "plus")
        assert browser.selected_title == title
        assert browser.lines[:4] == before.splitlines()[:4]


@pytest.mark.parametrize(
    ("keys", "reason"),
    [(["minus"] * 5, "Already at the widest zoom."), (["plus", "plus"], "Already at the closest zoom.")],
)
async def test_zooming_ends_with_a_reason(sample_library: Path, keys: list[str], reason: str) -> None:
    async with browsing(sample_library) as browser:
        await browser.press(*keys)
        assert reason in browser.text


async def test_zoomed_out_what_matters_most_is_shown_and_the_rest_opens_in_place(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("minus")
        assert "… and 4 more" in browser.text
        title = browser.selected_title
        while browser.main.query_one(TimelineList).more is None:
            await browser.press("j")
        await browser.press("enter")
        assert "… and 4 more" not in browser.text
        assert "… and 8 more" in browser.text
        await browser.press("G", "g")
        assert browser.selected_title != title


async def test_the_selected_event_is_shown_however_little_it_matters(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        for _ in range(12):
            await browser.press("k")
            title = browser.selected_title
            await browser.press("minus", "minus", "minus")
            assert browser.selected_title == title
            assert title[:20] in browser.text
            await browser.press("plus", "plus", "plus")


def wheel(kind: type[MouseScrollDown] | type[MouseScrollUp], timeline: TimelineList, *, ctrl: bool) -> None:
    down = 1 if kind is MouseScrollDown else -1
    timeline.post_message(kind(timeline, 1, 1, delta_x=0, delta_y=down, button=0, shift=False, meta=False, ctrl=ctrl))


async def test_the_wheel_zooms_with_ctrl_and_scrolls_without(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        timeline = browser.main.query_one(TimelineList)
        wheel(MouseScrollDown, timeline, ctrl=True)
        await browser.settle()
        assert "by month" in browser.lines[0]
        wheel(MouseScrollUp, timeline, ctrl=True)
        await browser.settle()
        assert "by month" not in browser.lines[0]
        top = timeline.scroll_offset.y
        wheel(MouseScrollUp, timeline, ctrl=False)
        await browser.settle()
        assert timeline.scroll_offset.y < top


async def test_zoomed_to_hours_the_strip_shows_the_days_around(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("plus")
        assert "Thu 6" in browser.lines[4]
        await browser.press("g")
        assert "Thu 6" not in browser.lines[4]
