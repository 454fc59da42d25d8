"""The base of the lines where something is typed and, beside it, stands what that means."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from newstimeline.app.keys import Scope
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.clean_input import CleanInput


class EntryInput(CleanInput):
    """The field of the line."""

    BINDINGS = bindings(Scope.ENTRY)

    class Entered(Message):
        """The text was entered."""

    def action_keep(self) -> None:
        self.post_message(self.Entered())

    def action_leave(self) -> None:
        self.let_go()
        self.post_message(EntryBar.Left())


class EntryBar(Horizontal):
    """A prompt, a field and, while something is typed, what it means; a subclass understands it."""

    prompt: ClassVar[str]
    placeholder: ClassVar[str] = ""
    takes_nothing: bool = False
    """Whether an empty line means something, too."""

    class Left(Message):
        """The entry was cancelled."""

    def understand(self, text: str) -> str:
        """What the text means, to stand beside it.

        Raises:
            ValueError: it means nothing; the message says why.
        """
        raise NotImplementedError

    def enter(self, text: str) -> None:
        """Post what was entered, if the text means anything."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield Label(self.prompt, classes="prompt")
        yield EntryInput(self.placeholder)
        yield Label("", classes="meaning", markup=False)

    def begin(self, text: str = "") -> None:
        """Begin to type, perhaps with a text to start from."""
        field = self.query_one(EntryInput)
        with self.prevent(Input.Changed):
            field.value = text
        field.cursor_position = len(text)
        self._show_meaning("")
        self.display = True
        # At once and not, as `focus` does, after the keys that are waiting: they are meant for the field.
        self.screen.set_focus(field)

    @on(Input.Changed)
    def _read(self, event: Input.Changed) -> None:
        event.stop()
        text = event.value.strip()
        try:
            self._show_meaning(self.understand(text) if text else "")
        except ValueError as error:
            self._show_meaning(str(error), wrong=True)

    def _show_meaning(self, meaning: str, *, wrong: bool = False) -> None:
        label = self.query_one(".meaning", Label)
        label.set_class(wrong, "-wrong")
        label.update(meaning)

    def show_wrong(self, why: str) -> None:
        """Say why the text can't be entered."""
        self._show_meaning(why, wrong=True)

    @on(EntryInput.Entered)
    def _enter(self, event: EntryInput.Entered) -> None:
        event.stop()
        text = self.query_one(EntryInput).value.strip()
        if text or self.takes_nothing:
            self.enter(text)
        else:
            self.post_message(self.Left())
