"""The events under the cursor of the lanes."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from newstimeline.app.widgets.styled import StyledWidget
from newstimeline.drawing.pieces import Pieces
from newstimeline.drawing.timeline_rows import event_row
from newstimeline.library.views import EventRow


class CellView(StyledWidget):
    """A title and rows."""

    def __init__(self) -> None:
        super().__init__()
        self._title: Pieces = ()
        self._rows: Sequence[EventRow] = ()

    def show(self, title: Pieces, rows: Sequence[EventRow]) -> None:
        self._title, self._rows = title, rows
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y == 0:
            return self.to_strip(self._title, width)
        pieces = event_row(self._rows[y - 1], width, dated=True) if y <= len(self._rows) else ()
        return self.to_strip(pieces, width)
