import unicodedata
from pathlib import Path

import pytest
from rich.cells import cell_len

from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Event, Extraction, Person
from newstimeline.when import parse
from support.browser import browsing
from unit.builders import article

TITLES = {
    "Chinese": "欧盟各国领导人在布鲁塞尔举行会议讨论新的制裁措施以及和平谈判的前景" * 3,
    "Japanese": "首相は月曜日に辞任を表明した。" * 6,
    "emoji": "Rocket 🚀 launched 👩‍🔬 by 🇺🇦 and 🇫🇷 crews ❤️ " * 4,
    "combining": "Cafe\u0301 re\u0301ouvert a\u0300 Chişina\u0306u " * 6,
    "flags": "🇩🇪🇫🇷🇺🇦🇪🇺" * 20,
    "families": "👨‍👩‍👧‍👦👩🏽‍❤️‍💋‍👨🏿👍🏽1️⃣" * 10,
    "jamo": unicodedata.normalize("NFD", "대통령이 새로운 선거를 발표했다 ") * 5,
    "conjuncts": "राष्ट्रपति ने क्षेत्र में श्री ක්‍රි " * 5,
    "Zalgo": "Z" + "\u0301" * 300 + "algo " + "\u0e38" * 300,
    "Thai": "นายกรัฐมนตรีกล่าวว่านำน้ำ" * 6,
    "Hebrew": "ראש הממשלה הודיע על בחירות חדשות",
    "Arabic": "أعلن الرئيس عن وقف إطلاق النار",
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    people = tuple(Person(id=f"p{n}", name=title[:60]) for n, title in enumerate(TITLES.values()))
    events = tuple(
        Event(id=f"e{n}", title=title, when=parse(f"2024-05-{n + 1:02}"), people=(f"p{n}",))
        for n, title in enumerate(TITLES.values())
    )
    path = tmp_path / "scripts.sqlite"
    with LibraryWriter(path) as writer:
        writer.add([(Extraction(article=article(title="日本語の見出し🚀"), people=people, events=events), None)])
    return path


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 36), (200, 60)])
async def test_no_line_is_longer_or_shorter_than_the_screen(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size=size) as browser:
        for key in ("g", *["j"] * len(TITLES), "tab", "enter", "escape", "L", "escape", "enter"):
            await browser.press(key)
            widths = {cell_len(strip.text) for strip in browser.app.screen._compositor.render_strips()}
            assert widths == {size[0]}


async def test_what_stands_beside_a_wide_text_stays_in_its_column(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("g")
        borders = {cell_len(line[: line.index("▏")]) for line in browser.lines[5:35] if "▏" in line}
        assert borders == {72}


@pytest.mark.parametrize("script", ["Hebrew", "Arabic"])
async def test_text_from_right_to_left_is_isolated(library: Path, script: str) -> None:
    async with browsing(library) as browser:
        assert f"· \u2068{TITLES[script]}\u2069 " in browser.text


async def test_other_text_has_no_marks(library: Path) -> None:
    async with browsing(library) as browser:
        row = next(line for line in browser.lines if "Rocket" in line)
        assert "\u2068" not in row
