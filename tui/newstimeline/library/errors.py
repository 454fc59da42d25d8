"""What can be wrong with a library's file, said so that a reader knows what to do."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class LibraryError(Exception):
    """The library can't be used; the message says why and what to do."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors into ones that say what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if str(error) == "interrupted":  # by ourselves, since the answer is no longer wanted
            raise
        raise LibraryError(_explain(error, path)) from error
    except UnicodeDecodeError as error:
        raise LibraryError(_damaged(path, error)) from error
    except OSError as error:
        raise LibraryError(f"{path} can't be opened: {error.strerror or error}") from error


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """As `translated`, for reading: rows that mean nothing are the fault of the file too."""
    with translated(path):
        try:
            yield
        except (ValueError, TypeError, IndexError, OverflowError) as error:
            raise LibraryError(_damaged(path, error)) from error


def _damaged(path: Path, error: Exception) -> str:
    return f"{path} is damaged ({error}); restore a copy, or add the articles again to a new library"


def _explain(error: sqlite3.DatabaseError, path: Path) -> str:
    message = str(error)
    if path.exists() and not path.is_file():
        return f"{path} is no file that could be a library; name another one with --library"
    if "not a database" in message:
        return f"{path} is not a newstimeline library; name another file with --library"
    if "malformed" in message:
        return _damaged(path, error)
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
    return f"{path}: {message}"
