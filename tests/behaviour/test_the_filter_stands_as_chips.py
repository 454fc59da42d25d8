from pathlib import Path

from newstimeline.app.widgets.filter_chips import FilterChips
from support.browser import Browser, browsing


async def filtered(browser: Browser, query: str) -> None:
    await browser.press("slash")
    await browser.type(query)
    await browser.press("enter")


async def click_at(browser: Browser, words: str) -> None:
    line = browser.line_with(words)
    await browser.pilot.click(offset=(browser.lines[line].index(words), line))
    await browser.settle()


async def test_a_kept_filter_is_shown_as_its_conditions(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await filtered(browser, "putin -orban")
        assert "/  putin ×   − orban ×" in browser.text


async def test_backspace_takes_the_conditions_off_one_by_one(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await filtered(browser, "putin -orban")
        await browser.press("backspace")
        assert browser.filter == "putin"
        await browser.press("backspace")
        assert browser.filter == ""
        await browser.press("backspace")
        assert "There is no filter to remove a condition from." in browser.text


async def test_a_click_on_the_cross_takes_a_condition_off(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await filtered(browser, "putin -orban")
        await click_at(browser, "×   − orban")
        assert browser.filter == "-orban"
        await click_at(browser, "×")
        assert browser.filter == ""


async def test_a_click_on_the_words_turns_a_condition_round(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await filtered(browser, "trump orban")
        await click_at(browser, "orban ×")
        assert browser.filter == "trump -orban"
        await click_at(browser, "orban ×")
        assert browser.filter == "trump orban"


async def test_a_click_beside_the_chips_lets_the_filter_be_typed(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await filtered(browser, "putin")
        region = browser.main.query_one(FilterChips).region
        await browser.pilot.click(offset=(region.right - 2, region.y))
        await browser.type(" alaska")
        assert browser.filter == "putin alaska"


async def test_a_filter_with_a_fault_stays_as_it_was_typed(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await filtered(browser, "basis:nonsense")
        assert "/ basis:nonsense" in browser.text
        assert "takes stated, inherited, published" in browser.text
