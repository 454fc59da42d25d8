"""The facets in place of the side panel: conditions to put into the filter, to turn round, and to take out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from newstimeline.app.keys import Scope
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.target_list import TargetList
from newstimeline.browser.facets import Facet
from newstimeline.drawing.facet_lines import facet_lines
from newstimeline.drawing.targets import FilterTarget, SavedTarget, TargetLine
from newstimeline.library.filters import SavedFilter


class FacetPanel(TargetList):
    """The conditions of the filter, and those that could be added."""

    BINDINGS = bindings(Scope.FACETS)

    @dataclass
    class Toggled(Message):
        """A condition is to be added or removed; with `negated`, its opposite."""

        part: str
        negated: bool

    @dataclass
    class Applied(Message):
        """A saved filter is to replace the current one."""

        saved: SavedFilter

    @dataclass
    class Forgotten(Message):
        """A saved filter is to be deleted."""

        saved: SavedFilter

    class Left(Message):
        """The facets are to be closed."""

    def __init__(self) -> None:
        super().__init__()
        self._facets: Sequence[Facet] = ()
        self._parts: Sequence[str] = ()
        self._saved: Sequence[SavedFilter] = ()

    def show(self, facets: Sequence[Facet], parts: Sequence[str], saved: Sequence[SavedFilter]) -> None:
        """Show other counts, the parts of the filter, and the saved filters."""
        self._facets, self._parts, self._saved = facets, parts, saved
        self.lay_out()

    def make_lines(self, width: int) -> Sequence[TargetLine]:
        return facet_lines(self._facets, self._parts, width, self._saved)

    def action_choose(self) -> None:
        self.action_put("")

    def action_put(self, sign: str) -> None:
        """Add the condition or remove it; with a minus, its opposite."""
        match self.target:
            case FilterTarget(part):
                self.post_message(self.Toggled(part, negated=bool(sign)))
            case SavedTarget(saved) if sign:
                self.post_message(self.Toggled(f"({saved.query})", negated=True))
            case SavedTarget(saved):
                self.post_message(self.Applied(saved))

    def action_forget(self) -> None:
        if isinstance(self.target, SavedTarget):
            self.post_message(self.Forgotten(self.target.saved))

    def action_leave(self) -> None:
        self.post_message(self.Left())
