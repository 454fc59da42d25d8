"""The tables of articles and of what was found in them: their columns follow from the fields of the model.

A field is one column of its name, or two where it is a span (`cue_start`, `cue_end`); `id` is the column `local`, and
`when` is `edtf`. Rows, the statements that read and write them, and the checks of `row_rules` follow from the columns.
A new field of the model needs nothing but a migration that adds its column.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import MISSING
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from newstimeline.library.event_columns import OPEN_END, OPEN_START
from newstimeline.model import (
    Article,
    Event,
    Extra,
    Mention,
    Person,
    Place,
    Quote,
    Span,
    StoredFields,
    TimeExpression,
)
from newstimeline.model_fields import ModelField, compiled, model_fields, tuple_function
from newstimeline.when import When, parse

Row = tuple[object, ...]
MOMENTS = ("start", "end", "open")
T = TypeVar("T")


class Column(NamedTuple):
    """A column that holds a field, or a part of one."""

    name: str
    kind: Any
    """The type of the field, without None."""
    is_nullable: bool
    told: str
    """The expression of its value for the thing `it`."""


class FindingTable(Generic[T]):
    """One table, whose rows each hold a thing of the model."""

    def __init__(
        self, name: str, kind: type[T], lead: Sequence[str], follow: Sequence[str] = (), without: Container[str] = ()
    ) -> None:
        """Columns of the library's own stand before and after those of the thing; some fields have other tables."""
        self.name = name
        self._make = kind
        self._known_before = [column for column in lead if column in ("local", "n")]
        fields = [field for field in model_fields(kind) if field.name not in without]
        columns = [_columns(kind, field) for field in fields]
        self.of_thing = tuple(column for several in columns for column in several)
        self.names = tuple(column.name for column in self.of_thing)
        self.columns = (*lead, *self.names, *follow)
        self._fields = tuple(fields)

    @cached_property
    def row(self) -> Callable[..., Row]:
        """What makes the columns of a thing, after those that are given besides; compiled when it is first needed."""
        told = (column.told for column in self.of_thing)
        return tuple_function((*self._known_before, *told), _FUNCTIONS, self._known_before)

    def rows(self, things: Sequence[T]) -> tuple[Row, ...]:
        """The rows of a list of things: the place in it, and the columns of each."""
        row = self.row
        return tuple([row(thing, n) for n, thing in enumerate(things)])

    def of_row(self, *names: str) -> Callable[[Row], Any]:
        """What takes columns by their names out of a row that `rows` made."""
        return itemgetter(*(self.names.index(name) + 1 for name in names))

    def select(self, *besides: str) -> str:
        """The beginning of a statement that reads things, and other columns after theirs."""
        return f"SELECT {', '.join((*self.names, *besides))} FROM {self.name}"

    def thing(self, row: Sequence[Any], **others: object) -> T:
        """The thing of a row that `select` gives; with fields that have other tables."""
        return self._thing(row, others)

    @cached_property
    def _thing(self) -> Callable[[Sequence[Any], Mapping[str, object]], T]:
        names: dict[str, object] = {"make": self._make, "span": _span}
        values = []
        for at, field in zip(self._places(), self._fields, strict=True):
            names[f"read_{field.name}"] = _READERS.get(field.type, field.type)
            names[f"default_{field.name}"] = None if field.default is MISSING else field.default
            told = f"span(it[{at}], it[{at + 1}])" if field.type is Span else f"read_{field.name}(it[{at}])"
            told = f"it[{at}]" if field.type is str else told
            values.append(f"{field.name}=default_{field.name} if it[{at}] is None else {told}")
        return compiled(f"make({', '.join(values)}, **others)", names, ("others",))

    def _places(self) -> Iterator[int]:
        """Where in a row the columns of each field begin."""
        at = 0
        for field in self._fields:
            yield at
            at += 2 if field.type is Span else 1


