"""The exported page, by keyboard and on paper, in Chromium: nothing of it needs the network."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import cast

import pypdf

from support.chromium import Tab, needs_chromium, opened
from support.exports import OWN_STORY_TITLES

PAGE = (Path(__file__).parent / "html.html").as_uri()
_SEEN = "[...document.querySelectorAll('.event h3')].filter(one => one.checkVisibility()).map(one => one.innerText)"
_COUNT = "document.querySelector('.filter output').value"
_FOCUSED = "document.activeElement.innerText || document.activeElement.id"
_PATIENCE = 60
"""Seconds."""

pytestmark = needs_chromium


async def on_the_page(profile: Path, act: Callable[[Tab], Awaitable[None]]) -> None:
    """Do something on the page."""

    async def go_and_act() -> None:
        async with opened("about:blank", profile) as tab:
            await tab.go(PAGE)
            await act(tab)

    await asyncio.wait_for(go_and_act(), _PATIENCE)


async def titles(tab: Tab) -> list[str]:
    """The titles of the events that can be seen."""
    return cast("list[str]", await tab.value(_SEEN))


async def type_words(tab: Tab, words: str) -> None:
    for character in words:
        await tab.press(character)


async def test_typing_narrows_the_page_and_escape_widens_it(tmp_path: Path) -> None:
    async def act(tab: Tab) -> None:
        assert await titles(tab) == OWN_STORY_TITLES
        await type_words(tab, "/ferry lind")
        assert await titles(tab) == ["Ada Lind opens the new ferry"]
        assert await tab.value(_COUNT) == "1 of 8 events"
        await tab.press("Escape")
        assert await titles(tab) == OWN_STORY_TITLES

    await on_the_page(tmp_path, act)


async def test_tab_and_enter_reach_the_events_and_choose_a_person(tmp_path: Path) -> None:
    async def act(tab: Tab) -> None:
        focused = []
        for _ in range(4):
            await tab.press("Tab")
            focused.append(await tab.value(_FOCUSED))
        assert [focused[0], *focused[2:]] == ["Skip to the events", "filter", "Ada Lind 2"]  # the strip has no words
        await tab.press("Enter")
        assert await titles(tab) == [title for title in OWN_STORY_TITLES if title.startswith("Ada Lind")]

    await on_the_page(tmp_path, act)


async def test_nothing_is_asked_of_the_network(tmp_path: Path) -> None:
    async def act(tab: Tab) -> None:
        await type_words(tab, "/ferry")
        await tab.printed()
        assert tab.requests == [PAGE]

    await on_the_page(tmp_path, act)


async def test_a_screen_reader_is_told_what_is_what(tmp_path: Path) -> None:
    async def act(tab: Tab) -> None:
        tree = cast("list[dict[str, dict[str, str]]]", (await tab.ask("Accessibility.getFullAXTree"))["nodes"])
        told = [(node["role"]["value"], node["name"]["value"]) for node in tree if "name" in node and "role" in node]
        assert ("searchbox", "Filter") in told
        assert ("image", "7 dated events, Sun 1 January 1911 to Sat 31 August 2024") in told
        assert [name for role, name in told if role == "heading" and name in OWN_STORY_TITLES] == OWN_STORY_TITLES

    await on_the_page(tmp_path, act)


async def test_on_paper_stand_all_events_with_what_they_rest_on_and_no_filter(tmp_path: Path) -> None:
    async def act(tab: Tab) -> None:
        pages = pypdf.PdfReader(io.BytesIO(await tab.printed())).pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        assert [title for title in OWN_STORY_TITLES if title not in text] == []
        assert "A ferry once ran there" in text
        assert "Filter:" not in text

    await on_the_page(tmp_path, act)
