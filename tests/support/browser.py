"""A browser to drive in tests: keys in, the text of the screen out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import textual._wait
from textual.pilot import Pilot
from textual.strip import Strip

from newstimeline.app.app import TimelineApp
from newstimeline.app.browse_parts.navigation import Navigation
from newstimeline.app.browse_screen import BrowseScreen
from newstimeline.app.commands import COMMANDS
from newstimeline.app.keymaps import keymap_of
from newstimeline.app.widgets.timeline_list import TimelineList
from newstimeline.app.widgets.title_bar import TitleBar
from newstimeline.browser.article_feed import Feed
from newstimeline.browser.saved_state import NEW, Remembered
from newstimeline.settings import Settings
from newstimeline.startup.glimpse import Glimpse
from support.style_sheets import style_sheets_parsed_once

TODAY = date(2024, 6, 1)
_PATIENCE = 30
"""Seconds until a browser that does not come to rest fails the test."""
textual._wait.SLEEP_GRANULARITY = 1 / 500
"""Seconds between a pilot's looks whether the browser rests: Textual's own 1/50 is half the time of all tests."""
textual._wait.SLEEP_IDLE = textual._wait.SLEEP_GRANULARITY / 2


class Browser:
    """The running browser."""

    def __init__(self, app: TimelineApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def main(self) -> BrowseScreen:
        """The main screen, whatever lies over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, BrowseScreen))

    @property
    def navigation(self) -> Navigation:
        """Where the reader is."""
        return self.main.navigation

    @property
    def filter(self) -> str:
        """The text of the filter in force."""
        return self.navigation.view.filter.text

    async def settle(self) -> None:
        """Wait until every question is answered and drawn."""

        async def rest() -> None:
            await self.pilot.pause()
            while not self.main.idle:
                await self.pilot.pause()
            await self.pilot.pause()

        await asyncio.wait_for(rest(), _PATIENCE)

    async def see(self, words: str) -> None:
        """Wait until words are on the screen, where Textual shows them in its own time."""

        async def shown() -> None:
            while words not in self.text:
                await self.pilot.pause()

        await asyncio.wait_for(shown(), _PATIENCE)

    async def press(self, *keys: str) -> None:
        """Press keys and wait for what follows."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*("space" if ch == " " else ch for ch in text))

    @property
    def strips(self) -> list[Strip]:
        """The screen's lines with the styles that the terminal is sent."""
        strips = self.app.screen._compositor.render_strips()
        background = self.app.screen.background_colors[1]
        for line_filter in (one for one in self.app._filters if one.enabled):
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return strips

    @property
    def lines(self) -> list[str]:
        """The screen's lines, without spaces at their ends."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def said(self) -> str:
        """What the first line says of what was just done."""
        return self.app.screen.query_one(TitleBar)._note

    @property
    def notices(self) -> list[str]:
        """What is said in boxes over the screen."""
        return [notice.message for notice in self.app._notifications]

    async def write(self, text: str) -> None:
        """Put a text in place of what a line to type in says, and mean it."""
        await self.press("ctrl+a", "ctrl+k")
        await self.type(text)
        await self.press("enter")

    @property
    def selected_title(self) -> str:
        """The title of the selected event."""
        timeline = self.main.query_one(TimelineList)
        assert timeline.selected is not None
        return self.main._library.detail(timeline.selected).title

    def line_with(self, words: str) -> int:
        """The number of the screen's first line with these words."""
        return next(number for number, line in enumerate(self.lines) if words in line)


@asynccontextmanager
async def browsing(
    library: Path,
    size: tuple[int, int] = (120, 36),
    feed: Feed | None = None,
    today: date = TODAY,
    settings: Settings | None = None,
    remembered: Remembered = NEW,
    glimpse: Glimpse | None = None,
    *,
    own_library: Path | None = None,
    plain_signs: bool = False,
) -> AsyncIterator[Browser]:
    """Open the browser on a library, on a screen of columns and lines."""
    keymap = keymap_of(settings or Settings(), COMMANDS)
    app = TimelineApp(
        library,
        "story",
        feed,
        today=lambda: today,
        keymap=keymap,
        reader=lambda: "Ann",
        remembered=remembered,
        glimpse=glimpse,
        own_library=own_library,
        plain_signs=plain_signs,
    )
    with style_sheets_parsed_once():
        async with app.run_test(size=size) as pilot:
            browser = Browser(app, pilot)
            await pilot.pause()
            if feed is None and glimpse is None:
                await browser.settle()
            yield browser
