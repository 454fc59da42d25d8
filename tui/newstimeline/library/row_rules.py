"""What may stand in the tables: of each column which values, so that damage which SQLite does not notice is found.

See `migrations` for what they mean.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from newstimeline.article_identity import article_id
from newstimeline.changes.change import Kind, What
from newstimeline.changes.change_records import ChangeError, load_change
from newstimeline.changes.change_states import State
from newstimeline.library.event_columns import OPEN_END, OPEN_START
from newstimeline.name_keys import name_key
from newstimeline.records import RecordError
from newstimeline.records.decoder import load
from newstimeline.terms import ArticleRelation, Basis, MentionKind, QuoteKind
from newstimeline.when import EdtfError, parse

Check = Callable[[object], bool]
Row = Mapping[str, object]


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and value >= 0


def _or_null(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _is_edtf(value: object) -> bool:
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


def _is_extraction(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(load(value))
    except RecordError:
        return False


def _is_change(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(load_change(value))
    except ChangeError:
        return False


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


_EXTRA = _or_null(_json(lambda value: isinstance(value, dict)))
_OPTIONAL, _DATE, _OFFSET = _or_null(_is_text), _or_null(_is_edtf), _or_null(_is_number)
_OF_ARTICLE: Mapping[str, Check] = {"article": _is_number, "local": _is_text, "n": _is_number}
_NAME = TableRule({"id": _is_number, "key": _is_text, "name": _is_text}, _is_its_name)
_MENTION = TableRule({**_OF_ARTICLE, "start": _is_number, "end": _is_number, "kind": _one_of(*MentionKind)})
_MEMBER = TableRule({"event": _is_number, "n": _is_number, "local": _is_text})
_PLACE: Mapping[str, Check] = {"source": _OPTIONAL, "url": _OPTIONAL, "path": _OPTIONAL}

RULES: dict[str, TableRule] = {
    "source": _NAME,
    "person": _NAME,
    "place": _NAME,
    "article": TableRule(
        {
            "id": _is_number, "key": _is_text, "title": _is_text, "published": _DATE, **_PLACE, "text": _OPTIONAL,
            "findings": _is_text, "extractor": _OPTIONAL, "added": _is_text, "extra": _EXTRA, "more": _EXTRA,
            "outlet": _OFFSET,
        },
        _is_its_article,
    ),
    "article_person": TableRule(
        {**_OF_ARTICLE, "person": _is_number, "name": _is_text, "roles": _json(_are_texts), "extra": _EXTRA}
    ),
    "article_place": TableRule({**_OF_ARTICLE, "place": _is_number, "name": _is_text, "extra": _EXTRA}),
    "person_mention": _MENTION,
    "place_mention": _MENTION,
    "time_expression": TableRule(
        {
            **_OF_ARTICLE, "start": _OFFSET, "end": _OFFSET, "text": _is_text, "type": _is_text, "value": _is_text,
            "edtf": _DATE, "anchor": _DATE, "extra": _EXTRA,
        }
    ),
    "quote": TableRule(
        {
            "id": _is_number, **_OF_ARTICLE, "kind": _one_of(*QuoteKind), "text": _is_text, "spans": _json(_are_spans),
            "cue_start": _OFFSET, "cue_end": _OFFSET, "source_start": _OFFSET, "source_end": _OFFSET,
            "speaker": _OPTIONAL, "edtf": _DATE, "extra": _EXTRA,
        }
    ),
    "event": TableRule(
        {
            "id": _is_number, "uid": _is_text, **_OF_ARTICLE, "title": _is_text, "edtf": _DATE,
            "start": _is_anything, "end": _is_anything, "open": _is_anything,
            "basis": _or_null(_one_of(*Basis)), "time": _OPTIONAL,
            "evidence_start": _OFFSET, "evidence_end": _OFFSET, "extra": _EXTRA,
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
