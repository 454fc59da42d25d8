"""How the browser ended, and what is asked before what it showed is gone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first screen does not wait for it
    from newstimeline.library.transfer import Holdings


class KeepChoice(Enum):
    """What the user decides about articles that are in no library."""

    KEEP = auto()
    DISCARD = auto()
    NOT_MADE = auto()
    """Nobody could be asked: the window was closed, or there was nothing to ask for."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How the browser ended."""

    code: int = 0
    """The exit code."""
    choice: KeepChoice = KeepChoice.NOT_MADE


def question(unkept: Holdings) -> str:
    """Such as "Keep these 12 articles and your 3 changes in your library?"."""
    return f"Keep {described(unkept)} in your library?"


def described(unkept: Holdings) -> str:
    """Such as "these 12 articles and your 3 changes"."""
    parts: list[str] = []
    if unkept.articles:
        parts.append(f"these {unkept.articles:,} articles" if unkept.articles > 1 else "this article")
    if unkept.changes:
        parts.append(f"your {unkept.changes:,} changes" if unkept.changes > 1 else "your change")
    if unkept.filters:
        parts.append(f"your {unkept.filters:,} saved filters" if unkept.filters > 1 else "your saved filter")
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]
