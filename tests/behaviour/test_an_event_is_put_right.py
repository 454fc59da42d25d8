from pathlib import Path

from support.browser import Browser, browsing

LAST = "Donald Trump has Viktor Orban as a guest at the White House"


async def choose(browser: Browser, field: str) -> None:
    """Open the box of what can be changed, and choose a line of it."""
    await browser.press("e")
    listed = [line for line in browser.lines if "│" in line]
    place = next(number for number, line in enumerate(listed) if field in line)
    await browser.press(*["j"] * place, "enter")


async def test_a_date_is_typed_as_people_type_it(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await choose(browser, "date")
        await browser.write("early november 2025")
        assert browser.said == "Date set to about November 2025."
        assert "date set by Ann" in browser.text
        assert browser.selected_title == LAST


async def test_what_is_no_date_is_said_and_kept_to_be_mended(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await choose(browser, "date")
        await browser.write("soonish")
        assert "Not a date" in browser.text
        await browser.write("2024")
        assert browser.said == "Date set to 2024."


async def test_last_week_counts_from_the_day_of_the_report(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await choose(browser, "date")
        await browser.write("yesterday")
        assert browser.said == "Date set to Fri 7 November 2025."


async def test_a_title_changes_in_the_list_at_once(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await choose(browser, "title")
        await browser.write("Orban visits Trump")
        assert "◐ Orban visits Trump" in browser.text


async def test_a_quote_gets_another_speaker(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("k")
        await choose(browser, "speaker of")
        await browser.write("JD Vance")
        assert browser.said == "Speaker set to JD Vance."
        assert "— JD Vance" in browser.text


async def test_an_event_is_hidden_and_comes_back_by_undo(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await choose(browser, "hide this event")
        await browser.press("enter")
        assert LAST not in browser.text
        await browser.press("u")
        assert LAST in browser.text


async def test_an_event_is_added_to_an_article(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await choose(browser, "add an event")
        await browser.write("Orban flew home")
        assert browser.selected_title == "Orban flew home"
        await choose(browser, "date")
        await browser.write("8 nov")
        assert "Sat 8 November" in browser.text


async def test_undo_and_redo_reach_over_restarts(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await choose(browser, "title")
        await browser.write("Orban visits Trump")
    async with browsing(own_library) as browser:
        await browser.press("u")
        assert browser.said == "Undone: the title of “He had Hungarian Prime Minister Viktor …”."
        assert LAST in browser.text
    async with browsing(own_library) as browser:
        await browser.press("ctrl+r")
        assert "Orban visits Trump" in browser.text
        await browser.press("ctrl+r")
        assert browser.said == "There is nothing to redo."


async def test_escape_leaves_everything_as_it_was(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await choose(browser, "title")
        await browser.press("escape")
        assert browser.selected_title == LAST
        await browser.press("e", "escape", "j")
        assert browser.app.screen is browser.main
