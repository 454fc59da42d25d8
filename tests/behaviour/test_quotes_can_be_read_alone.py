from pathlib import Path

from support.browser import Browser, browsing


def shown_words(browser: Browser) -> list[str]:
    return [line.strip() for line in browser.lines if "“" in line]


async def test_the_quotes_of_the_filtered_events_stand_in_the_order_of_the_timeline(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("quotation_mark")
        assert shown_words(browser) == ["“the iron is tired.”", "“It is not safe,”", "“We are glad,”"]
        await browser.press("escape", "slash", *"iron", "enter", "quotation_mark")
        assert shown_words(browser) == ["“the iron is tired.”"]


async def test_a_quote_says_who_said_it_how_and_where(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("quotation_mark")
        assert "— Bo Ek, engineer · harbournews.example" in browser.text
        assert "— unattributed: a spokesman · daily.example" in browser.text


async def test_reading_begins_at_the_selected_event(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j", "j", "j", "quotation_mark", "p")
        assert "Ada Lind" in browser.lines[1]


async def test_two_people_are_put_side_by_side_and_apart_again(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "quotation_mark", "c", "j", "c")
        assert browser.lines[1].split() == ["Bo", "Ek", "│", "Ada", "Lind"]
        column = browser.lines[1].index("│")
        iron, safe = (next(line for line in browser.lines if words in line) for words in ("iron", "safe"))
        assert iron.index("iron") < column < safe.index("safe")
        assert "We are glad" not in browser.text
        await browser.press("c")
        assert "We are glad" in browser.text


async def test_a_quote_without_a_speaker_says_why_it_can_not_be_compared(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("quotation_mark", "end", "c")
        assert "The text does not say who said this." in browser.lines[0]


async def test_events_without_quotes_say_so(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("slash", *"inspects", "enter", "quotation_mark")
        assert "None of these events has a quote." in browser.text
