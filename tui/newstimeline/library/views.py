"""What the library answers with: values made for showing."""

from __future__ import annotations

from dataclasses import dataclass

from newstimeline.model import Basis, QuoteKind, Span
from newstimeline.when import When


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as one row of the timeline."""

    id: int
    title: str
    when: When | None
    basis: Basis | None
    quotes: int
    """How many quotes it has."""


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A person at an event."""

    id: int
    """The library's id of the person, across articles."""
    name: str
    roles: tuple[str, ...]
    """As the event's article gives them."""
    events: int
    """How many events of the library this person is part of."""


@dataclass(frozen=True, slots=True)
class QuoteSaid:
    """A quote of an event."""

    id: int
    kind: QuoteKind
    text: str
    speaker: str | None
    """The person's name."""
    roles: tuple[str, ...]
    source: str | None
    """The words that name who spoke, where that is no known person."""
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """An article without its text."""

    id: int
    title: str
    published: When | None
    source: str | None
    url: str | None
    path: str | None
    has_text: bool


@dataclass(frozen=True, slots=True)
class EventDetail:
    """All there is to say of one event."""

    id: int
    local: str
    """The event's id within its article's extraction."""
    title: str
    when: When | None
    basis: Basis | None
    time_text: str | None
    """The time words that the date rests on, such as "Friday"."""
    anchor: When | None
    """The date from which those words were counted."""
    evidence: Span | None
    people: tuple[PersonSeen, ...]
    quotes: tuple[QuoteSaid, ...]
    places: tuple[str, ...]
    article: ArticleInfo
