"""A question with two answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from newstimeline.app.drawing.pieces import Pieces
from newstimeline.app.drawing.wrapping import wrapped
from newstimeline.app.screens.text import TextLines
from newstimeline.clean import one_line


class AskScreen(ModalScreen[bool]):
    """Enter or y means yes; Esc, n or q no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,y", "answer(True)", "Yes"),
        ("escape,n,q", "answer(False)", "No"),
    ]

    def __init__(self, question: str, about: str) -> None:
        """`about` is shown whole, whatever its length."""
        super().__init__(classes="boxed")
        self._question = question
        self._about = one_line(about)

    def lines(self, width: int) -> Sequence[Pieces]:
        """What the question is about."""
        return list(wrapped(self._about, width, "link"))

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        with Vertical(id="box") as box:
            box.border_title = self._question
            yield TextLines(self)
            yield Label("Enter: yes, Esc: no", id="closes")

    def on_mount(self) -> None:
        """Let the keys move the text, where it is long."""
        self.query_one("#box").styles.height = min(len(self._about) // 40 + 4, 20)
        self.query_one(TextLines).focus()

    def action_answer(self, answer: bool) -> None:
        """Give the answer."""
        self.dismiss(answer)
