from pathlib import Path

from newstimeline.browser.article_feed import Feed
from newstimeline.library.writer import LibraryWriter
from newstimeline.records import dump
from support.browser import browsing
from support.stories import story


def empty_library(path: Path) -> Path:
    LibraryWriter(path).close()
    return path


async def test_events_appear_while_the_browser_is_open(tmp_path: Path) -> None:
    source = tmp_path / "story.jsonl"
    source.write_text("\n".join(dump(extraction) for extraction in story()), encoding="utf-8")
    library = empty_library(tmp_path / "library.sqlite")
    async with browsing(library, feed=Feed([str(source)], library)) as browser:
        await browser.settle()
        assert "9 events" in browser.lines[0]
        assert "The works go on" in browser.text


async def test_what_could_not_be_read_is_counted_and_a_key_shows_why(tmp_path: Path) -> None:
    library = empty_library(tmp_path / "library.sqlite")
    async with browsing(library, feed=Feed([str(tmp_path / "gone.txt")], library)) as browser:
        await browser.settle()
        assert "1 skipped (!)" in browser.lines[0]
        assert "nothing could be read" in browser.text
        await browser.press("exclamation_mark")
        assert "gone.txt" in browser.text
        assert "there is no such file" in browser.text


async def test_leaving_ends_the_reading(tmp_path: Path) -> None:
    library = empty_library(tmp_path / "library.sqlite")
    feed = Feed(["-"], library)
    async with browsing(library, feed=feed) as browser:
        await browser.press("q")
    assert feed._process
    assert feed._process.poll() is not None
