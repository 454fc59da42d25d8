"""Lines of which some can be chosen; the cursor moves over these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message

from newstimeline.app.keys import Scope
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.line_view import LineView
from newstimeline.drawing.pieces import Pieces
from newstimeline.drawing.targets import NameTarget, Target, TargetLine


class TargetList(LineView):
    """The base of the panels and pages; a subclass makes the lines."""

    BINDINGS = bindings(Scope.LINES)

    @dataclass
    class Chosen(Message):
        """Something was chosen."""

        target: Target

    @dataclass
    class Narrowed(Message):
        """The timeline is to show the events of a name only."""

        target: NameTarget

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[TargetLine] = ()
        self._targets: list[Target] = []
        self._cursor = 0
        self._awaited: Target | None = None

    def make_lines(self, width: int) -> Sequence[TargetLine]:
        """The lines for a width."""
        raise NotImplementedError

    def lay_out(self, *, anew: bool = False) -> None:
        """Make the lines; `anew` begins at the top, else the cursor stays on what it stands on."""
        target = None if anew else self._awaited or self.target
        self._lines = self.make_lines(self.text_width - 1) if self.text_width > 1 else ()
        self._targets = list(dict.fromkeys(line.target for line in self._lines if line.target))
        self.virtual_size = Size(self.text_width, len(self._lines))
        if target in self._targets:
            self._cursor = self._targets.index(target)
        else:
            self._cursor = 0 if anew else max(0, min(self._cursor, len(self._targets) - 1))
        if anew:
            self.scroll_to(y=0, animate=False, immediate=True, force=True)
        elif self._awaited and self._lines:
            top = max(self._lines_of_target()[0] - self.page_height // 3, 0) if self._targets else 0
            self.scroll_to(y=top, animate=False, immediate=True, force=True)
            self._awaited = None
        self.refresh()

    def start_at(self, target: Target) -> None:
        """Make the lines, now or when there is room for them, with the cursor on one of their targets."""
        self._awaited = target
        self.lay_out()

    def on_resize(self, event: Resize) -> None:
        self.lay_out()

    @property
    def target(self) -> Target | None:
        """What the cursor stands on."""
        return self._targets[self._cursor] if self._cursor < len(self._targets) else None

    def pieces_at(self, line: int) -> Pieces:
        return self._lines[line].pieces

    def has_cursor(self, line: int) -> bool:
        """Whether the line belongs to what the cursor stands on, while the keys go here."""
        return self.has_focus and self.target is not None and self._lines[line].target == self.target

    def action_move(self, by: int) -> None:
        """Move the cursor to the next thing to choose."""
        if self._targets:
            self._cursor = max(0, min(self._cursor + by, len(self._targets) - 1))
            self._scroll_to_cursor()
            self.refresh()

    def action_edge(self, side: int) -> None:
        self.action_move(side * len(self._targets))

    def action_choose(self) -> None:
        if self.target:
            self.post_message(self.Chosen(self.target))

    def action_narrow(self) -> None:
        """Ask for the events of the name under the cursor only."""
        if isinstance(self.target, NameTarget):
            self.post_message(self.Narrowed(self.target))

    def on_click(self, event: Click) -> None:
        line = event.y + int(self.scroll_offset.y)
        if line < len(self._lines) and (target := self._lines[line].target):
            self._cursor = self._targets.index(target)
            self.refresh()
            self.action_choose()

    def _scroll_to_cursor(self) -> None:
        lines = self._lines_of_target()
        top, height = int(self.scroll_offset.y), max(self.page_height, 1)
        if lines[0] < top:
            top = max(0, lines[0] - 1) if lines[0] > 1 else 0
        elif lines[-1] >= top + height:
            top = lines[-1] - height + 1
        self.scroll_to(y=top, animate=False, immediate=True, force=True)

    def _lines_of_target(self) -> list[int]:
        return [number for number, line in enumerate(self._lines) if line.target == self.target]
