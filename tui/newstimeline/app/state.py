"""What the browser shows, as values: a view can be kept, compared, returned to, and made in a test without a screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newstimeline.query import Clock
from newstimeline.timeline import CellHeading, Unit

_MOST_PLACES = 100


@dataclass(frozen=True, slots=True)
class View:
    """What the screen shows: enough to come back to it."""

    query: str = ""
    event: int | None = None
    """The selected event; it keeps its place when anything else changes, and is shown however little it matters."""
    zoom: Unit = Unit.DAY
    clock: Clock = Clock.HAPPENED
    opened: frozenset[CellHeading] = frozenset()
    """Zoomed out, the units that are shown whole."""

    def zoomed(self, out: int) -> View:
        """The same some units coarser, or for a negative number finer; nothing is opened there."""
        zoom = self.zoom.zoomed(out)
        return self if zoom is self.zoom else replace(self, zoom=zoom, opened=frozenset())

    def with_opened(self, heading: CellHeading) -> View:
        """The same with one more unit shown whole."""
        return replace(self, opened=self.opened | {heading})


@dataclass(frozen=True, slots=True)
class Trail:
    """The views that were left by leaps, to go back to, and forward again."""

    past: tuple[View, ...] = ()
    future: tuple[View, ...] = ()

    def leaving(self, view: View) -> Trail:
        """After a leap away from a view; what lay ahead is no more."""
        return Trail((*self.past, view)[-_MOST_PLACES:])

    def back(self, here: View) -> tuple[View, Trail]:
        """The last view, and the trail then.

        Raises:
            IndexError: there is none.
        """
        return self.past[-1], Trail(self.past[:-1], (here, *self.future))

    def forward(self, here: View) -> tuple[View, Trail]:
        """The view that was left by going back, and the trail then.

        Raises:
            IndexError: there is none.
        """
        return self.future[0], Trail((*self.past, here), self.future[1:])
