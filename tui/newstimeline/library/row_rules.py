"""What may stand in the tables: of each column which values, so that damage which SQLite does not notice is found.

See `migrations` for what they mean.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from newstimeline.changes.change import Kind, What
from newstimeline.changes.change_records import ChangeError, load_change
from newstimeline.changes.change_states import State
from newstimeline.library.finding_tables import (
    ARTICLES,
    EVENTS,
    MOMENTS,
    PEOPLE,
    PERSON_MENTIONS,
    PLACES,
    QUOTES,
    TIMES,
    Column,
    FindingTable,
    moments,
)
from newstimeline.model import Extra, Span
from newstimeline.name_keys import name_key
from newstimeline.records import RecordError
from newstimeline.records.codec import load
from newstimeline.terms import ArticleRelation
from newstimeline.when import EdtfError, When, parse

Check = Callable[[object], bool]
Row = Mapping[str, object]


def _text(value: object) -> bool:
    return isinstance(value, str)


def _number(value: object) -> bool:
    return isinstance(value, int) and value >= 0


def _or_null(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _edtf(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(parse(value))
    except EdtfError:
        return False


def _one_of(*values: str) -> Check:
    return lambda value: value in values


def _json(fits: Check) -> Check:
    def check(value: object) -> bool:
        try:
            return isinstance(value, str) and fits(json.loads(value))
        except (ValueError, RecursionError):
            return False

    return check


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _are_spans(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, list) and len(one) == 2 and all(type(end) is int for end in one) and 0 <= one[0] < one[1]
        for one in value
    )


def _extraction(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(load(value))
    except RecordError:
        return False


def _change(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(load_change(value))
    except ChangeError:
        return False


def _whatever(_: object) -> bool:
    return True


def _anything(_: Row) -> bool:
    return True


def _is_its_article(row: Row) -> bool:
    """The identity is a hash of headline, date and text, so no letter of them is another one."""
    from newstimeline.article_identity import article_id

    title, published, text = row["title"], row["published"], row["text"]
    if not isinstance(text, str):
        return True  # the hash is of findings as another program gave them
    return row["key"] == article_id(str(title), parse(str(published)) if published else None, text)


def _is_its_name(row: Row) -> bool:
    return row["key"] == name_key(str(row["name"]))


def _with_its_moments(row: Row) -> Row:
    """The numbers of an event's date follow from it."""
    edtf = row["edtf"]
    return {**row, **dict(zip(MOMENTS, moments(None if edtf is None else parse(str(edtf))), strict=True))}


@dataclass(frozen=True, slots=True)
class TableRule:
    """Of one table."""

    columns: Mapping[str, Check]
    """The first one is what its rows are ordered by."""
    whole: Callable[[Row], bool] = field(default=_anything)
    """What must agree within a row."""
    mend: Callable[[Row], Row] | None = None
    """Works out anew what follows from the rest of a row."""

    @property
    def is_numbered(self) -> bool:
        """Whether the rows are ordered by a number."""
        return next(iter(self.columns.values())) is _number

    def fitting(self, values: tuple[object, ...]) -> tuple[object, ...] | None:
        """A row as it may stand in the table; None where it may not."""
        row: Row = dict(zip(self.columns, values, strict=True))
        if not all(check(row[name]) for name, check in self.columns.items()) or not self.whole(row):
            return None
        return tuple(self.mend(row).values()) if self.mend else values

    def undated(self, values: tuple[object, ...]) -> tuple[object, ...] | None:
        """The row without the dates in it that are none; None where that is not what it lacks.

        An article's identity rests on its date too, so that its text can't be held against it any more.
        """
        row = dict(zip(self.columns, values, strict=True))
        wrong = [name for name, check in self.columns.items() if not check(row[name])]
        if not wrong or any(self.columns[name] is not _DATE for name in wrong):
            return None
        row |= dict.fromkeys(wrong)
        return tuple(self.mend(row).values() if self.mend else row.values())


