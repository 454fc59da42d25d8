"""One change that a reader made, and what it was made to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstimeline.changes.kinds import Kind as Kind
from newstimeline.changes.kinds import What as What

if TYPE_CHECKING:
    from newstimeline.model import Span


AUTOMATIC = "newstimeline"
"""Who makes the changes that nobody made: people of different articles taken for one."""
CORRECTIONS = frozenset((What.DATE, What.TITLE, What.EVENT, What.SPEAKER, What.KIND, What.NAME, What.SAME, What.ROLE))
"""What contradicts or completes the extraction; the rest stands beside it."""
BESIDE = (What.STATUS, What.REASON, What.MARK, What.TAGS, What.NOTE)
"""What stands beside it, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Target:
    """To what a change was made, told so that it is found again after another extraction of the same article."""

    kind: Kind
    article: str | None
    """The article's key; None for a person across all articles."""
    span: Span | None
    """Where the evidence or the quote stands; None where there is no text, and for people and articles."""
    words: str
    """The words of the evidence or the quote, an event's title where it has no evidence, or a person's name."""


Value = str | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change."""

    id: str
    """Unique everywhere: two readers exchange their changes. Up to a hyphen it is that of the act; see `act`."""
    made: str
    """UTC, ISO 8601."""
    who: str | None
    """The reader, if the name is to be kept."""
    what: What
    target: Target
    value: Value
    found: Value = None
    """What the extraction had there when the change was made."""
    extractor: str | None = None
    """Which rules and model had found that."""

    @property
    def is_automatic(self) -> bool:
        """Whether the program made it, and no reader."""
        return self.who == AUTOMATIC and self.what is What.SAME

    @property
    def act(self) -> str:
        """What was changed at one stroke, and is undone so, has this in common."""
        return self.id.partition("-")[0]

    @property
    def subject(self) -> tuple[Target, What]:
        """What later changes of the same thing replace."""
        return self.target, self.what
