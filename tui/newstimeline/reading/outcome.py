"""What reading yields, and how a reader says that it can't."""

from __future__ import annotations

from dataclasses import dataclass

from newstimeline.model import Article, Extraction

LARGEST_FILE = 64 * 2**20
"""Bytes that are read into memory at once; only JSON Lines, read line by line, may be larger."""
READS = (
    "newstimeline reads texts, saved web pages, feeds, articles as JSON or NewsML, and events as tables, timelines, "
    "calendars or parsed events; see its README"
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not taken in."""

    place: str
    """The file, with the line where that helps."""
    reason: str
    """A sentence that says why and, where it can, what to do."""


Found = Article | Extraction | Skipped


class Unreadable(Exception):
    """Input that a reader refuses; the message is the reason given to the user."""
