"""The log of changes: what was made of what, by whom and when; each can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import on

from newstimeline.app.screens.page_screen import Page
from newstimeline.app.widgets.target_list import TargetList
from newstimeline.changes.change_states import State
from newstimeline.drawing.change_lines import change_lines
from newstimeline.drawing.targets import ChangeTarget, TargetLine
from newstimeline.editing.change_writer import ChangeWriter
from newstimeline.library.library import Library


class ChangesScreen(Page):
    """All changes of a library."""

    def __init__(self, library: Library, pen: ChangeWriter) -> None:
        """Read them.

        Raises:
            LibraryError: the library can't be read.
        """
        super().__init__("Changes", pen)
        self._library = library
        self._read()

    def _read(self) -> None:
        self._entries = self._library.own.changes()
        self._lost = self._library.own.lost_changes()
        self._unreadable = self._library.own.unreadable_changes()

    def lines(self, width: int) -> Sequence[TargetLine]:
        return list(change_lines(self._entries, self._lost, self._unreadable, width))

    def narrow(self) -> None:
        """There is no name whose events could be shown."""

    def show_written(self) -> None:
        self._read()
        self.page_lines.lay_out()

    @on(TargetList.Chosen)
    def _on_change(self, message: TargetList.Chosen) -> None:
        if isinstance(message.target, ChangeTarget):
            message.stop()
            state = State.DROPPED if message.target.state is State.ACTIVE else State.ACTIVE
            self.editor.use_pen(partial(self.editor.pen.turn, message.target.change, state))
