"""Readers that are not ours take each format for what it is meant to be."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import icalendar
import jsonschema
import orgparse
import pytest
import rdflib
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from newstimeline.library.library import Library
from newstimeline.library.writer import LibraryWriter
from newstimeline.output.export_source import Unfit
from newstimeline.output.formats import FORMATS
from newstimeline.records import load
from support.exports import OWN_STORY_TITLES, document, own_story, told
from support.stories import make_library
from unit.builders import dated_events

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib warns of itself
FOLDER = Path(__file__).parent


def golden(name: str) -> str:
    return (FOLDER / f"{name}{FORMATS[name].ending}").read_text(encoding="utf-8")


def test_sources_keep_to_the_official_schema_of_csl() -> None:
    schema = json.loads((FOLDER / "schemas" / "csl-data.json").read_text(encoding="utf-8"))
    sources = json.loads(golden("csl"))
    jsonschema.validate(sources, schema)
    assert [one["title"] for one in sources] == ["Harbour bridge to close", "Bridge closed, ferry returns"]


def test_icalendar_reads_the_calendar() -> None:
    calendar = icalendar.Calendar.from_ical((FOLDER / "ical.ics").read_bytes())
    entries = calendar.walk("VEVENT")
    assert [str(entry["SUMMARY"]) for entry in entries] == OWN_STORY_TITLES[:-1]
    month = entries[1]
    assert (month.decoded("DTSTART"), month.decoded("DTEND")) == (date(2024, 3, 1), date(2024, 4, 1))
    assert not [entry.errors for entry in entries if entry.errors]


def test_a_line_of_the_calendar_has_at_most_75_bytes() -> None:
    lines = (FOLDER / "ical.ics").read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)


def graph_of(name: str, context: object) -> rdflib.Graph:
    """The statements of JSON-LD, with a context in place of the one that stands in the web."""
    return rdflib.Graph().parse(data=json.dumps({**json.loads(golden(name)), "@context": context}), format="json-ld")


def test_the_statements_of_schema_org_hang_together() -> None:
    graph = graph_of("schema", {"@vocab": "https://schema.org/"})
    asked = """PREFIX s: <https://schema.org/> SELECT ?who ?words ?headline WHERE {
        ?event a s:Event; s:subjectOf ?quote . ?quote a s:Quotation; s:text ?words; s:creator/s:name ?who;
        s:isPartOf ?article . ?article a s:NewsArticle; s:headline ?headline }"""
    found = sorted(tuple(map(str, row)) for row in graph.query(asked))  # type: ignore[arg-type]
    assert found == [
        ("Ada Lind", "It is not safe,", "Harbour bridge to close"),
        ("Bo Ek", "the iron is tired.", "Harbour bridge to close"),
    ]
    names = "PREFIX s: <https://schema.org/> SELECT ?name WHERE { ?event a s:Event; s:name ?name }"
    assert sorted(str(row[0]) for row in graph.query(names)) == sorted(OWN_STORY_TITLES)  # type: ignore[index]


def test_annotations_find_their_words_by_position_and_by_what_stands_around(tmp_path: Path) -> None:
    context = {"@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type", "source": {"@type": "@id"}}
    graph = graph_of("annotations", context)
    asked = """PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?source ?exact ?prefix ?suffix ?start ?end WHERE {
        ?note a oa:Annotation; oa:target ?target . ?target oa:source ?source; oa:selector ?words, ?place .
        ?words a oa:TextQuoteSelector; oa:exact ?exact; oa:prefix ?prefix; oa:suffix ?suffix .
        ?place a oa:TextPositionSelector; oa:start ?start; oa:end ?end }"""
    rows = [[str(value) for value in row] for row in graph.query(asked)]  # type: ignore[union-attr]
    assert len(rows) == 11  # eight events, three quotes
    with Library(own_story(tmp_path / "library.sqlite")) as library:
        texts = {
            f"urn:newstimeline:article:{library.article_info(number).key}": library.text(number) or ""
            for number in library.article_numbers()
        }
    for source, exact, prefix, suffix, start, end in rows:
        text = texts[source]
        assert text[int(start) : int(end)] == exact
        assert f"{prefix}{exact}{suffix}" in text


def test_orgparse_reads_the_events_and_only_full_dates_are_timestamps() -> None:
    nodes = orgparse.loads(golden("org")).children
    assert len(nodes) == len(OWN_STORY_TITLES)
    assert [node.get_property("EDTF") for node in nodes][:2] == ["1911~", "2024-03"]
    stamps = [str(node.datelist[0]) if node.datelist else None for node in nodes]
    assert stamps == [None, None, "<2024-04-02 Tue>", "<2024-05-06 Mon>", "<2024-05-10 Fri 14:30>",
                      "<2024-05-11 Sat>", None, None]  # fmt: skip
    assert nodes[1].tags == {"bridge", "safety"}


def test_markdown_it_shows_each_quote_as_one_and_finds_every_source() -> None:
    page = MarkdownIt("commonmark").use(footnote_plugin).render(golden("markdown"))
    assert page.count("<blockquote>") == 3
    assert page.count('class="footnote-item"') == 2
    assert "<h2>Tue 2 April 2024</h2>" in page


@pytest.mark.parametrize("name", ["csv", "timelinejs-csv", "timesketch-csv"])
def test_the_rows_of_a_table_have_the_columns_of_its_head(name: str) -> None:
    head, *rows = csv.reader(io.StringIO(golden(name)), strict=True)
    assert {len(row) for row in rows} == {len(head)}
    assert len(rows) == (8 if name != "timesketch-csv" else 7)


def test_parsed_events_make_the_same_library_and_the_same_export(tmp_path: Path) -> None:
    text = golden("events")
    path = tmp_path / "again.sqlite"
    with LibraryWriter(path) as writer:
        writer.add((load(line), None) for line in text.splitlines())
    assert document("events", path) == text
    assert [event.title for line in text.splitlines() for event in load(line).events if event.extra] == [
        "Ada Lind says the harbour bridge will close",
        "Bo Ek inspects the bridge",
    ]


@pytest.mark.parametrize("name", ["ical", "timelinejs", "timelinejs-csv", "timesketch", "timesketch-csv"])
def test_what_a_format_has_no_place_for_is_said_with_its_number(tmp_path: Path, name: str) -> None:
    path = make_library(tmp_path / "library.sqlite", [dated_events("2025-11-07", None, None)])
    _, said = told(name, path)
    assert said == ["left out, since this format has no place for undated events: 2 events"]


def test_timesketch_drops_early_years_of_tables_and_that_is_said(tmp_path: Path) -> None:
    path = make_library(tmp_path / "library.sqlite", [dated_events("1611", "2025-11-07")])
    _, said = told("timesketch-csv", path)
    assert len(said) == 1
    assert "before 1700: 1 event" in said[0]
    assert told("timesketch", path)[1] == []


@pytest.mark.parametrize("name", ["timelinejs", "timelinejs-csv"])
def test_a_page_of_timelinejs_needs_a_dated_event(tmp_path: Path, name: str) -> None:
    path = make_library(tmp_path / "library.sqlite", [dated_events(None)])
    with pytest.raises(Unfit, match="dated event"):
        document(name, path)


@pytest.mark.parametrize(
    ("edtf", "start", "end", "display"),
    [
        ("2025-11", {"year": 2025, "month": 11}, None, None),
        ("2025-11~", {"year": 2025, "month": 11}, None, "about November 2025"),
        ("2025-22", {"year": 2025, "month": 6}, {"year": 2025, "month": 8}, "summer 2025"),
        ("198X", {"year": 1980}, {"year": 1989}, "1980s"),
        ("2025-08/..", {"year": 2025, "month": 8}, None, "from August 2025"),
        ("../2025-08", {"year": 2025, "month": 8}, None, "until August 2025"),
        ("2025-11-07/2025-11-09", {"year": 2025, "month": 11, "day": 7}, {"year": 2025, "month": 11, "day": 9},
         "Fri 7 November 2025 to Sun 9 November 2025"),
        ("-0043-03-15", {"year": -44, "month": 3, "day": 15}, None, "Fri 15 March 44 BC"),
    ],
)  # fmt: skip
def test_timelinejs_is_given_the_known_parts_of_a_date(
    tmp_path: Path, edtf: str, start: object, end: object, display: str | None
) -> None:
    path = make_library(tmp_path / "library.sqlite", [dated_events(edtf)])
    (slide,) = json.loads(document("timelinejs", path))["events"]
    assert (slide["start_date"], slide.get("end_date")) == (start, end)
    assert slide.get("display_date") == display
