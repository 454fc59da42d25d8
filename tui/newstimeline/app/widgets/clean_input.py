"""The base of the fields to type in."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input

from newstimeline.clean import one_line


class CleanInput(Input):
    """An input of one line whose pasted text is clean, with a cursor at rest: a blinking one redraws all day."""

    def __init__(self, placeholder: str) -> None:
        """`placeholder` shows what may be typed."""
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def _on_paste(self, event: Paste) -> None:
        event.text = one_line(event.text)
        super()._on_paste(event)
