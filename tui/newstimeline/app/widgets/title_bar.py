"""The line at the top: what is open, how much of it is shown, and what is being read."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from newstimeline.app.drawing.pieces import Piece, Pieces, spread
from newstimeline.app.widgets.styled import STYLE_CLASSES, Styled
from newstimeline.clean import one_line


class TitleBar(Styled, Widget):
    """One line: the library's name on the left, the counts on the right."""

    COMPONENT_CLASSES = STYLE_CLASSES

    def __init__(self, title: str, **options: str) -> None:
        """`title` names what is open."""
        super().__init__(**options)  # type: ignore[arg-type]
        self._title = one_line(title)
        self._right = ""
        self._news = ""

    def show(self, right: str, news: str = "") -> None:
        """Show the counts, and before them what is going on."""
        if (right, news) != (self._right, self._news):
            self._right, self._news = right, news
            self.refresh()

    @property
    def text(self) -> str:
        """What the right side says."""
        return f"{self._news}  {self._right}".strip()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        left: Pieces = (Piece(" newstimeline", "strong month"), Piece(f"  {self._title}", "title"))
        right: Pieces = (Piece(f"{self._news}  " if self._news else "", "precision"), Piece(f"{self._right} ", "faint"))
        return self.to_strip(spread(left, right, width), width, self.rich_style)
