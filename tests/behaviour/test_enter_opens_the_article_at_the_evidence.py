from pathlib import Path

from newstimeline.model import Article, Event, Extraction
from support.browser import browsing
from support.stories import make_library


async def test_the_article_view_shows_the_whole_text_with_its_source(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "enter")
        assert "Harbour bridge to close" in browser.text
        assert "harbournews.example, Tue 7 May 2024" in browser.text
        assert "The bridge was built around 1911." in browser.text


async def test_the_evidence_is_on_screen_however_long_the_article(tmp_path: Path) -> None:
    paragraphs = [f"Paragraph {n} of a long report." for n in range(200)]
    text = "Long\n\n" + "\n\n".join(paragraphs)
    from newstimeline.model import Span

    start = text.index("Paragraph 150")
    event = Event(id="e1", title="The hundred and fiftieth", evidence=Span(start, start + 33))
    library = make_library(
        tmp_path / "l.sqlite", [Extraction(article=Article(id="a", title="Long", text=text), events=(event,))]
    )
    async with browsing(library) as browser:
        await browser.press("enter")
        assert "Paragraph 150" in browser.text


async def test_escape_comes_back_to_the_same_event(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j")
        before = browser.text
        await browser.press("enter", "escape")
        assert browser.text == before


async def test_choosing_a_quote_opens_its_article(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "j", "j", "tab", "enter")
        assert "told the council that" in browser.text
        assert "evidence  quote  name  time" in browser.text


async def test_an_event_from_a_file_without_text_says_that_its_evidence_is_missing(tmp_path: Path) -> None:
    bare = Extraction(article=Article(id="a", title="Bare"), events=(Event(id="e1", title="Something"),))
    async with browsing(make_library(tmp_path / "l.sqlite", [bare])) as browser:
        assert "The file has no text" in browser.text
        await browser.press("enter")
        assert "has no text for this article" in browser.text
