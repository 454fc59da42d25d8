from pathlib import Path

import pytest

from support.browser import browsing


async def test_a_date_says_what_it_means_while_it_is_typed(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("colon")
        await browser.type("aug 2025")
        assert "August 2025: 12 events" in browser.text
        await browser.press("enter")
        assert browser.selected_title == "Vladimir Putin and Donald Trump agree on a framework in Alaska"
        await browser.press("alt+left")
        assert browser.selected_title == "Donald Trump has Viktor Orban as a guest at the White House"


async def test_what_is_no_date_is_said_and_stays(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        title = browser.selected_title
        await browser.press("ctrl+g")
        await browser.type("nonsense")
        assert "Not a date" in browser.text
        await browser.press("enter")
        assert "Not a date" in browser.text
        await browser.press("escape")
        assert "Not a date" not in browser.text
        assert browser.selected_title == title


@pytest.mark.parametrize("date", ["1850", "2150"])
async def test_a_date_beyond_the_events_leads_to_the_nearest_dated_one(sample_library: Path, date: str) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("colon")
        await browser.type(date)
        await browser.press("enter")
        answer = browser.navigation.answer
        assert answer
        dated = [n for n in range(len(answer.shown)) if answer.start(n) is not None]
        assert browser.navigation.cursor == (dated[0] if date == "1850" else dated[-1])


async def test_letters_of_commands_are_letters_while_a_date_is_typed(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("colon")
        await browser.press(*"q/", "plus", "minus")
        assert "q/+-" in browser.text
