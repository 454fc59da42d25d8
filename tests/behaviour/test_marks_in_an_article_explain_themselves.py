from pathlib import Path

from support.browser import browsing


async def test_the_evidence_is_explained_at_once(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("enter")
        assert "evidence of “Donald Trump has Viktor Orban as a guest at the White House”" in browser.lines[-2]
        assert browser.lines[-2].endswith("Fri 7 November 2025, from “Friday”")


async def test_keys_lead_from_mark_to_mark_and_back(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("enter", "n")
        first = browser.lines[-2]
        assert "Viktor Orban" in first
        await browser.press("n", "n")
        assert "“years”: says how long and not when" in browser.lines[-2]
        await browser.press("N", "N")
        assert browser.lines[-2] == first


async def test_time_words_say_from_what_they_are_counted(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("enter")
        for _ in range(30):
            await browser.press("N")
            if "counted from" in browser.lines[-2]:
                break
        assert "“Friday”: counted from Sat 8 November 2025, gives Fri 7 November 2025" in browser.lines[-2]


async def test_quotes_say_who_speaks(sample_library: Path) -> None:
    async with browsing(sample_library) as browser:
        await browser.press("enter")
        for _ in range(30):
            await browser.press("N")
            if "direct quote" in browser.lines[-2]:
                break
        assert "direct quote: Donald Trump, US president" in browser.lines[-2]


async def test_a_mark_beyond_the_screen_is_scrolled_to(sample_library: Path) -> None:
    async with browsing(sample_library, size=(60, 12)) as browser:
        await browser.press("enter", *(["n"] * 30))
        assert "The Kremlin said on Wednesday" in browser.text
        await browser.press(*(["N"] * 30))
        assert "Should he meet Vladimir Putin again" in browser.text
