"""From a line of a parsed-events file to an `Extraction`."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from newstimeline.model import Article, Event, Extraction, Mention, Person, Place, Quote, Span, TimeExpression
from newstimeline.records.encoder import SCHEMA
from newstimeline.records.validation import RecordError, check_ids, check_spans
from newstimeline.terms import Basis, MentionKind, QuoteKind
from newstimeline.when import EdtfError, When, parse

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)
Left = dict[str, object]
"""What nobody has taken yet of a JSON object; in the end what this version has no use for."""


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
        extraction = _read_record(record)
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
        return _Wrong(f"{outer}.{self.place}" if self.place else outer, self.complaint)


def _object(value: object) -> Left:
    if not isinstance(value, dict):
        raise _Wrong("", " is not a JSON object")
    return value.copy()


def _text(left: Left, key: str) -> str:
    value = left.pop(key, None)
    if not isinstance(value, str):
        raise _Wrong(key, " must be a text")
    return value


def _text_or_none(left: Left, key: str) -> str | None:
    value = left.pop(key, None)
    if value is not None and not isinstance(value, str):
        raise _Wrong(key, " must be a text")
    return value


def _when(left: Left, key: str) -> When | None:
    value = _text_or_none(left, key)
    try:
        return parse(value) if value is not None else None
    except EdtfError as error:
        raise _Wrong(key, f": {error}") from None


def _within(key: str, read: Callable[[object], T], value: object) -> T:
    try:
        return read(value)
    except _Wrong as wrong:
        raise wrong.within(key) from None


def _each(left: Left, key: str, read: Callable[[object], T]) -> tuple[T, ...]:
    values = left.pop(key, None)
    if values is None:
        return ()
    if not isinstance(values, list):
        raise _Wrong(key, " must be a list")
    found: list[T] = []
    try:
        for value in values:
            found.append(read(value))
    except _Wrong as wrong:
        raise wrong.within(f"{key}[{len(found)}]") from None
    return tuple(found)


def _choice_or_none(left: Left, key: str, among: dict[str, Choice]) -> Choice | None:
    value = _text_or_none(left, key)
    if value is None:
        return None
    found = among.get(value)
    if found is None:
        raise _Wrong(key, f" is {value[:40]!r}; it must be one of: {', '.join(among)}")
    return found


def _choice(left: Left, key: str, among: dict[str, Choice]) -> Choice:
    found = _choice_or_none(left, key, among)
    if found is None:
        raise _Wrong(key, " must be a text")
    return found


def _span(left: Left, key: str) -> Span | None:
    value = left.pop(key, None)
    return None if value is None else _within(key, _read_span, value)


def _checked_span(start: object, end: object) -> Span:
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise _Wrong("", f" must have whole numbers 'start' < 'end', got {start!r} and {end!r}")
    return Span(start, end)


def _refuse(left: Left) -> None:
    if left:
        raise _Wrong("", f" has unknown keys: {', '.join(sorted(left))[:80]}")


_MENTION_KINDS = {str(kind): kind for kind in MentionKind}
_QUOTE_KINDS = {str(kind): kind for kind in QuoteKind}
_BASES = {str(basis): basis for basis in Basis}


def _read_record(record: object) -> Extraction:
    left = _object(record)
    schema = left.pop("schema", None)
    if schema != SCHEMA:
        raise RecordError(f"schema is {schema!r}; this version reads {SCHEMA!r}")
    return Extraction(
        article=_within("article", _read_article, left.pop("article", None)),
        times=_each(left, "times", _read_time),
        people=_each(left, "people", _read_person),
        places=_each(left, "places", _read_place),
        quotes=_each(left, "quotes", _read_quote),
        events=_each(left, "events", _read_event),
        extra=left,
    )


def _read_article(value: object) -> Article:
    left = _object(value)
    return Article(
        id=_text_or_none(left, "id") or "",
        title=_text(left, "title"),
        published=_when(left, "published"),
        source=_text_or_none(left, "source"),
        url=_text_or_none(left, "url"),
        path=_text_or_none(left, "path"),
        text=_text_or_none(left, "text"),
        **Article.stored_fields(left),
    )


def _read_time(value: object) -> TimeExpression:
    left = _object(value)
    type_, timex_value = _within("timex", _read_timex, left.pop("timex", None))
    start, end = left.pop("start", None), left.pop("end", None)
    return TimeExpression(
        id=_text(left, "id"),
        span=None if start is None and end is None else _checked_span(start, end),
        text=_text(left, "text"),
        type=type_,
        value=timex_value,
        when=_when(left, "edtf"),
        anchor=_when(left, "anchor"),
        extra=left,
    )


def _read_timex(value: object) -> tuple[str, str]:
    left = _object(value)
    found = _text(left, "type"), _text(left, "value")
    _refuse(left)
    return found


def _read_span(value: object) -> Span:
    left = _object(value)
    span = _checked_span(left.pop("start", None), left.pop("end", None))
    _refuse(left)
    return span


def _read_mention(value: object) -> Mention:
    left = _object(value)
    span = _checked_span(left.pop("start", None), left.pop("end", None))
    kind = _choice_or_none(left, "kind", _MENTION_KINDS) or MentionKind.NAME
    _refuse(left)
    return Mention(span, kind)


def _read_person(value: object) -> Person:
    left = _object(value)
    return Person(
        id=_text(left, "id"),
        name=_text(left, "name"),
        roles=_each(left, "roles", _read_text),
        mentions=_each(left, "mentions", _read_mention),
        extra=left,
    )


def _read_place(value: object) -> Place:
    left = _object(value)
    return Place(
        id=_text(left, "id"),
        name=_text(left, "name"),
        mentions=_each(left, "mentions", _read_mention),
        extra=left,
    )


def _read_quote(value: object) -> Quote:
    left = _object(value)
    return Quote(
        id=_text(left, "id"),
        kind=_choice(left, "kind", _QUOTE_KINDS),
        text=_text(left, "text"),
        spans=_each(left, "spans", _read_pair),
        cue=_span(left, "cue"),
        source=_span(left, "source"),
        speaker=_text_or_none(left, "speaker"),
        when=_when(left, "when"),
        extra=left,
    )


def _read_event(value: object) -> Event:
    left = _object(value)
    return Event(
        id=_text(left, "id"),
        title=_text(left, "title"),
        when=_when(left, "date"),
        basis=_choice_or_none(left, "basis", _BASES),
        time=_text_or_none(left, "time"),
        evidence=_span(left, "evidence"),
        people=_each(left, "people", _read_text),
        quotes=_each(left, "quotes", _read_text),
        places=_each(left, "places", _read_text),
        extra=left,
    )


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise _Wrong("", " must be a text")
    return value


def _read_pair(value: object) -> Span:
    if not isinstance(value, list) or len(value) != 2:
        raise _Wrong("", " must be a pair [start, end]")
    return _checked_span(value[0], value[1])
