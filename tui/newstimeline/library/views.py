"""What the library answers with: values made for showing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstimeline.model import Basis, QuoteKind, Span
from newstimeline.when import When

if TYPE_CHECKING:
    from newstimeline.library.found import Found


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


@dataclass(frozen=True, slots=True)
class Counted:
    """A person, a place or an outlet with a number of events."""

    id: int
    name: str
    events: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Who, where and which outlets are most present, the most frequent first."""

    people: tuple[Counted, ...]
    places: tuple[Counted, ...]
    sources: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """A role that articles give a person."""

    role: str
    first: int | None
    """The first minute of the date of the earliest report; None where no report with it is dated."""
    last: int | None
    """The first minute of the date of the latest one."""
    articles: int


@dataclass(frozen=True, slots=True, eq=False)
class PersonRecord:
    """All that the library knows of a person."""

    id: int
    name: str
    events: Found
    """Those that the person is part of or speaks in, in the order of the timeline."""
    spoke: Found
    """Those with a quote of the person; `Library.quotes_by` has the words."""
    first: int | None
    """The first minute of the first dated event."""
    last: int | None
    """The first minute of the last dated event."""
    roles: tuple[RoleSeen, ...]
    """In the order in which they were first reported."""
    companions: tuple[Counted, ...]
    """Who shares most events with the person."""
