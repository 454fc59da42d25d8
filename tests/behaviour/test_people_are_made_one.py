from pathlib import Path

from support.browser import Browser, browsing


async def open_page(browser: Browser, name: str) -> None:
    """Open a person's page from the panel of the selected event."""
    await browser.press("tab", "home")
    for _ in range(12):
        await browser.press("enter")
        if "person ·" in browser.text and name in browser.lines[1]:
            return
        await browser.press("escape", "j")
    raise AssertionError(f"{name} has no page here")


async def test_every_event_follows_and_comes_back_by_undo(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await open_page(browser, "Viktor Orban")
        await browser.press("e", "j", "enter")
        await browser.write("Donald Trump")
        assert browser.said == "Merged with Donald Trump."
        assert "Donald Trump" in browser.lines[1]
        assert "also Viktor Orban" in browser.text
        await browser.press("u")
        assert "Viktor Orban" in browser.lines[1]


async def test_a_person_is_called_otherwise_everywhere(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await open_page(browser, "Viktor Orban")
        await browser.press("e", "enter")
        await browser.write("Viktor Orbán")
        assert "Viktor Orbán" in browser.lines[1]
        await browser.press("escape")
        assert "Viktor Orbán" in browser.text


async def test_a_name_that_the_library_lacks_is_refused(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await open_page(browser, "Viktor Orban")
        await browser.press("e", "j", "enter")
        await browser.write("Nobody Known")
        assert browser.notices == ["There is nobody called Nobody Known here."]


async def test_a_role_and_a_note_stand_on_the_page(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await open_page(browser, "Viktor Orban")
        await browser.press("e", "j", "j", "enter")
        await browser.write("since 2010: Prime Minister of Hungary")
        assert "since 2010: Prime Minister of Hungary" in browser.text
        await browser.press("e", "j", "j", "j", "enter")
        await browser.write("Host in Budapest.")
        assert "✎ Host in Budapest." in browser.text
