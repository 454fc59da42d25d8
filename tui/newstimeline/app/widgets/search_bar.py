"""The line where the filter is typed and, afterwards, shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Paste
from textual.message import Message
from textual.widgets import Input, Label

from newstimeline.app.keys import Scope, bindings
from newstimeline.clean import one_line

_EXAMPLES = 'words, "a phrase", person:name, said:word, after:2025-10'


class FilterInput(Input):
    """An input whose pasted text is clean and that does not blink, since a blinking cursor redraws all day."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.SEARCH)]

    def _on_paste(self, event: Paste) -> None:
        event.text = one_line(event.text)
        super()._on_paste(event)

    def action_keep(self) -> None:
        """Keep the filter."""
        self.post_message(SearchBar.Kept())

    def action_leave(self) -> None:
        """Leave it."""
        self.post_message(SearchBar.Left())


class SearchBar(Vertical):
    """The filter, its count and, where it means nothing, why."""

    @dataclass
    class Typed(Message):
        """The filter's text has changed."""

        query: str

    class Kept(Message):
        """The filter is to stay."""

    class Left(Message):
        """The filter is to be as it was before."""

    def compose(self) -> ComposeResult:
        """The input with its count, and a line for what is wrong."""
        with Horizontal():
            yield Label("/", id="prompt")
            query = FilterInput(
                placeholder='words, "a phrase", person:name, said:word, after:2025-10',
                compact=True,
                select_on_focus=False,
            )
            query.cursor_blink = False
            yield query
            yield Label("", id="count", markup=False)
        yield Label("", id="trouble", markup=False)

    @property
    def query_text(self) -> str:
        """The filter as it stands."""
        return self.query_one(FilterInput).value

    @property
    def editing(self) -> bool:
        """Whether it is being typed."""
        return self.query_one(FilterInput).has_focus

    def edit(self) -> None:
        """Begin to type."""
        self.display = True
        # At once and not, as `focus` does, after the keys that are waiting: they are meant for the filter.
        self.screen.set_focus(self.query_one(FilterInput))

    def set_query(self, query: str) -> None:
        """Put another filter, without telling."""
        with self.prevent(Input.Changed):
            field = self.query_one(FilterInput)
            field.value = query
            field.cursor_position = len(query)
        self.show_trouble(None)
        self.display = bool(query)

    def show_count(self, count: str) -> None:
        """Say how much matches."""
        self.query_one("#count", Label).update(count)

    def show_trouble(self, message: str | None) -> None:
        """Say what is wrong with the filter, or that nothing is."""
        label = self.query_one("#trouble", Label)
        label.display = message is not None
        label.update(message or "")

    @on(Input.Changed)
    def _tell(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))
