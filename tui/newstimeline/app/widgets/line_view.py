"""A scrolling view of lines of pieces; only the lines on screen are ever made, however many there are."""

from __future__ import annotations

from textual.scroll_view import ScrollView
from textual.strip import Strip

from newstimeline.app.widgets.styled import STYLE_CLASSES, Styled
from newstimeline.drawing.pieces import Pieces


class LineView(Styled, ScrollView, can_focus=True):
    """The base of the list, the panel and the article."""

    COMPONENT_CLASSES = STYLE_CLASSES
    DEFAULT_CSS = """
    LineView { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    """

    @property
    def text_width(self) -> int:
        """Cells that a line has."""
        return self.scrollable_content_region.width

    @property
    def page_height(self) -> int:
        return self.scrollable_content_region.height

    def action_page(self, by: int) -> None:
        """Scroll by screens, with a line of overlap to read on from."""
        self.scroll_relative(y=by * max(self.page_height - 1, 1), animate=False)

    def pieces_at(self, line: int) -> Pieces:
        """What stands on a line; the widget's own."""
        raise NotImplementedError

    def has_cursor(self, line: int) -> bool:
        """Whether the line is (part of) what is selected."""
        return False

    def render_line(self, y: int) -> Strip:
        line = y + int(self.scroll_offset.y)
        width = self.size.width
        if line >= self.virtual_size.height:
            return self.to_strip((), width)
        over = ("cursor" if self.has_focus else "cursor-blurred") if self.has_cursor(line) else ""
        return self.to_strip(self.pieces_at(line), width, over)
