"""What screens on which a reader changes something have in common."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual import on
from textual.app import SuspendNotSupported
from textual.screen import Screen

from newstimeline.app.widgets.entry_bar import EntryBar
from newstimeline.app.widgets.title_bar import TitleBar
from newstimeline.app.widgets.writing_bar import WritingBar
from newstimeline.browser.external_programs import OutsideError, edited
from newstimeline.changes.change import Value, What
from newstimeline.changes.change_values import ValueProblem, checked
from newstimeline.clean import one_line
from newstimeline.editing.change_writer import ChangeWriter
from newstimeline.editing.editable_fields import Field, with_consequences
from newstimeline.library.errors import LibraryError

T = TypeVar("T")
WRITING = "writing"
"""The group of the workers that write changes down."""


class EditingScreen(Screen[None]):
    """The base of such screens; one that lets text be typed has a `WritingBar`."""

    pen: ChangeWriter
    """Set before the screen is shown."""

    def ask_to_write(self, field: Field | None) -> None:
        """Let the text of a field be typed, in an editor if it has several lines; None where the reader chose none."""
        if field is None:
            return
        if "\n" in field.now:
            self.edit_outside(field)
        else:
            self.query_one(WritingBar).ask(field)

    def edit_outside(self, field: Field) -> None:
        """Let the text of a field be written in the reader's editor."""
        text = self.outside(lambda: edited(field.now))
        if text is None:
            self.query_one(TitleBar).say("Nothing changed.")
            return
        try:
            self.write(field, (field.what, checked(field.what, text)))
        except ValueProblem as problem:
            self.query_one(TitleBar).say(f"The {field.what} {problem}.")

    def outside(self, run: Callable[[], T]) -> T | None:
        """Give the terminal to another program, and take it back; None where that can't be, which is said."""
        try:
            with self.app.suspend():
                outcome = run()
        except SuspendNotSupported:
            self.query_one(TitleBar).say("Other programs can't be run from here.")
            return None
        except OutsideError as error:
            self.query_one(TitleBar).say(str(error))
            return None
        self.refresh(layout=True)
        return outcome

    def write(self, field: Field, *values: tuple[What, Value]) -> None:
        """Change one side of something, or several at once."""
        self.use_pen(partial(self.pen.write, field, *values))

    def undo(self) -> None:
        """Take the newest change back."""
        self.use_pen(self.pen.undo)

    def redo(self) -> None:
        """Bring back what was undone last."""
        self.use_pen(self.pen.redo)

    @on(WritingBar.Written)
    def _on_written(self, message: WritingBar.Written) -> None:
        self.leave_entry()
        self.write(message.field, *with_consequences(message.field, message.value))

    @on(EntryBar.Left)
    def _on_entry_left(self) -> None:
        self.leave_entry()

    def leave_entry(self) -> None:
        """Let keys go where they went before something was typed."""
        raise NotImplementedError

    def show_written(self) -> None:
        """Show what is now otherwise."""
        raise NotImplementedError

    def use_pen(self, write: Callable[[], str]) -> None:
        """Write in another thread, one after the other, say what was done and show it.

        It is the application's work: a reader may have left this screen before it is done.
        """
        self.app.run_worker(self._use_pen(write), group=WRITING)

    async def _use_pen(self, write: Callable[[], str]) -> None:
        async with self.pen.turn_to_write:
            try:
                said = await asyncio.to_thread(write)
            except (LibraryError, ValueProblem) as error:
                self.app.notify(one_line(str(error)), severity="error", markup=False)
                return
            except KeyError:
                said = "The library no longer has this."
        screen = self.app.screen
        if isinstance(screen, EditingScreen):
            screen.show_written()
            screen.query_one(TitleBar).say(one_line(said))
