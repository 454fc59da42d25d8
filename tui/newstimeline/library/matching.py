"""Which events a query means, as a mask over the library's columns."""

from __future__ import annotations

import re
import sqlite3
from functools import reduce

import numpy as np

from newstimeline.library.columns import BASES, OPEN_END, OPEN_START, UNDATED, Columns, Ints, Mask
from newstimeline.query.tree import (
    All,
    Any,
    Everything,
    HasDate,
    HasQuote,
    InTime,
    Not,
    OfBasis,
    OfKind,
    Query,
    Relation,
    Words,
)

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""Characters that no text in the library has and that SQLite does not take."""


def match(query: Query, columns: Columns, connection: sqlite3.Connection) -> Mask:
    """Return True for each event, in the order of the columns, that the query means."""
    match query:
        case Everything():
            return np.ones(len(columns), dtype=np.bool_)
        case Words():
            return columns.mask_of(
                _rows(connection, "SELECT group_concat(rowid) FROM event_words WHERE event_words MATCH ?", _fts(query))
            )
        case InTime():
            return _in_time(query, columns)
        case OfBasis(basis):
            return np.equal(columns.basis, BASES.index(basis))
        case HasDate():
            return np.not_equal(columns.starts, UNDATED)
        case HasQuote():
            return columns.mask_of(_rows(connection, "SELECT group_concat(DISTINCT event) FROM event_quote"))
        case OfKind(kind):
            sql = (
                "SELECT group_concat(event) FROM event_quote JOIN quote ON quote.id = event_quote.quote"
                " WHERE quote.kind = ?"
            )
            return columns.mask_of(_rows(connection, sql, kind.value))
        case Not(inner):
            return ~match(inner, columns, connection)
        case All(parts):
            masks = [match(part, columns, connection) for part in parts]
            return reduce(lambda one, other: one & other, masks)
        case Any(parts):
            masks = [match(part, columns, connection) for part in parts]
            return reduce(lambda one, other: one | other, masks)


def _rows(connection: sqlite3.Connection, sql: str, *arguments: str) -> Ints:
    """Event ids as one text from SQLite: five times faster than row by row."""
    text: str | None = connection.execute(sql, arguments).fetchone()[0]
    return np.array(text.split(","), dtype=np.int64) if text else np.empty(0, dtype=np.int64)


def _fts(words: Words) -> str:
    """The condition in FTS5's own language, as one string literal that nothing in the text can end."""
    columns = f"{{{' '.join(words.columns)}}}: " if words.columns else ""
    literal = _UNSTORABLE.sub(" ", words.text).replace('"', '""')
    return f'{columns}"{literal}"{"*" if words.prefix else ""}'


def _in_time(query: InTime, columns: Columns) -> Mask:
    dated = columns.starts != UNDATED
    when = query.when
    not_before = (columns.ends > when.start) | ((columns.opens & OPEN_END) > 0) | when.open_start
    not_after = (columns.starts < when.end) | ((columns.opens & OPEN_START) > 0) | when.open_end
    match query.relation:
        case Relation.WITHIN:
            mask: Mask = not_before & not_after
        case Relation.BEFORE:
            mask = np.logical_not(not_before)
        case Relation.AFTER:
            mask = np.logical_not(not_after)
    return np.asarray(mask & dated, dtype=np.bool_)
