"""The line for the name under which to save a filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from newstimeline.app.widgets.entry_bar import EntryBar
from newstimeline.clean import one_line
from newstimeline.library.filters import SavedFilter
from newstimeline.name_keys import name_key


class NameBar(EntryBar):
    """A name and, while it is typed, what has that name already."""

    prompt = "save filter as"
    placeholder = "a name"

    @dataclass
    class Kept(Message):
        """The filter is to be saved under this name."""

        saved: SavedFilter

    def __init__(self) -> None:
        super().__init__()
        self._query = ""
        self._known: dict[str, SavedFilter] = {}

    def ask(self, query: str, known: Sequence[SavedFilter]) -> None:
        """Ask for the name of a filter; a `known` one of the same name would be replaced."""
        self._query = query
        self._known = {name_key(saved.name): saved for saved in known}
        self.begin()

    def understand(self, text: str) -> str:
        """What would be saved, and in place of what."""
        known = self._known.get(name_key(text))
        return one_line(f"replaces {known.query}" if known else f"keeps {self._query}")

    def enter(self, text: str) -> None:
        known = self._known.get(name_key(text))
        self.post_message(self.Kept(SavedFilter(known.name if known else text, self._query)))
