import re
from pathlib import Path

from newstimeline.app.widgets.event_panel import EventPanel
from newstimeline.drawing.pieces import text_of
from support.browser import Browser, browsing


def panel_text(browser: Browser) -> str:
    return "\n".join(text_of(line.pieces).rstrip() for line in browser.main.query_one(EventPanel)._lines)


async def test_the_panel_shows_quotes_with_speaker_and_role(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j", "j", "j")
        assert "“It is not safe,”\n  — Ada Lind, Mayor" in panel_text(browser)
        await browser.press("k")
        assert "“the iron is tired.”\n  — Bo Ek, engineer" in panel_text(browser)


async def test_the_panel_says_what_the_date_rests_on(story_library: Path) -> None:
    async with browsing(story_library, size=(159, 60)) as browser:
        await browser.press("g", "j", "j", "j")
        assert "Mon 6 May 2024\n● firm: said “Monday”; counted from Tue 7 May 2024" in panel_text(browser)
        await browser.press("k")
        assert "from “March” nearby" in panel_text(browser)
        await browser.press("G")
        assert "the text gives no date" in panel_text(browser)
        await browser.press("k", "k")
        assert "no date in the text: this is when it was published" in panel_text(browser)


async def test_the_panel_names_people_places_and_the_source(story_library: Path) -> None:
    async with browsing(story_library, size=(159, 60)) as browser:
        await browser.press("g", "j")
        text = panel_text(browser)
        assert re.search(r"Bo Ek +\S+ +2\n  engineer", text)
        assert "\nharbour bridge\n" in text
        assert "Harbour bridge to close\nharbournews.example\nTue 7 May 2024" in text


async def test_an_unattributed_quote_says_so_in_the_words_of_the_article(story_library: Path) -> None:
    async with browsing(story_library, size=(159, 60)) as browser:
        await browser.press("G", "k", "k")
        assert "— unattributed: a spokesman" in panel_text(browser)


async def test_the_panel_says_how_much_later_something_was_reported(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        assert "Sat 8 November 2025, a day later" in " ".join(line[74:].strip() for line in browser.lines)
        await browser.press("left_square_bracket")
        assert "2025, a day later" not in " ".join(line[74:].strip() for line in browser.lines)


async def test_the_panel_counts_people_under_the_filter(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash", *"warns", "enter")
        assert re.search(r"Bo Ek +█+ +1", panel_text(browser))
