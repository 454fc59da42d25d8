"""The strip along the top: where in time the events lie, and which part is on screen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.events import MouseDown, MouseEvent, MouseMove, MouseUp
from textual.message import Message
from textual.strip import Strip

from newstimeline.app.widgets.styled import StyledWidget
from newstimeline.browser.questions import Counts
from newstimeline.drawing.pieces import Pieces
from newstimeline.drawing.strip_lines import Signs, axis_row, bar_rows, label_row
from newstimeline.timeline.scale import Scale, ticks


class DensityStrip(StyledWidget):
    """Bars, an axis and labels over the whole span of the library or, zoomed in, a part of it.

    The bars count what matches the filter.
    """

    @dataclass
    class Picked(Message):
        """A moment was clicked."""

        moment: int

    @dataclass
    class Ranged(Message):
        """A stretch of time was drawn over with the mouse."""

        first: int
        last: int
        """The last moment, inclusive."""

    class Resized(Message):
        """The strip has another width than what it was last given."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counts | None = None
        self._scale: Scale | None = None
        self._bars: list[Pieces] = []
        self._labels: Pieces = ()
        self._window: tuple[int, int] | None = None
        self._moments: tuple[int, int] | None = None
        self._selected: tuple[int, int] | None = None
        self._drawn: tuple[int, int] | None = None

    def show(self, counts: Counts) -> None:
        """Show the density of other events, or of another part of the time."""
        self._counts = counts
        self._lay_out()

    def show_window(self, moments: tuple[int, int] | None) -> None:
        """Bracket the part of time that the list shows, from one moment to another."""
        self._moments = moments
        window = self._columns_of(moments)
        if window != self._window:
            self._window = window
            self.refresh()

    def show_selected(self, moments: tuple[int, int] | None) -> None:
        """Mark the stretch of time that is being selected."""
        if moments != self._selected:
            self._selected = moments
            self.refresh()

    def on_resize(self) -> None:
        """Lay out anew, or ask for what fits."""
        if self._counts and self._counts.question.width != self.size.width:
            self.post_message(self.Resized())
        else:
            self._lay_out()

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin to draw over a stretch of time."""
        if (column := self._column_under(event)) is not None:
            self.capture_mouse()
            self._drawn = column, column

    def on_mouse_move(self, event: MouseMove) -> None:
        if self._drawn and (column := self._column_under(event)) is not None and column != self._drawn[1]:
            self._drawn = self._drawn[0], column
            self.refresh()

    def on_mouse_up(self, event: MouseUp) -> None:
        """Pick the moment under the mouse, or the stretch that was drawn over."""
        self.release_mouse()
        if not self._drawn or not self._scale:
            return
        first, last = sorted(self._drawn)
        self._drawn = None
        self.refresh()
        if first == last:
            self.post_message(self.Picked(self._scale.moment(first)))
        else:
            self.post_message(self.Ranged(self._scale.moment(first), self._scale.moment(last + 1) - 1))

    def _column_under(self, event: MouseEvent) -> int | None:
        if not self._scale or not self._scale.width:
            return None
        return max(0, min(int(event.x), self._scale.width - 1))

    def render_line(self, y: int) -> Strip:
        return self.to_strip(self._row(y), self.size.width)

    def _row(self, y: int) -> Pieces:
        if not self._scale:
            return ()
        if y < len(self._bars):
            return self._bars[y]
        if y > len(self._bars):
            return self._labels if y == len(self._bars) + 1 and self.size.height > 2 else ()
        drawn = self._drawn if self._drawn and self._drawn[0] != self._drawn[1] else None
        selected = (min(drawn), max(drawn)) if drawn else self._columns_of(self._selected)
        matching = self._counts.matching if self._counts else None
        marked = self._counts.marked if self._counts else None
        return axis_row(self._scale, Signs(self._window, selected, matching, marked))

    def _lay_out(self) -> None:
        if not self._counts or not self.size.width:
            return
        self._scale = self._counts.scale
        if self._scale and self._counts.density:
            height = max(1, self.size.height - (2 if self.size.height > 2 else 1))
            self._bars = bar_rows(self._counts.density, self._scale, height)
            self._labels = label_row(ticks(self._scale), self._scale.width)
        self._window = self._columns_of(self._moments)
        self.refresh()

    def _columns_of(self, moments: tuple[int, int] | None) -> tuple[int, int] | None:
        if not moments or not self._scale:
            return None
        if moments[1] < self._scale.moments[0] or moments[0] >= self._scale.moments[-1]:
            return None
        return self._scale.column(moments[0]), self._scale.column(moments[1])
