from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from newstimeline.library.article_store import Added
from newstimeline.library.errors import LibraryError, translated
from newstimeline.library.library import Library
from newstimeline.library.opened_library import open_for_reading
from newstimeline.library.version import APPLICATION_ID
from newstimeline.library.writable_library import migrations, open_for_writing
from newstimeline.library.writer import LibraryWriter
from newstimeline.query import Everything, NameScope, Words
from support.steps import with_steps
from unit.builders import dated_events, harbour, stored

OPENERS: list[Callable[[Path], object]] = [open_for_reading, open_for_writing]


def make_newer(path: Path, version: int) -> None:
    open_for_writing(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version={version}")
    connection.close()


def test_writing_makes_a_library_and_the_folders_above_it(tmp_path: Path) -> None:
    path = tmp_path / "some" / "folder" / "library.db"
    open_for_writing(path).close()
    connection = open_for_reading(path)
    assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] == len(migrations())
    connection.close()


def test_an_empty_file_becomes_a_library_when_written(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.touch()
    open_for_writing(path).close()
    open_for_reading(path).close()


@pytest.mark.parametrize("name", ["library.db", "with space #1?.db", "übel%20.db", "two\nlines.db"], ids=ascii)
def test_a_library_may_have_any_name(tmp_path: Path, name: str) -> None:
    with stored(tmp_path / name, dated_events("2025")) as library:
        assert len(library.everything()) == 1
    assert name in [child.name for child in tmp_path.iterdir()]


def test_a_library_that_is_read_can_not_be_written(tmp_path: Path) -> None:
    with stored(tmp_path / "library.db", dated_events("2025")):
        connection = open_for_reading(tmp_path / "library.db")
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM event")
        connection.close()


def test_a_missing_library_is_named_with_what_makes_one(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with pytest.raises(LibraryError, match=r"there is no library at .*library\.db; 'newstimeline add PATH' makes one"):
        open_for_reading(path)
    assert not path.exists()


@pytest.mark.parametrize("open_it", OPENERS)
@pytest.mark.parametrize("content", [b"date 2025-11-07 Harbour opens\n\n" * 100, b"SQLite format 3\0" + b"x" * 4096])
def test_another_kind_of_file_is_refused_and_left_alone(
    tmp_path: Path, open_it: Callable[[Path], object], content: bytes
) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(LibraryError, match=r"notes\.txt is not a newstimeline library"):
        open_it(path)
    assert path.read_bytes() == content
    assert [child.name for child in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("open_it", OPENERS)
def test_the_database_of_another_program_is_refused_and_left_alone(
    tmp_path: Path, open_it: Callable[[Path], object]
) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmark (url TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="not a newstimeline library; name another file with --library"):
        open_it(path)
    assert path.read_bytes() == before


def test_an_empty_file_is_no_library_to_read(tmp_path: Path) -> None:
    (tmp_path / "library.db").touch()
    with pytest.raises(LibraryError, match="not a newstimeline library"):
        open_for_reading(tmp_path / "library.db")


@pytest.mark.parametrize("open_it", OPENERS)
def test_the_library_of_a_newer_version_is_refused(tmp_path: Path, open_it: Callable[[Path], object]) -> None:
    make_newer(tmp_path / "library.db", len(migrations()) + 1)
    with pytest.raises(LibraryError, match=r"made by a newer newstimeline .* update newstimeline"):
        open_it(tmp_path / "library.db")


@pytest.mark.parametrize("open_it", OPENERS)
def test_a_folder_is_refused_by_name(tmp_path: Path, open_it: Callable[[Path], object]) -> None:
    with pytest.raises(LibraryError) as caught:
        open_it(tmp_path)
    assert str(tmp_path) in str(caught.value)


def test_a_path_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")
    with pytest.raises(LibraryError, match=r"library\.db can't be opened: "):
        open_for_writing(tmp_path / "file" / "library.db")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_library_can_not_be_written(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    stored(path, dated_events("2025")).close()
    path.chmod(0o400)
    with pytest.raises(LibraryError, match="can't be written: it is read-only"), LibraryWriter(path) as writer:
        writer.add([(dated_events("2024", headline="Other"), None)])


@pytest.mark.parametrize(
    ("message", "explained"),
    [
        ("attempt to write a readonly database", "a.db can't be written: it is read-only"),
        ("database or disk is full", "the disk is full; nothing of the unfinished part was stored in a.db"),
        ("database is locked", "a.db is being written by another process; try again when that has finished"),
        ("file is not a database", "a.db is not a newstimeline library; name another file with --library"),
        ("database disk image is malformed", "a.db is damaged (database disk image is malformed); restore a copy"),
        ("something else", "a.db: something else"),
    ],
)
def test_an_error_of_sqlite_says_what_to_do(message: str, explained: str) -> None:
    with pytest.raises(LibraryError) as caught, translated(Path("a.db")):
        raise sqlite3.OperationalError(message)
    assert str(caught.value).startswith(explained)


def test_an_interruption_is_no_fault_of_the_library() -> None:
    with pytest.raises(sqlite3.OperationalError, match="interrupted"), translated(Path("a.db")):
        raise sqlite3.OperationalError("interrupted")


def test_a_damaged_library_is_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    stored(path, dated_events(*["2025"] * 400)).close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="is damaged"), Library(path) as library:
        library.everything()


@pytest.mark.parametrize("open_it", OPENERS)
def test_an_older_library_is_brought_up_to_date_by_whoever_opens_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_it: Callable[[Path], object]
) -> None:
    path = tmp_path / "library.db"
    stored(path, dated_events("2025")).close()
    with_steps(monkeypatch, "CREATE TABLE note (id INTEGER PRIMARY KEY);\nINSERT INTO note VALUES (7);\n")
    connection = open_it(path)
    assert isinstance(connection, sqlite3.Connection)
    assert connection.execute("SELECT id FROM note").fetchone() == (7,)
    assert connection.execute("SELECT count(*) FROM event").fetchone() == (1,)
    connection.close()


def first_version(path: Path, of: Path) -> Path:
    """A library as the first version made it, with what another one holds."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(migrations()[0])
    connection.execute("ATTACH ? AS newer", (str(of),))
    tables = connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'event_w%'")
    for (table,) in tables.fetchall():
        columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
        connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute("PRAGMA user_version=1")
    connection.close()
    return path


@pytest.mark.parametrize("open_it", OPENERS)
def test_a_library_of_the_first_version_answers_like_one_made_today(
    tmp_path: Path, open_it: Callable[[Path], object]
) -> None:
    extractions = (harbour(), dated_events("2025", None, "1990-01", headline="Élan"))
    with stored(tmp_path / "today.db", *extractions) as today:
        path = first_version(tmp_path / "first.db", tmp_path / "today.db")
        connection = open_it(path)
        assert isinstance(connection, sqlite3.Connection)
        connection.close()
        with Library(path) as library:
            assert library.integrity() == []
            for query in (
                Words("harb", prefix=True),
                Words("quill", prefix=True, scope=NameScope.SPEAKER),
                Everything(),
            ):
                assert library.find(query).ids().tolist() == today.find(query).ids().tolist()
            facets = library.facets(library.everything())
            assert facets == today.facets(today.everything())
            assert [one.name for one in facets.sources] == ["The Lindhaven Post"]
            assert [library.extraction(n) for n in (1, 2)] == list(extractions)
    with LibraryWriter(path) as writer:
        assert writer.add([(harbour(), None)]) == [Added.UNCHANGED]
        assert writer.add([(dated_events("2024", headline="New"), None)]) == [Added.NEW]


def test_a_step_that_fails_midway_leaves_the_library_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "library.db"
    stored(path, dated_events("2025")).close()
    before = len(migrations())
    with monkeypatch.context() as patched:
        with_steps(patched, "CREATE TABLE note (id INTEGER);\nCREATE TABLE note (id INTEGER);\n")
        with pytest.raises(LibraryError, match="note already exists"):
            open_for_writing(path)
    with Library(path) as library:
        assert library.integrity() == []
        assert len(library.everything()) == 1
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == before
    assert not connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'note'").fetchone()[0]
    connection.close()
