from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.changes.change import What
from newstimeline.clean import is_clean
from newstimeline.library.views import Annotation, ArticleInfo, EventDetail, EventRow, PersonSeen, PlaceSeen, QuoteSaid
from newstimeline.output.event_lines import plain_line
from newstimeline.output.event_records import CSV_COLUMNS, csv_lines, json_line
from newstimeline.terms import Basis, QuoteKind
from unit.builders import dated_events, harbour, stored, when

ANY = st.text(st.characters(exclude_categories=())) | st.text("=+-@\t\r\n\"',;| \x1b[31m\u202e\u2028")


def detail(
    *,
    date: str | None = "2025-11-07",
    title: str = "Harbour opens",
    person: str = "Ada Quill",
    source: str | None = "she",
    speaker: str | None = "Ada Quill",
    quote: str = "It is done",
    place: str = "Lindhaven",
    headline: str = "Headline",
    outlet: str | None = "The Post",
    url: str | None = "https://post.example",
) -> EventDetail:
    made = ((What.STATUS, "confirmed"), (What.TAGS, "harbour"))
    return EventDetail(
        own=tuple(Annotation(what, value, "2025-11-08T10:00:00+00:00", None, None, None) for what, value in made),
        id=1,
        uid="ab12",
        local="e1",
        title=title,
        when=when(date),
        basis=Basis.STATED,
        time_text="Friday",
        anchor=None,
        evidence=None,
        people=(PersonSeen(1, person, ("mayor",)),),
        quotes=(QuoteSaid(1, QuoteKind.DIRECT, quote, speaker, None, (), None, source, ()),),
        places=(PlaceSeen(1, place),),
        article=ArticleInfo(1, headline, when("2025-11-08"), outlet, None, url, None, True, "a1"),
    )


def cells(event: EventDetail) -> dict[str, str]:
    header, line = csv.reader(csv_lines([event]))
    return dict(zip(header, line, strict=True))


@pytest.mark.parametrize(
    ("date", "quotes", "line"),
    [
        ("2025-11-07", 0, "2025-11-07  Harbour opens"),
        ("2025-11", 1, "2025-11     Harbour opens  [1 quote]"),
        ("2025-08-15/2025-10", 2, "2025-08-15/2025-10  Harbour opens  [2 quotes]"),
        ("-0043", 0, "-0043       Harbour opens"),
        (None, 0, "undated     Harbour opens"),
    ],
)
def test_a_plain_line_has_date_title_and_quotes(date: str | None, quotes: int, line: str) -> None:
    assert plain_line(EventRow(1, "Harbour opens", when(date), None, quotes)) == line


@given(title=ANY)
def test_an_event_is_one_plain_line_whatever_its_title_holds(title: str) -> None:
    line = plain_line(EventRow(1, title, when("2025"), None, 3))
    assert line.splitlines() == [line]
    assert is_clean(line)
    assert line.endswith("  [3 quotes]")


@given(ANY, ANY, ANY, ANY)
def test_an_event_is_one_line_of_csv_whatever_it_holds(title: str, person: str, quote: str, url: str) -> None:
    _, *lines = csv_lines([detail(title=title, person=person, quote=quote, url=url, speaker=None, source=title)])
    (line,) = lines
    assert line.splitlines() == [line]
    assert is_clean(line)
    (read,) = csv.reader([line])
    assert len(read) == len(CSV_COLUMNS)


def test_the_columns_of_csv_are_filled() -> None:
    assert cells(detail()) == {
        "date": "2025-11-07",
        "first_day": "2025-11-07",
        "last_day": "2025-11-07",
        "basis": "stated",
        "title": "Harbour opens",
        "people": "Ada Quill",
        "places": "Lindhaven",
        "quotes": "Ada Quill: It is done",
        "source": "The Post",
        "published": "2025-11-08",
        "headline": "Headline",
        "url": "https://post.example",
        "status": "confirmed",
        "tags": "harbour",
        "note": "",
        "id": "ab12",
    }


