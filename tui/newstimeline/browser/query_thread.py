"""Asking the library without making the screen wait: one thread, its own connection, the newest question wins."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newstimeline.browser.memory_trim import return_memory
from newstimeline.browser.questions import Answer, Question, Reply, Trouble
from newstimeline.library.errors import LibraryError
from newstimeline.library.library import Library

if TYPE_CHECKING:
    from newstimeline.browser.answers import AnswerCache

_MANY, _TO_DRAW = 100_000, 0.02
"""Counting over so many events takes the screen's turn at the processor for some 20 ms: it draws the rows first."""
_A_REST = 0.1
"""Seconds without a question after which there is time for what may be asked next."""


class QueryThread:
    """The thread that answers."""

    def __init__(self, path: Path, tell: Callable[[Reply], object]) -> None:
        """`tell` is called in the thread with each reply that is still wanted."""
        self._path = path
        self._tell = tell
        self._wanted: Question | None = None
        self._closed = False
        self._changed = threading.Condition()
        self._library: Library | None = None
        self._busy = False
        self._thread = threading.Thread(target=self._run, name="asker", daemon=True)
        self._thread.start()

    def ask(self, question: Question) -> None:
        """Ask a question, which supersedes all earlier ones."""
        with self._changed:
            self._wanted = question
            if self._library and self._busy:
                self._library.interrupt()
            self._changed.notify()

    def close(self) -> None:
        """End the thread, once it has finished its answer."""
        with self._changed:
            self._closed = True
            if self._library and self._busy:
                self._library.interrupt()
            self._changed.notify()
        self._thread.join(timeout=2)

    def _run(self) -> None:
        from newstimeline.browser.answers import AnswerCache  # here, so that the first screen need not wait for it

        try:
            with Library(self._path) as library:
                self._library = library
                self._answer_with(library, AnswerCache())
        except LibraryError as error:  # the file was there a moment ago
            while (question := self._next()) is not None:
                self._tell(Trouble(question, str(error), None))
        finally:
            self._library = None

    def _answer_with(self, library: Library, prepared: AnswerCache) -> None:
        while (question := self._next()) is not None:
            if self._answer(library, question, prepared):
                self._look_ahead(library, question, prepared)

    def _answer(self, library: Library, question: Question, prepared: AnswerCache) -> bool:
        """Answer in full, unless a newer question comes between."""
        from newstimeline.browser.answers import replies

        try:
            for reply in replies(library, question, prepared):
                if self._is_old():
                    return False
                self._tell(reply)
                if isinstance(reply, Answer) and len(reply.events) > _MANY and self._is_asked_within(_TO_DRAW):
                    return False
        except sqlite3.OperationalError:
            return False  # interrupted by a newer question
        except Exception:
            if (damage := self._damage()) is None:
                raise
            self._tell(Trouble(question, damage, None))
            return False
        finally:
            with self._changed:
                self._busy = False
        return True

    def _damage(self) -> str | None:
        from newstimeline.library.damage_check import damage_of

        return damage_of(self._path)

    def _look_ahead(self, library: Library, question: Question, prepared: AnswerCache) -> None:
        """While the reader rests, prepare the next steps, and give back the memory that answering took."""
        from newstimeline.browser.answers import ahead

        for _ in ahead(library, question, prepared):
            if self._is_asked_within(_A_REST):
                return
        return_memory()

    def _is_asked_within(self, seconds: float) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self._wanted is not None or self._closed, seconds)

    def _is_old(self) -> bool:
        with self._changed:
            return self._wanted is not None or self._closed

    def _next(self) -> Question | None:
        with self._changed:
            self._changed.wait_for(lambda: self._wanted is not None or self._closed)
            question, self._wanted = self._wanted, None
            self._busy = not self._closed
            return None if self._closed else question
