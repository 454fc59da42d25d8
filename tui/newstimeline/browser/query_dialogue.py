"""The conversation with the library: which question stands, and whether it has been answered in full."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from queue import SimpleQueue

from newstimeline.browser.query_thread import QueryThread
from newstimeline.browser.questions import LAST_REPLIES, Question, Reply
from newstimeline.browser.view_state import View

_PATIENCE = 60
"""Seconds to wait for the first reply; a million events take a fraction of one."""


class Dialogue:
    """Asks on behalf of a screen. The first question may be asked before there is one, while it is being made."""

    def __init__(self, path: Path, today: Callable[[], date]) -> None:
        self._path = path
        self._today = today
        self._asked = 0
        self._answered = 0
        self._early: SimpleQueue[Reply] = SimpleQueue()
        self._tell: Callable[[Reply], object] = self._early.put
        self._telling = threading.Lock()
        self._asker: QueryThread | None = None

    def _pass_on(self, reply: Reply) -> None:
        with self._telling:
            self._tell(reply)

    @property
    def begun(self) -> bool:
        """Whether anything has been asked."""
        return self._asker is not None

    @property
    def idle(self) -> bool:
        """Whether every question has been answered in full."""
        return self._asked == self._answered

    def attend(self, tell: Callable[[Reply], object]) -> Reply:
        """Wait for the first reply and return it; `tell` is called in another thread with each one after it.

        Something must have been asked.
        """
        first = self._early.get(timeout=_PATIENCE)
        with self._telling:
            while not self._early.empty():
                tell(self._early.get())
            self._tell = tell
        return first

    def tell_of_first(self, arrived: Callable[[], object]) -> None:
        """Have `arrived` called in another thread at the first reply; call this before asking anything."""

        def put(reply: Reply) -> None:
            self._early.put(reply)
            arrived()

        self._tell = put

    def ask(self, view: View, width: int, cursor: int | None = None, *, facets: bool = False) -> None:
        """Ask anew, with `cursor` while something is typed; earlier questions go unanswered."""
        self._asker = self._asker or QueryThread(self._path, self._pass_on)
        self._asked += 1
        today = self._today()
        self._asker.ask(Question(self._asked, view.on(today), today, width, cursor, facets))

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
