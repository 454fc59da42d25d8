"""The article view: the whole text, with evidence, quotes, names and time words marked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.strip import Strip

from newstimeline.app.keymaps import Keymap
from newstimeline.app.keys import Scope
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.article_text import ArticleText
from newstimeline.app.widgets.footer_line import KeyLine
from newstimeline.app.widgets.styled import StyledWidget
from newstimeline.clean import one_line
from newstimeline.drawing.article_lines import LEGEND
from newstimeline.drawing.pieces import Piece, cut, spread, width_of
from newstimeline.library.views import Version
from newstimeline.model import Extraction, Span


class Legend(StyledWidget):
    """The headline, which stays while the text scrolls, and what the marks mean."""

    def __init__(self, title: str) -> None:
        """`title` is the article's."""
        super().__init__()
        self._title = one_line(title)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        title = cut((Piece(f" {self._title}", "strong month"),), width - width_of(LEGEND) - 4)
        line = spread(title, (*LEGEND, Piece(" ")), width)
        return self.to_strip(line, width)


class Explanation(StyledWidget):
    """What the marked stretch under the cursor is."""

    def __init__(self, keys: Keymap) -> None:
        super().__init__()
        self._text = ""
        self._key = keys.shown("next_mark")

    def show(self, text: str) -> None:
        self._text = text
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        text = self._text or f"{self._key} goes to the first mark"
        style = "title" if self._text else "faint"
        return self.to_strip(cut((Piece(f" {text}", style),), width), width)


class ArticleScreen(Screen[None]):
    """One article."""

    BINDINGS = bindings(Scope.ARTICLE)

    def __init__(
        self,
        extraction: Extraction,
        event: str | None,
        focus: Span | None,
        versions: Sequence[Version],
        keys: Keymap,
    ) -> None:
        """See `ArticleText`; `versions` are the other texts of the article."""
        super().__init__()
        self._versions = versions
        self._keys = keys
        self._title = extraction.article.title
        self._text = ArticleText()
        self._shown = (extraction, event, focus)

    def compose(self) -> ComposeResult:
        yield Legend(self._title)
        yield self._text
        yield Explanation(self._keys)
        yield KeyLine()

    def on_mount(self) -> None:
        self._text.show(*self._shown)
        self._text.focus()

    def action_close(self) -> None:
        self.dismiss()

    @on(ArticleText.Explained)
    def _on_explained(self, message: ArticleText.Explained) -> None:
        self.query_one(Explanation).show(message.explanation)

    def action_versions(self) -> None:
        from newstimeline.app.screens.text_screen import VersionsScreen  # here and below: few articles need it
        from newstimeline.drawing.version_lines import version_lines

        lines = partial(version_lines, self._shown[0].article, self._versions)
        self.app.push_screen(VersionsScreen("Versions", lines))

    def action_mark(self, by: int) -> None:
        """Go to the next or the previous marked stretch."""
        self._text.move_to_mark(by)
