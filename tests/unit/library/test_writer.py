from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.library.article_store import Added
from newstimeline.library.errors import LibraryError
from newstimeline.library.library import Library
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Event, Extraction, Person
from newstimeline.name_keys import name_key
from unit.builders import article, dated_events, event, extractions, harbour, stored


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def uids(path: Path) -> dict[str, str]:
    connection = sqlite3.connect(path)
    found = dict(connection.execute("SELECT title, uid FROM event").fetchall())
    connection.close()
    return found


def test_an_article_is_new_once(path: Path) -> None:
    with LibraryWriter(path) as writer:
        assert writer.add([(harbour(), None)]) == [Added.NEW]
        assert writer.add([(harbour(), None)]) == [Added.UNCHANGED]
        assert writer.add([(harbour(), "another extractor")]) == [Added.UNCHANGED]


def test_an_article_is_new_once_within_one_transaction(path: Path) -> None:
    with LibraryWriter(path) as writer:
        assert writer.add([(harbour(), None), (harbour(), None)]) == [Added.NEW, Added.UNCHANGED]


def test_the_same_article_from_another_place_is_unchanged(path: Path) -> None:
    moved = replace(harbour(), article=replace(harbour().article, path="elsewhere/copy.txt"))
    with LibraryWriter(path) as writer:
        writer.add([(harbour(), None)])
        assert writer.add([(moved, None)]) == [Added.UNCHANGED]


def test_other_findings_in_a_known_article_are_told_and_not_stored(path: Path) -> None:
    other = replace(harbour(), events=())
    with LibraryWriter(path) as writer:
        writer.add([(harbour(), None)])
        assert writer.add([(other, None)]) == [Added.DIFFERENT]
    with Library(path) as library:
        assert library.extraction(1) == harbour()
        assert library.totals() == {"article": 1, "event": 1, "quote": 1, "person": 1}


def test_nothing_to_add_is_no_error(path: Path) -> None:
    with LibraryWriter(path) as writer:
        assert writer.add([]) == []


def test_the_library_knows_what_it_has(path: Path) -> None:
    with LibraryWriter(path) as writer:
        assert not writer.has(harbour().article.id)
        writer.add([(harbour(), None)])
        assert writer.has(harbour().article.id)


def test_the_time_of_adding_and_the_extractor_are_kept(path: Path) -> None:
    with LibraryWriter(path, now=lambda: datetime(2025, 11, 7, 14, 30, 15, 999, UTC)) as writer:
        writer.add([(harbour(), "model 1, rules 2")])
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT added, extractor FROM article").fetchall() == [
        ("2025-11-07T14:30:15+00:00", "model 1, rules 2")
    ]
    connection.close()


@given(extraction=extractions())
def test_what_is_loaded_is_what_was_stored(tmp_path_factory: pytest.TempPathFactory, extraction: Extraction) -> None:
    with stored(tmp_path_factory.mktemp("library") / "library.db", extraction) as library:
        assert library.extraction(1) == extraction
        assert library.integrity() == []


def test_every_part_of_an_extraction_is_stored(path: Path) -> None:
    with stored(path, harbour()) as library:
        assert library.extraction(1) == harbour()


def test_an_event_keeps_its_identity_in_every_library(tmp_path: Path) -> None:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    stored(one, harbour(), dated_events("2025", headline="Other")).close()
    stored(other, dated_events("2024", headline="Third"), harbour()).close()
    title = harbour().events[0].title
    assert uids(one)[title] == uids(other)[title]


def test_events_on_the_same_words_have_identities_of_their_own(path: Path) -> None:
    evidence = harbour().events[0].evidence
    events = (event("e1", "one", evidence=evidence), event("e2", "two", evidence=evidence), event("e3", "three"))
    stored(path, replace(harbour(), events=events)).close()
    assert len(set(uids(path).values())) == 3


def test_the_identity_of_an_event_follows_from_its_evidence_and_not_from_what_was_made_of_it(tmp_path: Path) -> None:
    changed = replace(
        harbour(),
        events=(
            event("e0", "Something before"),
            replace(harbour().events[0], id="e9", title="Retitled", when=None, people=(), quotes=()),
        ),
    )
    stored(tmp_path / "one.db", harbour()).close()
    stored(tmp_path / "other.db", changed).close()
    assert uids(tmp_path / "one.db")[harbour().events[0].title] == uids(tmp_path / "other.db")["Retitled"]


