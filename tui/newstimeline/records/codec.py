"""Records to and from `Extraction`: one table of forms, used in both directions.

The keys of an object are the fields of its dataclass in `model`, in their order; the type of a field says how its value
is read and written. The tables below say where the format has it otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Mapping
from dataclasses import MISSING
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

from newstimeline.clean import escaped
from newstimeline.model import Article, Event, Extraction, Mention, Place, Span, StoredFields, TimeExpression
from newstimeline.model_fields import mapping_function, model_fields
from newstimeline.records.validation import RecordError, check_ids, check_spans
from newstimeline.terms import MentionKind
from newstimeline.when import EdtfError, When, parse

Choice = TypeVar("Choice", bound=StrEnum)
SCHEMA = "newstimeline/1"
Record = dict[str, object]
"""A JSON object. While it is read: what nobody has taken yet, in the end what this version has no use for."""


def dump(extraction: Extraction) -> str:
    """The record as one line of JSON, without the line's end; harmless to a terminal."""
    return escaped(json.dumps(to_record(extraction), ensure_ascii=False, separators=(",", ":")))


def to_record(extraction: Extraction) -> Record:
    """The JSON object of an extraction."""
    return {"schema": SCHEMA, **_EXTRACTION.own(extraction)}


def load(line: str) -> Extraction:
    """Read one line of a parsed-events file.

    Raises:
        RecordError: the line is no JSON object of this format.
    """
    try:
        record = json.loads(line)
    except RecursionError:
        raise RecordError("the JSON is nested too deeply") from None
    except ValueError as error:
        raise RecordError(f"no JSON: {error}") from None
    return from_record(record)


def from_record(record: object) -> Extraction:
    """Read a JSON object of the format.

    Raises:
        RecordError: it does not follow the format, or refers to ids that it does not define.
    """
    try:
        left = _object(record)
        schema = left.pop("schema", None)
        if schema != SCHEMA:
            raise RecordError(f"schema is {schema!r}; this version reads {SCHEMA!r}")
        extraction = Extraction(**_EXTRACTION.take(left), extra=left)
    except _Wrong as wrong:
        raise RecordError(f"{wrong.place or 'the record'}{wrong.complaint}") from None
    check_ids(extraction)
    check_spans(extraction)
    return extraction


class _Wrong(Exception):
    """A value that does not follow the format. Its place grows on the way out: right values need none."""

    def __init__(self, place: str, complaint: str) -> None:
        super().__init__(place, complaint)
        self.place = place
        self.complaint = complaint

    def within(self, outer: str) -> _Wrong:
        dot = "." if self.place and not self.place.startswith("[") else ""
        return _Wrong(f"{outer}{dot}{self.place}", self.complaint)


class _Form(NamedTuple):
    """How the values of a type stand in a record."""

    read: Callable[[object], object]
    write: str = "$"
    """An expression of the value `$`."""
    names: Mapping[str, object] = {}
    """Functions that the expression calls."""


class _Shape:
    """The keys of an object that are fields of a dataclass."""

    def __init__(
        self, kind: type, without: Container[str] = (), only: Container[str] | None = None, rest: str = ""
    ) -> None:
        """`rest` is the expression of what else the record has of `it`."""
        fields = [
            field
            for field in model_fields(kind)
            if field.name != "extra" and field.name not in without and (only is None or field.name in only)
        ]
        forms = [_FORM_OF.get((kind, field.name)) or _form(field.type) for field in fields]
        keys = [_KEY_OF.get((kind, field.name), field.name) for field in fields]
        self._reads = [
            (field.name, key, form.read, field.type, field.default)
            for field, key, form in zip(fields, keys, forms, strict=True)
        ]
        self.own: Callable[[Any], Record] = mapping_function(
            {key: field.told(form.write) for field, key, form in zip(fields, keys, forms, strict=True)},
            {name: function for form in forms for name, function in form.names.items()},
            rest,
        )
        """What a record has of the fields, and the rest."""

    def take(self, left: Record) -> dict[str, Any]:
        """The values of the fields, taken out of the record."""
        values: dict[str, Any] = {}
        try:
            for name, key, read, kind, default in self._reads:
                value = left.pop(key, None)
                if type(value) is kind:  # a text: most are
                    values[name] = value
                else:
                    values[name] = default if value is None and default is not MISSING else read(value)
        except _Wrong as wrong:
            raise wrong.within(key) from None
        return values


def _object(value: object) -> Record:
    if not isinstance(value, dict):
        raise _Wrong("", " is not a JSON object")
    return value.copy()


def _refuse(left: Record) -> None:
    if left:
        raise _Wrong("", f" has unknown keys: {', '.join(sorted(left))[:80]}")


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise _Wrong("", " must be a text")
    return value


def _read_when(value: object) -> When:
    try:
        return parse(_read_text(value))
    except EdtfError as error:
        raise _Wrong("", f": {error}") from None


