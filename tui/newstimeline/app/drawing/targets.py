"""Lines of which some can be chosen, and what choosing them means."""

from __future__ import annotations

from dataclasses import dataclass

from newstimeline.app.drawing.pieces import Piece, Pieces


@dataclass(frozen=True, slots=True)
class PersonTarget:
    """A person."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class QuoteTarget:
    """A quote in the article of an event."""

    quote: int
    event: int


@dataclass(frozen=True, slots=True)
class ArticleTarget:
    """The article of an event."""

    event: int


@dataclass(frozen=True, slots=True)
class FilterTarget:
    """A condition that the filter has or may get."""

    part: str


Target = PersonTarget | QuoteTarget | ArticleTarget | FilterTarget


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One line, perhaps to be chosen."""

    pieces: Pieces
    target: Target | None = None


def heading(text: str, width: int) -> TargetLine:
    """The heading of a part of a panel, as a rule over the whole width."""
    title = f"{text} "
    return TargetLine((Piece(title, "month"), Piece("─" * max(0, width - len(title)), "rule")))
