"""The line at the top: what is open, how much of it is shown, and what is being read."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from newstimeline.app.drawing.pieces import Piece, Pieces, cut, spread, width_of
from newstimeline.app.widgets.styled import STYLE_CLASSES, Styled
from newstimeline.clean import one_line

_LEAST = 14
"""Cells that the left side keeps."""


class TitleBar(Styled, Widget):
    """One line: the library's name on the left, the counts on the right."""

    COMPONENT_CLASSES = STYLE_CLASSES

    def __init__(self, title: str, **options: str) -> None:
        """`title` names what is open."""
        super().__init__(**options)  # type: ignore[arg-type]
        self._title = one_line(title)
        self._right = ""
        self._news = ""
        self._mode = ""
        self._note = ""

    def say(self, note: str) -> None:
        """Say something for now, as why a key can't act; nothing takes it away again."""
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
        """Draw the line."""
        width = self.size.width
        mode = Piece(f"  {self._mode}" if self._mode else "", "precision")
        left: Pieces = (Piece(" newstimeline", "strong month"), Piece(f"  {self._title}", "title"), mode)
        if self._note:
            right: Pieces = (Piece(f" {self._note} ", "notice"),)
        else:
            right = (Piece(f"{self._news}  " if self._news else "", "precision"), Piece(f"{self._right} ", "faint"))
        # A long filter or title gives way to the counts, as long as something of it is left.
        room = max(width - width_of(right) - 1, min(_LEAST, width))
        return self.to_strip(spread(cut(left, room), right, width), width, self.rich_style)
