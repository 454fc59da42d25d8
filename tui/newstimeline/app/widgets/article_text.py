"""The text of an article, with evidence, quotes, names and time words marked."""

from __future__ import annotations

from dataclasses import dataclass

from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from newstimeline.app.widgets.text_view import TextView
from newstimeline.drawing.article_lines import ArticlePage, article_page, event_of, evidence_of
from newstimeline.drawing.article_marks import Stop, stops_of
from newstimeline.drawing.pieces import Piece, Pieces
from newstimeline.model import Extraction, Span

_WIDEST = 84
"""Cells of a line that is still comfortable to read."""


class ArticleText(TextView):
    """The text, wrapped for reading and centred; a cursor leads from one marked stretch to the next."""

    @dataclass
    class Explained(Message):
        """The cursor stands on a marked stretch."""

        explanation: str

    def __init__(self) -> None:
        super().__init__()
        self._extraction: Extraction | None = None
        self._event: str | None = None
        self._focus: Span | None = None
        self._page = ArticlePage("", ())
        self._margin = ""
        self._stops: tuple[Stop, ...] = ()
        self._current: int | None = None

    def show(self, extraction: Extraction, event: str | None, focus: Span | None = None) -> None:
        """Show an article with the evidence of one of its events; `focus` is a stretch to be seen first."""
        self._extraction, self._event, self._focus = extraction, event, focus
        shown = event_of(extraction, event)
        self._stops = stops_of(extraction, shown) if extraction.article.text is not None else ()
        first = focus or evidence_of(extraction, shown)
        self._current = next((n for n, stop in enumerate(self._stops) if stop.span == first), None)
        self._lay_out()

    def on_resize(self, event: Resize) -> None:
        """Wrap to the new width and show what is looked for."""
        self._lay_out()

    def _lay_out(self) -> None:
        if self._extraction is None or self.text_width < 3:
            return
        width = max(min(_WIDEST, self.text_width - 2), 8)
        self._page = article_page(self._extraction, self._event, width, self._focus)
        self._margin = " " * max(1, (self.text_width - width) // 2)
        self.virtual_size = Size(self.text_width, len(self._page))
        above = self.page_height // 3
        self.scroll_to(y=max(0, self._page.focus - above), animate=False, immediate=True, force=True)
        self.refresh()
        self._tell()

    def pieces_at(self, line: int) -> Pieces:
        current = self._stops[self._current].span if self._current is not None else None
        return (Piece(self._margin), *self._page.line(line, current))

    def move_to_mark(self, by: int) -> None:
        """Put the cursor on the next or the previous marked stretch."""
        if not self._stops:
            return
        before = self._current if self._current is not None else -1 if by > 0 else len(self._stops)
        self._current = max(0, min(before + by, len(self._stops) - 1))
        line = self._page.line_at(self._stops[self._current].span.start)
        top, height = int(self.scroll_offset.y), max(self.page_height, 1)
        if not top <= line < top + height - 1:
            self.scroll_to(y=max(0, line - height // 3), animate=False, immediate=True, force=True)
        self.refresh()
        self._tell()

    def _tell(self) -> None:
        if self._current is not None:
            self.post_message(self.Explained(self._stops[self._current].explanation))


class ArticleAside(ArticleText, can_focus=False):
    """The article of the selected event, on a screen wide enough to have it beside the panel."""
