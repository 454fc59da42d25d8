"""Kills, a full disk, two writers and damage: nothing acknowledged is lost and nothing is doubled."""

from __future__ import annotations

import os
import random
import resource
import select
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from newstimeline.library.errors import LibraryError
from newstimeline.library.library import Library
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Extraction
from newstimeline.query import Words
from newstimeline.records import dump
from unit.builders import SMALL_SIZES, dated_events, harbour

TESTS = Path(__file__).parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent / "tui")])}
EVENTS = 5


def numbered(n: int) -> Extraction:
    return dated_events(*["2025-11-07", "2025", None, "1990", "2025-11"][:EVENTS], headline=f"Article {n}")


_ADD_FROM = """
import sys
from pathlib import Path
from contracts.test_a_fault_midway_harms_nothing import numbered
from newstimeline.library.writer import LibraryWriter
from newstimeline.library.index_build import Sizes
first, sizes = int(sys.argv[2]), Sizes(chunk=40, small_chunk=10, common_share=0.3, order_behind=5)
with LibraryWriter(Path(sys.argv[1]), sizes=sizes) as writer:
    for n in range(first, first + 60, 2):
        writer.add([(numbered(n), None), (numbered(n + 1), None)])
        print(n + 2, flush=True)
"""


def killed_while_adding(path: Path, first: int, chance: random.Random) -> int:
    """Add articles in another process and kill it at some moment; returns how many it had acknowledged in all."""
    command = [sys.executable, "-c", _ADD_FROM, str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=ENVIRONMENT) as child:
        assert child.stdout
        acknowledged = first
        for _ in range(chance.randrange(12)):
            acknowledged = int(child.stdout.readline() or acknowledged)
        select.select([child.stdout], [], [], chance.random() * 0.02)
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read().split()
    return int(rest[-1]) if rest else acknowledged


def articles_in(path: Path) -> list[str]:
    with Library(path) as library:
        assert library.integrity() == []
        totals = library.totals()
        assert totals["event"] == totals["article"] * EVENTS
        assert len(library.find(Words("something", prefix=False))) == totals["event"]
        return [library.article_info(n).title for n in library.article_numbers()]


@pytest.mark.slow
def test_fifty_kills_lose_nothing_that_was_acknowledged_and_double_nothing(tmp_path: Path) -> None:
    path, chance = tmp_path / "library.db", random.Random(3)
    LibraryWriter(path).close()
    acknowledged = 0
    for _ in range(50):
        acknowledged = killed_while_adding(path, acknowledged, chance)
        titles = articles_in(path)
        assert len(titles) in (acknowledged, acknowledged + 2)
        assert titles == [f"Article {n}" for n in range(len(titles))]
        acknowledged = len(titles)
    assert acknowledged > 50


def fill(writer: LibraryWriter) -> Iterator[int]:
    """Add articles one by one; yields how many there are."""
    for n in range(10_000):
        writer.add([(numbered(n), None)])
        yield n + 1


def test_a_full_disk_takes_back_one_batch_and_what_came_before_stays(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    stored: list[int] = []
    with LibraryWriter(path, sizes=SMALL_SIZES) as writer:
        pages = writer._connection.execute("PRAGMA page_count").fetchone()[0]
        writer._connection.execute(f"PRAGMA max_page_count = {pages + 30}")
        with pytest.raises(LibraryError, match="the disk is full"):
            stored.extend(fill(writer))
        assert len(stored) > 1
        writer._connection.execute("PRAGMA max_page_count = 1000000")
        writer.add([(numbered(len(stored)), None)])
    assert articles_in(path) == [f"Article {n}" for n in range(len(stored) + 1)]


def add_command(path: Path, lines: Path) -> list[str]:
    return [sys.executable, "-m", "newstimeline", "--library", str(path), "add", str(lines)]


def lines_of(path: Path, first: int, until: int) -> Path:
    path.write_text("".join(f"{dump(numbered(n))}\n" for n in range(first, until)), encoding="utf-8")
    return path


def test_a_file_that_can_not_grow_is_said_in_one_line(tmp_path: Path) -> None:
    def limit_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    path, lines = tmp_path / "library.db", lines_of(tmp_path / "news.jsonl", 0, 600)
    command = add_command(path, lines)
    ran = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, preexec_fn=limit_files, check=False)
    assert ran.returncode == 1
    assert ran.stderr.startswith("newstimeline: ")
    assert "Traceback" not in ran.stderr
    assert str(path) in ran.stderr
    articles_in(path)
    assert subprocess.run(add_command(path, lines), env=ENVIRONMENT, capture_output=True, check=False).returncode == 0
    assert len(articles_in(path)) == 600


def test_two_writers_at_once_store_what_each_was_given(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    LibraryWriter(path).close()
    parts = [lines_of(tmp_path / "a.jsonl", 0, 300), lines_of(tmp_path / "b.jsonl", 200, 500)]
    running = [subprocess.Popen(add_command(path, part), env=ENVIRONMENT, stderr=subprocess.PIPE) for part in parts]
    said = [process.communicate()[1].decode() for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    assert sorted(articles_in(path)) == sorted(f"Article {n}" for n in range(500))


def test_a_reader_answers_while_a_writer_is_within_a_transaction(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with LibraryWriter(path, sizes=SMALL_SIZES) as writer, Library(path) as library:

        def many() -> Iterator[tuple[Extraction, str | None]]:
            yield numbered(0), None
            assert len(library.everything()) == 0
            yield numbered(1), None

        writer.add(many())
        assert len(library.everything()) == 2 * EVENTS


def whole_library(path: Path) -> bytes:
    with LibraryWriter(path, sizes=SMALL_SIZES) as writer:
        writer.add([(harbour(), None), *((numbered(n), None) for n in range(30))])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def asked_everything(path: Path) -> None:
    with Library(path) as library:
        found = library.find(Words("something", prefix=True))
        library.rows(found.ids())
        library.facets(found)
        for event in found.ids()[:20]:
            with suppress(KeyError):  # the damage may have taken it
                library.detail(int(event))
        library.suggestions("qu", 2)
        library.integrity()


def torn(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def junk_page(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(1, len(data) // 4096) * 4096
    return data[:at] + chance.randbytes(4096) + data[at + 4096 :]


def turned_bits(data: bytes, chance: random.Random) -> bytes:
    turned = bytearray(data)
    for _ in range(20):
        turned[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
    return bytes(turned)


@pytest.mark.parametrize("damage", [torn, junk_page, turned_bits])
def test_a_damaged_library_gives_answers_or_a_clear_error_and_nothing_else(
    tmp_path: Path, damage: Callable[[bytes, random.Random], bytes]
) -> None:
    path, chance = tmp_path / "library.db", random.Random(5)
    data = whole_library(path)
    errors: list[str] = []
    for _ in range(40):
        path.write_bytes(damage(data, chance))
        for rest in ("-wal", "-shm"):
            path.with_name(path.name + rest).unlink(missing_ok=True)
        try:
            asked_everything(path)
        except LibraryError as error:
            errors.append(str(error))
    assert errors
    assert all(str(path) in error or "the library is damaged" in error for error in errors)
