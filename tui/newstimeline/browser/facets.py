"""The facets: who, where, what and when is most present under the filter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A condition that the filter may have."""

    label: str
    part: str
    """As the filter says it."""
    events: int


@dataclass(frozen=True, slots=True)
class Facet:
    """Conditions of one kind, the most frequent first."""

    name: str
    choices: tuple[Choice, ...]
