from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstimeline.changes.model import Kind, Value, What
from newstimeline.library.drafting import Stamp, draft, draft_name
from newstimeline.library.reader import Library
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Extraction, Person, Span
from newstimeline.query import parse_query
from newstimeline.terms import Basis
from unit.builders import SMALL_SIZES, TEXT, article, dated_events, event, harbour

EVENT = 1


def ferry() -> Extraction:
    return dated_events("2025-11-01", "2025-11-10", headline="Ferry sails")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with LibraryWriter(path) as writer:
        writer.add([(harbour(), "rules 1"), (ferry(), None)])
    return path


_IDS = count()


def make(path: Path, what: What, value: Value, kind: Kind = Kind.EVENT, thing: int = EVENT) -> None:
    stamp = Stamp(f"change-{next(_IDS):08}", "2025-11-08T10:00:00+00:00", "Ann")
    connection = sqlite3.connect(path)
    change = draft(connection, kind, thing, what, value, stamp)
    connection.close()
    with LibraryWriter(path) as writer:
        writer.change([change])


def undo(path: Path) -> None:
    with LibraryWriter(path) as writer:
        writer.undo()


def redo(path: Path) -> None:
    with LibraryWriter(path) as writer:
        writer.redo()


def titles(path: Path, query: str = "") -> list[str]:
    with Library(path) as library:
        found = library.find(parse_query(query, date(2025, 11, 8)))
        return [row.title for row in library.rows(found.ids())]


def extraction(path: Path, number: int = 1) -> Extraction:
    with Library(path) as library:
        return library.extraction(number)


def test_a_corrected_date_moves_the_event_on_the_timeline(path: Path) -> None:
    make(path, What.DATE, "2025-12")
    assert titles(path)[-1] == "Ada Quill opens the harbour"
    assert titles(path, "basis:corrected in:2025-12") == ["Ada Quill opens the harbour"]


def test_what_was_found_is_shown_beside_with_who_changed_it(path: Path) -> None:
    make(path, What.DATE, "2025-12")
    with Library(path) as library:
        own = library.detail(EVENT).made(What.DATE)
    assert own
    assert (own.value, own.found, own.extractor, own.who) == ("2025-12", "2025-11-07~", "rules 1", "Ann")


def test_undo_brings_back_what_was_found_and_redo_the_change(path: Path) -> None:
    make(path, What.TITLE, "The harbour is open")
    undo(path)
    assert extraction(path) == harbour()
    redo(path)
    assert extraction(path).events[0].title == "The harbour is open"


def test_a_new_change_forgets_what_was_undone(path: Path) -> None:
    make(path, What.TITLE, "One")
    undo(path)
    make(path, What.NOTE, "Check.")
    redo(path)
    assert extraction(path).events[0].title == "Ada Quill opens the harbour"


def test_an_event_keeps_its_id_through_all_that_is_made_of_it(path: Path) -> None:
    make(path, What.TITLE, "One")
    make(path, What.DATE, "1999")
    with Library(path) as library:
        assert library.detail(EVENT).title == "One"


def test_a_hidden_event_is_gone_until_that_is_undone(path: Path) -> None:
    make(path, What.HIDDEN, True)
    assert "Ada Quill opens the harbour" not in titles(path)
    undo(path)
    assert "Ada Quill opens the harbour" in titles(path)


def test_an_event_added_by_hand_can_be_dated_and_renamed(path: Path) -> None:
    make(path, What.EVENT, "The first ship left", Kind.ARTICLE, 1)
    added = next(i for i in range(1, 9) if title_of(path, i) == "The first ship left")
    make(path, What.DATE, "2025-11-09", thing=added)
    make(path, What.TITLE, "The first ship sailed", thing=added)
    assert titles(path, "in:2025-11-09") == ["The first ship sailed"]


def title_of(path: Path, event: int) -> str | None:
    with Library(path) as library:
        try:
            return library.detail(event).title
        except KeyError:
            return None


def test_a_changed_speaker_is_found_by_queries(path: Path) -> None:
    make(path, What.SPEAKER, "Bea Lund", Kind.QUOTE, 1)
    assert titles(path, "speaker:lund") == ["Ada Quill opens the harbour"]
    assert titles(path, "speaker:quill") == []


