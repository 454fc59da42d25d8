"""Reading the rows of a damaged file: all that SQLite still gives, from both sides of each damaged place."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Generator, Iterator
from typing import Literal

from newstimeline.library.row_rules import TableRule
from newstimeline.library.writable_library import migrations

Values = tuple[object, ...]
_GARBLED = object()
"""Stands for a text that is no UTF-8; no rule allows it."""
_REFERENCES = {
    "article": (
        ("article", "id"),
        *((table, "article") for table in ("article_person", "article_place", "time_expression", "quote", "event")),
    ),
    "event": (("event", "id"), *((table, "event") for table in ("event_person", "event_place", "event_quote"))),
    "quote": (("quote", "id"), ("event_quote", "quote")),
    "person": (("person", "id"), ("article_person", "person")),
    "place": (("place", "id"), ("article_place", "place")),
    "source": (("source", "id"), ("article", "outlet")),
    "change": (("change", "number"), ("placed_change", "change"), ("sqlite_sequence", "seq")),
    "article_origin": (("article_origin", "id"),),
}
"""Where the numbers stand by which rows are ordered, by what they are numbers of."""
_MOST_IN_VAIN = 20_000
"""Places that are tried one after another without a row before the rest is given up."""
_MOST_STEPS_BACK = 100
"""Rows out of their order, after which the pages are taken to lead in a circle."""
_IDS_A_PAGE = 512
"""More rows than a page of 4096 bytes can have."""


def text_or_garbled(data: bytes) -> object:
    """For `Connection.text_factory`: one garbled text must not end the reading."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _GARBLED


class TableRecovery:
    """The rows of one table."""

    def __init__(self, connection: sqlite3.Connection, table: str, rule: TableRule) -> None:
        """`connection` is open on a copy of the damaged file."""
        self._db = connection
        self._table = table
        self._rule = rule
        self._key = next(iter(rule.columns))
        self._columns = self._known_columns()
        self.is_damaged = False
        """Whether something could not be read."""

    def _known_columns(self) -> list[str]:
        """Those that the table has: an older library has not all."""
        try:
            rows = self._db.execute(f"PRAGMA table_xinfo({self._table})").fetchall()
        except sqlite3.Error:
            return []
        return [str(row[1]) for row in rows if row[1] in self._rule.columns]

    @property
    def is_there(self) -> bool:
        """Whether the file has such a table."""
        return self._key in self._columns

    def count(self) -> int | None:
        """How many rows there were, as far as the file still tells."""
        try:
            number: int = self._db.execute(f"SELECT count(*) FROM {self._table}").fetchone()[0]
        except sqlite3.Error:
            return None
        return number

    def rows(self) -> Iterator[Values]:
        """All that can be read, with NULL for columns that the table does not have; some rows perhaps twice."""
        if not self.is_there:
            self.is_damaged = self._should_be_there()
            return
        at = {name: place for place, name in enumerate(self._columns)}
        for values in self._some():
            yield tuple(values[at[name]] if name in at else None for name in self._rule.columns)

    def _should_be_there(self) -> bool:
        """Whether libraries of the file's version have the table."""
        try:
            version: int = self._db.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.Error:
            return True
        return any(f"CREATE TABLE {self._table} " in step for step in migrations()[:version])

    def _some(self) -> Iterator[Values]:
        last, is_whole = yield from self._run("ASC", "TRUE")
        if is_whole:
            return
        self.is_damaged = True
        first, _ = yield from self._run("DESC", "TRUE")
        if not self._rule.is_numbered:
            return
        low = last + 1 if isinstance(last, int) else 0
        yield from self._between(low, first - 1 if isinstance(first, int) else self._top())

    def _between(self, low: int, high: int) -> Iterator[Values]:
        """The rows with numbers from one to another, of which a part is damaged: halved until all the rest is read."""
        gaps = deque([(low, high)])
        in_vain = 0
        while gaps and in_vain < _MOST_IN_VAIN:
            low, high = gaps.popleft()
            if low > high:
                continue
            last, is_whole = yield from self._run("ASC", f"{self._key} BETWEEN {low} AND {high}")
            if is_whole:
                continue
            # Pages in a wrong place have keys beyond what was asked for; these bring nothing nearer.
            above = last + 1 if isinstance(last, int) and low <= last <= high else low
            first, _ = yield from self._run("DESC", f"{self._key} BETWEEN {above} AND {high}")
            below = first - 1 if isinstance(first, int) and above <= first <= high else high
            has_moved = (above, below) != (low, high)
            low, high = above, below
            in_vain = 0 if has_moved else in_vain + 1
            if low < high or has_moved:
                middle = (low + high) // 2
                gaps += [(low, middle), (middle + 1, high)]

    def _run(self, order: Literal["ASC", "DESC"], where: str) -> Generator[Values, None, tuple[object, bool]]:
        """Rows in order, up to the first that can't be read; returns the last key, and whether none was in the way."""
        columns = ", ".join(self._columns)
        place = self._columns.index(self._key)
        last: object = None
        steps_back = 0
        try:
            for values in self._db.execute(
                f"SELECT {columns} FROM {self._table} WHERE {where} ORDER BY {self._key} {order} LIMIT ?",
                (self._most_rows(),),
            ):
                steps_back += _is_back(last, values[place], order)
                if steps_back > _MOST_STEPS_BACK:
                    return last, False
                last = values[place]
                yield values
        except (sqlite3.Error, MemoryError, OverflowError):
            return last, False
        return last, True

    def _most_rows(self) -> int:
        try:
            pages: int = self._db.execute("PRAGMA page_count").fetchone()[0]
        except sqlite3.Error:
            pages = 1
        return pages * _IDS_A_PAGE

    def _top(self) -> int:
        """A number that none is likely to be above."""
        tops = [0]
        of = self._key if self._key in _REFERENCES else self._table
        for table, column in _REFERENCES.get(of, ()):
            try:
                highest = self._db.execute(f"SELECT max({column}) FROM {table}").fetchone()[0]
            except sqlite3.Error:
                continue
            tops.append(highest if isinstance(highest, int) else 0)
        return min(max(tops) or self._most_rows(), self._most_rows())


def _is_back(last: object, key: object, order: Literal["ASC", "DESC"]) -> bool:
    """Whether a key can't come after the one before it."""
    if not isinstance(last, int) or not isinstance(key, int):
        return False
    return key < last if order == "ASC" else key > last
