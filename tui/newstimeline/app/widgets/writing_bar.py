"""The line where a reader types what a field is to say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from textual.message import Message
from textual.widgets import Input, Label

from newstimeline.app.widgets.entry_bar import EntryBar
from newstimeline.changes.change import Value
from newstimeline.clean import one_line
from newstimeline.editing.editable_fields import Field, meant


class WritingBar(EntryBar):
    """A field and, while it is typed, what that means."""

    prompt = ""

    @dataclass
    class Written(Message):
        """The field is to have this value."""

        field: Field
        value: Value

    def __init__(self, today: Callable[[], date]) -> None:
        """`today` is what "last week" counts from where no article says better."""
        super().__init__()
        self._today = today
        self._field: Field | None = None

    def ask(self, field: Field) -> None:
        """Ask for the field's value, starting from the present one."""
        self._field = field
        self.takes_nothing = field.empty is not None
        self.query_one(".prompt", Label).update(one_line(field.label))
        self.query_one(Input).placeholder = field.hint
        self.begin(field.now)

    def understand(self, text: str) -> str:
        assert self._field
        return meant(self._field, text, self._today())[1]

    def enter(self, text: str) -> None:
        """Post the value; if the text has none, the line says so already."""
        assert self._field
        try:
            value, _ = meant(self._field, text or self._field.empty or "", self._today())
        except ValueError as error:
            self.show_wrong(str(error))
        else:
            self.post_message(self.Written(self._field, value))
