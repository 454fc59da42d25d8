from pathlib import Path

from newstimeline.app.widgets.facet_panel import FacetPanel
from support.browser import browsing


async def test_facets_show_what_is_most_present_with_counts(sample_library: Path) -> None:
    async with browsing(sample_library, size=(120, 60)) as browser:
        await browser.press("f")
        text = " ".join(browser.text.split())
        for row in ("Donald Trump ████████ 38", "Budapest ████████ 9", "direct", "October 2025"):
            assert row in text


async def test_space_puts_a_condition_in_and_takes_it_out(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("f", "j", "space")
        assert browser.filter == 'person:"Vladimir Putin"'
        assert '✓ person:"Vladimir Putin"' in browser.text
        assert "24 of 63 events" in browser.lines[0]
        await browser.press("space")
        assert browser.filter == ""


async def test_minus_turns_a_condition_round(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("f", "space", "minus")
        assert browser.filter == '-person:"Donald Trump"'
        assert "25 of 63 events" in browser.lines[0]
        await browser.press("minus")
        assert browser.filter == ""


async def test_counts_follow_the_filter(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("f", "j", "j", "space")
        assert "7 of 63 events" in browser.lines[0]
        assert "✓ Volodymyr Zelensky          ████████     7" in browser.text


async def test_conditions_add_up_and_are_taken_off_one_by_one(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("f", "space", "j", "space")
        assert browser.filter == 'person:"Donald Trump" person:"Vladimir Putin"'
        await browser.press("g", "space")
        assert browser.filter == 'person:"Vladimir Putin"'


async def test_escape_gives_the_panel_back_and_keeps_the_filter(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("f", "space", "escape")
        assert not browser.main.query_one(FacetPanel).display
        assert "Source ─" in browser.text
        assert browser.filter == 'person:"Donald Trump"'
        await browser.press("alt+left")
        assert browser.filter == ""


async def test_on_a_narrow_screen_the_facets_take_the_list_s_place(sample_library: Path) -> None:
    async with browsing(sample_library, size=(44, 20)) as browser:
        await browser.press("f")
        assert "People ─" in browser.text
        assert "Viktor Orban has led" not in browser.text
        await browser.press("escape")
        assert "Viktor Orban has led" in browser.text
