"""The article view: the whole text, with evidence, quotes, names and time words marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Footer

from newstimeline.app.drawing.article import LEGEND, ArticlePage, article_page, event_of
from newstimeline.app.drawing.pieces import Piece, Pieces, cut, spread, width_of
from newstimeline.app.drawing.stops import stops_of
from newstimeline.app.keymaps import Keymap
from newstimeline.app.keys import Scope
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.styled import STYLE_CLASSES, Styled
from newstimeline.app.widgets.text_view import TextView
from newstimeline.clean import one_line
from newstimeline.model import Extraction, Span

_WIDEST = 84
"""Cells of a line that is still comfortable to read."""


class ArticleText(TextView):
    """The text, wrapped for reading and centred; a cursor leads from one marked stretch to the next."""

    @dataclass
    class Explained(Message):
        """The cursor stands on a marked stretch."""

        explanation: str

    def __init__(self, extraction: Extraction, event: str | None, focus: Span | None) -> None:
        """Show an article with the evidence of one of its events; `focus` is a stretch to be seen first."""
        super().__init__()
        self._extraction = extraction
        self._event = event
        self._focus = focus
        self._page = ArticlePage("", ())
        shown = event_of(extraction, event)
        self._stops = stops_of(extraction, shown) if extraction.article.text is not None else ()
        first = focus or (shown.evidence if shown else None)
        self._current = next((n for n, stop in enumerate(self._stops) if stop.span == first), None)

    def on_resize(self, event: Resize) -> None:
        """Wrap to the new width and show what is looked for."""
        width = min(_WIDEST, self.text_width - 2)
        self._page = article_page(self._extraction, self._event, max(width, 8), self._focus)
        self._margin = " " * max(1, (self.text_width - width) // 2)
        self.virtual_size = Size(self.text_width, len(self._page))
        above = self.page_height // 3
        self.scroll_to(y=max(0, self._page.focus - above), animate=False, immediate=True, force=True)
        self.refresh()
        self._tell()

    def pieces_at(self, line: int) -> Pieces:
        """A line of the text between its margins."""
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


class Legend(Styled, Widget):
    """The headline, which stays while the text scrolls, and what the marks mean."""

    COMPONENT_CLASSES = STYLE_CLASSES

    def __init__(self, title: str) -> None:
        """`title` is the article's."""
        super().__init__()
        self._title = one_line(title)

    def render_line(self, y: int) -> Strip:
        """Draw the legend."""
        width = self.size.width
        title = cut((Piece(f" {self._title}", "strong month"),), width - width_of(LEGEND) - 4)
        line = spread(title, (*LEGEND, Piece(" ")), width)
        return self.to_strip(line, width, self.rich_style)


class Explanation(Styled, Widget):
    """What the marked stretch under the cursor is."""

    COMPONENT_CLASSES = STYLE_CLASSES

    def __init__(self, keys: Keymap) -> None:
        """Explain nothing yet."""
        super().__init__()
        self._text = ""
        self._key = keys.shown("next_mark")

    def show(self, text: str) -> None:
        """Explain another stretch."""
        self._text = text
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        text = self._text or f"{self._key} leads to the first mark"
        style = "title" if self._text else "faint"
        return self.to_strip(cut((Piece(f" {text}", style),), width), width, self.rich_style)


class ArticleScreen(Screen[None]):
    """One article."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.ARTICLE)]

    def __init__(self, extraction: Extraction, event: str | None, focus: Span | None, keys: Keymap) -> None:
        """See `ArticleText`."""
        super().__init__()
        self._keys = keys
        self._title = extraction.article.title
        self._text = ArticleText(extraction, event, focus)

    def compose(self) -> ComposeResult:
        """Lay out the widgets."""
        yield Legend(self._title)
        yield self._text
        yield Explanation(self._keys)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Let the keys move the text."""
        self._text.focus()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()

    @on(ArticleText.Explained)
    def _on_explained(self, message: ArticleText.Explained) -> None:
        self.query_one(Explanation).show(message.explanation)

    def action_mark(self, by: int) -> None:
        """Go to the next or the previous marked stretch."""
        self._text.move_to_mark(by)