def _choice_reader(kind: type[Choice]) -> Callable[[object], Choice]:
    among = {str(choice): choice for choice in kind}

    def read(value: object) -> Choice:
        text = _read_text(value)
        choice = among.get(text)
        if choice is None:
            raise _Wrong("", f" is {text[:40]!r}; it must be one of: {', '.join(among)}")
        return choice

    return read


_read_mention_kind = _choice_reader(MentionKind)


def _list_form(form: _Form) -> _Form:
    read_one, write_one, names = form

    def read(values: object) -> tuple[object, ...]:
        if not isinstance(values, list):
            raise _Wrong("", " must be a list")
        items: list[object] = []
        try:
            for value in values:
                items.append(read_one(value))
        except _Wrong as wrong:
            raise wrong.within(f"[{len(items)}]") from None
        return tuple(items)

    each = f"[{write_one.replace('$', 'item')} for item in $]"
    return _Form(read, "list($)" if write_one == "$" else each, names)


def _object_form(kind: type) -> _Form:
    shape = _Shape(kind, rest="it.extra")

    def read(value: object) -> object:
        left = _object(value)
        values = shape.take(left)
        values["extra"] = left
        return kind(**values)

    return _Form(read, f"write_{kind.__name__}($)", {f"write_{kind.__name__}": shape.own})


def _checked_span(start: object, end: object) -> Span:
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise _Wrong("", f" must have whole numbers 'start' < 'end', got {start!r} and {end!r}")
    return Span(start, end)


def _read_span(value: object) -> Span:
    left = _object(value)
    span = _checked_span(left.pop("start", None), left.pop("end", None))
    _refuse(left)
    return span


def _read_pair(value: object) -> Span:
    if not isinstance(value, list) or len(value) != 2:
        raise _Wrong("", " must be a pair [start, end]")
    return _checked_span(value[0], value[1])


def _read_mention(value: object) -> Mention:
    left = _object(value)
    span = _checked_span(left.pop("start", None), left.pop("end", None))
    told = left.pop("kind", None)
    try:
        kind = MentionKind.NAME if told is None else _read_mention_kind(told)
    except _Wrong as wrong:
        raise wrong.within("kind") from None
    _refuse(left)
    return Mention(span, kind)


def _read_time(value: object) -> TimeExpression:
    left = _object(value)
    try:
        timex = _object(left.pop("timex", None))
        meaning = _TIMEX.take(timex)
        _refuse(timex)
    except _Wrong as wrong:
        raise wrong.within("timex") from None
    start, end = left.pop("start", None), left.pop("end", None)
    span = None if start is None and end is None else _checked_span(start, end)
    return TimeExpression(span=span, **meaning, **_TIME.take(left), extra=left)


def _write_time(time: TimeExpression) -> Record:
    return {
        "id": time.id,
        **({"start": time.span.start, "end": time.span.end} if time.span else {}),
        "text": time.text,
        "timex": _TIMEX.own(time),
        **_TIME.own(time),
    }


def _read_article(value: object) -> Article:
    left = _object(value)
    if left.get("id") is None:
        left["id"] = ""
    return Article(**_ARTICLE.take(left), **Article.stored_fields(left))


def _form(kind: Any) -> _Form:
    if (known := _FORMS.get(kind)) is not None:
        return known
    if get_origin(kind) is tuple:
        return _list_form(_form(get_args(kind)[0]))
    return _Form(_choice_reader(kind), "$.value") if issubclass(kind, StrEnum) else _object_form(kind)


_ENDS = "'start': $.span.start, 'end': $.span.end"
_FORMS: dict[object, _Form] = {
    str: _Form(_read_text),
    When: _Form(_read_when, "$.edtf"),
    Span: _Form(_read_span, "{'start': $.start, 'end': $.end}"),
    tuple[Span, ...]: _list_form(_Form(_read_pair, "[$.start, $.end]")),
    Mention: _Form(_read_mention, f"{{{_ENDS}, 'kind': $.kind.value}}"),
    TimeExpression: _Form(_read_time, "write_time($)", {"write_time": _write_time}),
}
_FORM_OF: Mapping[tuple[type, str], _Form] = {
    # A place is nearly always named, so only another kind is worth a key.
    (Place, "mentions"): _list_form(
        _Form(_read_mention, f"{{{_ENDS}, **({{'kind': $.kind.value}} if $.kind != 'name' else {{}})}}")
    ),
}
_KEY_OF: Mapping[tuple[type, str], str] = {(TimeExpression, "when"): "edtf", (Event, "when"): "date"}
_TIMEX = _Shape(TimeExpression, only=("type", "value"))
_TIME = _Shape(TimeExpression, without=("span", "type", "value"), rest="it.extra")
_ARTICLE = _Shape(Article, without=StoredFields.__annotations__, rest="it.stored_extra")
_FORMS[Article] = _Form(_read_article, "write_article($)", {"write_article": _ARTICLE.own})
_EXTRACTION = _Shape(Extraction, rest="it.extra")
