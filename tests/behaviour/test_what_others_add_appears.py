from pathlib import Path

from newstimeline.library.writer import LibraryWriter
from support.browser import browsing
from unit.builders import dated_events


async def test_it_appears_with_a_count_and_the_selection_stays(own_library: Path) -> None:
    async with browsing(own_library) as browser:
        await browser.press("k")
        before = browser.selected_title
        with LibraryWriter(own_library) as writer:
            writer.add([(dated_events("2025-11-06", "2025-11-07", headline="Ferry sails"), None)])
        browser.main.look_for_news()
        await browser.settle()
        assert browser.said == "2 new events"
        assert browser.selected_title == before
        await browser.press("k")
        assert "65 events" in browser.text
