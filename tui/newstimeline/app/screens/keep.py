"""The question at the end whether to keep what was only looked at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from newstimeline.app.screens.box_screen import BoxScreen
from newstimeline.app.screens.text_screen import TextLines
from newstimeline.browser.keep_choice import KeepChoice, question
from newstimeline.clean import one_line
from newstimeline.drawing.line_wrap import wrapped
from newstimeline.drawing.pieces import Pieces
from newstimeline.library.transfer import Holdings


class KeepScreen(BoxScreen[KeepChoice | None]):
    """Keep, discard, or stay (None)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("y,enter", "choose('KEEP')", "Keep"),
        ("n", "choose('DISCARD')", "Discard"),
        ("escape", "stay", "Cancel"),
    ]

    closes = "y keep · n discard · Esc cancel"

    def __init__(self, unkept: Holdings, library: Path, *, is_reading: bool) -> None:
        """`library` is where they would be kept."""
        super().__init__(question(unkept))
        self._about = f"Nothing has been saved yet. Your library is {one_line(str(library))}."
        if is_reading:
            self._about += " Reading has not finished: only what has been read so far will be kept."

    def lines(self, width: int) -> Sequence[Pieces]:
        """Where they would be kept."""
        return list(wrapped(self._about, width))

    def content(self) -> TextLines:
        return TextLines(self)

    @property
    def rows(self) -> int:
        """Enough for most paths."""
        return min(len(self._about) // 40 + 1, 8)

    def action_choose(self, choice: str) -> None:
        self.dismiss(KeepChoice[choice])

    def action_stay(self) -> None:
        self.dismiss(None)
