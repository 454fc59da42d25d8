"""What the strip shows: the density of the events, the part of it on screen, and the stretch that is being selected."""

from __future__ import annotations

from newstimeline.app.browse_parts.navigation import Navigation
from newstimeline.app.browse_parts.panes import Panes
from newstimeline.app.browse_parts.status_line import StatusLine
from newstimeline.browser.questions import Counts
from newstimeline.timeline.scale import zoomed_scale


class StripView:
    """Keeps the strip in step with the list."""

    def __init__(self, panes: Panes, navigation: Navigation, status: StatusLine) -> None:
        self._panes = panes
        self._navigation = navigation
        self._status = status
        self._counts: Counts | None = None
        self._around: int | None = None

    def show(self, counts: Counts) -> None:
        """Show what was counted over all events."""
        self._counts = counts
        self._panes.strip.show(counts)

    def select_from(self, moment: int | None) -> None:
        """Begin to select a stretch of time, or cancel that."""
        self._navigation.select_from(moment)
        self.show_range()
        self._status.show_counts()

    def show_range(self) -> None:
        """Mark the stretch of time that is being selected."""
        begin, selected = self._navigation.session.range_from, self._navigation.moment
        moments = None if begin is None or selected is None else (min(begin, selected), max(begin, selected))
        self._panes.strip.show_selected(moments)

    def follow_cursor(self) -> None:
        """Where the strip shows a part of the time, have it show the part around what is selected."""
        counts, moment = self._counts, self._navigation.moment
        if not (counts and counts.scale and counts.whole) or moment is None or moment == self._around:
            return
        self._around = moment
        if not counts.scale.is_as(zoomed_scale(counts.whole, self._navigation.view.zoom, moment)):
            self._navigation.ask()

    def show_window(self) -> None:
        """Bracket the part of time that the list shows."""
        on_screen, answer = self._panes.timeline.on_screen, self._navigation.answer
        window = None
        if on_screen and answer:
            first, last = (answer.start(ordinal) for ordinal in on_screen)
            if first is not None:
                window = first, last if last is not None else int(answer.events.dates.ends[-1]) - 1
        self._panes.strip.show_window(window)
