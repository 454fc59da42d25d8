"""Screens of plain lines over the others: the help, and what was skipped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from textual.binding import BindingType
from textual.events import Resize
from textual.geometry import Size

from newstimeline.app.help_lines import help_lines
from newstimeline.app.keys import Command
from newstimeline.app.screens.box_screen import BoxScreen
from newstimeline.app.widgets.text_view import TextView
from newstimeline.browser.article_feed import SkippedInput
from newstimeline.clean import one_line
from newstimeline.drawing.line_wrap import wrapped
from newstimeline.drawing.pieces import Pieces

Lines = Sequence[Pieces]


class Lined(Protocol):
    """What makes lines."""

    def lines(self, width: int) -> Lines:
        """The text for a width."""


class TextLines(TextView):
    """Lines made for the width at hand."""

    def __init__(self, screen: Lined) -> None:
        """`screen` makes the lines."""
        super().__init__()
        self._maker = screen
        self._lines: Lines = ()

    def on_resize(self, event: Resize) -> None:
        """Make the lines for the new width."""
        self._lines = self._maker.lines(max(self.text_width, 10))
        self.virtual_size = Size(self.text_width, len(self._lines))
        self.refresh()

    def pieces_at(self, line: int) -> Pieces:
        return self._lines[line]


class TextScreen(BoxScreen[None]):
    """A box with lines to read; Esc closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,question_mark,exclamation_mark,enter", "dismiss", "Close")]

    closes = "Esc closes"

    def lines(self, width: int) -> Lines:
        """The text for a width."""
        raise NotImplementedError

    def content(self) -> TextLines:
        return TextLines(self)


class HelpScreen(TextScreen):
    """Keys, signs and the query language."""

    def __init__(self, commands: Sequence[Command]) -> None:
        """Show the help for commands with their keys."""
        super().__init__("Help")
        self._commands = commands

    def lines(self, width: int) -> Lines:
        """The help for a width."""
        return help_lines(width, self._commands)


class SkippedScreen(TextScreen):
    """What could not be read."""

    def __init__(self, skipped: Sequence[SkippedInput], none: str) -> None:
        """`none` is said when there is nothing."""
        super().__init__("Skipped")
        self._skipped = skipped
        self._none = none

    def lines(self, width: int) -> Lines:
        """A paragraph for each thing skipped."""
        if not self._skipped:
            return list(wrapped(self._none, width))
        lines: list[Pieces] = []
        for skipped in self._skipped:
            lines += wrapped(one_line(skipped.place), width, "name")
            lines += wrapped(one_line(skipped.reason), width, "faint", indent="  ")
        return lines


def skipped_screen(skipped: Sequence[SkippedInput], still_reading: bool) -> SkippedScreen:
    """What was skipped, or why there is nothing to show."""
    none = "Still reading; what was skipped is listed at the end." if still_reading else "Nothing was skipped."
    return SkippedScreen(skipped, none)
