from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from newstimeline.library.errors import LibraryError
from newstimeline.library.filters import SavedFilter, forget_filter, remember_filter, save_filter
from newstimeline.library.library import Library
from newstimeline.library.writable_library import open_for_writing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    open_for_writing(path).close()
    return path


def test_typed_filters_are_kept_once_the_last_one_last(path: Path) -> None:
    for query in ("putin", "orban", "putin"):
        remember_filter(path, query)
    with Library(path) as library:
        assert library.own.filters().used == ("orban", "putin")


def test_the_oldest_typed_filters_go(path: Path) -> None:
    for number in range(203):
        remember_filter(path, f"word{number}")
    with Library(path) as library:
        used = library.own.filters().used
    assert (len(used), used[0], used[-1]) == (200, "word3", "word202")


def test_filters_with_names_come_by_name(path: Path) -> None:
    save_filter(path, SavedFilter("talks", "person:putin"))
    save_filter(path, SavedFilter("Alaska", "place:alaska"))
    with Library(path) as library:
        assert [saved.name for saved in library.own.filters().saved] == ["Alaska", "talks"]


def test_a_name_means_one_filter_in_capitals_too(path: Path) -> None:
    save_filter(path, SavedFilter("talks", "person:putin"))
    save_filter(path, SavedFilter("Talks", "person:orban"))
    with Library(path) as library:
        assert library.own.filters().saved == (SavedFilter("Talks", "person:orban"),)


def test_a_forgotten_filter_is_kept_no_longer(path: Path) -> None:
    save_filter(path, SavedFilter("talks", "person:putin"))
    forget_filter(path, "talks")
    with Library(path) as library:
        assert library.own.filters().saved == ()


def test_text_from_a_library_of_others_is_cleaned(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO saved_filter VALUES ('a\x1b[2Jb', 'c\nd')")
    connection.commit()
    connection.close()
    with Library(path) as library:
        (saved,) = library.own.filters().saved
    assert saved.name.isprintable()
    assert saved.query.isprintable()


def test_where_nothing_can_be_written_that_is_said(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER refuse BEFORE INSERT ON saved_filter BEGIN SELECT RAISE(FAIL, 'readonly'); END")
    connection.close()
    with pytest.raises(LibraryError, match="read-only"):
        save_filter(path, SavedFilter("talks", "person:putin"))
