"""The base of the boxes over the other screens: a title, what is in it, and how it closes."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Label

Result = TypeVar("Result")
_FRAME = 3
"""Rows of the border, and of the line that says how the box closes."""


class BoxScreen(ModalScreen[Result]):
    """A box; a subclass puts something in, which gets the keys."""

    closes: ClassVar[str]
    """How it closes, in its last line."""

    def __init__(self, title: str, rows: int | None = None) -> None:
        """`title` stands on the box's border; one with `rows` is no higher than these need."""
        super().__init__(classes="boxed")
        self._title = title
        self._rows = rows

    def content(self) -> Widget:
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = self._title
            yield self.content()
            yield Label(self.closes, id="closes")

    def on_mount(self) -> None:
        box = self.query_one("#box")
        if self._rows is not None:
            box.styles.height = self._rows + _FRAME
        self.set_focus(box.query("*").first())
