"""What reading yields, and how a reader says that it can't."""

from __future__ import annotations

from dataclasses import dataclass

from newstimeline.model import Article, Extraction, SourceState

LARGEST_FILE = 64 * 2**20
"""Bytes that are read into memory at once; only JSON Lines, read line by line, may be larger."""
READS = "newstimeline reads plain text, Markdown, saved web pages, feeds, news-please JSON and parsed events (.jsonl)"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not taken in."""

    place: str
    """The file, with the line where that helps."""
    reason: str
    """A sentence that says why and, where it can, what to do."""


Found = Article | Extraction | Skipped


@dataclass(frozen=True, slots=True)
class FileEnd:
    """All that a file, or an address of the web, holds has been yielded."""

    state: SourceState | None
    """As it was before it was read; None for what can't tell."""
    unchanged: int | None = None
    """How many articles it holds, if it was not read since nothing has changed."""


class Unreadable(Exception):
    """Input that a reader refuses; the message is the reason given to the user."""
