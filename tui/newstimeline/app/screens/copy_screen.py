"""The box that shows what can be copied; a letter copies it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key

from newstimeline.app.screens.box_screen import BoxScreen
from newstimeline.app.screens.text_screen import TextLines
from newstimeline.browser.event_copies import Copy
from newstimeline.clean import one_line
from newstimeline.drawing.pieces import Piece, Pieces, fit

_NAMES = 26


class CopyScreen(BoxScreen[Copy | None]):
    """Choose what to copy, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,y", "leave", "Close")]

    closes = "press a letter to copy, Esc to close"

    def __init__(self, copies: Sequence[Copy]) -> None:
        super().__init__("Copy")
        self._copies = copies

    def lines(self, width: int) -> Sequence[Pieces]:
        """A line for each: its letter, its name and how it begins."""
        names = min(_NAMES, width // 2)
        return [
            (
                Piece(f"{copy.letter}  ", "count"),
                Piece(fit(copy.name, names), "name"),
                Piece(fit(one_line(copy.text), max(width - names - 3, 0)), "faint"),
            )
            for copy in self._copies
        ]

    def content(self) -> TextLines:
        return TextLines(self)

    @property
    def rows(self) -> int:
        """A row for each."""
        return len(self._copies)

    def on_key(self, event: Key) -> None:
        """Copy what has this letter."""
        chosen = next((copy for copy in self._copies if copy.letter == event.character), None)
        if chosen:
            event.stop()
            self.dismiss(chosen)

    def action_leave(self) -> None:
        self.dismiss(None)
