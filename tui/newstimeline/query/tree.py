"""What a query means: a tree of conditions on an event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from newstimeline.model import Basis, QuoteKind
from newstimeline.when import When


@dataclass(frozen=True, slots=True)
class Everything:
    """No condition: the empty query."""


@dataclass(frozen=True, slots=True)
class Words:
    """A word, or words that stand side by side, in some columns of the index (none named: in any)."""

    text: str
    prefix: bool
    """Whether the last word may go on: `trum` finds Trump."""
    columns: tuple[str, ...] = ()


class Relation(Enum):
    """How an event's time lies to a given one."""

    WITHIN = "in"
    """They share a moment."""
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class InTime:
    """The event's date lies in some relation to another date; undated events never do."""

    relation: Relation
    when: When


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


Query = Everything | Words | InTime | OfBasis | OfKind | HasQuote | HasDate | Not | All | Any
