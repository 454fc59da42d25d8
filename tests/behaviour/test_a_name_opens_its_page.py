from pathlib import Path

from support.browser import browsing


async def test_enter_on_a_person_opens_the_page_with_roles_companions_and_every_quote(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j", "j", "j", "tab", "j", "enter")
        assert "person · 2 events · 1 with quotes · Mon 6 May 2024 to Fri 10 May 2024" in browser.text
        for words in (
            "Roles, as reported",
            "mayor",
            "Tue 7 May 2024 to Sat 11 May 2024, 2 articles",
            "“It is not safe,”",
            "harbour bridge",
        ):
            assert words in browser.text


async def test_places_and_outlets_have_pages_too(story_library: Path) -> None:
    async with browsing(story_library, size=(200, 60)) as browser:
        await browser.press("g", "j", "tab", "j", "enter")
        assert "place · 2 events · 1 with quotes" in browser.text
        await browser.press("escape", "j", "j", "enter")
        assert "outlet · 5 events · 2 with quotes" in browser.text


async def test_a_page_leads_to_further_pages_and_escape_back_through_them(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j", "tab", "enter", "enter")
        assert "harbour bridge" in browser.lines[1]
        await browser.press("escape")
        assert "Bo Ek" in browser.lines[1]
        await browser.press("escape")
        assert "9 events" in browser.lines[0]


async def test_enter_on_a_quote_of_the_page_opens_the_article_at_it(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j", "tab", "enter", "end", "enter")
        assert "direct quote: Bo Ek, engineer" in browser.text


async def test_a_quote_of_the_page_is_shown_on_the_timeline(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j", "tab", "enter", "end", "t")
        assert browser.selected_title == "Bo Ek warns the council"


async def test_an_event_that_the_filter_leaves_out_is_shown_without_it(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash", *"inspects", "enter", "tab", "enter", "end", "t")
        assert browser.selected_title == "Bo Ek warns the council"
        assert "9 events" in browser.lines[0]


async def test_a_page_narrows_the_timeline_to_its_events(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j", "tab", "enter", "end", "F")
        assert 'person:"Bo Ek"' in browser.text
        assert "2 of 9 events" in browser.lines[0]


async def test_the_panel_narrows_the_timeline_across_articles(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j", "j", "j", "tab", "j", "F")
        assert 'person:"Ada Lind"' in browser.text
        assert "2 of 9 events" in browser.lines[0]
        assert browser.selected_title == "Ada Lind says the harbour bridge will close"


async def test_a_click_on_a_name_opens_its_page(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j")
        line = next(number for number, text in enumerate(browser.lines) if "Bo Ek    " in text)
        await browser.pilot.click(offset=(browser.lines[line].index("Bo Ek    ") + 1, line))
        await browser.settle()
        assert "person · 2 events" in browser.text
