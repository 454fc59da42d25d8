"""Notices what other processes write to the library."""

from __future__ import annotations

from newstimeline.browser.questions import Answer
from newstimeline.library.errors import LibraryError
from newstimeline.library.library import Library
from newstimeline.timeline.time_names import counted

LOOK = 2.0
"""Seconds between checks whether another process has written to the library."""


class NewsWatch:
    """Knows which state of the library is shown."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._version = 0
        self._awaits_news = False

    def renew(self) -> None:
        """Take the library's present state as shown."""
        self._version = self._library.own.version()

    def has_news(self) -> bool:
        """Whether somebody else has written to the library since."""
        try:
            version = self._library.own.version()
        except LibraryError:
            return False  # the next question says it
        if version == self._version:
            return False
        self._awaits_news = True
        return True

    def added(self, before: Answer | None, answer: Answer) -> str:
        """How many events others have added, in words; empty if none."""
        awaited, self._awaits_news = self._awaits_news, False
        added = len(answer.events.timed) - len(before.events.timed) if before is not None and awaited else 0
        return counted(added, "new event") if added > 0 else ""
