"""What screens with something to edit share: typing a value, writing it, and saying so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
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
    """The base of such screens: a first line that says what was done, and a line to type in."""

    def __init__(self, title: str, pen: ChangeWriter, today: Callable[[], date] = date.today) -> None:
        """`title` stands in the first line, `pen` writes what is changed, `today` is what "last week" counts from."""
        super().__init__()
        self.title_bar = TitleBar(title)
        self.writing_bar = WritingBar(today)
        self.editor = FieldEditor(self, pen)

    @on(WritingBar.Written)
    def _on_written(self, message: WritingBar.Written) -> None:
        self.leave_entry()
        self.editor.write(message.field, *with_consequences(message.field, message.value))

    @on(EntryBar.Left)
    def _on_entry_left(self) -> None:
        self.leave_entry()

    def leave_entry(self) -> None:
        """Restore the focus after something was typed."""
        raise NotImplementedError

    def show_written(self) -> None:
        raise NotImplementedError


class FieldEditor:
    """Asks for a field's text, writes it, and undoes changes."""

    def __init__(self, screen: EditingScreen, pen: ChangeWriter) -> None:
        """`screen` is where something is typed, `pen` writes it."""
        self.screen = screen
        self.pen = pen

    def edit(self, field: Field | None) -> None:
        """Ask for the text of a field, in an editor if it has several lines; do nothing for None."""
        if field is None:
            return
        if "\n" in field.now:
            self.edit_outside(field)
        else:
            self.screen.writing_bar.ask(field)

    def edit_outside(self, field: Field) -> None:
        """Edit the text of a field in the reader's editor."""
        text = self.outside(lambda: edited(field.now))
        if text is None:
            self.screen.title_bar.say("Nothing changed.")
            return
        try:
            self.write(field, (field.what, checked(field.what, text)))
        except ValueProblem as problem:
            self.screen.title_bar.say(f"The {field.what} {problem}.")

    def outside(self, run: Callable[[], T]) -> T | None:
        """Run another program in the terminal; None if that is impossible, which is said."""
        try:
            with self.screen.app.suspend():
                outcome = run()
        except SuspendNotSupported:
            self.screen.title_bar.say("Other programs can't be run from here.")
            return None
        except OutsideError as error:
            self.screen.title_bar.say(str(error))
            return None
        self.screen.refresh(layout=True)
        return outcome

    def write(self, field: Field, *values: tuple[What, Value]) -> None:
        """Change one value of something, or several at once."""
        self.use_pen(partial(self.pen.write, field, *values))

    def undo(self) -> None:
        self.use_pen(self.pen.undo)

    def redo(self) -> None:
        self.use_pen(self.pen.redo)

    def use_pen(self, write: Callable[[], str]) -> None:
        """Write in another thread, one after the other, say what was done and show it.

        It is the application's work: a reader may have left this screen before it is done.
        """
        self.screen.app.run_worker(self._use_pen(write), group=WRITING)

    async def _use_pen(self, write: Callable[[], str]) -> None:
        app = self.screen.app
        async with self.pen.turn_to_write:
            try:
                message = await asyncio.to_thread(write)
            except (LibraryError, ValueProblem) as error:
                app.notify(one_line(str(error)), severity="error", markup=False)
                return
            except KeyError:
                message = "The library no longer has this."
        if isinstance(app.screen, EditingScreen):
            app.screen.show_written()
            app.screen.title_bar.say(one_line(message))