@pytest.mark.parametrize(
    ("speaker", "source", "cell"),
    [("Ada", "she", "Ada: So be it"), (None, "she", "she: So be it"), (None, None, "unattributed: So be it")],
)
def test_a_quote_names_the_speaker_or_the_words_for_one(speaker: str | None, source: str | None, cell: str) -> None:
    assert cells(detail(speaker=speaker, source=source, quote="So be it"))["quotes"] == cell


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t=", "\r\n@", "\u2028+"], ids=ascii)
def test_no_cell_runs_as_a_formula(start: str) -> None:
    run = f"{start}HYPERLINK(1)"
    row = cells(detail(title=run, person=run, place=run, speaker=run, headline=run, outlet=run, url=run))
    for column in ("title", "people", "places", "quotes", "source", "headline", "url"):
        assert row[column].startswith("'")
        assert "HYPERLINK(1)" in row[column]


@given(ANY)
def test_whatever_a_cell_holds_it_does_not_begin_as_a_formula(text: str) -> None:
    row = cells(detail(title=text, person=text, place=text, speaker=text, headline=text, outlet=text, url=text))
    starting = [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert all(re.fullmatch(r"[+-]\d[\d.,]*%?", cell) for cell in starting)  # numbers are left as they are


@pytest.mark.parametrize("number", ["-5", "+3.2%", "-1,000"])
def test_a_number_is_no_formula(number: str) -> None:
    assert cells(detail(title=number))["title"] == number


@pytest.mark.parametrize("date", ["-0043-03-15", "-0043", "-004X", "../-0043"])
def test_a_date_before_christ_is_no_formula(date: str) -> None:
    assert cells(detail(date=date))["date"] == date


def test_an_undated_event_has_an_empty_cell() -> None:
    assert cells(detail(date=None))["date"] == ""


def test_commas_and_quotation_marks_stay_within_their_cell() -> None:
    assert cells(detail(title='So, "done"'))["title"] == 'So, "done"'


def test_csv_has_a_header_also_without_events() -> None:
    assert list(csv_lines([])) == [",".join(CSV_COLUMNS)]


def test_json_has_everything_of_an_event() -> None:
    assert json.loads(json_line(detail())) == {
        "schema": "newstimeline-event/1",
        "id": "ab12",
        "date": "2025-11-07",
        "basis": "stated",
        "title": "Harbour opens",
        "people": [{"name": "Ada Quill", "roles": ["mayor"]}],
        "places": ["Lindhaven"],
        "quotes": [{"text": "It is done", "kind": "direct", "speaker": "Ada Quill", "source": "she"}],
        "article": {
            "title": "Headline",
            "published": "2025-11-08",
            "source": "The Post",
            "url": "https://post.example",
        },
        "status": "confirmed",
        "tags": "harbour",
    }


def test_json_of_an_undated_event_has_null() -> None:
    bare = replace(detail(date=None, outlet=None, url=None), basis=None)
    value = json.loads(json_line(bare))
    assert (value["date"], value["basis"], value["article"]["source"]) == (None, None, None)


@given(ANY, ANY)
def test_an_event_is_one_harmless_line_of_json_whatever_it_holds(title: str, quote: str) -> None:
    line = json_line(detail(title=title, quote=quote))
    assert line.splitlines() == [line]
    assert is_clean(line)
    value = json.loads(line)
    assert len(value["title"]) == len(title)
    assert value["article"]["title"] == "Headline"


def test_what_the_library_answers_can_be_listed(tmp_path: Path) -> None:
    with stored(tmp_path / "library.db", harbour(), dated_events(None, headline="Other")) as library:
        ids = library.everything().ids()
        assert [plain_line(row) for row in library.rows(ids)] == [
            "2025-11-07~  Ada Quill opens the harbour  [1 quote]",
            "undated     Something happens 0",
        ]
        details = [library.detail(int(i)) for i in ids]
    assert [json.loads(json_line(one))["date"] for one in details] == ["2025-11-07~", None]
    assert len(list(csv_lines(details))) == 3
