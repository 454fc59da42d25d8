from pathlib import Path

from support.browser import browsing

LAST = "Donald Trump has Viktor Orban as a guest at the White House"


async def test_a_key_confirms_and_takes_that_back(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("c")
        assert browser.said.startswith("Confirmed “")
        assert "✓◐ Donald Trump has Viktor Orban" in browser.text
        await browser.press("c")
        assert browser.said.endswith("” is unreviewed again.")
        assert "✓" not in browser.text


async def test_who_disputes_says_why(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("d")
        await browser.write("seen nowhere else")
        assert "‽ disputed: seen nowhere else" in browser.text


async def test_the_reason_and_the_judgement_are_undone_together(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("r")
        await browser.write("no such day")
        assert "✗ rejected: no such day" in browser.text
        await browser.press("u")
        assert "rejected" not in browser.text


async def test_one_key_leads_to_what_is_still_to_be_reviewed(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("k", "c", "k", "full_stop")
        assert browser.selected_title == LAST
        assert browser.said == "62 of 63 unreviewed"


async def test_a_filter_finds_what_was_judged_so(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("c", "slash")
        await browser.type("is:confirmed")
        await browser.press("enter")
        assert "1 of 63 events" in browser.text
