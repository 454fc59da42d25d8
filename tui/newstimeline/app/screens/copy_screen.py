"""The box that shows what can be copied; a letter copies it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key

from newstimeline.app.screens.text_screen import LinesScreen
from newstimeline.browser.event_copies import Copy
from newstimeline.clean import one_line
from newstimeline.drawing.pieces import Piece, Pieces, fit

_NAMES = 26


class CopyScreen(LinesScreen[Copy | None]):
    """Choose what to copy, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,y", "leave", "Close")]

    closes = "press a letter to copy, Esc to close"

    def __init__(self, copies: Sequence[Copy]) -> None:
        super().__init__("Copy", self._copy_lines, len(copies))
        self._copies = copies

    def _copy_lines(self, width: int) -> Sequence[Pieces]:
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

    def on_key(self, event: Key) -> None:
        """Copy what has this letter."""
        chosen = next((copy for copy in self._copies if copy.letter == event.character), None)
        if chosen:
            event.stop()
            self.dismiss(chosen)

    def action_leave(self) -> None:
        self.dismiss(None)
