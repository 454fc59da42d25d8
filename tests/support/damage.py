"""Ways to damage a library's file."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

PAGE = 4096
Damage = Callable[[Path, random.Random], None]


def _on_bytes(change: Callable[[bytearray, random.Random], bytes | None]) -> Damage:
    def damage(path: Path, chance: random.Random) -> None:
        data = bytearray(path.read_bytes())
        path.write_bytes(change(data, chance) or data)

    return damage


def _some_page(data: bytearray, chance: random.Random) -> slice:
    page = chance.randrange(1, len(data) // PAGE)
    return slice(page * PAGE, (page + 1) * PAGE)


def _torn(data: bytearray, chance: random.Random) -> bytes:
    return bytes(data[: chance.choice([chance.randrange(len(data)), chance.randrange(len(data) // PAGE) * PAGE])])


def _overwritten(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randrange(1, 4)):
        data[_some_page(data, chance)] = chance.choice([bytes(PAGE), b"\xff" * PAGE, chance.randbytes(PAGE)])


def _flipped(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randrange(1, 60)):
        data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)


def _header(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randrange(1, 5)):
        data[chance.randrange(100)] = chance.randrange(256)


def _swapped(data: bytearray, chance: random.Random) -> None:
    one, other = _some_page(data, chance), _some_page(data, chance)
    data[one], data[other] = data[other], data[one]


def _log(path: Path, chance: random.Random) -> None:
    path.with_name(path.name + "-wal").write_bytes(chance.randbytes(chance.randrange(1, 3 * PAGE)))


_ROWS = {
    "article": ("title", "published", "source", "text", "extra", "key", "outlet", "id"),
    "event": (
        "title",
        "edtf",
        "start",
        "end",
        "open",
        "basis",
        "evidence_start",
        "evidence_end",
        "article",
        "extra",
        "n",
    ),
    "quote": ("kind", "text", "spans", "cue_start", "speaker", "extra", "article", "n"),
    "article_person": ("name", "roles", "person", "extra"),
    "person": ("name", "key"),
    "place": ("name", "key"),
    "source": ("name", "key"),
    "time_expression": ("text", "edtf", "anchor", "start"),
    "person_mention": ("start", "kind"),
    "event_quote": ("quote",),
    "event_person": ("local",),
    "change": ("record", "state", "article"),
    "placed_change": ("what", "value", "kind", "thing"),
    "found_extraction": ("record",),
    "saved_filter": ("query",),
    "browser_state": ("state",),
    "derived_state": ("format", "upto", "edition", "stale"),
    "derived_column": ("data", "name"),
    "glimpse": ("screen",),
}
_VALUES = (
    "x''", "x'ff00'", "CAST(x'ff41' AS TEXT)", "''", "'[['", "'7'", "'[7]'", "'{}'", "NULL", "-1", "7", "1.5",
    "9223372036854775807", "'2025-99'", "'\u0000\u001b[2J'",
)  # fmt: skip


def _rows(path: Path, chance: random.Random) -> None:
    """Values of any type in any column, although the schema says otherwise."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        loosened = "replace(replace(sql, ' NOT NULL', ''), ' TEXT', '')"
        connection.execute(
            f"UPDATE sqlite_schema SET sql = {loosened} WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
        )
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        for _ in range(chance.randrange(1, 4)):
            table = chance.choice(list(_ROWS))
            column, value = chance.choice(_ROWS[table]), chance.choice(_VALUES)
            try:
                connection.execute(f"UPDATE {table} SET {column} = {value} WHERE random() % 2")
                connection.execute("UPDATE derived_state SET stale = 0")
            except sqlite3.Error:
                continue


def _schema(path: Path, chance: random.Random) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        (table,) = chance.choice(tables)
        connection.execute("PRAGMA writable_schema=ON")
        where = "WHERE name = ?"
        match chance.randrange(5):
            case 0:
                connection.execute(f"DELETE FROM sqlite_schema {where}", (table,))
            case 1:
                connection.execute(f"UPDATE sqlite_schema SET name = 'other' {where}", (table,))
            case 2:
                connection.execute(f"UPDATE sqlite_schema SET sql = 'nonsense' {where}", (table,))
            case 3:
                connection.execute(f"UPDATE sqlite_schema SET rootpage = 2 {where}", (table,))
            case _:
                connection.execute(f"PRAGMA user_version={chance.choice([0, 1, 5, 9])}")


def _emptied(path: Path, chance: random.Random) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        tables = [*_ROWS, "article_place", "place_mention", "event_place"]
        connection.execute(f"DELETE FROM {chance.choice(tables)} WHERE random() % 3")


DAMAGES: dict[str, Damage] = {
    "torn": _on_bytes(_torn),
    "overwritten": _on_bytes(_overwritten),
    "flipped": _on_bytes(_flipped),
    "header": _on_bytes(_header),
    "swapped": _on_bytes(_swapped),
    "log": _log,
    "rows": _rows,
    "schema": _schema,
    "emptied": _emptied,
}
