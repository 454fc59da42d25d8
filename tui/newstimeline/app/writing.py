"""What screens on which a reader changes something have in common."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from textual import on, work
from textual.screen import Screen

from newstimeline.app.widgets.entry_bar import EntryBar
from newstimeline.app.widgets.title_bar import TitleBar
from newstimeline.app.widgets.writing_bar import WritingBar
from newstimeline.changes.model import Value, What
from newstimeline.changes.values import ValueProblem
from newstimeline.clean import one_line
from newstimeline.editing.fields import Field, with_consequences
from newstimeline.editing.pen import Pen
from newstimeline.library.errors import LibraryError


class WritingScreen(Screen[None]):
    """The base of such screens; one that lets text be typed has a `WritingBar`."""

    pen: Pen
    """Set before the screen is shown."""

    def ask_to_write(self, field: Field | None) -> None:
        """Let the text of a field be typed; None where the reader chose none."""
        if field is not None:
            self.query_one(WritingBar).ask(field)

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

    @work
    async def use_pen(self, write: Callable[[], str]) -> None:
        """Write in another thread, one after the other, say what was done and show it."""
        async with self.pen.turn_to_write:
            try:
                said = await asyncio.to_thread(write)
            except (LibraryError, ValueProblem) as error:
                self.app.notify(one_line(str(error)), severity="error", markup=False)
                return
            except KeyError:
                said = "The library no longer has this."
        self.show_written()
        self.query_one(TitleBar).say(one_line(said))
