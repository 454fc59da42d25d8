from pathlib import Path

from support.browser import browsing


async def test_names_are_offered_with_their_counts_and_taken_with_tab(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("slash")
        await browser.type("put")
        assert "Vladimir Putin 24" in browser.text
        await browser.press("tab")
        assert '/ person:"Vladimir Putin"' in browser.text
        assert "24 of 63 events" in browser.lines[0]


async def test_tab_goes_round_the_offers_and_shift_tab_back(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("slash")
        await browser.type("p")
        await browser.press("tab")
        first = browser.filter
        await browser.press("tab")
        assert browser.filter != first
        await browser.press("shift+tab")
        assert browser.filter == first


async def test_what_is_typed_after_an_offer_brings_new_ones(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("slash")
        await browser.type("kin")
        await browser.press("tab")
        assert browser.filter == "kind:"
        await browser.type("d")
        assert "direct" in browser.text


async def test_earlier_filters_are_recalled(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        for word in ("orban", "rubio"):
            await browser.press("slash", *(["backspace"] * 9))
            await browser.type(word)
            await browser.press("enter")
        await browser.press("escape", "slash", "up", "up")
        assert browser.filter == "orban"
        await browser.press("down")
        assert browser.filter == "rubio"
        await browser.press("down")
        assert browser.filter == ""


async def test_an_error_stands_under_its_place(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("slash")
        await browser.type("trump basis:nonsense")
        line = next(line for line in browser.lines if "▲" in line)
        typed = browser.lines[browser.line_with("basis:nonsense")]
        assert line.index("▲") == typed.index("nonsense")
        assert "takes stated, inherited, published" in line


async def test_a_filter_that_finds_nothing_says_which_part_excludes_and_drops_it(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("slash")
        await browser.type("orban zzz")
        await browser.press("enter")
        assert "Without zzz, 3 events match: x drops it." in " ".join(browser.text.split()).replace(" ▏", "")
        await browser.press("x")
        assert browser.filter == "orban"
        assert "3 of 63 events" in browser.lines[0]


async def test_a_filter_of_one_part_that_finds_nothing_has_none_to_drop(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("slash")
        await browser.type("zzz")
        await browser.press("enter", "x")
        assert "No single part of the filter excludes everything." in browser.text
