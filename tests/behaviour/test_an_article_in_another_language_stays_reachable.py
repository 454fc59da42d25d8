from pathlib import Path

from newstimeline.headlines import with_headline
from newstimeline.model import Extraction
from support.browser import browsing
from support.stories import make_library
from unit.builders import article

BODY = "Der Bürgermeister hat am Freitag den neuen Hafen eröffnet."


def german_library(folder: Path) -> Path:
    german = article(
        "Hafen eröffnet", text=f"Hafen eröffnet\n\n{BODY}", extra={"published_by": "feed", "unextracted": "de"}
    )
    return make_library(folder / "library.sqlite", [with_headline(Extraction(article=german))])


async def test_it_stands_on_the_timeline_by_its_headline_and_says_why(tmp_path: Path) -> None:
    async with browsing(german_library(tmp_path), size=(120, 36)) as browser:
        assert browser.selected_title == "Hafen eröffnet"
        assert "not extracted, since" in browser.text
        assert "German" in browser.text
        assert "from the feed" in browser.text


async def test_its_words_are_found(tmp_path: Path) -> None:
    async with browsing(german_library(tmp_path)) as browser:
        await browser.press("slash")
        await browser.type("burgermeister freitag")
        await browser.press("enter")
        assert browser.selected_title == "Hafen eröffnet"


async def test_its_text_is_shown_without_taking_all_of_it_for_evidence(tmp_path: Path) -> None:
    async with browsing(german_library(tmp_path)) as browser:
        await browser.press("enter")
        assert "Not extracted, since it is written in" in browser.text
        await browser.press("n")
        assert "evidence of" not in browser.text
