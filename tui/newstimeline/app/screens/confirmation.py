"""A question with two answers."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from newstimeline.app.screens.text_screen import LinesScreen
from newstimeline.clean import one_line
from newstimeline.drawing.line_wrap import wrapped


class AskScreen(LinesScreen[bool]):
    """Enter or y means yes; Esc, n or q no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,y", "answer(True)", "Yes"),
        ("escape,n,q", "answer(False)", "No"),
    ]

    closes = "Enter: yes, Esc: no"

    def __init__(self, question: str, about: str) -> None:
        """`about` is shown whole, whatever its length; the box has room for most addresses."""
        line = one_line(about)
        super().__init__(question, lambda width: wrapped(line, width, "link"), min(len(line) // 40 + 1, 17))

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)
