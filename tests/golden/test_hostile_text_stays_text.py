"""Text that would run, link, mark up or begin something of its own in a format is only text in it."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import icalendar
import orgparse
import pytest
from markdown_it import MarkdownIt

from newstimeline.clean import is_clean
from newstimeline.output.formats import FORMATS
from support.attacks import ATTACKS_ON_FORMATS
from support.exports import document, hostile_story
from support.stories import make_library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_library(tmp_path_factory.mktemp("hostile") / "library.sqlite", hostile_story())


def exported(name: str, path: Path) -> str:
    return document(name, path, title=ATTACKS_ON_FORMATS[0])


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_in_a_document_steers_a_terminal(library: Path, name: str) -> None:
    assert is_clean(exported(name, library).replace("\r\n", "\n"))


@pytest.mark.parametrize("name", ["csv", "timelinejs-csv", "timesketch-csv"])
def test_no_cell_of_a_table_runs(library: Path, name: str) -> None:
    text = exported(name, library)
    rows = list(csv.reader(io.StringIO(text)))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "+", "-"))]
    assert any("'=cmd|" in cell for row in rows for cell in row)
    assert "'=cmd" not in document(name, library, raw=True)


class Elements(HTMLParser):
    """The elements and addresses of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {(name, value or "") for name, value in attrs}


def test_the_page_has_no_element_but_its_own(library: Path) -> None:
    text = exported("html", library)
    page = Elements(text)
    assert text.count("<script") == 1
    assert "img" not in page.names
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"]
    assert not [value for name, value in page.attributes if name == "href" and not value.startswith("#")]


def test_slides_of_timelinejs_have_no_element_but_theirs(library: Path) -> None:
    for slide in json.loads(exported("timelinejs", library))["events"]:
        assert Elements(slide["text"]["headline"]).names == set()
        assert Elements(slide["text"]["text"]).names <= {"p", "blockquote", "cite", "a"}
        assert "href" not in slide["text"]["text"]


def test_markdown_shows_the_words_as_they_are(library: Path) -> None:
    page = Elements(MarkdownIt("commonmark").render(exported("markdown", library)))
    assert page.names <= {"h1", "h2", "p", "ul", "li", "strong", "blockquote"}


def test_an_entry_of_the_calendar_ends_only_where_ours_does(library: Path) -> None:
    calendar = icalendar.Calendar.from_ical(exported("ical", library))
    assert len(calendar.walk("VEVENT")) == len(ATTACKS_ON_FORMATS)
    assert not calendar.walk("VALARM")


def test_org_finds_no_heading_link_block_or_macro_of_theirs(library: Path) -> None:
    text = exported("org", library)
    assert len(orgparse.loads(text).children) == len(ATTACKS_ON_FORMATS)
    assert not re.search(r"\[\[|<%%|\{\{\{|src_sh|@@|^#\+include", text, re.MULTILINE | re.IGNORECASE)


@pytest.mark.parametrize("name", ["csl", "schema", "annotations", "timelinejs"])
def test_a_json_document_says_the_same_and_links_nowhere(library: Path, name: str) -> None:
    text = exported(name, library)
    json.loads(text)
    assert "javascript:alert('" not in text


@pytest.mark.parametrize("name", ["events", "timesketch"])
def test_each_line_of_json_is_one_record(library: Path, name: str) -> None:
    records = [json.loads(line) for line in exported(name, library).splitlines()]
    assert len(records) == len(ATTACKS_ON_FORMATS)
