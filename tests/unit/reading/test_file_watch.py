from __future__ import annotations

import os
from pathlib import Path

import pytest

from newstimeline.model import Article, FileState
from newstimeline.reading.file_watch import Watcher
from newstimeline.reading.outcome import FileEnd, Skipped
from newstimeline.reading.sandbox import Guard


class Library:
    """Knows what it is told to."""

    def __init__(self) -> None:
        self.known: set[FileState] = set()

    def articles_if_unchanged(self, state: FileState) -> int | None:
        return 1 if state in self.known else None


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def watcher(tmp_path: Path, library: Library) -> Watcher:
    return Watcher([str(tmp_path)], Guard(), library.articles_if_unchanged)


def write(path: Path, text: str, at: int = 1) -> None:
    """Write a file so that it was last changed at a moment."""
    path.write_text(text)
    os.utime(path, (at, at))


def titles(watcher: Watcher) -> list[str]:
    return [item.title for item in watcher.arrivals() if isinstance(item, Article)]


def test_the_first_look_finds_everything(tmp_path: Path, watcher: Watcher) -> None:
    write(tmp_path / "a.txt", "First")
    (tmp_path / "below").mkdir()
    write(tmp_path / "below" / "b.txt", "Second")
    assert titles(watcher) == ["First", "Second"]


def test_what_comes_is_read_when_it_has_been_at_rest_from_one_look_to_the_next(
    tmp_path: Path, watcher: Watcher
) -> None:
    assert titles(watcher) == []
    write(tmp_path / "a.txt", "Fir", at=1)
    assert titles(watcher) == []
    write(tmp_path / "a.txt", "First", at=2)
    assert titles(watcher) == []
    assert titles(watcher) == ["First"]
    assert titles(watcher) == []


def test_a_file_that_changes_is_read_again(tmp_path: Path, watcher: Watcher) -> None:
    write(tmp_path / "a.txt", "First", at=1)
    assert titles(watcher) == ["First"]
    write(tmp_path / "a.txt", "Second", at=2)
    assert [titles(watcher), titles(watcher)] == [[], ["Second"]]


def test_what_the_library_knows_is_passed_over_and_forgotten(
    tmp_path: Path, watcher: Watcher, library: Library
) -> None:
    write(tmp_path / "a.txt", "First")
    (end,) = [item for item in watcher.arrivals() if isinstance(item, FileEnd)]
    assert isinstance(end.state, FileState)
    library.known.add(end.state)
    assert titles(watcher) == []
    library.known.clear()
    assert [titles(watcher), titles(watcher)] == [[], ["First"]]


def test_a_fault_is_told_of_once(tmp_path: Path, watcher: Watcher) -> None:
    write(tmp_path / "a.txt", "")
    told = [item for _ in range(3) for item in watcher.arrivals() if isinstance(item, Skipped)]
    assert [skipped.place for skipped in told] == [str(tmp_path / "a.txt")]


def test_a_folder_that_is_missing_is_told_of_once_and_read_when_it_comes(tmp_path: Path, library: Library) -> None:
    watcher = Watcher([str(tmp_path / "later")], Guard(), library.articles_if_unchanged)
    assert [len(list(watcher.arrivals())) for _ in range(2)] == [1, 0]
    (tmp_path / "later").mkdir()
    write(tmp_path / "later" / "a.txt", "First")
    assert [titles(watcher), titles(watcher)] == [[], ["First"]]


def test_a_file_that_goes_again_is_no_fault(tmp_path: Path, watcher: Watcher) -> None:
    assert titles(watcher) == []
    write(tmp_path / "a.txt", "First")
    assert titles(watcher) == []
    (tmp_path / "a.txt").unlink()
    assert list(watcher.arrivals()) == []
