"""The lines where the filter is typed and, afterwards, shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input, Label

from newstimeline.app.keys import Scope
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.clean_input import CleanInput
from newstimeline.app.widgets.filter_chips import FilterChips
from newstimeline.app.widgets.styled import StyledWidget
from newstimeline.drawing.cells import cell_len
from newstimeline.drawing.suggestion_line import offer_row
from newstimeline.query import Suggestion

_PROMPT_WIDTH = 2


class FilterInput(CleanInput):
    """The field for the filter."""

    BINDINGS = bindings(Scope.SEARCH)

    @dataclass
    class Completed(Message):
        """The next or the previous offer is to be taken."""

        by: int

    @dataclass
    class Recalled(Message):
        """An earlier or a later filter is wanted."""

        by: int

    def action_keep(self) -> None:
        self.let_go()
        self.post_message(SearchBar.Kept(self.value))

    def action_leave(self) -> None:
        self.let_go()
        self.post_message(SearchBar.Left())

    def action_complete(self, by: int) -> None:
        """Take the next or the previous offer."""
        self.post_message(self.Completed(by))

    def action_recall(self, by: int) -> None:
        """Put an earlier or a later filter."""
        self.post_message(self.Recalled(by))


class OfferLine(StyledWidget):
    """What could stand at the cursor, the most likely first."""

    def __init__(self) -> None:
        super().__init__()
        self.offers: Sequence[Suggestion] = ()
        self.chosen: int | None = None

    def show(self, offers: Sequence[Suggestion], chosen: int | None = None) -> None:
        """Show offers, one of them taken."""
        self.offers, self.chosen = offers, chosen
        self.display = bool(offers)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        return self.to_strip(offer_row(self.offers, self.chosen, width), width)


class SearchBar(Vertical):
    """The filter with its count, what could stand at the cursor and, where it means nothing, why."""

    @dataclass
    class Typed(Message):
        """The filter's text has changed."""

        query: str
        cursor: int

    @dataclass
    class Kept(Message):
        """The filter was entered."""

        query: str

    class Left(Message):
        """The filter is to be what it was before."""

    def __init__(self) -> None:
        """Begin with no filters to recall."""
        super().__init__()
        self._history: list[str] = []
        self._recalled = 0

    def compose(self) -> ComposeResult:
        yield OfferLine()
        with Horizontal():
            yield Label("/", id="prompt")
            yield FilterInput('words, "a phrase", person:name, said:word, after:2025-10')
            yield FilterChips()
            yield Label("", id="count", markup=False)
        yield Label("", id="trouble", markup=False)

    def on_mount(self) -> None:
        self.query_one(OfferLine).display = False
        self.query_one(FilterChips).display = False

    @property
    def is_editing(self) -> bool:
        return self.query_one(FilterInput).has_focus

    def edit(self) -> None:
        self.display = True
        self._recalled = len(self._history)
        self._show_field(typing=True)
        # At once and not, as `focus` does, after the keys that are waiting: they are meant for the filter.
        self.screen.set_focus(self.query_one(FilterInput))

    def rest(self, query: str, parts: Sequence[str]) -> None:
        """Show a filter at rest, without posting a message: as chips, or as text if it has an error."""
        self._put(query, len(query))
        self.show_offers(())
        self.query_one(FilterChips).show(parts)
        self._show_field(typing=not parts)
        self.display = bool(query.strip())

    def _show_field(self, *, typing: bool) -> None:
        self.query_one(FilterInput).display = typing
        self.query_one(FilterChips).display = not typing

    def remember(self, *queries: str) -> None:
        """Keep filters to be recalled, the last one first."""
        for query in queries:
            self._history = [*(known for known in self._history if known != query), query]

    def show_count(self, count: str) -> None:
        self.query_one("#count", Label).update(count)

    def show_offers(self, offers: Sequence[Suggestion]) -> None:
        """Show what could stand at the cursor, unless one of the earlier offers is being chosen."""
        line = self.query_one(OfferLine)
        if line.chosen is None or not offers:
            line.show(offers if self.is_editing else ())

    def show_trouble(self, message: str | None, position: int | None = None) -> None:
        """Say what is wrong with the filter, under the place where it is, or that nothing is."""
        label = self.query_one("#trouble", Label)
        label.display = message is not None
        if message is None:
            return
        field = self.query_one(FilterInput)
        column = _PROMPT_WIDTH + cell_len(field.value[:position]) - int(field.scroll_offset.x)
        if position is not None and column >= 0 and column + cell_len(message) + 2 < self.size.width:
            message = f"{' ' * column}▲ {message}"
        label.update(message)

    def _put(self, query: str, cursor: int) -> None:
        field = self.query_one(FilterInput)
        with field.prevent(Input.Changed):
            field.value = query
        field.cursor_position = cursor

    @on(Input.Changed)
    def _tell(self, event: Input.Changed) -> None:
        event.stop()
        self.query_one(OfferLine).chosen = None
        self.post_message(self.Typed(event.value, self.query_one(FilterInput).cursor_position))

    @on(FilterInput.Completed)
    def _complete(self, message: FilterInput.Completed) -> None:
        line = self.query_one(OfferLine)
        if not line.offers:
            return
        first = 0 if message.by > 0 else len(line.offers) - 1
        chosen = first if line.chosen is None else (line.chosen + message.by) % len(line.offers)
        offer = line.offers[chosen]
        self._put(offer.query, offer.cursor)
        line.show(line.offers, chosen)
        self.post_message(self.Typed(offer.query, offer.cursor))

    @on(FilterInput.Recalled)
    def _recall(self, message: FilterInput.Recalled) -> None:
        index = self._recalled + message.by
        if not 0 <= index <= len(self._history):
            return
        self._recalled = index
        query = self._history[index] if index < len(self._history) else ""
        self._put(query, len(query))
        self.query_one(OfferLine).show(())
        self.post_message(self.Typed(query, len(query)))
