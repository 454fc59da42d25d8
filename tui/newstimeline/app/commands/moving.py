"""Commands that move in time: zoom, gaps, peaks, days, months and years, and the way back."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import ClassVar

from newstimeline.app.commands.base import Browser, BrowserCommand, no_dated_event, no_events
from newstimeline.app.commands.leaping import Leap, LeapToEvent
from newstimeline.app.keys import Scope
from newstimeline.query import Clock
from newstimeline.timeline.units import Unit, begin_of, number_of

UNIT_NAMES = {unit: unit.name.lower() for unit in Unit}


class ZoomIn(BrowserCommand):
    """Finer units."""

    scope = Scope.TIME
    keys = ("plus", "equals_sign")
    title = "zoom in"
    help = "Zoom in, down to hours"

    def hindrance(self, browser: Browser) -> str | None:
        """Nothing is finer than an hour."""
        return "Hours are as far as it goes." if browser.view.zoom is Unit.HOUR else None

    def run(self, browser: Browser) -> None:
        """Zoom."""
        browser.show(browser.view.zoomed(-1))


class ZoomOut(BrowserCommand):
    """Coarser units."""

    scope = Scope.TIME
    keys = ("minus",)
    title = "zoom out"
    help = "Zoom out; each month, year … shows what matters most in it"
    footer = True

    def hindrance(self, browser: Browser) -> str | None:
        """Nothing is coarser than a century."""
        return "Centuries are as far as it goes." if browser.view.zoom is Unit.CENTURY else None

    def run(self, browser: Browser) -> None:
        """Zoom."""
        browser.show(browser.view.zoomed(1))


class _ToGap(Leap):
    scope = Scope.TIME

    def _none(self, browser: Browser) -> str:
        return f"There is no gap {'below' if self.direction > 0 else 'above'}."

    def _target(self, browser: Browser) -> int | None:
        assert browser.answer
        layout = browser.answer.layout
        return layout.next_gap(browser.cursor) if self.direction > 0 else layout.previous_gap(browser.cursor)


class NextGap(_ToGap):
    """Down over a silence."""

    keys = ("right_square_bracket",)
    title = "next gap"
    help = "To the event after the next gap"
    direction = 1


class PreviousGap(_ToGap):
    """Up to a silence."""

    keys = ("left_square_bracket",)
    title = "previous gap"
    help = "To the event after the gap above"
    direction = -1


class _ToPeak(LeapToEvent):
    scope = Scope.TIME

    def _none(self, browser: Browser) -> str:
        where = "after" if self.direction > 0 else "before"
        return f"No {UNIT_NAMES[browser.view.zoom]} {where} this one stands out."

    def _target(self, browser: Browser) -> int | None:
        answer = browser.answer
        assert answer
        here = bisect_left(answer.found.positions, int(answer.shown[browser.cursor]))
        peak = answer.buckets.next_peak(here) if self.direction > 0 else answer.buckets.previous_peak(here)
        return None if peak is None else int(answer.found.ids(peak, peak + 1)[0])


class NextPeak(_ToPeak):
    """To the next unit with many events."""

    keys = ("p",)
    title = "next peak"
    help = "To the next day, or unit of the zoom, that stands out"
    direction = 1


class PreviousPeak(_ToPeak):
    """To the last unit with many events."""

    keys = ("P",)
    title = "previous peak"
    help = "To the last one before"
    direction = -1


class _ToUnit(Leap):
    scope = Scope.TIME
    unit: ClassVar[Unit]

    def _unable(self, browser: Browser) -> str | None:
        return no_dated_event(browser)

    def _none(self, browser: Browser) -> str:
        return f"No {'later' if self.direction > 0 else 'earlier'} {UNIT_NAMES[self.unit]} has events."

    def _target(self, browser: Browser) -> int | None:
        answer = browser.answer
        assert answer
        start = answer.start(browser.cursor)
        assert start is not None
        number = number_of(start, self.unit)
        if self.direction > 0:
            after = answer.ordinal_from(begin_of(number + 1, self.unit))
            return after if after < len(answer.shown) and answer.start(after) is not None else None
        first = answer.ordinal_from(begin_of(number, self.unit))
        before = answer.start(first - 1) if first else None
        return answer.ordinal_from(begin_of(number_of(before, self.unit), self.unit)) if before is not None else None


class NextDay(_ToUnit):
    """A day on."""

    keys = ("right_parenthesis",)
    title = "next day"
    help = "To the next day that has events"
    direction, unit = 1, Unit.DAY


class PreviousDay(_ToUnit):
    """A day back."""

    keys = ("left_parenthesis",)
    title = "previous day"
    help = "To the last day before that has events"
    direction, unit = -1, Unit.DAY


class NextMonth(_ToUnit):
    """A month on."""

    keys = ("right_curly_bracket",)
    title = "next month"
    help = "To the next month that has events"
    direction, unit = 1, Unit.MONTH


class PreviousMonth(_ToUnit):
    """A month back."""

    keys = ("left_curly_bracket",)
    title = "previous month"
    help = "To the last month before that has events"
    direction, unit = -1, Unit.MONTH


class NextYear(_ToUnit):
    """A year on."""

    keys = ("greater_than_sign",)
    title = "next year"
    help = "To the next year that has events"
    direction, unit = 1, Unit.YEAR


class PreviousYear(_ToUnit):
    """A year back."""

    keys = ("less_than_sign",)
    title = "previous year"
    help = "To the last year before that has events"
    direction, unit = -1, Unit.YEAR


class ToUndated(BrowserCommand):
    """The drawer of what has no date."""

    scope = Scope.TIME
    keys = ("U",)
    title = "undated"
    help = "To the events without a date, and back to the last that has one"

    def hindrance(self, browser: Browser) -> str | None:
        """There may be none."""
        answer = browser.answer
        return None if answer and answer.dated < len(answer.shown) else "Every event here has a date."

    def run(self, browser: Browser) -> None:
        """Go there."""
        assert browser.answer
        dated = browser.answer.dated
        browser.leap_to(dated if browser.cursor < dated else max(dated - 1, 0))


class GoToDate(BrowserCommand):
    """A date in words."""

    scope = Scope.TIME
    keys = ("colon", "ctrl+g")
    title = "go to date"
    help = "Go to a date, as “last month” or 2025-08-15"
    at_once = True

    def hindrance(self, browser: Browser) -> str | None:
        """Without events there is nowhere to go."""
        return no_events(browser)

    def run(self, browser: Browser) -> None:
        """Let it be typed."""
        browser.ask_for_date()


class Back(BrowserCommand):
    """Where the reader was."""

    scope = Scope.TIME
    keys = ("alt+left",)
    title = "back"
    help = "Back to where you were before the last leap"

    def hindrance(self, browser: Browser) -> str | None:
        """There may be nothing to go back to."""
        return None if browser.session.trail.past else "There is nowhere to go back to."

    def run(self, browser: Browser) -> None:
        """Go back."""
        browser.retrace(*browser.session.trail.back(browser.view))


class Forward(BrowserCommand):
    """Where the reader was before going back."""

    scope = Scope.TIME
    keys = ("alt+right",)
    title = "forward"
    help = "Forward again"

    def hindrance(self, browser: Browser) -> str | None:
        """There may be nothing ahead."""
        return None if browser.session.trail.future else "There is nowhere to go forward to."

    def run(self, browser: Browser) -> None:
        """Go forward."""
        browser.retrace(*browser.session.trail.forward(browser.view))


class ChangeClock(BrowserCommand):
    """The two orders of time."""

    scope = Scope.TIME
    keys = ("T",)
    title = "clock"
    help = "Order by when it was reported, and back to when it happened"

    def run(self, browser: Browser) -> None:
        """Take the other clock."""
        other = Clock.REPORTED if browser.view.clock is Clock.HAPPENED else Clock.HAPPENED
        browser.show(replace(browser.view, clock=other, opened=frozenset()))
