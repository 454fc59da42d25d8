"""The line where a date is typed, to go to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Paste
from textual.message import Message
from textual.widgets import Input, Label

from newstimeline.app.keys import Scope, bindings
from newstimeline.clean import one_line


class DateInput(Input):
    """An input whose pasted text is clean, with a cursor that does not blink."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.DATE)]

    def _on_paste(self, event: Paste) -> None:
        event.text = one_line(event.text)
        super()._on_paste(event)

    def action_keep(self) -> None:
        """Go there."""
        self.post_message(DateBar.Kept())

    def action_leave(self) -> None:
        """Stay."""
        self.post_message(DateBar.Left())


class DateBar(Horizontal):
    """A date in words and, while it is typed, what it means."""

    @dataclass
    class Typed(Message):
        """The text has changed."""

        text: str

    class Kept(Message):
        """Go there."""

    class Left(Message):
        """Stay here."""

    def compose(self) -> ComposeResult:
        """The input and, beside it, what it means."""
        yield Label("go to", id="goto")
        field = DateInput(placeholder="last month, 15 aug, 2025-08, 1990s", compact=True)
        field.cursor_blink = False
        yield field
        yield Label("", id="meaning", markup=False)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.query_one(DateInput).value

    @property
    def editing(self) -> bool:
        """Whether it is being typed."""
        return self.query_one(DateInput).has_focus

    def edit(self) -> None:
        """Begin to type."""
        field = self.query_one(DateInput)
        with self.prevent(Input.Changed):
            field.value = ""
        self.show_meaning("")
        self.display = True
        # At once and not, as `focus` does, after the keys that are waiting: they are meant for the date.
        self.screen.set_focus(field)

    def show_meaning(self, meaning: str, *, wrong: bool = False) -> None:
        """Say what the text means, or why it means nothing."""
        label = self.query_one("#meaning", Label)
        label.set_class(wrong, "-wrong")
        label.update(meaning)

    @on(Input.Changed)
    def _tell(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))
