"""The line where a date is typed, to go to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from newstimeline.app.keys import Scope
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.clean_input import CleanInput
from newstimeline.when import When
from newstimeline.when.phrases import PhraseError, parse_phrase
from newstimeline.when.words import describe


class DateInput(CleanInput):
    """The field for the date."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.DATE)]

    class Entered(Message):
        """The text is meant."""

    def action_keep(self) -> None:
        """Go there."""
        self.post_message(self.Entered())

    def action_leave(self) -> None:
        """Stay."""
        self.let_go()
        self.post_message(DateBar.Left())


class DateBar(Horizontal):
    """A date in words and, while it is typed, what it means."""

    @dataclass
    class Kept(Message):
        """Go there."""

        when: When

    class Left(Message):
        """Stay here."""

    def __init__(self) -> None:
        """Mean nothing yet."""
        super().__init__()
        self._today = date.min
        self._explain: Callable[[When], str] = describe
        self._when: When | None = None

    def compose(self) -> ComposeResult:
        """The input and, beside it, what it means."""
        yield Label("go to", id="goto")
        yield DateInput("last month, 15 aug, 2025-08, 1990s")
        yield Label("", id="meaning", markup=False)

    @property
    def editing(self) -> bool:
        """Whether it is being typed."""
        return self.query_one(DateInput).has_focus

    def edit(self, today: date, explain: Callable[[When], str]) -> None:
        """Begin to type; "last month" is counted from `today`, and `explain` says what lies at a date."""
        self._today, self._explain, self._when = today, explain, None
        field = self.query_one(DateInput)
        with self.prevent(Input.Changed):
            field.value = ""
        self._show_meaning("")
        self.display = True
        # At once and not, as `focus` does, after the keys that are waiting: they are meant for the date.
        self.screen.set_focus(field)

    def _show_meaning(self, meaning: str, *, wrong: bool = False) -> None:
        label = self.query_one("#meaning", Label)
        label.set_class(wrong, "-wrong")
        label.update(meaning)

    @on(Input.Changed)
    def _read(self, event: Input.Changed) -> None:
        event.stop()
        self._when = None
        if not event.value.strip():
            self._show_meaning("")
            return
        try:
            self._when = parse_phrase(event.value, self._today)
        except PhraseError as error:
            self._show_meaning(str(error), wrong=True)
        else:
            self._show_meaning(self._explain(self._when))

    @on(DateInput.Entered)
    def _enter(self) -> None:
        if self._when:
            self.post_message(self.Kept(self._when))
        elif not self.query_one(DateInput).value.strip():
            self.post_message(self.Left())
