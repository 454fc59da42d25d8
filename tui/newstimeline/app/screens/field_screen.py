"""The box in which a reader chooses what to change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from newstimeline.app.screens.box_screen import BoxScreen
from newstimeline.app.widgets.target_list import TargetList
from newstimeline.clean import one_line
from newstimeline.drawing.cells import cell_len
from newstimeline.drawing.pieces import Piece, Pieces, fit
from newstimeline.drawing.targets import FieldTarget, TargetLine
from newstimeline.editing.editable_fields import Field

_LABEL_SHARE = 0.5


class FieldList(TargetList):
    """A line for each thing that can be changed: what it is, and what it says now."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self._fields = fields

    def make_lines(self, width: int) -> Sequence[TargetLine]:
        """Lay them out in two columns."""
        longest = max((cell_len(one_line(field.label)) for field in self._fields), default=0)
        label_width = max(8, min(longest + 1, int(width * _LABEL_SHARE)))
        return [TargetLine(_line(field, label_width, width), FieldTarget(field)) for field in self._fields]


def _line(field: Field, label_width: int, width: int) -> Pieces:
    return (
        Piece(fit(one_line(field.label), label_width - 1), "name"),
        Piece(" "),
        Piece(fit(one_line(field.now), width - label_width), "title"),
    )


class FieldsScreen(BoxScreen[Field | None]):
    """Choose one field, or none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "choose_field", "Change"),
        ("escape,q,e", "leave", "Close"),
    ]

    closes = "Enter changes, Esc closes"

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__("Change", len(fields))
        self._fields = fields

    def content(self) -> FieldList:
        return FieldList(self._fields)

    def action_choose_field(self) -> None:
        self.query_one(FieldList).action_choose()

    def action_leave(self) -> None:
        self.dismiss(None)

    @on(TargetList.Chosen)
    def _on_chosen(self, message: TargetList.Chosen) -> None:
        message.stop()
        if isinstance(message.target, FieldTarget):
            self.dismiss(message.target.field)
