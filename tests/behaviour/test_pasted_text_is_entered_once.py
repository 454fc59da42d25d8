"""What is pasted goes into the field at hand: once, on one line and without anything that steers a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste

from newstimeline.app.widgets.clean_input import CleanInput
from newstimeline.app.widgets.search_bar import FilterInput
from support.browser import Browser, browsing
from support.terminal import running


async def paste(browser: Browser, text: str) -> str:
    """Paste as a terminal does that brackets what it pastes; returns what the field then says."""
    field = browser.app.screen.focused
    assert isinstance(field, CleanInput)
    browser.app.post_message(Paste(text))
    await browser.settle()
    return field.value


@pytest.mark.parametrize(
    "keys",
    [["slash"], ["colon"], ["a"], ["number_sign"], ["slash", "h", "enter", "S"]],
    ids=["filter", "date", "note", "tags", "name of a filter"],
)
async def test_a_field_takes_it_once(own_library: Path, keys: list[str]) -> None:
    async with browsing(own_library) as browser:
        await browser.press(*keys, "ctrl+a", "ctrl+k")
        assert await paste(browser, "ferry") == "ferry"


async def test_it_stands_at_the_cursor_and_takes_the_place_of_what_is_selected(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash")
        await browser.type("old bridge")
        await browser.press("home")
        assert await paste(browser, "the ") == "the old bridge"
        browser.main.query_one(FilterInput).select_all()
        assert await paste(browser, "harbour") == "harbour"


@pytest.mark.parametrize(
    ("pasted", "entered"),
    [
        ("harbour\r\nbridge\n", "harbour bridge"),
        ("\n\nharbour\n", "harbour"),
        ("fer\x1b[2Jry\u202e", "ferry"),
        ("fer\x00r\x07y\tboat", "ferry boat"),
        ("\n", ""),
    ],
)
async def test_it_becomes_one_clean_line(story_library: Path, pasted: str, entered: str) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash")
        assert await paste(browser, pasted) == entered


def test_a_real_terminal_pastes_once(own_library: Path, tmp_path: Path) -> None:
    with running("--library", str(own_library), home=tmp_path) as terminal:
        terminal.wait_for_text("Enter article")
        terminal.press("/")
        terminal.wait_for_text("words,")
        terminal.press("\x1b[200~climate\nsummit\x1b[201~", "!")
        assert "climate summitclimate" not in terminal.wait_for_text("climate summit!")
