"""The line at the top: what is open, how much of it is shown, and what is being read."""

from __future__ import annotations

from textual.strip import Strip

from newstimeline.app.widgets.styled import StyledWidget
from newstimeline.clean import one_line
from newstimeline.drawing.pieces import Piece
from newstimeline.drawing.title_line import counts, title_row


class TitleBar(StyledWidget):
    """One line: the library's name on the left, the counts on the right."""

    def __init__(self, title: str) -> None:
        """`title` names what is open."""
        super().__init__()
        self._title = one_line(title)
        self._right = ""
        self._news = ""
        self._mode = ""
        self._note = ""

    def say(self, note: str) -> None:
        """Show a message, such as why a key does nothing; an empty one clears it."""
        if note != self._note:
            self._note = note
            self.refresh()

    def show(self, right: str, news: str = "", mode: str = "") -> None:
        """Show the counts, before them what is going on, and after the title how the timeline is shown."""
        if (right, news, mode) != (self._right, self._news, self._mode):
            self._right, self._news, self._mode = right, news, mode
            self.refresh()

    @property
    def text(self) -> str:
        """What the right side says."""
        return f"{self._news}  {self._right}".strip()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        right = (Piece(f" {self._note} ", "notice"),) if self._note else counts(self._right, self._news)
        return self.to_strip(title_row(self._title, self._mode, right, width), width)