def test_a_correction_survives_another_extraction_of_the_article(path: Path) -> None:
    make(path, What.DATE, "2025-12")
    make(path, What.MARK, "")
    found = harbour()
    evidence = found.events[0].evidence
    assert evidence
    again = replace(
        found, events=(replace(found.events[0], title="New", evidence=Span(evidence.start, evidence.end - 1)),)
    )
    with LibraryWriter(path) as writer:
        writer.add([(again, "rules 2")], again=True)
    one = extraction(path).events[0]
    assert (one.title, str(one.when), one.basis) == ("New", "2025-12", Basis.CORRECTED)
    assert titles(path, "is:marked") == ["New"]
    undo(path)
    undo(path)
    assert extraction(path) == again


def test_a_change_that_has_lost_its_place_is_listed(path: Path) -> None:
    make(path, What.DATE, "2025-12")
    with LibraryWriter(path) as writer:
        writer.add([(replace(harbour(), events=()), "rules 2")], again=True)
    with Library(path) as library:
        assert [entry.change.what for entry in library.own.lost_changes()] == [What.DATE]
    with LibraryWriter(path) as writer:
        writer.add([(harbour(), "rules 3")], again=True)
    with Library(path) as library:
        assert library.own.lost_changes() == []
    assert str(extraction(path).events[0].when) == "2025-12"


def test_the_same_article_is_unchanged_although_it_was_corrected(path: Path) -> None:
    make(path, What.DATE, "2025-12")
    with LibraryWriter(path) as writer:
        assert [str(one.value) for one in writer.add([(harbour(), "rules 1")])] == ["unchanged"]


def version(body: str) -> Extraction:
    """The harbour's article as it was put out later, with its events in the text as it is then."""
    found = harbour()
    text = TEXT.replace("Harbour opens\n\n", f"Harbour opens\n\n{body}\n\n")
    by = len(text) - len(TEXT)
    changed = article(text=text, url=found.article.url)
    evidence = found.events[0].evidence
    assert evidence
    moved = replace(
        found.events[0],
        people=(),
        quotes=(),
        places=(),
        time=None,
        evidence=Span(evidence.start + by, evidence.end + by),
    )
    return Extraction(article=changed, events=(moved,))


def test_a_later_version_of_an_article_takes_the_corrections_along(path: Path) -> None:
    make(path, What.DATE, "2025-12")
    make(path, What.NOTE, "Check.")
    make(path, What.EVENT, "The first ship left", Kind.ARTICLE, 1)
    with LibraryWriter(path) as writer:
        writer.add([(version("Updated on Saturday."), "rules 1")])
    assert [(one.title, str(one.when)) for one in extraction(path).events] == [
        ("Ada Quill opens the harbour", "2025-12"), ("The first ship left", "None"),
    ]  # fmt: skip
    assert titles(path, "has:note") == ["Ada Quill opens the harbour"]
    undo(path)
    undo(path)
    undo(path)
    assert extraction(path) == version("Updated on Saturday.")
    with Library(path) as library:
        assert library.integrity() == []


def test_a_correction_made_to_the_first_version_reaches_the_later_one(path: Path) -> None:
    with LibraryWriter(path) as writer:
        writer.add([(version("Updated on Saturday."), "rules 1")])
    make(path, What.TITLE, "Harbour is open")
    assert titles(path, "title:open") == ["Harbour is open"]


@pytest.mark.parametrize(
    ("what", "value", "query"),
    [
        (What.MARK, "", "is:marked"),
        (What.NOTE, "Check.", "has:note"),
        (What.STATUS, "disputed", "is:disputed"),
        (What.TAGS, "harbour ships", "tag:ship"),
        (What.TITLE, "Ada Quill opens the harbour", "is:corrected"),
    ],
)
def test_what_a_reader_made_of_an_event_finds_it(path: Path, what: What, value: str, query: str) -> None:
    assert titles(path, query) == []
    make(path, what, value)
    assert titles(path, query) == ["Ada Quill opens the harbour"]


def test_all_events_are_unreviewed_but_those_that_are_judged(path: Path) -> None:
    make(path, What.STATUS, "confirmed")
    assert titles(path, "is:unreviewed") == ["Something happens 0", "Something happens 1"]
    make(path, What.STATUS, None)
    assert len(titles(path, "is:unreviewed")) == 3


