"""Connections to the library's file, by a name that is only ever a file's, and also where nothing can be written.

SQLite takes `:memory:` and, as it is built on some systems, `file:…` for something else than the name of a file
(https://www.sqlite.org/uri.html); an absolute path is neither.
"""

from __future__ import annotations

import atexit
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

_NOT_IN_PLACE = ("SQLITE_CANTOPEN", "SQLITE_READONLY")
"""How SQLite fails where the index of its log can't be written beside the library."""


def connect_to_write(path: Path, *, timeout: float = 0, transactions: bool = True) -> sqlite3.Connection:
    """Connect to a file, or to one that is made; without `transactions`, each is begun by whoever writes.

    Raises:
        sqlite3.Error: it can't be opened.
    """
    _refuse_other_than_files(path)
    return sqlite3.connect(path.absolute(), timeout=timeout, isolation_level="DEFERRED" if transactions else None)


def connect_to_read(path: Path, *, timeout: float = 0) -> sqlite3.Connection:
    """Connect to a file that is there, in any thread, without writing to it.

    On a read-only disk, or in a folder that is not ours to write to, SQLite can't keep the index of its log. Nothing
    is written there then, so the file is read as it is; and what a log beside it still has is read in a copy.

    Raises:
        sqlite3.Error: it can't be opened.
        OSError: it can't be copied.
    """
    _refuse_other_than_files(path)
    connection = _connected(path, "mode=ro", timeout)
    try:
        connection.execute("PRAGMA schema_version")
    except sqlite3.OperationalError as error:
        connection.close()
        if not error.sqlite_errorname.startswith(_NOT_IN_PLACE) or not is_frozen(path):
            raise
        log = _log_of(path)
        if log.exists() and log.stat().st_size:
            return _connected(_copy(path, path.stat().st_mtime_ns, log.stat().st_mtime_ns), "mode=ro", timeout)
        return _connected(path, "immutable=1", timeout)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction of a writer, taken back by any error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def is_frozen(path: Path) -> bool:
    """Whether a library is there that we can't write."""
    effective = os.access in os.supports_effective_ids
    return path.is_file() and not all(
        os.access(place, os.W_OK, effective_ids=effective) for place in (path, path.resolve().parent)
    )


def _connected(path: Path, how: str, timeout: float) -> sqlite3.Connection:
    address = f"{path.resolve().as_uri()}?{how}"
    return sqlite3.connect(address, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False)


def _refuse_other_than_files(path: Path) -> None:
    """Opening a pipe would wait for whoever writes to it."""
    if path.exists() and not path.is_file():
        raise sqlite3.OperationalError("no file")


def _log_of(path: Path) -> Path:
    return path.resolve().with_name(f"{path.resolve().name}-wal")


@cache
def _copy(path: Path, _written: int, _logged: int) -> Path:
    """A copy of a library with its log, gone with this process; one for all connections to the same state."""
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="newstimeline-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    copy = folder / "library.sqlite"
    shutil.copyfile(path, copy)
    with suppress(FileNotFoundError):  # it has been taken into the library meanwhile
        shutil.copyfile(_log_of(path), _log_of(copy))
    return copy
