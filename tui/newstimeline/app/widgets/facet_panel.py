"""The facets in place of the side panel: conditions to put into the filter, to turn round, and to take out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from newstimeline.app.drawing.facets import Facet, facet_lines
from newstimeline.app.drawing.targets import FilterTarget, TargetLine
from newstimeline.app.keys import Scope
from newstimeline.app.widget_commands import bindings
from newstimeline.app.widgets.target_list import TargetList


class FacetPanel(TargetList):
    """What the filter has and may get."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.FACETS)]

    @dataclass
    class Toggled(Message):
        """A condition is to be put in or taken out; with `negated`, to be turned round."""

        part: str
        negated: bool

    class Left(Message):
        """Enough of it."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._facets: Sequence[Facet] = ()
        self._parts: Sequence[str] = ()

    def show(self, facets: Sequence[Facet], parts: Sequence[str]) -> None:
        """Show other counts, and the parts of the filter."""
        self._facets, self._parts = facets, parts
        self.lay_out()

    def make_lines(self, width: int) -> Sequence[TargetLine]:
        """Lay out the facets."""
        return facet_lines(self._facets, self._parts, width)

    def action_choose(self) -> None:
        """A click puts it in or takes it out too."""
        self.action_put("")

    def action_put(self, sign: str) -> None:
        """Put the condition in or take it out; with a minus, its opposite."""
        if isinstance(self.target, FilterTarget):
            self.post_message(self.Toggled(self.target.part, negated=bool(sign)))

    def action_leave(self) -> None:
        """Give the side panel back its place."""
        self.post_message(self.Left())
