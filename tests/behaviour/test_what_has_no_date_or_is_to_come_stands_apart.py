from datetime import date
from pathlib import Path

from support.browser import browsing


async def test_events_to_come_stand_below_a_line_for_today(story_library: Path) -> None:
    async with browsing(story_library, today=date(2024, 5, 20)) as browser:
        today, glad = browser.line_with("today, and what is to come"), browser.line_with("A spokesman is glad")
        assert glad < today < browser.line_with("The works go on")


async def test_what_has_begun_is_not_to_come(story_library: Path) -> None:
    async with browsing(story_library, today=date(2024, 6, 1)) as browser:
        assert "today, and what is to come" not in browser.text


async def test_the_order_of_the_reports_has_no_line_for_today(story_library: Path) -> None:
    async with browsing(story_library, today=date(2024, 5, 9)) as browser:
        await browser.press("T")
        assert "today, and what is to come" not in browser.text


async def test_undated_events_are_counted_and_one_key_away_and_back(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        assert "9 events, 1 undated" in browser.lines[0]
        assert "Undated 1 ───" in browser.text
        await browser.press("g", "U")
        assert browser.selected_title == "A ferry runs in the harbour"
        await browser.press("U")
        assert browser.selected_title == "The works go on"


async def test_where_every_event_has_a_date_the_key_says_so(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash", *"closes", "enter", "U")
        assert "Every event here has a date." in browser.lines[0]
