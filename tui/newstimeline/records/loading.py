"""From a line of a parsed-events file to an `Extraction`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar, cast

from newstimeline.model import (
    Article,
    Basis,
    Event,
    Extraction,
    Mention,
    MentionKind,
    Person,
    Place,
    Quote,
    QuoteKind,
    Span,
    TimeExpression,
)
from newstimeline.records.checking import RecordError, check_ids, check_spans
from newstimeline.records.dumping import SCHEMA
from newstimeline.when import EdtfError, When, parse

T = TypeVar("T")


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


class _Reader:
    """One JSON object of a record: hands out its keys by type and keeps what nobody asked for."""

    def __init__(self, value: object, place: str) -> None:
        if not isinstance(value, dict):
            raise RecordError(f"{place or 'the record'} is not a JSON object")
        self._left = dict(value)
        self._place = place

    def at(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key

    def take(self, key: str) -> object:
        return self._left.pop(key, None)

    def text(self, key: str) -> str:
        value = self.take(key)
        if not isinstance(value, str):
            raise RecordError(f"{self.at(key)} must be a text")
        return value

    def text_or_none(self, key: str) -> str | None:
        if self._left.get(key) is None:
            self.take(key)
            return None
        return self.text(key)

    def when(self, key: str) -> When | None:
        value = self.text_or_none(key)
        try:
            return parse(value) if value is not None else None
        except EdtfError as error:
            raise RecordError(f"{self.at(key)}: {error}") from None

    def each(self, key: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
        values = self.take(key)
        if values is None:
            return ()
        if not isinstance(values, list):
            raise RecordError(f"{self.at(key)} must be a list")
        return tuple(read(value, f"{self.at(key)}[{i}]") for i, value in enumerate(values))

    def span(self, key: str) -> Span | None:
        value = self.take(key)
        if value is None:
            return None
        inner = _Reader(value, self.at(key))
        span = inner.own_span(required=True)
        _refuse_rest(inner, self.at(key))
        return span

    def own_span(self, *, required: bool) -> Span | None:
        """The span that this object itself has as `start` and `end`."""
        start, end = self.take("start"), self.take("end")
        if not required and start is None and end is None:
            return None
        return _checked_span(start, end, self._place)

    def choice(self, key: str, among: Callable[[str], T]) -> T:
        value = self.text(key)
        try:
            return among(value)
        except ValueError:
            names = ", ".join(cast("Iterable[str]", among))
            raise RecordError(f"{self.at(key)} is {value[:40]!r}; it must be one of: {names}") from None

    def choice_or_none(self, key: str, among: Callable[[str], T]) -> T | None:
        if self._left.get(key) is None:
            self.take(key)
            return None
        return self.choice(key, among)

    def rest(self) -> Mapping[str, object]:
        return self._left


def _checked_span(start: object, end: object, place: str) -> Span:
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise RecordError(f"{place} must have whole numbers 'start' < 'end', got {start!r} and {end!r}")
    return Span(start, end)


def from_record(record: object) -> Extraction:
    """Read a JSON object of the format.

    Raises:
        RecordError: it does not follow the format, or refers to ids that it does not define.
    """
    reader = _Reader(record, "")
    schema = reader.take("schema")
    if schema != SCHEMA:
        raise RecordError(f"schema is {schema!r}; this version reads {SCHEMA!r}")
    extraction = Extraction(
        article=_read_article(reader.take("article"), "article"),
        times=reader.each("times", _read_time),
        people=reader.each("people", _read_person),
        places=reader.each("places", _read_place),
        quotes=reader.each("quotes", _read_quote),
        events=reader.each("events", _read_event),
        extra=reader.rest(),
    )
    check_ids(extraction)
    check_spans(extraction)
    return extraction


def _read_article(value: object, place: str) -> Article:
    reader = _Reader(value, place)
    return Article(
        id=reader.text_or_none("id") or "",
        title=reader.text("title"),
        published=reader.when("published"),
        source=reader.text_or_none("source"),
        url=reader.text_or_none("url"),
        path=reader.text_or_none("path"),
        text=reader.text_or_none("text"),
        extra=reader.rest(),
    )


def _read_time(value: object, place: str) -> TimeExpression:
    reader = _Reader(value, place)
    timex = _Reader(reader.take("timex"), reader.at("timex"))
    time = TimeExpression(
        id=reader.text("id"),
        span=reader.own_span(required=False),
        text=reader.text("text"),
        type=timex.text("type"),
        value=timex.text("value"),
        when=reader.when("edtf"),
        anchor=reader.when("anchor"),
        extra=reader.rest(),
    )
    _refuse_rest(timex, f"{place}.timex")
    return time


def _read_mention(value: object, place: str) -> Mention:
    reader = _Reader(value, place)
    span = reader.own_span(required=True)
    assert span
    kind = reader.choice_or_none("kind", MentionKind) or MentionKind.NAME
    _refuse_rest(reader, place)
    return Mention(span, kind)


def _refuse_rest(reader: _Reader, place: str) -> None:
    if unknown := sorted(reader.rest()):
        raise RecordError(f"{place} has unknown keys: {', '.join(unknown)[:80]}")


def _read_person(value: object, place: str) -> Person:
    reader = _Reader(value, place)
    return Person(
        id=reader.text("id"),
        name=reader.text("name"),
        roles=reader.each("roles", _read_text),
        mentions=reader.each("mentions", _read_mention),
        extra=reader.rest(),
    )


def _read_place(value: object, place: str) -> Place:
    reader = _Reader(value, place)
    return Place(
        id=reader.text("id"),
        name=reader.text("name"),
        mentions=reader.each("mentions", _read_mention),
        extra=reader.rest(),
    )


def _read_quote(value: object, place: str) -> Quote:
    reader = _Reader(value, place)
    return Quote(
        id=reader.text("id"),
        kind=reader.choice("kind", QuoteKind),
        text=reader.text("text"),
        spans=reader.each("spans", _read_pair),
        cue=reader.span("cue"),
        source=reader.span("source"),
        speaker=reader.text_or_none("speaker"),
        when=reader.when("when"),
        extra=reader.rest(),
    )


def _read_event(value: object, place: str) -> Event:
    reader = _Reader(value, place)
    return Event(
        id=reader.text("id"),
        title=reader.text("title"),
        when=reader.when("date"),
        basis=reader.choice_or_none("basis", Basis),
        time=reader.text_or_none("time"),
        evidence=reader.span("evidence"),
        people=reader.each("people", _read_text),
        quotes=reader.each("quotes", _read_text),
        places=reader.each("places", _read_text),
        extra=reader.rest(),
    )


def _read_text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise RecordError(f"{place} must be a text")
    return value


def _read_pair(value: object, place: str) -> Span:
    if not isinstance(value, list) or len(value) != 2:
        raise RecordError(f"{place} must be a pair [start, end]")
    return _checked_span(value[0], value[1], place)
