"""The conversation with the library: which question stands, and whether it has been answered in full."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from newstimeline.app.answering import Prepared, replies
from newstimeline.app.asking import Asker
from newstimeline.app.replies import LAST_REPLIES, Question, Reply
from newstimeline.app.state import View
from newstimeline.library import Library


class Dialogue:
    """Asks on behalf of a screen; at first directly, then in a thread."""

    def __init__(self, library: Library, path: Path, today: Callable[[], date]) -> None:
        """`library` serves the first question; the thread has a connection of its own."""
        self._library = library
        self._path = path
        self._today = today
        self._asked = 0
        self._answered = 0
        self._asker: Asker | None = None

    @property
    def idle(self) -> bool:
        """Whether every question has been answered in full."""
        return self._asked == self._answered

    def _next(self, view: View, width: int, cursor: int | None = None, *, facets: bool = False) -> Question:
        self._asked += 1
        return Question(self._asked, view, self._today(), width, cursor, facets)

    def begin(self, view: View, width: int, tell: Callable[[Reply], object]) -> list[Reply]:
        """Ask the first question, and start the thread, which calls `tell` with what is replied to later ones."""
        prepared = Prepared()
        first = list(replies(self._library, self._next(view, width), prepared))
        self._asker = Asker(self._path, tell, self._library.known, prepared)
        return first

    def ask(self, view: View, width: int, cursor: int | None = None, *, facets: bool = False) -> None:
        """Ask anew, with `cursor` while something is typed; earlier questions are not answered any more."""
        assert self._asker
        self._asker.ask(self._next(view, width, cursor, facets=facets))

    def accepts(self, reply: Reply) -> bool:
        """Whether a reply is to the question that stands."""
        current = reply.question.number == self._asked
        if current and isinstance(reply, LAST_REPLIES):
            self._answered = self._asked
        return current

    def close(self) -> None:
        """End the thread."""
        if self._asker:
            self._asker.close()
