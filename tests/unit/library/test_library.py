from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from newstimeline.library.library import Library
from newstimeline.library.views import Counted, Facets
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Extraction, Person
from newstimeline.query import Words
from newstimeline.terms import Basis, QuoteKind
from newstimeline.when import parse
from unit.builders import article, dated_events, event, harbour, stored, titles_in_order


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def test_a_reader_sees_what_a_writer_commits(path: Path) -> None:
    with stored(path, dated_events("2025")) as library, LibraryWriter(path) as writer:
        before = library.everything()
        assert library.everything().columns is before.columns
        writer.add([(dated_events("2024", "2026", headline="Other"), None)])
        assert len(before) == 1
        assert [row.when for row in library.rows(library.everything().ids())] == [
            parse("2024"),
            parse("2025"),
            parse("2026"),
        ]


def test_a_reader_does_not_see_what_is_not_committed(path: Path) -> None:
    with stored(path, dated_events("2025")) as library:
        writer = sqlite3.connect(path, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM event")
        assert len(library.everything()) == 1
        assert len(library.rows([1])) == 1
        writer.close()


def test_what_was_found_before_others_came_has_no_facets_of_now(path: Path) -> None:
    with stored(path, harbour()) as library, LibraryWriter(path) as writer:
        before = library.everything()
        assert library.facets(before).people == (Counted(1, "Ada Quill", 1),)
        writer.add([(dated_events("2024", "2026", headline="Other"), None)])
        assert library.facets(before).people == ()
        assert library.facets(library.everything()).people == (Counted(1, "Ada Quill", 1),)


def test_what_one_reader_has_in_memory_serves_another(path: Path) -> None:
    with stored(path, dated_events("2025")) as one, Library(path) as other:
        found = one.everything()
        other.learn(one.known)
        assert other.everything().columns is found.columns


def test_rows_come_in_the_order_asked_for(path: Path) -> None:
    dates = [f"{year:04}" for year in range(1, 1204)]
    with stored(path, dated_events(*dates)) as library:
        backwards = library.everything().ids()[::-1]
        assert [row.id for row in library.rows(backwards)] == backwards.tolist()
        assert library.rows([7, 99_999, 3]) == [*library.rows([7]), *library.rows([3])]
        assert library.rows([]) == []


def test_a_row_says_what_a_list_needs(path: Path) -> None:
    with stored(path, harbour()) as library:
        (row,) = library.rows([1])
    assert (row.title, row.when, row.basis, row.quotes) == (
        "Ada Quill opens the harbour",
        parse("2025-11-07~"),
        Basis.STATED,
        1,
    )


def test_the_detail_of_an_event_has_everything_to_show(path: Path) -> None:
    with stored(path, harbour()) as library:
        detail = library.detail(1)
    event = harbour().events[0]
    assert (detail.title, detail.when, detail.basis, detail.evidence) == (
        event.title, event.when, event.basis, event.evidence,
    )  # fmt: skip
    assert (detail.local, detail.time_text, detail.anchor) == ("e1", "Friday", parse("2025-11-08"))
    (person,) = detail.people
    assert (person.name, person.roles) == ("Ada Quill", ("mayor", "engineer"))
    (quote,) = detail.quotes
    assert (quote.kind, quote.text, quote.speaker) == (QuoteKind.DIRECT, "It is done,", "Ada Quill")
    assert (quote.roles, quote.source) == (("mayor", "engineer"), "she")
    assert quote.spans == harbour().quotes[0].spans
    assert [place.name for place in detail.places] == ["Lindhaven"]
    assert (detail.article.title, detail.article.published) == ("Harbour opens", parse("2025-11-07"))
    assert detail.article.has_text


def test_the_events_of_a_person_are_counted_across_articles_and_spellings(path: Path) -> None:
    def naming(headline: str, name: str, *dates: str) -> Extraction:
        events = tuple(event(f"e{n}", f"Event {n}", date, people=["p1"]) for n, date in enumerate(dates))
        return Extraction(article=article(headline), people=(Person(id="p1", name=name),), events=events)

    with stored(path, naming("One", "José Quill", "2024", "2025"), naming("Two", "Jose Quill", "2026")) as library:
        assert {library.detail(n).people[0].id for n in (1, 2, 3)} == {1}
        assert library.events_of_people(library.everything()).tolist() == [0, 3]


@pytest.mark.parametrize("ask", [Library.detail, Library.extraction, Library.article_info])
def test_what_is_not_there_is_a_key_error(path: Path, ask: object) -> None:
    assert callable(ask)
    with stored(path, harbour()) as library, pytest.raises(KeyError):
        ask(library, 99)


def test_articles_are_numbered_in_the_order_of_arrival(path: Path) -> None:
    headlines = ["C", "A", "B"]
    with stored(path, *(dated_events("2025", headline=headline) for headline in headlines)) as library:
        assert [library.article_info(n).title for n in library.article_numbers()] == headlines


def test_an_empty_library_has_nothing_and_breaks_nothing(path: Path) -> None:
    with stored(path) as library:
        assert len(library.everything()) == 0
        assert library.everything().dated == 0
        assert len(library.find(Words("a", prefix=True))) == 0
        assert library.everything().ordinal_at(0) == 0
        assert library.facets(library.everything()) == Facets((), (), ())
        assert library.totals() == {"article": 0, "event": 0, "quote": 0, "person": 0}
        assert library.integrity() == []


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("DELETE FROM article_person", "refers to a missing article_person"),
        ("DELETE FROM quote", "refers to a missing quote"),
        ("INSERT INTO recent_words (rowid, title) VALUES (9, 'x')", "the indexes of words have other events"),
    ],
)
def test_what_does_not_hang_together_in_the_file_is_found(path: Path, damage: str, problem: str) -> None:
    stored(path, harbour()).close()
    connection = sqlite3.connect(path)
    connection.execute(damage)
    connection.commit()
    connection.close()
    with Library(path) as library:
        assert problem in " ".join(library.integrity())


def test_events_without_a_date_come_last(path: Path) -> None:
    with stored(path, dated_events(None, "2025", None, "-0043")) as library:
        assert titles_in_order(library) == [f"Something happens {n}" for n in (3, 1, 0, 2)]
        assert library.everything().dated == 2


def test_no_event_is_called_what_is_no_text(tmp_path: Path) -> None:
    with stored(tmp_path / "library.db", harbour()) as library:
        assert library.event_of("caf\udcff") is None
