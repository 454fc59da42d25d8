"""The question at the end whether to keep what was only looked at."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from newstimeline.app.screens.text_screen import LinesScreen
from newstimeline.browser.keep_choice import KeepChoice, question
from newstimeline.clean import one_line
from newstimeline.drawing.line_wrap import wrapped
from newstimeline.library.transfer import Holdings


class KeepScreen(LinesScreen[KeepChoice | None]):
    """Keep, discard, or stay (None)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("y,enter", "choose('KEEP')", "Keep"),
        ("n", "choose('DISCARD')", "Discard"),
        ("escape", "stay", "Cancel"),
    ]

    closes = "y keep · n discard · Esc cancel"

    def __init__(self, unkept: Holdings, library: Path, *, is_reading: bool) -> None:
        """`library` is where they would be kept; the box has room for most paths."""
        about = f"Nothing has been saved yet. Your library is {one_line(str(library))}."
        if is_reading:
            about += " Reading has not finished: only what has been read so far will be kept."
        super().__init__(question(unkept), lambda width: wrapped(about, width), min(len(about) // 40 + 1, 8))

    def action_choose(self, choice: str) -> None:
        self.dismiss(KeepChoice[choice])

    def action_stay(self) -> None:
        self.dismiss(None)
