"""What a query means: a tree of conditions on an event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from newstimeline.terms import Basis, Clock, QuoteKind
from newstimeline.when import When


@dataclass(frozen=True, slots=True)
class Everything:
    """No condition: the empty query."""


class NameScope(Enum):
    """Where words are looked for."""

    ANYWHERE = "anywhere"
    """In the event's title, evidence and quotes, and in the names of its people, places and speakers."""
    TITLE = "title"
    """In the event's title and its article's headline."""
    SAID = "said"
    """In quotes."""
    PERSON = "person"
    SPEAKER = "speaker"
    PLACE = "place"
    SOURCE = "source"
    """In the name of the outlet."""


@dataclass(frozen=True, slots=True)
class Words:
    """A word, or words that stand side by side."""

    text: str
    prefix: bool
    """Whether the last word may go on: `trum` finds Trump."""
    scope: NameScope = NameScope.ANYWHERE


@dataclass(frozen=True, slots=True)
class Near:
    """Words each of which stands there, or one that is spelt nearly so: `~putni` finds Putin."""

    text: str
    scope: NameScope = NameScope.ANYWHERE


@dataclass(frozen=True, slots=True)
class AsOf:
    """The event's article had been published by the end of a date; one without a date of publication never had."""

    when: When


class Relation(Enum):
    """How an event's time lies to a given one."""

    WITHIN = "in"
    """They share a moment."""
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class InTime:
    """A date of the event lies in some relation to another date; what has none never does."""

    relation: Relation
    when: When
    clock: Clock | None = None
    """Which of the event's dates; None for that of the clock that the reader looks at."""


@dataclass(frozen=True, slots=True)
class OfBasis:
    """The event's date rests on this."""

    basis: Basis


@dataclass(frozen=True, slots=True)
class OfKind:
    """The event has a quote of this kind."""

    kind: QuoteKind


@dataclass(frozen=True, slots=True)
class HasQuote:
    """The event has a quote."""


@dataclass(frozen=True, slots=True)
class HasDate:
    """The event is not undated."""


class Own(Enum):
    """What a reader may have made of an event."""

    MARKED = "marked"
    NOTED = "noted"
    """The event, one of its quotes or its article has a note."""
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    REJECTED = "rejected"
    UNREVIEWED = "unreviewed"
    """It is neither confirmed nor disputed nor rejected."""


@dataclass(frozen=True, slots=True)
class IsOwn:
    """A reader has made this of the event."""

    own: Own


@dataclass(frozen=True, slots=True)
class Tagged:
    """The event has a tag that begins so."""

    tag: str


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold."""

    inner: Query


@dataclass(frozen=True, slots=True)
class All:
    """Every condition holds."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one condition holds."""

    parts: tuple[Query, ...]


Query = (
    Everything | Words | Near | AsOf | InTime | OfBasis | OfKind | HasQuote | HasDate | IsOwn | Tagged | Not | All | Any
)