_CHECKS: Mapping[object, Check] = {
    str: _text,
    When: _edtf,
    Span: _number,
    tuple[str, ...]: _json(_are_texts),
    tuple[Span, ...]: _json(_are_spans),
    Extra: _json(lambda value: isinstance(value, dict)),
}
"""Of the columns of findings, by the type of the field."""
_CHECKS_OR_NULL = {kind: _or_null(check) for kind, check in _CHECKS.items()}
_OPTIONAL, _DATE, _OFFSET, _EXTRA = (_CHECKS_OR_NULL[kind] for kind in (str, When, Span, Extra))
_OF_ARTICLE: Mapping[str, Check] = {"article": _number, "n": _number}
_NAME = TableRule({"id": _number, "key": _text, "name": _text}, _is_its_name)
_MEMBER = TableRule({"event": _number, "n": _number, "local": _text})
_PLACE: Mapping[str, Check] = {"source": _OPTIONAL, "url": _OPTIONAL, "path": _OPTIONAL}


def _check(column: Column) -> Check:
    if isinstance(column.kind, type) and issubclass(column.kind, StrEnum):
        check = _one_of(*column.kind)
        return _or_null(check) if column.is_nullable else check
    return (_CHECKS_OR_NULL if column.is_nullable else _CHECKS)[column.kind]


def _of_thing(table: FindingTable[Any]) -> Mapping[str, Check]:
    return {column.name: _check(column) for column in table.of_thing}


_MENTION = TableRule({**_OF_ARTICLE, "local": _text, **_of_thing(PERSON_MENTIONS)})

RULES: dict[str, TableRule] = {
    "source": _NAME,
    "person": _NAME,
    "place": _NAME,
    "article": TableRule(
        {
            "id": _number, **_of_thing(ARTICLES), "findings": _text, "extractor": _OPTIONAL, "added": _text,
            "extra": _EXTRA, "more": _EXTRA, "outlet": _OFFSET,
        },
        _is_its_article,
    ),
    "article_person": TableRule({**_OF_ARTICLE, "person": _number, **_of_thing(PEOPLE)}),
    "article_place": TableRule({**_OF_ARTICLE, "place": _number, **_of_thing(PLACES)}),
    "person_mention": _MENTION,
    "place_mention": _MENTION,
    "time_expression": TableRule({**_OF_ARTICLE, **_of_thing(TIMES)}),
    "quote": TableRule({"id": _number, **_OF_ARTICLE, **_of_thing(QUOTES)}),
    "event": TableRule(
        {
            "id": _number, "uid": _text, **_OF_ARTICLE, **_of_thing(EVENTS), **dict.fromkeys(MOMENTS, _whatever),
        },
        mend=_with_its_moments,
    ),
    "event_person": _MEMBER,
    "event_place": _MEMBER,
    "event_quote": TableRule({"event": _number, "n": _number, "quote": _number}),
    "article_origin": TableRule(
        {
            "id": _number, "article": _number, "relation": _one_of(*ArticleRelation), "key": _text, **_PLACE,
            "added": _text, "extractor": _OPTIONAL, "record": _or_null(_extraction),
        }
    ),
    "found_extraction": TableRule({"article": _number, "record": _extraction}),
    "change": TableRule(
        {
            "number": _number, "id": _text, "article": _OPTIONAL, "what": _text, "state": _one_of(*State),
            "record": _change,
        }
    ),
    "saved_filter": TableRule({"name": _text, "query": _text}),
    "filter_history": TableRule({"query": _text, "used": _number}),
    "browser_state": TableRule({"id": _number, "state": _text}),
    "read_file": TableRule(
        {"path": _text, "size": _number, "mtime_ns": lambda value: isinstance(value, int), "inode": _number,
         "rules": _text, "articles": _number}
    ),
    "fetched": TableRule(
        {"url": _text, "etag": _OPTIONAL, "modified": _OPTIONAL, "rules": _text, "articles": _number}
    ),
}  # fmt: skip
"""Of the tables that hold the truth, in an order in which each row's parents come before it."""
DERIVED: dict[str, TableRule] = {
    "placed_change": TableRule(
        {
            "change": _number, "article": _OFFSET, "what": _one_of(*What), "value": _OPTIONAL,
            "kind": _one_of(*Kind), "thing": _OFFSET,
        }
    ),
    "person_entry": TableRule({"person": _number, "main": _number, "name": _text}),
}  # fmt: skip
"""Of what follows from the reader's changes and is shown as it stands."""
