"""The side panel: the selected event's date, quotes, people, places and source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message

from newstimeline.app.drawing.panel import PanelLine, Presence, Target, panel_lines
from newstimeline.app.drawing.pieces import Pieces
from newstimeline.app.keys import Scope, bindings
from newstimeline.app.widgets.line_view import LineView
from newstimeline.library import EventDetail


class EventPanel(LineView):
    """Lines about one event; the cursor moves over those that can be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.LINES, Scope.PANEL)]

    @dataclass
    class Chosen(Message):
        """A person, a quote or the article was chosen."""

        target: Target

    def __init__(self, **options: str) -> None:
        """Show nothing yet."""
        super().__init__(**options)  # type: ignore[arg-type]
        self._event: EventDetail | None = None
        self._presence: Presence = lambda _: None
        self._lines: list[PanelLine] = []
        self._targets: list[Target] = []
        self._cursor = 0

    def show(self, event: EventDetail | None) -> None:
        """Show another event, or none."""
        if event == self._event:
            return
        self._event = event
        self._cursor = 0
        self._lay_out()
        self.scroll_to(y=0, animate=False, immediate=True, force=True)

    def show_presence(self, presence: Presence) -> None:
        """Show how often each person occurs."""
        self._presence = presence
        self._lay_out()

    def on_resize(self, event: Resize) -> None:
        """Wrap to the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        self._lines = panel_lines(self._event, self.text_width - 1, self._presence) if self._event else []
        self._targets = list(dict.fromkeys(line.target for line in self._lines if line.target))
        self.virtual_size = Size(self.text_width, len(self._lines))
        self.refresh()

    @property
    def target(self) -> Target | None:
        """What the cursor stands on."""
        return self._targets[self._cursor] if self._targets else None

    def pieces_at(self, line: int) -> Pieces:
        """The line's pieces."""
        return self._lines[line].pieces

    def has_cursor(self, line: int) -> bool:
        """Whether the line belongs to what the cursor stands on, while the panel is in use."""
        return self.has_focus and self.target is not None and self._lines[line].target == self.target

    def action_move(self, by: int) -> None:
        """Move the cursor to the next thing to choose."""
        if self._targets:
            self._cursor = max(0, min(self._cursor + by, len(self._targets) - 1))
            self._scroll_to_cursor()
            self.refresh()

    def action_page(self, by: int) -> None:
        """Scroll by screens."""
        self.scroll_relative(y=by * max(self.page_height - 1, 1), animate=False)

    def action_edge(self, side: int) -> None:
        """Move the cursor to the first or the last thing to choose."""
        self.action_move(side * len(self._targets))

    def action_choose(self) -> None:
        """Choose what the cursor stands on."""
        if self.target:
            self.post_message(self.Chosen(self.target))

    def on_click(self, event: Click) -> None:
        """Choose what was clicked."""
        line = event.y + int(self.scroll_offset.y)
        if line < len(self._lines) and (target := self._lines[line].target):
            self._cursor = self._targets.index(target)
            self.refresh()
            self.post_message(self.Chosen(target))

    def _scroll_to_cursor(self) -> None:
        lines = [number for number, line in enumerate(self._lines) if line.target == self.target]
        top, height = int(self.scroll_offset.y), max(self.page_height, 1)
        if lines[0] < top:
            top = max(0, lines[0] - 1) if lines[0] > 1 else 0
        elif lines[-1] >= top + height:
            top = lines[-1] - height + 1
        self.scroll_to(y=top, animate=False, immediate=True, force=True)
