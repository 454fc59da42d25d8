import sqlite3
from pathlib import Path

import pytest

from newstimeline.library.filters import SavedFilter, save_filter
from support.browser import Browser, browsing


async def save(browser: Browser, query: str, name: str) -> None:
    await browser.press("slash")
    await browser.type(query)
    await browser.press("enter", "S")
    await browser.type(name)
    await browser.press("enter")


async def test_a_filter_with_a_name_is_there_at_the_next_start(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await save(browser, "person:orban", "the host")
        assert browser.notices == ["Saved filter “the host”."]
    async with browsing(own_library) as browser:
        await browser.press("f", "enter")
        assert browser.filter == "person:orban"


async def test_the_palette_has_it(own_library: Path) -> None:
    save_filter(own_library, SavedFilter("[red]host", "person:orban"))
    async with browsing(own_library) as browser:
        await browser.press("enter", "ctrl+p")
        await browser.type("red]host")
        await browser.see("Filter [red]host")
        await browser.press("enter")
        assert browser.filter == "person:orban"


async def test_minus_excludes_what_it_means(own_library: Path) -> None:
    save_filter(own_library, SavedFilter("the host", "orban OR rubio"))
    async with browsing(own_library) as browser:
        await browser.press("f", "minus")
        assert browser.filter == "-(orban OR rubio)"


async def test_delete_forgets_it(own_library: Path) -> None:
    save_filter(own_library, SavedFilter("the host", "person:orban"))
    async with browsing(own_library) as browser:
        await browser.press("f", "delete")
        assert browser.notices == ["Deleted filter “the host”."]
        assert "Saved" not in browser.text


async def test_a_name_that_is_taken_says_what_it_replaces(own_library: Path) -> None:
    save_filter(own_library, SavedFilter("Host", "person:orban"))
    async with browsing(own_library) as browser:
        await browser.press("slash", *"rubio", "enter", "S", *"host")
        assert "replaces person:orban" in browser.text
        await browser.press("escape", "f")
        assert "Host  person:orban" in browser.text


@pytest.mark.parametrize(
    ("query", "reason"), [("", "no filter to save: type one after /"), ("basis:nonsense", "correct it first")]
)
async def test_what_means_nothing_is_not_saved(own_library: Path, query: str, reason: str) -> None:
    async with browsing(own_library) as browser:
        await browser.press("slash")
        await browser.type(query)
        await browser.press("enter", "S")
        assert reason in browser.text


async def test_a_library_that_can_not_be_written_says_so(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        connection = sqlite3.connect(own_library)
        connection.execute("CREATE TRIGGER no BEFORE INSERT ON saved_filter BEGIN SELECT RAISE(FAIL, 'readonly'); END")
        connection.close()
        await save(browser, "orban", "host")
        assert "read-only" in browser.notices[0]


async def test_filters_of_earlier_starts_are_recalled(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        for word in ("orban", "rubio"):
            await browser.press("slash", *(["backspace"] * 9), *word, "enter")
    async with browsing(own_library) as browser:
        await browser.press("slash", "up")
        assert browser.filter == "rubio"
        await browser.press("up")
        assert browser.filter == "orban"
