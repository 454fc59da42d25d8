"""What can be wrong with a library's file, said so that a reader knows what to do."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class LibraryError(Exception):
    """The library can't be used; the message says why and what to do."""


class NotInLibraryError(KeyError):
    """The library has nothing with this id, which is no damage."""


def row_of(rows: sqlite3.Cursor, id_: int) -> Any:
    """The one row that tells of what has an id.

    Raises:
        NotInLibraryError: there is none.
    """
    if (row := rows.fetchone()) is None:
        raise NotInLibraryError(id_)
    return row


_FAULTS_OF_OURS = (NameError, ImportError, NotImplementedError, UnicodeEncodeError)
"""What no content of a file brings about; nothing that was stored has characters that can't be encoded."""
_MOST_SHOWN = 200
_NO_DAMAGE = {
    sqlite3.SQLITE_AUTH, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}  # fmt: skip
"""Primary result codes that tell of the system or of another program (https://www.sqlite.org/rescode.html). All others
mean that the tables are not as every statement of ours expects them."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors into ones that say what to do."""
    try:
        yield
    except sqlite3.Error as error:
        if str(error) == "interrupted":  # by ourselves, since the answer is no longer wanted
            raise
        raise LibraryError(_explain(error, path)) from error
    except UnicodeDecodeError as error:
        raise LibraryError(damaged(path, error)) from error
    except OSError as error:
        raise LibraryError(f"{path} can't be opened: {error.strerror or error}") from error


@contextmanager
def understood(path: Path, *passing: type[Exception]) -> Iterator[None]:
    """As `translated`, around what rests on the content of the file alone: whatever else fails there, it is damaged.

    The errors in `passing` are for the caller.
    """
    own = (LibraryError, NotInLibraryError, sqlite3.Error, OSError, *_FAULTS_OF_OURS)
    apart: tuple[type[Exception], ...] = (*own, *passing)
    with translated(path):
        try:
            yield
        except apart:
            raise
        except Exception as error:
            raise LibraryError(damaged(path, error)) from error


def damaged(path: Path, why: Exception | str) -> str:
    """What is said of a damaged library."""
    return (
        f"{path} is damaged ({_short(why)}); restore a copy, or save what can still be read into a new library with"
        " 'newstimeline check --salvage FILE'"
    )


def _short(why: Exception | str) -> str:
    text = str(why)[:_MOST_SHOWN]
    if isinstance(why, str | sqlite3.Error | ValueError):
        return text
    return f"{type(why).__name__}: {text}" if text else type(why).__name__


def _explain(error: sqlite3.Error, path: Path) -> str:
    message = str(error)
    if path.exists() and not path.is_file():
        return f"{path} is no file that could be a library; name another one with --library"
    if "not a database" in message:
        return not_a_library(path)
    if "malformed" in message:
        return damaged(path, error)
    if "full" in message:
        return f"the disk is full; nothing of the unfinished part was stored in {path}"
    if path.exists() and not os.access(path, os.R_OK):
        return f"{path} can't be read: you have no right to"
    if "readonly" in message or ("unable to open" in message and path.exists()):
        return f"{path} can't be written: it is read-only"
    if "unable to open" in message:
        return f"{path} can't be made: its folder is read-only"
    if "locked" in message:
        return f"{path} is being written by another process; try again when that has finished"
    code = getattr(error, "sqlite_errorcode", None)
    is_damage = "Could not decode" in message or (code is not None and code & 0xFF not in _NO_DAMAGE)
    return damaged(path, error) if is_damage else f"{path}: {message}"


def not_a_library(path: Path) -> str:
    """What is said of any other file."""
    return (
        f"{path} is not a newstimeline library; name another file with --library, or if it was one, save what can still"
        " be read with 'newstimeline check --salvage FILE'"
    )
