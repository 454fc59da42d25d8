"""Records to and from `Extraction`: one table of forms, used in both directions.

The keys of an object are the fields of its dataclass in `model`, in their order; the type of a field says how its value
is read and written. The tables below say where the format has it otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Mapping
from dataclasses import MISSING
from enum import StrEnum
from typing import Any, NamedTuple, get_args, get_origin

from newstimeline.clean import escaped
from newstimeline.model import Article, Event, Extraction, Mention, Place, Span, StoredFields, TimeExpression
from newstimeline.model_fields import mapping_function, model_fields
from newstimeline.records.validation import RecordError, check_ids, check_spans
from newstimeline.when import EdtfError, When, parse

SCHEMA = "newstimeline/1"
Record = dict[str, object]
"""A JSON object. While it is read: what nobody has taken yet, in the end what this version has no use for."""


def dump(extraction: Extraction) -> str:
    """The record as one line of JSON, without the line's end; harmless to a terminal."""
    return escaped(json.dumps(to_record(extraction), ensure_ascii=False, separators=(",", ":")))


def to_record(extraction: Extraction) -> Record:
    """The JSON object of an extraction."""
    return {"schema": SCHEMA, **_EXTRACTION.own(extraction), **extraction.extra}


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

    def __init__(self, kind: type, without: Container[str] = (), only: Container[str] | None = None) -> None:
        fields = [
            one
            for one in model_fields(kind)
            if one.name != "extra" and one.name not in without and (only is None or one.name in only)
        ]
        forms = [_FORM_OF.get((kind, one.name)) or _form(one.type) for one in fields]
        keys = [_KEY_OF.get((kind, one.name), one.name) for one in fields]
        self._reads = [
            (one.name, key, form.read, one.default) for one, key, form in zip(fields, keys, forms, strict=True)
        ]
        self.own: Callable[[Any], Record] = mapping_function(
            {key: one.told(form.write) for one, key, form in zip(fields, keys, forms, strict=True)},
            {name: function for form in forms for name, function in form.names.items()},
        )
        """What a record has of the fields."""

    def take(self, left: Record) -> dict[str, Any]:
        """The values of the fields, taken out of the record."""
        found: dict[str, Any] = {}
        try:
            for name, key, read, default in self._reads:
                value = left.pop(key, None)
                found[name] = default if value is None and default is not MISSING else read(value)
        except _Wrong as wrong:
            raise wrong.within(key) from None
        return found


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


def _choice_form(kind: type[StrEnum]) -> _Form:
    among = {str(one): one for one in kind}

    def read(value: object) -> StrEnum:
        text = _read_text(value)
        found = among.get(text)
        if found is None:
            raise _Wrong("", f" is {text[:40]!r}; it must be one of: {', '.join(among)}")
        return found

    return _Form(read, "$.value")


def _list_form(form: _Form) -> _Form:
    read_one, write_one, names = form

    def read(values: object) -> tuple[object, ...]:
        if not isinstance(values, list):
            raise _Wrong("", " must be a list")
        found: list[object] = []
        try:
            for value in values:
                found.append(read_one(value))
        except _Wrong as wrong:
            raise wrong.within(f"[{len(found)}]") from None
        return tuple(found)

    each = f"[{write_one.replace('$', 'one')} for one in $]"
    return _Form(read, "list($)" if write_one == "$" else each, names)


def _object_form(kind: type) -> _Form:
    shape = _Shape(kind)

    def read(value: object) -> object:
        left = _object(value)
        return kind(**shape.take(left), extra=left)

    def write(thing: Any) -> Record:
        return {**shape.own(thing), **thing.extra}

    return _Form(read, f"write_{kind.__name__}($)", {f"write_{kind.__name__}": write})


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
    mention = Mention(span, **_MENTION.take(left))
    _refuse(left)
    return mention


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
        **time.extra,
    }


def _read_article(value: object) -> Article:
    left = _object(value)
    if left.get("id") is None:
        left["id"] = ""
    return Article(**_ARTICLE.take(left), **Article.stored_fields(left))


def _write_article(article: Article) -> Record:
    return {**_ARTICLE.own(article), **article.stored_extra}


def _form(kind: Any) -> _Form:
    if (known := _FORMS.get(kind)) is not None:
        return known
    if get_origin(kind) is tuple:
        return _list_form(_form(get_args(kind)[0]))
    return _choice_form(kind) if issubclass(kind, StrEnum) else _object_form(kind)


_ENDS = "'start': $.span.start, 'end': $.span.end"
_FORMS: Mapping[object, _Form] = {
    str: _Form(_read_text),
    When: _Form(_read_when, "$.edtf"),
    Span: _Form(_read_span, "{'start': $.start, 'end': $.end}"),
    tuple[Span, ...]: _list_form(_Form(_read_pair, "[$.start, $.end]")),
    Mention: _Form(_read_mention, f"{{{_ENDS}, 'kind': $.kind.value}}"),
    TimeExpression: _Form(_read_time, "write_time($)", {"write_time": _write_time}),
    Article: _Form(_read_article, "write_article($)", {"write_article": _write_article}),
}
_FORM_OF: Mapping[tuple[type, str], _Form] = {
    # A place is nearly always named, so only another kind is worth a key.
    (Place, "mentions"): _list_form(
        _Form(_read_mention, f"{{{_ENDS}, **({{'kind': $.kind.value}} if $.kind != 'name' else {{}})}}")
    ),
}
_KEY_OF: Mapping[tuple[type, str], str] = {(TimeExpression, "when"): "edtf", (Event, "when"): "date"}
_MENTION = _Shape(Mention, without=("span",))
_TIMEX = _Shape(TimeExpression, only=("type", "value"))
_TIME = _Shape(TimeExpression, without=("span", "type", "value"))
_ARTICLE = _Shape(Article, without=StoredFields.__annotations__)
_EXTRACTION = _Shape(Extraction)
