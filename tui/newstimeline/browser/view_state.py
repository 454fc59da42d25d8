"""What the browser shows, as values: a view can be kept, compared, returned to, and made in a test without a screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from newstimeline.browser.filter import NO_FILTER, Filter
from newstimeline.query import Clock
from newstimeline.timeline.salience import CellHeading
from newstimeline.timeline.units import Unit

_MOST_PLACES = 100


@dataclass(frozen=True, slots=True)
class View:
    """What the screen shows: enough to come back to it."""

    filter: Filter = NO_FILTER
    narrows: bool = True
    """Whether the filter hides what does not match; else it only marks what does."""
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

    def on(self, today: date) -> View:
        """The same on another day."""
        return self if self.filter.today == today else replace(self, filter=self.filter.on(today))

    def at(self, event: int) -> View:
        """The same with another event selected."""
        return replace(self, event=event)

    def with_filter(self, filter: Filter) -> View:
        """The same with another filter, which narrows or only marks as this one does."""
        return replace(self, filter=filter)

    def narrowed_to(self, filter: Filter) -> View:
        """Only the matches of another filter."""
        return replace(self, filter=filter, narrows=True)

    def with_opened(self, heading: CellHeading) -> View:
        """The same with one more unit shown whole."""
        return replace(self, opened=self.opened | {heading})


FIRST_VIEW = View()
"""Of a library that was never opened."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The views that were left by leaps, to go back to, and forward again."""

    past: tuple[View, ...] = ()
    future: tuple[View, ...] = ()

    def leaving(self, view: View) -> Trail:
        """After a leap away from a view; the views ahead are dropped."""
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


@dataclass(frozen=True, slots=True)
class Session:
    """What is shown, how the reader came there, and where to return if what is being typed is left."""

    view: View = FIRST_VIEW
    trail: Trail = Trail()
    before_typing: View | None = None
    range_from: int | None = None
    """The moment at which a stretch of time begins that is being selected."""

    def showing(self, view: View) -> Session:
        """Another view; a filter that came otherwise ends the typing of one."""
        before = self.before_typing if view.filter == self.view.filter else None
        return Session(view, self.trail, before, self.range_from)

    def leaping(self, view: View) -> Session:
        """Another view, with this one to go back to."""
        return replace(self.showing(view), trail=self.trail.leaving(self.view))

    def leaving_here(self) -> Session:
        """The same view, which is about to be left."""
        return replace(self, trail=self.trail.leaving(self.view))

    def selecting(self, event: int | None) -> Session:
        """Another event; while a filter is typed the one before stays wanted, so that it comes back when it matches."""
        return self if self.before_typing else replace(self, view=replace(self.view, event=event))

    def ranging(self, moment: int | None) -> Session:
        """With time being selected from a moment on; None ends that."""
        return replace(self, range_from=moment)

    def editing(self, event: int | None) -> Session:
        """A filter is about to be typed, with this event selected."""
        return replace(self, before_typing=replace(self.view, event=event))

    def typing(self, filter: Filter) -> Session:
        """A filter as far as it is typed."""
        return replace(self, view=self.view.with_filter(filter))

    def kept(self, event: int | None) -> Session:
        """With the typed filter applied, and this event selected."""
        before = self.before_typing
        changed = before is not None and before.filter != self.view.filter
        trail = self.trail.leaving(before) if before and changed else self.trail
        return Session(replace(self.view, event=event), trail)

    def returned(self) -> Session:
        """With the typed filter dropped."""
        return Session(self.before_typing or View(), self.trail)
