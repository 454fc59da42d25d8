from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from newstimeline.model import Article
from newstimeline.reading import Parsed, Skipped, parser_process, sandbox
from newstimeline.reading.parser_process import Limits, ParserProgress, Sign
from newstimeline.reading.sandbox import Guard
from support.containers import page, zipped
from support.readers import acting, at_once, who

SHORT = Limits(seconds=1, silence=60, memory=2**29)
TOO_LONG = "it took longer than 1 seconds to read"
TOO_MUCH = "it needs more than 1,024 MiB of memory to read; split it"

unix = pytest.mark.skipif(sys.platform == "win32", reason="only the clock ends a reader there")


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard(SHORT, at_once) as running:
        yield running


def file(folder: Path, content: str) -> str:
    path = folder / "file"
    path.write_text(content, encoding="utf-8")
    return str(path)


def acted(folder: Path, content: str, limits: Limits = SHORT) -> list[Parsed]:
    with Guard(limits, acting) as running:
        return list(running.read(file(folder, content), "file"))


def test_what_a_file_holds_comes_from_another_process(tmp_path: Path) -> None:
    with Guard(read=who) as running:
        (found,) = running.read(file(tmp_path, ""), "file")
        assert isinstance(found, Skipped)
        assert found.place != str(os.getpid())
        assert list(running.read(file(tmp_path, ""), "file")) == [found]


def test_the_real_readers_read_there(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.html": page("First"), "b.html": page("Second")}))
    with Guard() as running:
        found = list(running.read(str(path), "a.zip"))
    assert [item.title for item in found if isinstance(item, Article)] == ["First", "Second"]


@unix
@pytest.mark.parametrize(
    ("act", "reason"),
    [("compute", TOO_LONG), ("crash", "its reader crashed on it"), ("none", "read"), ("print", "read")],
)
def test_a_file_that_ends_its_reader_costs_that_file(guard: Guard, tmp_path: Path, act: str, reason: str) -> None:
    assert list(guard.read(file(tmp_path, act), "file")) == [Skipped("file", reason)]
    assert list(guard.read(file(tmp_path, "none"), "file")) == [Skipped("file", "read")]


def test_a_reader_that_stays_silent_is_ended(tmp_path: Path) -> None:
    with Guard(Limits(silence=1), at_once) as running:
        assert list(running.read(file(tmp_path, "wait"), "file")) == [Skipped("file", TOO_LONG)]


def test_reading_on_is_told_though_nothing_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser_process, "resource", None)  # this process shall have no limits
    told: list[object] = []
    connection = cast(Connection, SimpleNamespace(send=told.append))
    with parser_process.Watched(file(tmp_path, "words"), ParserProgress(connection, Limits(silence=0))) as stream:
        stream.readinto(bytearray(10))
    assert told == [Sign.GOES_ON]


@unix
def test_of_an_archive_only_the_file_within_is_lost(tmp_path: Path) -> None:
    assert acted(tmp_path, "a crash b compute c") == [
        Skipped("file, 0", "before"),
        Skipped("file, 0", "a"),
        Skipped("file, 1", "before"),
        Skipped("file, 1", "its reader crashed on it"),
        Skipped("file, 2", "before"),
        Skipped("file, 2", "b"),
        Skipped("file, 3", "before"),
        Skipped("file, 3", TOO_LONG),
        Skipped("file, 4", "before"),
        Skipped("file, 4", "c"),
        Skipped("file", "the end"),
    ]


@unix
def test_an_archive_that_loses_very_many_is_given_up(tmp_path: Path) -> None:
    found = acted(tmp_path, "crash " * 12)
    assert found[-1] == Skipped("file", "10 of the files within could not be read; the rest was not tried")
    assert len(found) == 2 * 10 + 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have this limit in name only")
def test_memory_is_limited(tmp_path: Path) -> None:
    found = acted(tmp_path, "a eat b")
    assert Skipped("file, 1", TOO_MUCH) in found
    assert found[-2:] == [Skipped("file, 2", "b"), Skipped("file", "the end")]


def test_nobody_needs_to_take_everything(tmp_path: Path) -> None:
    with Guard(SHORT, acting) as running:
        first = next(running.read(file(tmp_path, "a b"), "file"))
        assert first == Skipped("file, 0", "before")
        assert len(list(running.read(file(tmp_path, "a b"), "other"))) == 5


def test_a_process_reads_only_so_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_FILES_A_PROCESS", 1)
    with Guard(read=who) as running:
        assert list(running.read(file(tmp_path, ""), "file")) != list(running.read(file(tmp_path, ""), "file"))


def test_a_file_that_is_gone_is_skipped(guard: Guard, tmp_path: Path) -> None:
    (found,) = guard.read(str(tmp_path / "none"), "none")
    assert found == Skipped("none", "it can't be opened: No such file or directory")


@unix
def test_an_interruption_is_left_to_whoever_asked(tmp_path: Path) -> None:
    with Guard(read=who) as running:
        (first,) = running.read(file(tmp_path, ""), "file")
        assert isinstance(first, Skipped)
        os.kill(int(first.place), signal.SIGINT)
        assert list(running.read(file(tmp_path, ""), "file")) == [first]
