"""By what two libraries are seen to have the same of an article, without reading its events."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """An article as a library has it."""

    article: int
    """The library's number of it."""
    key: str
    """Its identity, the same in every library."""
    findings: str
    """A hash of what was found in it."""
    is_changed: bool
    """Whether a reader has made something of it."""

    def is_as(self, other: Standing) -> bool:
        """Whether both libraries have the same of it for sure."""
        return (self.key, self.findings) == (other.key, other.findings) and not (self.is_changed or other.is_changed)


def standings(connection: sqlite3.Connection) -> dict[int, Standing]:
    """All articles of a library by their numbers."""
    rows = connection.execute(
        "SELECT id, key, findings, key IN (SELECT article FROM change WHERE state = 'active') FROM article"
    )
    return {number: Standing(number, key, findings, bool(changed)) for number, key, findings, changed in rows}
