from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from newstimeline.cli.main import main
from newstimeline.library import connections
from newstimeline.library.connections import connect_to_read, connect_to_write
from newstimeline.library.errors import LibraryError
from newstimeline.library.filters import SavedFilter, load_filters, save_filter
from newstimeline.library.library import Library
from newstimeline.library.opened_library import open_for_reading
from newstimeline.library.writable_library import open_for_writing

NAMES = [
    "file:x",
    "file:x?mode=memory",
    ":memory:",
    "100%25.sqlite",
    "a?b#c&d",
    "a\nb",
    "-v",
    " ",
    "é\udcff",
    "\x1b[31m",
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_library_is_a_file_whatever_its_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_for_writing(Path(name)).close()
    save_filter(Path(name), SavedFilter("one", "two"))
    assert name in [path.name for path in tmp_path.iterdir()]
    with closing(open_for_reading(Path(name))) as connection:
        assert load_filters(connection).saved == (SavedFilter("one", "two"),)
    assert main([f"--library={name}", "stats"]) == 0


def test_a_pipe_is_no_library(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for connect in (connect_to_read, connect_to_write):
        with pytest.raises(sqlite3.OperationalError):
            connect(tmp_path / "pipe")
    with pytest.raises(LibraryError, match="no file that could be a library"):
        open_for_writing(tmp_path / "pipe")


@pytest.fixture
def frozen(story_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library in whose folder SQLite can't write; that is told by the system's permissions, which root passes by."""
    connected = connections._connected

    class Refused:
        def execute(self, _: str) -> None:
            error = sqlite3.OperationalError("unable to open database file")
            error.sqlite_errorname = "SQLITE_CANTOPEN"
            raise error

        def close(self) -> None:
            pass

    monkeypatch.setattr(
        connections,
        "_connected",
        lambda path, how, timeout: (
            Refused() if how == "mode=ro" and path.parent == tmp_path else connected(path, how, timeout)
        ),
    )
    monkeypatch.setattr(connections, "is_frozen", lambda _: True)
    return Path(shutil.copy(story_library, tmp_path / "frozen.sqlite"))


def test_a_library_that_can_not_be_written_is_read_as_it_is(frozen: Path) -> None:
    with Library(frozen) as library:
        assert len(library.everything()) == 9
    assert sorted(path.name for path in frozen.parent.iterdir() if path.is_file()) == ["frozen.sqlite"]


def test_what_the_log_beside_it_has_is_seen_too(frozen: Path) -> None:
    writer = sqlite3.connect(frozen)
    writer.execute("INSERT INTO saved_filter VALUES ('in the log', 'ada')")
    writer.commit()
    with closing(open_for_reading(frozen)) as connection:
        assert load_filters(connection).saved == (SavedFilter("in the log", "ada"),)
    writer.close()


def test_one_that_has_to_be_brought_up_to_date_says_that_it_can_not(
    frozen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(frozen)) as writer:
        writer.execute("PRAGMA user_version=9")
    monkeypatch.setattr("newstimeline.library.opened_library.is_frozen", lambda _: True)
    with pytest.raises(LibraryError, match="is read-only and has to be brought up to date"):
        open_for_reading(frozen)


ON_A_READ_ONLY_DISK = """
mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" || exit 77
exec "$2" -c "$3" "$1/l.sqlite" "$4"
"""
EVERY_COMMAND = """
import sys
from newstimeline.cli import main
library, event = sys.argv[1:]
reading = ["list"], ["stats"], ["people"], ["quotes"], ["articles"], ["changes"], ["check"], ["show", event]
assert not any(main(["--library", library, *words]) for words in reading)
sys.exit(main(["--library", library, "check", "--rebuild"]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mounts as Linux does")
def test_everything_but_writing_works_on_a_read_only_disk(story_library: Path, tmp_path: Path) -> None:
    shutil.copy(story_library, tmp_path / "l.sqlite")
    with Library(story_library) as library:
        event = library.detail(1).uid
    arguments = [str(tmp_path), sys.executable, EVERY_COMMAND, event]
    if not shutil.which("unshare"):
        pytest.skip("nothing can be mounted here")
    command = ["unshare", "--mount", "sh", "-c", ON_A_READ_ONLY_DISK, "sh", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("nothing can be mounted here")
    assert (done.returncode, done.stderr) == (
        1,
        f"newstimeline: {tmp_path / 'l.sqlite'} can't be written: it is read-only\n",
    )
