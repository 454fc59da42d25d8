from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Extraction
from support.browser import browsing
from unit.builders import article, event

URL = "https://post.example/harbour"
BEFORE = "Harbour opens\n\nThe mayor opened the harbour on Friday before two hundred guests.\n\nBoats came."


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """One article that was put out twice."""
    path = tmp_path / "library.sqlite"
    with LibraryWriter(path) as writer:
        for text in (BEFORE, BEFORE.replace("two hundred", "three hundred")):
            told = article(text=text, url=URL, path="page.html")
            writer.add([(Extraction(article=told, events=(event(),)), "rules 1")])
    return path


async def test_what_has_changed_is_marked_by_signs(library: Path) -> None:
    async with browsing(library) as browser:
        assert "1 other text kept" in browser.text
        await browser.press("enter", "v")
        assert "before [-two-] {+three+} hundred guests." in browser.text
        assert "1 paragraph unchanged" in browser.text
        await browser.press("escape")
        assert "The mayor opened the harbour" in browser.text


async def test_an_article_without_other_texts_says_so(story_library: Path) -> None:
    async with browsing(story_library) as browser:
        await browser.press("g", "enter", "v")
        assert "No other text of this article is known." in browser.text


async def test_the_panel_names_the_other_places(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    told = article(url=URL)
    with LibraryWriter(path) as writer:
        writer.add([(Extraction(article=told, events=(event(),)), "rules 1")])
        writer.note_places([replace(told, url="https://evening.example/1"), replace(told, path="feed.xml")])
    async with browsing(path, size=(120, 36)) as browser:
        assert "also evening.example/1" in browser.text
        assert "also feed.xml" not in browser.text
