"""What can be read of a damaged library goes into a new one as it was."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newstimeline.article_identity import article_id
from newstimeline.changes.change import Change, Kind, Value, What
from newstimeline.cli import main
from newstimeline.cli.check_command import problems_of
from newstimeline.library.damage_check import damage_of
from newstimeline.library.errors import LibraryError
from newstimeline.library.filters import SavedFilter, save_filter
from newstimeline.library.library import Library
from newstimeline.library.new_change import Stamp, draft
from newstimeline.library.opened_library import open_for_reading
from newstimeline.library.row_rules import RULES
from newstimeline.library.salvage import Salvage, salvage
from newstimeline.library.version import APPLICATION_ID
from newstimeline.library.writable_library import migrations
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Extraction
from newstimeline.when import parse
from support.damage import DAMAGES, PAGE
from support.stories import make_library, story

ARTICLES = 100
Rows = dict[str, set[tuple[object, ...]]]


def numbered(n: int) -> Extraction:
    """One of a hundred articles, none of which is a copy of another."""
    found = story()[n % 2]
    article = found.article
    title, published, text = (
        f"{article.title} {n}",
        parse(f"{1900 + n}-05-07"),
        f"{article.text}\n\n{'more ' * 40 * (n % 9)}",
    )
    changed = replace(article, id=article_id(title, published, text), title=title, published=published, text=text)
    return replace(found, article=changed)


def changes(path: Path) -> list[Change]:
    def one(kind: Kind, thing: int, what: What, value: Value) -> Change:
        stamp = Stamp(f"{thing:06}{what}00", "2025-11-08T10:00:00+00:00", "Ann")
        return draft(connection, kind, thing, what, value, stamp)

    with closing(open_for_reading(path)) as connection:
        return [
            *(one(Kind.EVENT, event, What.TITLE, f"Mine {event}") for event in range(1, 400, 40)),
            *(one(Kind.EVENT, event, What.NOTE, "Check.") for event in range(5, 400, 80)),
            one(Kind.EVENT, 33, What.HIDDEN, True),
            one(Kind.ARTICLE, 7, What.EVENT, "By hand"),
            one(Kind.PERSON, 1, What.NAME, "Adelheid Lind"),
        ]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = make_library(tmp_path_factory.mktemp("sound") / "library.sqlite", map(numbered, range(ARTICLES)))
    with LibraryWriter(path) as writer:
        writer.change(changes(path))
    save_filter(path, SavedFilter("mine", "lind"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture(scope="module")
def rows(sound: Path) -> Rows:
    return rows_of(sound)


def rows_of(path: Path, *, but: tuple[str, ...] = ()) -> Rows:
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: set(connection.execute(f"SELECT {', '.join(c for c in rule.columns if c not in but)} FROM {table}"))
            for table, rule in RULES.items()
        }


def damaged(sound: Path, folder: Path, damage: Callable[[bytearray], object]) -> Path:
    data = bytearray(sound.read_bytes())
    damage(data)
    path = folder / "damaged.sqlite"
    path.write_bytes(data)
    return path


def leaf(sound: Path, table: str, number: int) -> int:
    """The page of a table's leaf that holds a row, by its number (https://www.sqlite.org/fileformat2.html, 1.6)."""
    data = sound.read_bytes()
    with closing(sqlite3.connect(sound)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
    at = (page - 1) * PAGE
    while data[at] == 5:
        count = int.from_bytes(data[at + 3 : at + 5], "big")
        cells = [int.from_bytes(data[at + 12 + 2 * n : at + 14 + 2 * n], "big") for n in range(count)]
        keys = [_varint(data, at + cell + 4) for cell in cells]
        below = next((n for n, key in enumerate(keys) if number <= key), None)
        pointer = at + 8 if below is None else at + cells[below]
        page = int.from_bytes(data[pointer : pointer + 4], "big")
        at = (page - 1) * PAGE
    return int(page)


def _varint(data: bytes, at: int) -> int:
    value = 0
    for byte in data[at : at + 9]:
        value = value << 7 | byte & 127
        if byte < 128:
            break
    return value


def overwrite(*pages: int, with_: bytes = b"\xa5" * PAGE) -> Callable[[bytearray], None]:
    def change(data: bytearray) -> None:
        for page in pages:
            data[(page - 1) * PAGE : page * PAGE] = with_

    return change


def assert_in_order(path: Path) -> None:
    with Library(path) as library:
        assert library.integrity() == []
        for number in library.article_numbers():
            assert list(problems_of(library.extraction(number))) == []
    assert damage_of(path) is None


def test_of_a_sound_library_everything_is_saved_as_it_is(sound: Path, rows: Rows, tmp_path: Path) -> None:
    found = salvage(sound, tmp_path / "new.sqlite")
    assert found.lost == {}
    assert rows_of(tmp_path / "new.sqlite") == rows
    assert_in_order(tmp_path / "new.sqlite")


def test_articles_without_an_outlet_are_saved(tmp_path: Path) -> None:
    bare = numbered(1)
    library = make_library(tmp_path / "library.sqlite", [replace(bare, article=replace(bare.article, source=None))])
    assert salvage(library, tmp_path / "saved.sqlite").saved["article"] == 1
    assert_in_order(tmp_path / "saved.sqlite")


@pytest.mark.parametrize("junk", [bytes(PAGE), b"\xff" * PAGE, b"\xa5" * PAGE])
def test_around_a_damaged_page_of_articles_all_others_are_saved(
    sound: Path, rows: Rows, tmp_path: Path, junk: bytes
) -> None:
    path = damaged(sound, tmp_path, overwrite(leaf(sound, "article", 50), with_=junk))
    before = path.read_bytes()
    found = salvage(path, tmp_path / "new.sqlite")
    assert path.read_bytes() == before
    saved = rows_of(tmp_path / "new.sqlite")
    gone = {int(str(row[0])) for row in rows["article"] - saved["article"]}
    assert found.lost["article"] == len(gone) > 0
    assert len(gone) < 12
    assert max(gone) - min(gone) < 12
    assert saved["article"] <= rows["article"]
    for table in ("article_person", "quote", "time_expression", "event"):
        at = list(RULES[table].columns).index("article")
        assert saved[table] == {row for row in rows[table] if row[at] not in gone}
    assert saved["change"] == rows["change"]
    assert saved["saved_filter"] == rows["saved_filter"]
    assert_in_order(tmp_path / "new.sqlite")


def test_events_that_are_lost_leave_the_articles_and_all_other_events(sound: Path, rows: Rows, tmp_path: Path) -> None:
    path = damaged(sound, tmp_path, overwrite(leaf(sound, "event", 200), leaf(sound, "event", 300)))
    found = salvage(path, tmp_path / "new.sqlite")
    saved = rows_of(tmp_path / "new.sqlite", but=("findings",))
    assert found.saved["article"] == ARTICLES
    uids = {row[1] for row in saved["event"]}
    assert uids < {row[1] for row in rows["event"]}
    assert found.lost["event"] == len(rows["event"]) - len(uids)
    assert_in_order(tmp_path / "new.sqlite")
    with Library(tmp_path / "new.sqlite") as library:  # of changed articles what was found is kept beside
        titles = {library.detail(int(event)).title for event in library.everything().ids()}
    assert {f"Mine {event}" for event in range(1, 400, 40)} <= titles


def test_an_article_that_lost_something_is_complete_when_it_is_added_again(sound: Path, tmp_path: Path) -> None:
    salvage(damaged(sound, tmp_path, overwrite(leaf(sound, "event", 200))), tmp_path / "new.sqlite")
    with LibraryWriter(tmp_path / "new.sqlite") as writer:
        writer.add([(numbered(n), None) for n in range(ARTICLES)], again=True)
    for path in (sound, tmp_path / "new.sqlite"):
        with Library(path) as library:
            assert library.totals()["event"] == 450


@pytest.mark.parametrize("table", ["person", "place", "source"])
def test_names_are_told_by_the_articles_that_have_them(sound: Path, rows: Rows, tmp_path: Path, table: str) -> None:
    path = damaged(sound, tmp_path, overwrite(leaf(sound, table, 1)))
    assert salvage(path, tmp_path / "new.sqlite").lost == {}
    assert {row[:2] for row in rows_of(tmp_path / "new.sqlite")[table]} == {row[:2] for row in rows[table]}


def _bytes_at(at: int, junk: bytes) -> Callable[[bytearray], None]:
    def change(data: bytearray) -> None:
        data[at : at + len(junk)] = junk

    return change


@pytest.mark.parametrize(
    "damage", [_bytes_at(0, bytes(100)), _bytes_at(0, b"\xff" * 16), _bytes_at(100, b"\xa5" * (PAGE - 100))]
)
def test_a_file_that_no_longer_says_what_it_holds_is_read_as_a_library(
    sound: Path, rows: Rows, tmp_path: Path, damage: Callable[[bytearray], None]
) -> None:
    assert salvage(damaged(sound, tmp_path, damage), tmp_path / "new.sqlite").lost == {}
    assert rows_of(tmp_path / "new.sqlite") == rows


def test_an_article_with_another_letter_is_not_the_one_that_was_stored(sound: Path, tmp_path: Path) -> None:
    data = bytearray(sound.read_bytes())
    at = data.index(b"Bridge closed, ferry returns 51")
    path = damaged(sound, tmp_path, _bytes_at(at, b"F"))
    assert salvage(path, tmp_path / "new.sqlite").saved["article"] == ARTICLES - 1
    assert_in_order(tmp_path / "new.sqlite")


def test_a_library_of_an_older_version_is_saved_whole(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(migrations()[0])
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA user_version=1")
        newer = make_library(tmp_path / "newer.sqlite", story())
        connection.execute("ATTACH ? AS newer", (str(newer),))
        for table in list(RULES)[1:14]:
            columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}")
    assert salvage(path, tmp_path / "new.sqlite").lost == {}
    assert rows_of(tmp_path / "new.sqlite") == rows_of(newer)


def test_what_is_there_is_not_written_over(sound: Path, tmp_path: Path) -> None:
    (tmp_path / "new.sqlite").write_text("mine")
    with pytest.raises(LibraryError, match="is there already"):
        salvage(sound, tmp_path / "new.sqlite")
    assert [child.name for child in tmp_path.iterdir()] == ["new.sqlite"]
    (tmp_path / "other.sqlite-wal").touch()
    with pytest.raises(LibraryError, match=r"other\.sqlite-wal is there already"):
        salvage(sound, tmp_path / "other.sqlite")


def test_of_what_is_no_library_nothing_is_saved(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("some notes" * 5_000)
    with pytest.raises(LibraryError, match="nothing that could be saved"):
        salvage(tmp_path / "notes", tmp_path / "new.sqlite")
    assert [child.name for child in tmp_path.iterdir()] == ["notes"]


def test_the_command_counts_what_was_saved_and_what_was_not(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(library: Path, target: str) -> int:
        return main(["check", "--library", str(library), "--salvage", str(tmp_path / target)])

    assert run(sound, "whole.sqlite") == 0
    assert "100 articles, 450 events, 150 quotes, 18 changes, 1 filter; nothing was lost" in capsys.readouterr().out
    assert run(damaged(sound, tmp_path, overwrite(leaf(sound, "quote", 70))), "part.sqlite") == 1
    told = capsys.readouterr()
    assert "of the table quote\n" in told.out
    assert "100 articles" in told.out
    assert "--again" in told.err
    assert run(tmp_path / "none.sqlite", "other.sqlite") == 1
    assert run(sound, "whole.sqlite") == 2


@pytest.mark.parametrize("kind", DAMAGES)
def test_whatever_is_damaged_what_is_saved_is_in_order(sound: Path, tmp_path: Path, kind: str) -> None:
    for number in range(2):
        path, new = tmp_path / f"{number}.sqlite", tmp_path / f"new-{number}.sqlite"
        path.write_bytes(sound.read_bytes())
        DAMAGES[kind](path, random.Random(f"{kind} {number}"))
        try:
            found: Salvage = salvage(path, new)
        except LibraryError:
            assert not new.exists()
            continue
        assert sum(found.saved.values())
        assert_in_order(new)


def test_a_row_whose_date_is_none_loses_the_date_and_not_its_words(sound: Path, tmp_path: Path) -> None:
    damaged, target = tmp_path / "damaged.sqlite", tmp_path / "saved.sqlite"
    damaged.write_bytes(sound.read_bytes())
    with closing(sqlite3.connect(damaged)) as connection, connection:
        connection.execute("UPDATE article SET published = '2025-13-77' WHERE id <= 3")
        connection.execute("UPDATE event SET edtf = 'soon' WHERE id = 5")
    found = salvage(damaged, target)
    assert found.undated >= 4
    assert (found.saved["article"], found.lost.get("article")) == (ARTICLES, None)
    with Library(target) as library:
        assert [library.article_info(number).published for number in (2, 3)] == [None, None]
        assert library.integrity() == []