def insert_statement(table: str, columns: Sequence[str]) -> str:
    """The statement that puts a row into a table."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def extra_json(extra: Extra) -> str | None:
    """Keys that this version has no use for, as a column has them."""
    return json.dumps(extra, ensure_ascii=False) if extra else None


def moments(when: When | None) -> tuple[int | None, int | None, int]:
    """The columns `MOMENTS` of an event, which follow from its date."""
    return (when.start, when.end, OPEN_START * when.open_start + OPEN_END * when.open_end) if when else (None, None, 0)


@lru_cache(maxsize=4096)
def _texts_json(texts: tuple[str, ...]) -> str:
    return json.dumps(texts, ensure_ascii=False)


def _span(start: int, end: int | None) -> Span | None:
    """None where one end is gone, as in a damaged library."""
    return None if end is None else Span(start, end)


def _spans_json(spans: tuple[Span, ...]) -> str:
    return f"[{', '.join(f'[{span.start}, {span.end}]' for span in spans)}]"


_FUNCTIONS = {"texts_json": _texts_json, "spans_json": _spans_json, "extra_json": extra_json}
_TOLD: Mapping[object, str] = {
    str: "$",
    When: "$.edtf",
    tuple[str, ...]: "texts_json($)",
    tuple[Span, ...]: "spans_json($)",
    Extra: "extra_json($)",
}
"""The expressions of a field's value `$` that its column holds, by the field's type."""
_READERS: Mapping[object, Callable[..., object]] = {
    str: lambda text: text,
    When: lambda edtf: parse(edtf) if edtf else None,
    tuple[str, ...]: lambda texts: tuple(json.loads(texts)),
    tuple[Span, ...]: lambda spans: tuple(Span(start, end) for start, end in json.loads(spans)),
    Extra: json.loads,
}
"""How a field comes out of its columns; other types are made of them."""
_NAMES: Mapping[object, str] = {"id": "local", "when": "edtf", (Article, "id"): "key"}


def _columns(kind: type, field: ModelField) -> list[Column]:
    if field.type is Span:
        prefix = "" if field.name == "span" else f"{field.name}_"
        return [Column(f"{prefix}{end}", Span, field.is_optional, field.told(f"$.{end}")) for end in ("start", "end")]
    name = _NAMES.get((kind, field.name)) or _NAMES.get(field.name, field.name)
    return [Column(name, field.type, field.is_optional or field.type == Extra, field.told_by_type(_TOLD))]


_LOCAL = ("article", "local", "n")
ARTICLES = FindingTable(
    "article",
    Article,
    ("id",),
    ("findings", "extractor", "added", "extra", "more", "outlet"),
    StoredFields.__annotations__,
)
PEOPLE = FindingTable("article_person", Person, ("article", "person", "n"), without=("mentions",))
PLACES = FindingTable("article_place", Place, ("article", "place", "n"), without=("mentions",))
PERSON_MENTIONS = FindingTable("person_mention", Mention, _LOCAL)
PLACE_MENTIONS = FindingTable("place_mention", Mention, _LOCAL)
TIMES = FindingTable("time_expression", TimeExpression, ("article", "n"))
QUOTES = FindingTable("quote", Quote, ("id", "article", "n"))
EVENTS = FindingTable("event", Event, ("id", "uid", "article", "n"), MOMENTS, ("people", "quotes", "places"))
INSERTIONS: Mapping[str, str] = {
    **{
        table.name: insert_statement(table.name, table.columns)
        for table in (ARTICLES, PEOPLE, PLACES, PERSON_MENTIONS, PLACE_MENTIONS, TIMES, QUOTES, EVENTS)
    },
    "event_person": insert_statement("event_person", ("event", "n", "local")),
    "event_place": insert_statement("event_place", ("event", "n", "local")),
    "event_quote": insert_statement("event_quote", ("event", "n", "quote")),
}
"""By their tables, in the order that the foreign keys ask for."""