def test_one_name_is_one_person_across_articles_whatever_case_and_accents(path: Path) -> None:
    def naming(headline: str, *names: str) -> Extraction:
        people = tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(names))
        return Extraction(article=article(headline), people=people)

    with stored(path, naming("One", "José Quill", "Ada Quill"), naming("Two", "JOSE  QUILL", "Ada Quilt")) as library:
        assert library.totals()["person"] == 3


@pytest.mark.parametrize(
    ("name", "key"),
    [("Ada Quill", "ada quill"), (" José\tÁLVAREZ ", "jose alvarez"), ("Strauß", "strauss"), ("ﬁne", "fine"), ("", "")],
)
def test_a_name_is_compared_without_case_accents_and_surplus_space(name: str, key: str) -> None:
    assert name_key(name) == key


@given(st.text())
def test_a_compared_name_compares_the_same_in_upper_case(name: str) -> None:
    assert name_key(f"  {name} ") == name_key(name)
    assert name_key(name).split() == name_key(name).split(" ") or not name_key(name)


def test_an_error_midway_leaves_nothing(path: Path) -> None:
    def failing() -> Iterator[tuple[Extraction, str | None]]:
        yield harbour(), None
        raise RuntimeError("midway")

    with LibraryWriter(path) as writer:
        writer.add([(dated_events("2025", headline="Before"), None)])
        with pytest.raises(RuntimeError, match="midway"):
            writer.add(failing())
        assert not writer.has(harbour().article.id)
        assert writer.add([(harbour(), None)]) == [Added.NEW]
    with Library(path) as library:
        assert library.totals()["article"] == 2
        assert library.integrity() == []


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, MemoryError])
def test_an_interruption_midway_leaves_nothing(path: Path, error: type[BaseException]) -> None:
    def interrupted() -> Iterator[tuple[Extraction, str | None]]:
        yield harbour(), None
        raise error

    with LibraryWriter(path) as writer, pytest.raises(error):
        writer.add(interrupted())
    with Library(path) as library:
        assert library.totals()["article"] == 0


def test_an_extraction_that_does_not_hang_together_takes_the_whole_batch_back(path: Path) -> None:
    broken = replace(
        dated_events("2025", headline="Broken"), events=(Event(id="e", title="a"), Event(id="e", title="b"))
    )
    with LibraryWriter(path) as writer:
        with pytest.raises(LibraryError):
            writer.add([(harbour(), None), (broken, None)])
        assert not writer.has(harbour().article.id)


def test_a_second_writer_is_told_of_the_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstimeline.library.writable_library.BUSY_MS", 1)
    with LibraryWriter(path) as writer:
        blocker = sqlite3.connect(path, isolation_level=None)
        blocker.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="being written by another process"):
            writer.add([(harbour(), None)])
        blocker.close()
        assert writer.add([(harbour(), None)]) == [Added.NEW]


_WRITE_UNTIL_KILLED = """
import sys
from pathlib import Path
from unit.builders import dated_events
from newstimeline.library.writer import LibraryWriter
with LibraryWriter(Path(sys.argv[1])) as writer:
    for n in range(100_000):
        writer.add([(dated_events(*["2025"] * 50, headline=f"Article {n}.{i}"), None) for i in range(3)])
        print(n, flush=True)
"""
EVENTS_AN_ARTICLE, ARTICLES_A_COMMIT = 50, 3


@pytest.mark.parametrize("commits", [1, 2, 5])
def test_a_killed_writer_leaves_whole_articles_and_all_that_it_reported(path: Path, commits: int) -> None:
    search_path = [str(Path(__file__).parents[2]), str(Path(__file__).parents[3] / "tui")]
    with subprocess.Popen(
        [sys.executable, "-c", _WRITE_UNTIL_KILLED, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": ":".join(search_path)},
    ) as child:
        assert child.stdout
        for n in range(commits):
            assert child.stdout.readline() == f"{n}\n"
        child.send_signal(signal.SIGKILL)
    with Library(path) as library:
        assert library.integrity() == []
        totals = library.totals()
        assert totals["article"] >= commits * ARTICLES_A_COMMIT
        assert totals["article"] % ARTICLES_A_COMMIT == 0
        assert totals["event"] == totals["article"] * EVENTS_AN_ARTICLE
    with LibraryWriter(path) as writer:
        assert writer.add([(harbour(), None)]) == [Added.NEW]
