"""The line where a date is typed, to go to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from textual.message import Message

from newstimeline.app.widgets.entry_bar import EntryBar
from newstimeline.when import When
from newstimeline.when.date_words import describe
from newstimeline.when.phrases import PhraseError, parse_phrase


class DateBar(EntryBar):
    """A date in words and, while it is typed, what it means."""

    prompt = "go to"
    placeholder = "last month, 15 aug, 2025-08, 1990s"

    @dataclass
    class Kept(Message):
        """A date to go to was entered."""

        when: When

    def __init__(self) -> None:
        super().__init__()
        self._today = date.min
        self._explain: Callable[[When], str] = describe

    def ask(self, today: date, explain: Callable[[When], str]) -> None:
        """Ask for a date; "last month" is counted from `today`, and `explain` says what lies at a date."""
        self._today, self._explain = today, explain
        self.begin()

    def understand(self, text: str) -> str:
        return self._explain(parse_phrase(text, self._today))

    def enter(self, text: str) -> None:
        try:
            self.post_message(self.Kept(parse_phrase(text, self._today)))
        except PhraseError:
            return  # the line says why
