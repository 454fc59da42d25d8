from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstimeline.changes.change import Change, Kind, Value, What
from newstimeline.changes.change_values import ValueProblem
from newstimeline.library.change_application import Taken, _mains
from newstimeline.library.library import Library
from newstimeline.library.new_change import Stamp, draft, draft_name
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


def theirs(path: Path, id_: str, what: What, value: Value, kind: Kind = Kind.EVENT, who: str | None = "Bea") -> Change:
    """A change as another reader would give it."""
    stamp = Stamp(id_, "2025-11-09T10:00:00+00:00", who)
    with closing(sqlite3.connect(path)) as connection:
        return draft(connection, kind, EVENT, what, value, stamp)


def take(path: Path, *changes: Change) -> Taken:
    with LibraryWriter(path) as writer:
        return writer.take_changes(changes)


def test_undoing_ones_own_leaves_a_change_of_another_reader_whose_id_looks_alike(path: Path) -> None:
    own = theirs(path, "aaaaaaaa", What.NOTE, "Check.", who="Ann")
    with LibraryWriter(path) as writer:
        writer.change([own])
    take(path, theirs(path, "aaaaaaaa-1", What.TITLE, "Theirs"))
    undo(path)
    assert extraction(path).events[0].title == "Ada Quill opens the harbour"
    assert titles(path, "has:note") == ["Ada Quill opens the harbour"]
    redo(path)
    assert titles(path, "has:note") == ["Theirs"]


def test_a_change_with_the_id_of_another_one_is_not_taken_for_known(path: Path) -> None:
    first = theirs(path, "aaaaaaaa", What.NOTE, "One.")
    other = replace(first, value="Two.")
    assert take(path, first, first, other) == Taken(1, 1, 0, (other,))
    assert take(path, other) == Taken(0, 0, 0, (other,))


def poison(path: Path, id_: str, **other: object) -> None:
    """Let the log have what an older version took: a change in force of which something means nothing."""
    with closing(sqlite3.connect(path)) as connection, connection:
        (record,) = connection.execute("SELECT record FROM change WHERE id = ?", (id_,)).fetchone()
        wrong = json.dumps({**json.loads(record), **other})
        connection.execute("UPDATE change SET record = ? WHERE id = ?", (wrong, id_))


@pytest.fixture
def poisoned(path: Path) -> Path:
    take(path, theirs(path, "aaaaaaaa", What.TITLE, "Theirs"))
    poison(path, "aaaaaaaa", made="yesterday")
    return path


def test_what_the_log_has_that_is_no_change_is_left_out_and_named(poisoned: Path) -> None:
    with Library(poisoned) as library:
        assert library.own.changes() == []
        assert library.detail(EVENT).own == ()
        (one,) = library.own.unreadable_changes()
        (problem,) = library.integrity()
    assert problem.startswith(f"change {one.number} is left out: made takes a moment such as 2025")
    assert "--rebuild" in problem


def test_rebuilding_takes_back_what_is_no_change_and_puts_it_out_of_force(poisoned: Path) -> None:
    assert "Theirs" in titles(poisoned)
    with LibraryWriter(poisoned) as writer:
        writer.rebuild()
    assert extraction(poisoned) == harbour()
    with Library(poisoned) as library:
        assert library.integrity() == []


def test_a_change_that_is_put_right_takes_the_place_of_what_was_none(poisoned: Path) -> None:
    assert take(poisoned, theirs(poisoned, "aaaaaaaa", What.DATE, "1999")).new == 1
    one = extraction(poisoned).events[0]
    assert (one.title, str(one.when)) == ("Ada Quill opens the harbour", "1999")
    with Library(poisoned) as library:
        assert library.integrity() == []


def test_another_change_of_the_article_takes_back_what_is_no_change(poisoned: Path) -> None:
    make(poisoned, What.NOTE, "Check.")
    assert extraction(poisoned) == harbour()


def test_evidence_that_is_too_long_to_be_quoted_can_not_be_changed(tmp_path: Path) -> None:
    text = "word " * 30_000
    one = event(evidence=Span(0, len(text)))
    with LibraryWriter(tmp_path / "library.db") as writer:
        writer.add([(Extraction(article=article(text=text), events=(one,)), None)])
    with pytest.raises(ValueProblem, match="longer than 100,000"):
        theirs(tmp_path / "library.db", "aaaaaaaa", What.NOTE, "Check.")


def test_a_reader_who_is_called_as_the_program_makes_changes_like_any_other(meetings: Path) -> None:
    change = theirs(meetings, "aaaaaaaa", What.SAME, "A. Quill", Kind.PERSON, who="newstimeline")
    assert not change.is_automatic


@pytest.mark.parametrize(("middle", "joined"), [("Q. ", 1), ("Q" * 600 + " ", 0)])
def test_people_whose_names_no_change_can_have_are_not_joined(tmp_path: Path, middle: str, joined: int) -> None:
    with LibraryWriter(tmp_path / "library.db") as writer:
        for name in (f"Ada {middle}Quill", "Quill"):
            found = people(name, headline=name)
            mayors = tuple(replace(one, roles=("mayor",)) for one in found.people)
            writer.add([(replace(found, people=mayors), None)])
    with Library(tmp_path / "library.db") as library:
        assert len(library.own.changes()) == joined
        assert library.integrity() == []


def test_people_said_to_be_one_in_a_long_chain_are_the_last_one() -> None:
    same = {person: person + 1 for person in range(5_000)}
    assert set(_mains(same).values()) == {5_000}
    assert set(_mains({**same, 5_000: 7}).values()) == {7}


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


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
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
