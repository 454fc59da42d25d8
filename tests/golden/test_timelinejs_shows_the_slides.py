"""TimelineJS itself, as npm has it, shows in Chromium what the exports for it say."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from support.attacks import ATTACKS_ON_FORMATS
from support.chromium import document_of, needs_chromium
from support.exports import document, hostile_story
from support.stories import make_library
from support.web import Page, Web, serving

PACKAGE = "@knight-lab/timelinejs@3.9.11"
"""MPL-2.0; fetched for these tests only, and kept in pytest's cache."""
_FILES = {"/timeline.js": "package/dist/js/timeline.js", "/timeline.css": "package/dist/css/timeline.css"}
_TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8", ".csv": "text/csv"}
_PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="timeline.css">
<script src="timeline.js"></script><div id="shown" style="width: 1100px; height: 700px"></div>
<script>new TL.Timeline("shown", "%s", {font: null})</script>"""
FOLDER = Path(__file__).parent
SLIDES = [
    ("The bridge is built", "about 1911"),
    ("Bo Ek inspects the bridge", "March 2024"),
    ("Bo Ek warns of tired iron", "April 2, 2024"),
    ("Ada Lind says the harbour bridge will close", "May 6, 2024"),
    ("Ada Lind opens the new ferry", "2:30 PM May 10, 2024"),
    ("A spokesman is glad", "May 11, 2024"),
    ("The works go on", "June 2024 to August 2024"),
]
"""Headlines and dates, as TimelineJS words them; what is undated has no slide."""

pytestmark = [needs_chromium, pytest.mark.slow]


@pytest.fixture(scope="module")
def package(pytestconfig: pytest.Config) -> Path:
    """TimelineJS's package."""
    assert pytestconfig.cache
    folder = pytestconfig.cache.mkdir("timelinejs")
    kept = folder / "timelinejs-3.9.11.tgz"
    if not kept.exists():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("npm is not installed")
        done = subprocess.run([npm, "pack", "--fetch-retries=0", PACKAGE], cwd=folder, capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"npm can't fetch {PACKAGE}")
        (folder / done.stdout.split()[-1]).replace(kept)
    return kept


@pytest.fixture
def web(package: Path) -> Iterator[Web]:
    """A server that has TimelineJS."""
    with serving() as web, tarfile.open(package) as packed:
        for path, name in _FILES.items():
            file = packed.extractfile(name)
            assert file
            web.pages[path] = _page(path, file.read())
        yield web


def _page(path: str, body: bytes) -> Page:
    return Page(body, headers={"Content-Type": _TYPES.get(Path(path).suffix, "application/json")})


def shown(web: Web, profile: Path, name: str, text: bytes) -> html.HtmlElement:
    """The page that TimelineJS makes of a file."""
    for path, body in ((f"/{name}", text), ("/index.html", (_PAGE % name).encode())):
        web.pages[path] = _page(path, body)
    return html.fromstring(document_of(f"{web.url}/index.html", profile))


def words_of(page: html.HtmlElement, element: str, kind: str) -> list[str]:
    """The words of the slides' elements of a kind, without those of the title's slide."""
    slides = page.xpath("//div[contains(@class, 'tl-slide ') and not(contains(@class, 'tl-slide-titleslide'))]")
    found = [one for slide in slides for one in slide.xpath(f".//{element}[contains(@class, '{kind}')]")]
    return [" ".join(one.text_content().split()) for one in found]


@pytest.mark.parametrize("name", ["timelinejs.json", "timelinejs-csv.csv"])
def test_each_dated_event_has_a_slide_with_its_date(web: Web, tmp_path: Path, name: str) -> None:
    page = shown(web, tmp_path, name, (FOLDER / name).read_bytes())
    headlines = words_of(page, "h2", "tl-headline")
    assert list(zip(headlines, words_of(page, "h3", "tl-headline-date"), strict=True)) == SLIDES
    assert not page.xpath("//*[contains(@class, 'tl-message-error')]")


@pytest.mark.parametrize("name", ["timelinejs.json", "timelinejs-csv.csv"])
def test_text_that_would_be_more_is_shown_as_it_is(web: Web, tmp_path: Path, name: str) -> None:
    library = make_library(tmp_path / "library.sqlite", hostile_story())
    text = document(name.partition(".")[0], library)
    page = shown(web, tmp_path / "profile", name, text.encode())
    headlines = words_of(page, "h2", "tl-headline")
    assert len(headlines) == len(ATTACKS_ON_FORMATS)
    assert "<script>alert(1)</script><img src=x onerror=alert(1)>" in headlines
    assert not page.xpath("//div[@id='shown']//script | //div[@id='shown']//img")
    assert "/x" not in web.paths()
