"""Commands that move in time: zoom, gaps, peaks, days, months and years, and the way back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from newstimeline.app.commands.base import Browser, BrowserCommand, command, no_dated_event, no_events
from newstimeline.app.commands.jumps import Find, jump
from newstimeline.app.keys import Scope
from newstimeline.query import Clock
from newstimeline.timeline.units import Unit, begin_of, number_of


def _limit(zoom: Unit, reason: str) -> Callable[[Browser], str | None]:
    return lambda browser: reason if browser.view.zoom is zoom else None


def _gap(direction: int) -> Find:
    def find(browser: Browser) -> int | None:
        assert browser.answer
        layout = browser.answer.layout
        return layout.next_gap(browser.cursor) if direction > 0 else layout.previous_gap(browser.cursor)

    return find


def _peak(direction: int) -> Find:
    def find(browser: Browser) -> int | None:
        answer = browser.answer
        assert answer
        position = bisect_left(answer.events.positions, int(answer.shown[browser.cursor]))
        peak = answer.buckets.next_peak(position) if direction > 0 else answer.buckets.previous_peak(position)
        return None if peak is None else int(answer.events.ids(peak, peak + 1)[0])

    return find


def _no_peak(where: str) -> Callable[[Browser], str]:
    return lambda browser: f"No {browser.view.zoom.name.lower()} {where} this one stands out."


def _next_in(unit: Unit) -> Find:
    def find(browser: Browser) -> int | None:
        answer = browser.answer
        assert answer
        start = answer.start(browser.cursor)
        assert start is not None
        after = answer.ordinal_from(begin_of(number_of(start, unit) + 1, unit))
        return after if after < len(answer.shown) and answer.start(after) is not None else None

    return find


def _previous_in(unit: Unit) -> Find:
    def find(browser: Browser) -> int | None:
        answer = browser.answer
        assert answer
        start = answer.start(browser.cursor)
        assert start is not None
        first = answer.ordinal_from(begin_of(number_of(start, unit), unit))
        before = answer.start(first - 1) if first else None
        return answer.ordinal_from(begin_of(number_of(before, unit), unit)) if before is not None else None

    return find


def _unit_jumps(unit: Unit, forward: str, backward: str) -> tuple[BrowserCommand, BrowserCommand]:
    name = unit.name.lower()
    return (
        jump(
            f"next_{name}", forward, f"next {name}", f"Go to the next {name} that has events", _next_in(unit),
            lambda _: f"No later {name} has events.", unavailable=no_dated_event,
        ),
        jump(
            f"previous_{name}", backward, f"previous {name}", f"Go to the previous {name} that has events",
            _previous_in(unit), lambda _: f"No earlier {name} has events.", unavailable=no_dated_event,
        ),
    )  # fmt: skip


def _go_to_undated(browser: Browser) -> None:
    assert browser.answer
    dated = browser.answer.dated
    browser.navigation.leap_to(dated if browser.cursor < dated else max(dated - 1, 0))


def _all_dated(browser: Browser) -> str | None:
    answer = browser.answer
    return None if answer and answer.dated < len(answer.shown) else "Every event here has a date."


def _change_clock(browser: Browser) -> None:
    other = Clock.REPORTED if browser.view.clock is Clock.HAPPENED else Clock.HAPPENED
    browser.navigation.show(replace(browser.view, clock=other, opened=frozenset()))


TIME_COMMANDS = (
    command(
        "zoom_out", "minus", "zoom out", "Zoom out; each month, year … shows what matters most in it",
        lambda browser: browser.navigation.show(browser.view.zoomed(1)), scope=Scope.TIME, footer=True,
        unavailable=_limit(Unit.CENTURY, "Already at the widest zoom."),
    ),
    command(
        "zoom_in", "plus equals_sign", "zoom in", "Zoom in, down to hours",
        lambda browser: browser.navigation.show(browser.view.zoomed(-1)), scope=Scope.TIME,
        unavailable=_limit(Unit.HOUR, "Already at the closest zoom."),
    ),
    command(
        "go_to_date", "colon ctrl+g", "go to date", "Go to a date, such as “last month” or 2025-08-15",
        lambda browser: browser.pages.ask_for_date(), scope=Scope.TIME, unavailable=no_events, at_once=True,
    ),
    *_unit_jumps(Unit.DAY, "right_parenthesis", "left_parenthesis"),
    *_unit_jumps(Unit.MONTH, "right_curly_bracket", "left_curly_bracket"),
    *_unit_jumps(Unit.YEAR, "greater_than_sign", "less_than_sign"),
    jump(
        "next_gap", "right_square_bracket", "next gap", "Go to the event after the next gap", _gap(1),
        lambda _: "There is no gap below.",
    ),
    jump(
        "previous_gap", "left_square_bracket", "previous gap", "Go to the event after the previous gap", _gap(-1),
        lambda _: "There is no gap above.",
    ),
    jump(
        "next_peak", "p", "next peak", "Go to the next day, or unit of the zoom, that stands out", _peak(1),
        _no_peak("after"), by_id=True,
    ),
    jump("previous_peak", "P", "previous peak", "Go to the previous peak", _peak(-1), _no_peak("before"), by_id=True),
    command(
        "to_undated", "U", "undated", "Go to the events without a date, or back to the last one with a date",
        _go_to_undated, scope=Scope.TIME, unavailable=_all_dated,
    ),
    command(
        "back", "alt+left", "back", "Go back to where you were before the last leap",
        lambda browser: browser.navigation.go_back(), scope=Scope.TIME,
        unavailable=lambda browser: None if browser.navigation.trail.past else "There is nowhere to go back to.",
    ),
    command(
        "forward", "alt+right", "forward", "Go forward again",
        lambda browser: browser.navigation.go_forward(), scope=Scope.TIME,
        unavailable=lambda browser: None if browser.navigation.trail.future else "There is nowhere to go forward to.",
    ),
    command(
        "change_clock", "T", "clock", "Sort events by when they were reported, or by when they happened",
        _change_clock, scope=Scope.TIME,
    ),
)  # fmt: skip
