"""The box that shows what can be copied; a letter copies it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Label

from newstimeline.app.copying import Copy
from newstimeline.app.drawing.pieces import Piece, Pieces, fit
from newstimeline.app.screens.text import TextLines
from newstimeline.clean import one_line

_NAMES = 26


class CopyScreen(ModalScreen[Copy | None]):
    """Choose what to copy, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,y", "leave", "Close")]

    def __init__(self, copies: Sequence[Copy]) -> None:
        """Offer these."""
        super().__init__(classes="boxed")
        self._copies = copies

    def lines(self, width: int) -> Sequence[Pieces]:
        """A line for each: its letter, its name and how it begins."""
        names = min(_NAMES, width // 2)
        return [
            (
                Piece(f"{one.letter}  ", "count"),
                Piece(fit(one.name, names), "name"),
                Piece(fit(one_line(one.text), max(width - names - 3, 0)), "faint"),
            )
            for one in self._copies
        ]

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        with Vertical(id="box") as box:
            box.border_title = "Copy"
            yield TextLines(self)
            yield Label("a letter copies, Esc closes", id="closes")

    def on_mount(self) -> None:
        """Make the box no higher than it needs."""
        self.query_one("#box").styles.height = len(self._copies) + 3
        self.query_one(TextLines).focus()

    def on_key(self, event: Key) -> None:
        """Copy what has this letter."""
        found = next((one for one in self._copies if one.letter == event.character), None)
        if found:
            event.stop()
            self.dismiss(found)

    def action_leave(self) -> None:
        """Copy nothing."""
        self.dismiss(None)
