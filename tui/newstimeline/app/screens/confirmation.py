"""A question with two answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from newstimeline.app.screens.box_screen import BoxScreen
from newstimeline.app.screens.text_screen import TextLines
from newstimeline.clean import one_line
from newstimeline.drawing.line_wrap import wrapped
from newstimeline.drawing.pieces import Pieces


class AskScreen(BoxScreen[bool]):
    """Enter or y means yes; Esc, n or q no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,y", "answer(True)", "Yes"),
        ("escape,n,q", "answer(False)", "No"),
    ]

    closes = "Enter: yes, Esc: no"

    def __init__(self, question: str, about: str) -> None:
        """`about` is shown whole, whatever its length."""
        super().__init__(question)
        self._about = one_line(about)

    def lines(self, width: int) -> Sequence[Pieces]:
        """What the question is about."""
        return list(wrapped(self._about, width, "link"))

    def content(self) -> TextLines:
        """What the question is about, to be moved by keys where it is long."""
        return TextLines(self)

    @property
    def rows(self) -> int:
        """Enough for most addresses."""
        return min(len(self._about) // 40 + 1, 17)

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)
