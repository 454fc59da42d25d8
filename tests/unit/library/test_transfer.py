"""What is put from one library into another arrives whole, and takes nothing away there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newstimeline.changes.change import Kind, What
from newstimeline.library.filters import SavedFilter, remember_filter, save_filter
from newstimeline.library.library import Library
from newstimeline.library.new_change import Stamp, draft
from newstimeline.library.transfer import Holdings, missing, transfer
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Extraction
from newstimeline.query import IsOwn, Own
from unit.builders import TEXT, article, dated_events, event, harbour


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.sqlite"
    with LibraryWriter(path) as writer:
        writer.add([(harbour(), "rules 1"), (dated_events("2025-11-01", headline="Ferry sails"), None)])
    with closing(sqlite3.connect(path)) as connection:
        stamp = Stamp("change-00000001", "2025-11-08T10:00:00+00:00", "Ann")
        mark = draft(connection, Kind.EVENT, 1, What.MARK, "x", stamp)
    with LibraryWriter(path) as writer:
        writer.change([mark])
    save_filter(path, SavedFilter("Ferries", "ferry"))
    remember_filter(path, "harbour")
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "target.sqlite"


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the tables say but for when it came."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2").fetchall()
            for table, columns in (
                ("article", "key, title, published, source, url, path, text, findings, extractor, extra, more"),
                ("article_origin", "key, relation, source, url, path, extractor, record"),
                ("event", "uid, title, edtf"),
                ("quote", "text, spans"),
                ("change", "id, record, state"),
                ("saved_filter", "name, query"),
                ("filter_history", "query, used"),
            )
        }


def test_everything_arrives_as_it_was(source: Path, target: Path) -> None:
    steps: list[tuple[int, int]] = []
    assert missing(source, target) == Holdings(articles=2, changes=1, filters=1)
    assert transfer(source, target, lambda done, of: steps.append((done, of))) == Holdings(2, 1, 1)
    assert contents(target) == contents(source)
    assert steps == [(0, 2), (2, 2)]
    assert not missing(source, target)
    with Library(target) as library:
        assert len(library.find(IsOwn(Own.MARKED))) == 1
        assert library.integrity() == []


def test_a_second_time_changes_nothing(source: Path, target: Path) -> None:
    transfer(source, target)
    before = contents(target)
    assert transfer(source, target) == Holdings(0, 0, 0)
    assert contents(target) == before


def test_earlier_texts_and_other_places_come_along(target: Path, tmp_path: Path) -> None:
    source = tmp_path / "source.sqlite"
    url = "https://post.example/harbour"
    told = Extraction(article=article(url=url), events=(event(),))
    later = Extraction(
        article=article(url=url, text=f"{TEXT} And then it rained on the whole of it."), events=(event(),)
    )
    copy = replace(told, article=replace(told.article, path="copy.txt", url=None))
    with LibraryWriter(source) as writer:
        writer.add([(told, "rules 1")])
        writer.add([(later, "rules 1")])
        writer.note_places([copy.article])
    assert len(contents(source)["article_origin"]) == 2
    transfer(source, target)
    assert contents(target) == contents(source)


def test_what_is_there_already_stays(source: Path, target: Path) -> None:
    with LibraryWriter(target) as writer:
        writer.add([(dated_events("2020", headline="Old news"), None)])
    save_filter(target, SavedFilter("ferries", "place:lindhaven"))
    transfer(source, target)
    with Library(target) as library:
        assert library.totals()["article"] == 3
        saved = {(one.name, one.query) for one in library.own.filters().saved}
    assert saved == {("ferries", "place:lindhaven"), ("Ferries 2", "ferry")}


def test_own_work_alone_takes_along_what_it_is_about(source: Path, target: Path) -> None:
    assert transfer(source, target, own_work_only=True) == Holdings(1, 1, 1)
    with Library(target) as library:
        assert library.totals()["article"] == 1
        assert len(library.find(IsOwn(Own.MARKED))) == 1
