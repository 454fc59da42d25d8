"""What may stand in the tables: of each column which values, so that damage which SQLite does not notice is found.

See `migrations` for what they mean.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from newstimeline.changes.change import Kind, What
from newstimeline.changes.change_records import ChangeError, load_change
from newstimeline.changes.change_states import State
from newstimeline.library.event_columns import OPEN_END, OPEN_START
from newstimeline.name_keys import name_key
from newstimeline.records import RecordError
from newstimeline.records.codec import load
from newstimeline.terms import ArticleRelation, Basis, MentionKind, QuoteKind
from newstimeline.when import EdtfError, parse

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
    if edtf is None:
        return {**row, "start": None, "end": None, "open": 0}
    when = parse(str(edtf))
    opens = OPEN_START * when.open_start + OPEN_END * when.open_end
    return {**row, "start": when.start, "end": when.end, "open": opens}


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


_EXTRA = _or_null(_json(lambda value: isinstance(value, dict)))
_OPTIONAL, _DATE, _OFFSET = _or_null(_text), _or_null(_edtf), _or_null(_number)
_OF_ARTICLE: Mapping[str, Check] = {"article": _number, "local": _text, "n": _number}
_NAME = TableRule({"id": _number, "key": _text, "name": _text}, _is_its_name)
_MENTION = TableRule({**_OF_ARTICLE, "start": _number, "end": _number, "kind": _one_of(*MentionKind)})
_MEMBER = TableRule({"event": _number, "n": _number, "local": _text})
_PLACE: Mapping[str, Check] = {"source": _OPTIONAL, "url": _OPTIONAL, "path": _OPTIONAL}

RULES: dict[str, TableRule] = {
    "source": _NAME,
    "person": _NAME,
    "place": _NAME,
    "article": TableRule(
        {
            "id": _number, "key": _text, "title": _text, "published": _DATE, **_PLACE, "text": _OPTIONAL,
            "findings": _text, "extractor": _OPTIONAL, "added": _text, "extra": _EXTRA, "more": _EXTRA,
            "outlet": _OFFSET,
        },
        _is_its_article,
    ),
    "article_person": TableRule(
        {**_OF_ARTICLE, "person": _number, "name": _text, "roles": _json(_are_texts), "extra": _EXTRA}
    ),
    "article_place": TableRule({**_OF_ARTICLE, "place": _number, "name": _text, "extra": _EXTRA}),
    "person_mention": _MENTION,
    "place_mention": _MENTION,
    "time_expression": TableRule(
        {
            **_OF_ARTICLE, "start": _OFFSET, "end": _OFFSET, "text": _text, "type": _text, "value": _text,
            "edtf": _DATE, "anchor": _DATE, "extra": _EXTRA,
        }
    ),
    "quote": TableRule(
        {
            "id": _number, **_OF_ARTICLE, "kind": _one_of(*QuoteKind), "text": _text, "spans": _json(_are_spans),
            "cue_start": _OFFSET, "cue_end": _OFFSET, "source_start": _OFFSET, "source_end": _OFFSET,
            "speaker": _OPTIONAL, "edtf": _DATE, "extra": _EXTRA,
        }
    ),
    "event": TableRule(
        {
            "id": _number, "uid": _text, **_OF_ARTICLE, "title": _text, "edtf": _DATE,
            "start": _whatever, "end": _whatever, "open": _whatever,
            "basis": _or_null(_one_of(*Basis)), "time": _OPTIONAL,
            "evidence_start": _OFFSET, "evidence_end": _OFFSET, "extra": _EXTRA,
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
