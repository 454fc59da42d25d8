"""Lines of which some can be chosen, and what choosing them means."""

from __future__ import annotations

from dataclasses import dataclass

from newstimeline.changes.change_states import State
from newstimeline.drawing.cells import cell_len
from newstimeline.drawing.pieces import Piece, Pieces
from newstimeline.editing.editable_fields import Field
from newstimeline.library.filters import SavedFilter
from newstimeline.library.matches import Matches
from newstimeline.query import NameScope


@dataclass(frozen=True, slots=True)
class NameTarget:
    """A person, a place or an outlet."""

    scope: NameScope
    """PERSON, PLACE or SOURCE."""
    id: int
    """The library's id."""
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


@dataclass(frozen=True, slots=True, eq=False)
class _MatchesTarget:
    matches: Matches
    event: int | None
    """Where to begin."""
    query: str
    """What they match."""


class QuotesTarget(_MatchesTarget):
    """The quotes of matches."""


class LanesTarget(_MatchesTarget):
    """The lanes of matches."""


@dataclass(frozen=True, slots=True)
class FilterTarget:
    """A condition that the filter has or may get."""

    part: str


@dataclass(frozen=True, slots=True)
class SavedTarget:
    """A saved filter."""

    saved: SavedFilter


@dataclass(frozen=True, slots=True)
class FieldTarget:
    """Something that can be changed."""

    field: Field


@dataclass(frozen=True, slots=True)
class ChangeTarget:
    """A change in the log."""

    change: str
    """Its id."""
    state: State


@dataclass(frozen=True, slots=True)
class MoreTarget:
    """What lies before or after the lines that are shown."""

    after: bool


Target = FieldTarget | ChangeTarget | MoreTarget | NameTarget | QuoteTarget | ArticleTarget | FilterTarget | SavedTarget
PageTarget = NameTarget | QuoteTarget | ArticleTarget | QuotesTarget | LanesTarget
"""What has a screen of its own."""


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One line, perhaps to be chosen."""

    pieces: Pieces
    target: Target | None = None


def heading(text: str, width: int) -> TargetLine:
    """The heading of a part of a panel, as a rule over the whole width."""
    title = f"{text} "
    return TargetLine((Piece(title, "month"), Piece("─" * max(0, width - cell_len(title)), "rule")))


def section(text: str, width: int) -> tuple[TargetLine, TargetLine]:
    """A heading with an empty line above."""
    return TargetLine(()), heading(text, width)
