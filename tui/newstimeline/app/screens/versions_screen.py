"""The other texts of an article over the article: what has changed, and what stands elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from newstimeline.app.screens.text_screen import Lines, TextScreen
from newstimeline.drawing.version_lines import version_lines
from newstimeline.library.views import Version
from newstimeline.model import Article


class VersionsScreen(TextScreen):
    """The differences of an article's texts."""

    BINDINGS: ClassVar[list[BindingType]] = [("v", "dismiss", "Close")]

    def __init__(self, article: Article, versions: Sequence[Version]) -> None:
        """`article` is the one that is shown."""
        super().__init__("Versions")
        self._article = article
        self._versions = versions

    def lines(self, width: int) -> Lines:
        """The differences for a width."""
        return list(version_lines(self._article, self._versions, width))
