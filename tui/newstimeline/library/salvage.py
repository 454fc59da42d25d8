"""Saving what can still be read of a damaged library into a new one; the damaged file is only copied from.

Rows go over as they are, so that numbers, identities and times of arrival stay. What they refer to and is gone is taken
out, what is derived is made anew, and the reader's changes are applied again.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from newstimeline.library.errors import LibraryError, translated
from newstimeline.library.repair import mend
from newstimeline.library.row_recovery import TableRecovery, text_or_garbled
from newstimeline.library.row_rules import RULES
from newstimeline.library.schema_graft import graft_schema
from newstimeline.library.writable_library import open_for_writing
from newstimeline.library.writer import LibraryWriter

_BLOCK = 1 << 16
SAVED = ("article", "event", "quote", "change", "saved_filter")
"""Of what a reader is told how much was saved."""


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was saved."""

    saved: dict[str, int]
    """Rows by their tables."""
    lost: dict[str, int | None]
    """Rows that could not be read or mean nothing, by their tables; None where nobody knows how many."""
    undated: int = 0
    """Saved rows whose date could not be read."""


def salvage(damaged: Path, target: Path) -> Salvage:
    """Put all that can be read of a library into a new one.

    Raises:
        LibraryError: nothing can be read, or the new library can't be written.
    """
    for rest in ("", "-wal", "-shm"):  # the log of an earlier file of this name would be taken for that of the new one
        if os.path.lexists(beside := target.with_name(target.name + rest)):
            raise LibraryError(f"{beside} is there already; name a file that is not")
    with translated(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".newstimeline-salvage-") as folder:
            copy, fresh = Path(folder, "damaged.sqlite"), Path(folder, "new.sqlite")
            _copy(damaged, copy)
            open_for_writing(fresh).close()
            tolls = _save_rows(damaged, copy, fresh)
            with LibraryWriter(fresh) as writer:
                writer.revise_all()
            outcome = _counted(fresh, tolls)
            _put(fresh, target)
    return outcome


def _copy(damaged: Path, copy: Path) -> None:
    """Copy the file, and what its log has; a block that the disk no longer gives becomes zeros."""
    with translated(damaged):
        for rest in ("", "-wal"):
            source = damaged.with_name(damaged.name + rest)
            if rest and not source.exists():
                continue
            with source.open("rb", buffering=0) as stream, copy.with_name(copy.name + rest).open("wb") as output:
                size = os.fstat(stream.fileno()).st_size
                for at in range(0, size, _BLOCK):
                    output.write(_block(stream.fileno(), at, min(_BLOCK, size - at)))


def _block(descriptor: int, at: int, size: int) -> bytes:
    try:
        return os.pread(descriptor, size, at).ljust(size, b"\0")
    except OSError:
        return bytes(size)


@contextmanager
def _opened(copy: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.text_factory = text_or_garbled
        connection.execute("PRAGMA writable_schema=ON")  # opens although the schema of another table is wrong
        connection.execute("PRAGMA cell_size_check=ON")
        yield connection


@dataclass(frozen=True, slots=True)
class _Toll:
    """What a table had, and whether something of that is missing."""

    rows: int | None
    """None where the file does not tell."""
    is_damaged: bool
    undated: int = 0
    """Rows that came over without a date that could not be read."""


def _save_rows(damaged: Path, copy: Path, fresh: Path) -> dict[str, _Toll]:
    if not _has_articles(copy):
        copy.with_name(f"{copy.name}-wal").unlink(missing_ok=True)
        if not _has_articles(copy):
            graft_schema(copy, fresh)
    with _opened(copy) as source, closing(sqlite3.connect(fresh, isolation_level=None)) as target:
        target.execute("PRAGMA foreign_keys=OFF")
        target.execute("BEGIN")
        tolls = {table: _transfer(source, target, table) for table in RULES}
        for table in mend(target, datetime.now(UTC)):
            tolls[table] = replace(tolls[table], is_damaged=True)
        if not any(_count(target, table) for table in SAVED):
            raise LibraryError(f"nothing that could be saved is left in {damaged}")
        target.execute("COMMIT")
    return tolls


def _count(connection: sqlite3.Connection, table: str) -> int:
    count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return count


def _has_articles(copy: Path) -> bool:
    try:
        with _opened(copy) as connection:
            entries = connection.execute("SELECT count(*) FROM sqlite_schema WHERE tbl_name = 'article'").fetchone()[0]
            return bool(entries) and TableRecovery(connection, "article", RULES["article"]).is_there
    except sqlite3.Error:
        return False


def _transfer(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> _Toll:
    """Copy every row that can be read and means something."""
    rule = RULES[table]
    recovery = TableRecovery(source, table, rule)
    names = ", ".join(rule.columns)
    insert = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({', '.join('?' * len(rule.columns))})"
    misfits = undated = 0
    for values in recovery.rows():
        fitting = rule.fitting(values)
        if fitting is None and (fitting := rule.undated(values)):
            undated += 1
        if fitting is None:
            misfits += 1
        else:
            target.execute(insert, fitting)
    return _Toll(recovery.count(), recovery.is_damaged or bool(misfits), undated)


def _counted(fresh: Path, tolls: dict[str, _Toll]) -> Salvage:
    """What is in the new library, and what of the damaged one is not."""
    with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
        saved = {table: _count(connection, table) for table in RULES}
        lost: dict[str, int | None] = {}
        for table, toll in tolls.items():
            if toll.rows is None and toll.is_damaged:
                lost[table] = None
            elif toll.rows is not None and toll.rows > saved[table]:
                lost[table] = toll.rows - saved[table]
        if lost or any(toll.undated for toll in tolls.values()):  # what is added again shall be read again
            connection.execute("DELETE FROM read_file")
            connection.execute("DELETE FROM fetched")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Salvage(saved, lost, sum(toll.undated for toll in tolls.values()))


def _put(fresh: Path, target: Path) -> None:
    """Move the new library to its place, unless something has come there meanwhile."""
    try:
        os.link(fresh, target)
    except FileExistsError:
        raise LibraryError(f"{target} is there already; name a file that is not") from None
    except OSError:  # a file system without links
        if os.path.lexists(target):
            raise LibraryError(f"{target} is there already; name a file that is not") from None
        shutil.move(fresh, target)
