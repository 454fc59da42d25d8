from pathlib import Path

from support.browser import browsing

LAST = "Donald Trump has Viktor Orban as a guest at the White House"


async def test_a_mark_stands_in_the_list_and_on_the_strip_at_the_next_start(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("m")
    async with browsing(own_library) as browser:
        assert f"⚑  ◐ {LAST}" in browser.text
        assert "⚑" in browser.lines[3]


async def test_keys_lead_from_mark_to_mark(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("m", "g", "m", "apostrophe")
        assert browser.selected_title == LAST
        await browser.press("grave_accent")
        assert browser.navigation.cursor == 0


async def test_a_key_that_finds_no_mark_says_so(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("apostrophe")
        assert browser.said == "No event here is marked."


async def test_a_mark_may_have_a_name(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("M")
        await browser.write("budapest")
        assert "⚑ budapest" in browser.text


async def test_a_note_stands_in_the_panel_and_is_found(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("a")
        await browser.write("Ask the embassy.")
        assert "✎ Ask the embassy." in browser.text
        await browser.press("slash")
        await browser.type("has:note")
        await browser.press("enter")
        assert "1 of 63 events" in browser.text


async def test_a_note_that_is_emptied_is_gone(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("a")
        await browser.write("Ask the embassy.")
        await browser.press("a")
        await browser.write("")
        assert "✎" not in browser.text


async def test_keys_typed_at_once_after_the_key_belong_to_the_note(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("a", "m", "c", "u", "enter")
        assert "✎ mcu" in browser.text


async def test_tags_are_words_and_are_found(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("number_sign")
        await browser.write("Visit, Hungary")
        assert "#visit #hungary" in browser.text
        await browser.press("slash")
        await browser.type("tag:hung")
        await browser.press("enter")
        assert "1 of 63 events" in browser.text
