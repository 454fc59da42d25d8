from pathlib import Path

from support.browser import browsing

LAST = "Donald Trump has Viktor Orban as a guest at the White House"


async def test_the_list_says_what_was_changed_by_whom(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("a")
        await browser.write("Ask the embassy.")
        await browser.press("c", "H")
        assert "status: confirmed" in browser.text
        assert "note: Ask the embassy." in browser.text
        assert "Ann, " in browser.text


async def test_a_single_change_is_taken_back_and_brought_back_there(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("a")
        await browser.write("Ask the embassy.")
        await browser.press("c", "H", "j", "enter")
        assert browser.said.startswith("Taken back: the note")
        assert "taken back" in browser.text
        await browser.press("escape")
        assert "✎" not in browser.text
        assert "✓" in browser.text
        await browser.press("H", "j", "enter", "escape")
        assert "✎ Ask the embassy." in browser.text


async def test_where_nothing_was_changed_the_list_says_so(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("H")
        assert "Nothing has been changed yet." in browser.text
