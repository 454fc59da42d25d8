"""The base of the pages that lie over the timeline: a title, lines with things to choose, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from newstimeline.app.keys import Scope
from newstimeline.app.screens.editing_screen import EditingScreen
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.footer_line import KeyLine
from newstimeline.app.widgets.target_list import TargetList
from newstimeline.drawing.pieces import Piece
from newstimeline.drawing.targets import MoreTarget, QuoteTarget, Target, TargetLine
from newstimeline.editing.change_writer import ChangeWriter
from newstimeline.editing.editable_fields import Field

_WIDEST = 92
"""Cells of a line; longer ones are hard to read."""


class PageLines(TargetList):
    """The lines of a page, no wider than is comfortable to read, in the middle of the screen."""

    BINDINGS = bindings(Scope.PANEL)

    def __init__(self, page: Page) -> None:
        """`page` makes the lines."""
        super().__init__()
        self._page = page

    def make_lines(self, width: int) -> Sequence[TargetLine]:
        """The page's lines, between margins."""
        inner = min(width - 2, self._page.widest)
        margin = Piece(" " * max((width - inner) // 2, 1))
        return [TargetLine((margin, *line.pieces), line.target) for line in self._page.lines(max(inner, 8))]

    def action_narrow(self) -> None:
        """Narrow to the page's own name, whatever the cursor is on."""
        self._page.narrow()


class Page(EditingScreen):
    """A page; what is chosen on it goes to the application, which opens the next one over it."""

    BINDINGS = bindings(Scope.PAGE)

    @dataclass
    class Located(Message):
        """An event is to be shown on the timeline."""

        event: int

    def __init__(self, title: str, pen: ChangeWriter) -> None:
        """`title` stands in the first line; `pen` writes what is changed here."""
        super().__init__(title, pen)
        self.page_lines = PageLines(self)

    @property
    def widest(self) -> int:
        """Cells of a line at most."""
        return _WIDEST

    def lines(self, width: int) -> Sequence[TargetLine]:
        """The page for a width."""
        raise NotImplementedError

    def narrow(self) -> None:
        """Show the events of the page's own name on the timeline."""
        raise NotImplementedError

    def read_more(self, *, after: bool) -> Target | None:
        """Read what lies before or after the lines, where a page leaves something out; returns where to read on."""
        return None

    def compose(self) -> ComposeResult:
        yield self.title_bar
        yield self.page_lines
        yield self.writing_bar
        yield KeyLine()

    def on_mount(self) -> None:
        self.writing_bar.display = False
        self.page_lines.focus()

    @property
    def fields(self) -> tuple[Field, ...]:
        """What can be changed here."""
        return ()

    def action_edit(self) -> None:
        from newstimeline.app.screens.field_screen import FieldsScreen

        if self.fields:
            self.app.push_screen(FieldsScreen(self.fields), self.editor.edit)
        else:
            self.title_bar.say("Only people can be changed on their pages.")

    def leave_entry(self) -> None:
        self.writing_bar.display = False
        self.set_focus(self.page_lines)

    def action_undo(self) -> None:
        self.editor.undo()

    def action_redo(self) -> None:
        self.editor.redo()

    def show_written(self) -> None:
        """Show what has changed; a page that shows nothing of it stays as it is."""

    @on(TargetList.Chosen)
    def _on_chosen(self, message: TargetList.Chosen) -> None:
        if isinstance(message.target, MoreTarget):
            message.stop()
            if target := self.read_more(after=message.target.after):
                self.page_lines.start_at(target)

    def action_close(self) -> None:
        self.dismiss()

    def action_locate(self) -> None:
        """Show the event of the quote under the cursor on the timeline."""
        target = self.page_lines.target
        if isinstance(target, QuoteTarget):
            self.post_message(self.Located(target.event))
        else:
            self.title_bar.say("Select a quote to show it on the timeline.")