@pytest.mark.parametrize(("kind", "thing"), [(Kind.QUOTE, 1), (Kind.ARTICLE, 1)])
def test_a_note_on_a_quote_or_an_article_finds_its_events(path: Path, kind: Kind, thing: int) -> None:
    make(path, What.NOTE, "Check.", kind, thing)
    assert titles(path, "has:note") == ["Ada Quill opens the harbour"]


def people(*names: str, headline: str, date: str = "2025-11-01") -> Extraction:
    """An article with one event at which all of them are."""
    persons = tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(names))
    one = event("e1", f"{headline} happens", date, people=[person.id for person in persons])
    return Extraction(article=article(headline), people=persons, events=(one,))


@pytest.fixture
def meetings(tmp_path: Path) -> Path:
    path = tmp_path / "people.db"
    with LibraryWriter(path, sizes=SMALL_SIZES) as writer:
        writer.add([(people("Ada Quill", headline="First"), None), (people("A. Quill", headline="Second"), None)])
        writer.add([(people("Ada Quill", "A. Quill", headline="Third"), None)])
    return path


def test_two_people_become_one_with_all_events_each_once(meetings: Path) -> None:
    make(meetings, What.SAME, "Ada Quill", Kind.PERSON, 2)
    with Library(meetings) as library:
        facets = library.facets(library.everything())
        assert [(one.name, one.events) for one in facets.people] == [("Ada Quill", 3)]
    assert len(titles(meetings, 'person:"Ada Quill"')) == 3
    assert len(titles(meetings, 'person:"A. Quill"')) == 3


def test_people_who_were_made_one_come_apart_by_undo(meetings: Path) -> None:
    make(meetings, What.SAME, "Ada Quill", Kind.PERSON, 2)
    undo(meetings)
    assert len(titles(meetings, 'person:"Ada Quill"')) == 2


def test_a_person_takes_another_name_everywhere(meetings: Path) -> None:
    make(meetings, What.NAME, "Adelheid Quill", Kind.PERSON, 1)
    assert titles(meetings, "person:adelheid") == ["First happens", "Third happens"]
    with Library(meetings) as library:
        assert "Adelheid Quill" in [person.name for person in library.detail(1).people]


def test_people_of_one_name_are_told_apart_by_the_article(meetings: Path) -> None:
    connection = sqlite3.connect(meetings)
    stamp = Stamp("change-apart", "2025-11-08T10:00:00+00:00", None)
    change = draft_name(connection, 1, 1, "Ada Quill (engineer)", stamp)
    connection.close()
    with LibraryWriter(meetings) as writer:
        writer.change([change])
    assert titles(meetings, 'person:"Ada Quill (engineer)"') == ["First happens"]


def test_people_who_are_said_to_be_each_other_are_one(meetings: Path) -> None:
    make(meetings, What.SAME, "Ada Quill", Kind.PERSON, 2)
    make(meetings, What.SAME, "A. Quill", Kind.PERSON, 1)
    with Library(meetings) as library:
        assert len(library.facets(library.everything()).people) == 1


SOME = st.lists(
    st.sampled_from(
        [
            (What.DATE, "2024", Kind.EVENT, 1), (What.DATE, None, Kind.EVENT, 2), (What.TITLE, "New", Kind.EVENT, 1),
            (What.MARK, "", Kind.EVENT, 3), (What.SPEAKER, "Bea Lund", Kind.QUOTE, 1),
            (What.NOTE, "x", Kind.ARTICLE, 1), (What.EVENT, "By hand", Kind.ARTICLE, 2),
            (What.NAME, "Ad", Kind.PERSON, 1), "undo", "redo",
        ]
    ),
    max_size=8,
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SOME)
def test_whatever_is_done_the_library_is_in_order_and_undo_leads_back(tmp_path: Path, steps: list[object]) -> None:
    path = tmp_path / f"{next(_IDS)}.db"
    with LibraryWriter(path, sizes=SMALL_SIZES) as writer:
        writer.add([(harbour(), "rules 1"), (ferry(), None)])
    for step in steps:
        match step:
            case "undo":
                undo(path)
            case "redo":
                redo(path)
            case (What() as what, str() | None as value, Kind() as kind, int() as thing):
                make(path, what, value, kind, thing)
    with Library(path) as library:
        assert library.integrity() == []
    for _ in steps:
        undo(path)
    with Library(path) as library:
        assert library.integrity() == []
        assert library.extraction(1) == harbour()
        assert library.extraction(2) == ferry()
