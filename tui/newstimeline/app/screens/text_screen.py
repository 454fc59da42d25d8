"""Boxes with plain lines: the base of those that ask something, the help, and what was skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Resize
from textual.geometry import Size

from newstimeline.app.screens.box_screen import BoxScreen, Result
from newstimeline.app.widgets.text_view import TextView
from newstimeline.browser.article_feed import SkippedInput
from newstimeline.clean import one_line
from newstimeline.drawing.line_wrap import wrapped
from newstimeline.drawing.pieces import Pieces

MakeLines = Callable[[int], Iterable[Pieces]]
"""What makes the lines for a width."""


class TextLines(TextView):
    """Lines made for the width at hand."""

    def __init__(self, make_lines: MakeLines) -> None:
        super().__init__()
        self._make_lines = make_lines
        self._lines: Sequence[Pieces] = ()

    def on_resize(self, event: Resize) -> None:
        self._lines = list(self._make_lines(max(self.text_width, 10)))
        self.virtual_size = Size(self.text_width, len(self._lines))
        self.refresh()

    def pieces_at(self, line: int) -> Pieces:
        return self._lines[line]


class LinesScreen(BoxScreen[Result]):
    """A box with lines."""

    def __init__(self, title: str, make_lines: MakeLines, rows: int | None = None) -> None:
        """See `BoxScreen`."""
        super().__init__(title, rows)
        self._make_lines = make_lines

    def content(self) -> TextLines:
        return TextLines(self._make_lines)


class TextScreen(LinesScreen[None]):
    """Lines to read; Esc closes the box."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,question_mark,exclamation_mark,enter", "dismiss", "Close")]

    closes = "Esc closes"


class VersionsScreen(TextScreen):
    """The differences of an article's texts; the key that opened it closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [("v", "dismiss", "Close")]


def skipped_screen(skipped: Sequence[SkippedInput], still_reading: bool) -> TextScreen:
    """What was skipped, or why there is nothing to show."""
    return TextScreen("Skipped", partial(_skipped_lines, skipped, still_reading))


def _skipped_lines(skipped: Sequence[SkippedInput], still_reading: bool, width: int) -> Iterator[Pieces]:
    if not skipped:
        none = "Still reading; what was skipped is listed at the end." if still_reading else "Nothing was skipped."
        yield from wrapped(none, width)
    for thing in skipped:
        yield from wrapped(one_line(thing.place), width, "name")
        yield from wrapped(one_line(thing.reason), width, "faint", indent="  ")
