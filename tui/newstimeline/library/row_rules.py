"""What may stand in the tables: of each column which values, so that damage which SQLite does not notice is found.

See `migrations` for what they mean.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from newstimeline.article_identity import article_id
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


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and value >= 0


def _or_null(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _reads_as(read: Callable[[str], object], error: type[Exception]) -> Check:
    def check(value: object) -> bool:
        try:
            return isinstance(value, str) and bool(read(value))
        except error:
            return False

    return check


_is_edtf = _reads_as(parse, EdtfError)
_is_extraction = _reads_as(load, RecordError)
_is_change = _reads_as(load_change, ChangeError)


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
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _are_spans(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(span, list) and len(span) == 2 and all(type(end) is int for end in span) and 0 <= span[0] < span[1]
        for span in value
    )


def _is_anything(_: object) -> bool:
    return True


def _is_its_article(row: Row) -> bool:
    """The identity is a hash of headline, date and text, so no letter of them is another one."""
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
    whole: Callable[[Row], bool] = field(default=_is_anything)
    """What must agree within a row."""
    mend: Callable[[Row], Row] | None = None
    """Works out anew what follows from the rest of a row."""

    @property
    def is_numbered(self) -> bool:
        """Whether the rows are ordered by a number."""
        return next(iter(self.columns.values())) is _is_number

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
    str: _is_text,
    When: _is_edtf,
    Span: _is_number,
    tuple[str, ...]: _json(_are_texts),
    tuple[Span, ...]: _json(_are_spans),
    Extra: _json(lambda value: isinstance(value, dict)),
}
"""Of the columns of findings, by the type of the field."""
_CHECKS_OR_NULL = {kind: _or_null(check) for kind, check in _CHECKS.items()}
_OPTIONAL, _DATE, _OFFSET, _EXTRA = (_CHECKS_OR_NULL[kind] for kind in (str, When, Span, Extra))
_OF_ARTICLE: Mapping[str, Check] = {"article": _is_number, "n": _is_number}
_NAME = TableRule({"id": _is_number, "key": _is_text, "name": _is_text}, _is_its_name)
_MEMBER = TableRule({"event": _is_number, "n": _is_number, "local": _is_text})
_PLACE: Mapping[str, Check] = {"source": _OPTIONAL, "url": _OPTIONAL, "path": _OPTIONAL}


def _check(column: Column) -> Check:
    if isinstance(column.kind, type) and issubclass(column.kind, StrEnum):
        check = _one_of(*column.kind)
        return _or_null(check) if column.is_nullable else check
    return (_CHECKS_OR_NULL if column.is_nullable else _CHECKS)[column.kind]


def _of_thing(table: FindingTable[Any]) -> Mapping[str, Check]:
    return {column.name: _check(column) for column in table.of_thing}


_MENTION = TableRule({**_OF_ARTICLE, "local": _is_text, **_of_thing(PERSON_MENTIONS)})

RULES: dict[str, TableRule] = {
    "source": _NAME,
    "person": _NAME,
    "place": _NAME,
    "article": TableRule(
        {
            "id": _is_number, **_of_thing(ARTICLES), "findings": _is_text, "extractor": _OPTIONAL, "added": _is_text,
            "extra": _EXTRA, "more": _EXTRA, "outlet": _OFFSET,
        },
        _is_its_article,
    ),
    "article_person": TableRule({**_OF_ARTICLE, "person": _is_number, **_of_thing(PEOPLE)}),
    "article_place": TableRule({**_OF_ARTICLE, "place": _is_number, **_of_thing(PLACES)}),
    "person_mention": _MENTION,
    "place_mention": _MENTION,
    "time_expression": TableRule({**_OF_ARTICLE, **_of_thing(TIMES)}),
    "quote": TableRule({"id": _is_number, **_OF_ARTICLE, **_of_thing(QUOTES)}),
    "event": TableRule(
        {
            "id": _is_number, "uid": _is_text, **_OF_ARTICLE, **_of_thing(EVENTS),
            **dict.fromkeys(MOMENTS, _is_anything),
        },
        mend=_with_its_moments,
    ),
    "event_person": _MEMBER,
    "event_place": _MEMBER,
    "event_quote": TableRule({"event": _is_number, "n": _is_number, "quote": _is_number}),
    "article_origin": TableRule(
        {
            "id": _is_number, "article": _is_number, "relation": _one_of(*ArticleRelation), "key": _is_text, **_PLACE,
            "added": _is_text, "extractor": _OPTIONAL, "record": _or_null(_is_extraction),
        }
    ),
    "found_extraction": TableRule({"article": _is_number, "record": _is_extraction}),
    "change": TableRule(
        {
            "number": _is_number, "id": _is_text, "article": _OPTIONAL, "what": _is_text, "state": _one_of(*State),
            "record": _is_change,
        }
    ),
    "saved_filter": TableRule({"name": _is_text, "query": _is_text}),
    "filter_history": TableRule({"query": _is_text, "used": _is_number}),
    "browser_state": TableRule({"id": _is_number, "state": _is_text}),
    "read_file": TableRule(
        {"path": _is_text, "size": _is_number, "mtime_ns": lambda value: isinstance(value, int), "inode": _is_number,
         "rules": _is_text, "articles": _is_number}
    ),
    "fetched": TableRule(
        {"url": _is_text, "etag": _OPTIONAL, "modified": _OPTIONAL, "rules": _is_text, "articles": _is_number}
    ),
}  # fmt: skip
"""Of the tables that hold the truth, in an order in which each row's parents come before it."""
DERIVED: dict[str, TableRule] = {
    "placed_change": TableRule(
        {
            "change": _is_number, "article": _OFFSET, "what": _one_of(*What), "value": _OPTIONAL,
            "kind": _one_of(*Kind), "thing": _OFFSET,
        }
    ),
    "person_entry": TableRule({"person": _is_number, "main": _is_number, "name": _is_text}),
}  # fmt: skip
"""Of what follows from the reader's changes and is shown as it stands."""
