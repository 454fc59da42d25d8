from pathlib import Path

from support.browser import Browser, browsing


def lanes_shown(browser: Browser) -> list[str]:
    return [line.split("  ")[0].strip() for line in browser.lines[3:5]]


async def test_there_is_a_lane_for_each_person_and_tab_goes_on_to_places_and_outlets(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("L")
        assert lanes_shown(browser) == ["Ada Lind", "Bo Ek"]
        await browser.press("tab")
        assert lanes_shown(browser)[0] == "harbour bridge"
        await browser.press("tab")
        assert lanes_shown(browser) == ["harbournews.example", "daily.example"]
        await browser.press("tab")
        assert lanes_shown(browser) == ["Ada Lind", "Bo Ek"]


async def test_the_cursor_moves_over_lanes_and_time_and_tells_what_is_there(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("L", "j")
        assert "Bo Ek warns the council" in browser.text
        await browser.press("k", "home")
        assert "Ada Lind says the harbour bridge will close" in browser.text
        await browser.press("right")
        assert "Ada Lind opens the new ferry" in browser.text
        await browser.press("left")
        assert "Ada Lind says the harbour bridge will close" in browser.text


async def test_enter_shows_the_event_on_the_timeline(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("L", "home", "enter")
        assert browser.selected_title == "Ada Lind says the harbour bridge will close"
        assert "9 events" in browser.lines[0]


async def test_a_lane_leads_to_its_page_and_to_its_filter(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("L", "j", "p")
        assert "person · 2 events" in browser.text
        await browser.press("escape", "F")
        assert 'person:"Bo Ek"' in browser.text


async def test_the_lanes_are_those_of_the_filtered_events(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash", *"inspects", "enter", "L")
        assert lanes_shown(browser)[0] == "Bo Ek"
        assert "Ada Lind" not in browser.text


async def test_where_nobody_is_named_it_says_so(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash", *"built", "enter", "L")
        assert "No dated event here names any people. Tab shows other lanes." in browser.text
