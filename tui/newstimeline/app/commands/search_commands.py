"""Commands that search rather than filter, and that select a stretch of time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from newstimeline.app.commands.base import Browser, command, no_dated_event
from newstimeline.app.commands.jumps import jump
from newstimeline.app.keys import Scope
from newstimeline.browser.time_conditions import in_units


def _no_search(browser: Browser) -> str | None:
    if browser.view.filter:
        return None
    return f"There is nothing to search for: type it after {browser.keys.shown('search')}."


def _no_marks(browser: Browser) -> str | None:
    """Why a command that needs a search without narrowing is unavailable."""
    if (reason := _no_search(browser)) or not browser.view.narrows:
        return reason
    return f"Everything shown matches; press {browser.keys.shown('change_search')} to show the other events as well."


def _match(direction: int) -> Callable[[Browser], int | None]:
    def find(browser: Browser) -> int | None:
        answer = browser.answer
        if answer is None or answer.matches is None or not len(answer.shown):
            return None
        position = int(answer.shown[browser.cursor])
        match = answer.matches.next(position) if direction > 0 else answer.matches.previous(position)
        return None if match is None else int(answer.events.timed.ids[match])

    return find


def _change_search(browser: Browser) -> None:
    view = browser.view
    browser.navigation.show(replace(view, narrows=not view.narrows, opened=frozenset()))


def _select_time(browser: Browser) -> None:
    """Begin, or filter from there to the selected event."""
    moment = browser.navigation.moment
    begin = browser.navigation.session.range_from
    if begin is None or moment is None:
        browser.strip.select_from(moment)
        return
    condition = in_units(begin, moment, browser.view.zoom)
    browser.strip.select_from(None)
    browser.navigation.narrow_to(browser.view.filter.joined(condition))


SEARCH_COMMANDS = (
    command(
        "change_search", "s", "search/filter",
        "Show all events and just mark the matches, or show only the matches again",
        _change_search, scope=Scope.FINDING, unavailable=_no_search,
    ),
    jump(
        "next_match", "n", "next match", "Go to the next match of a search", _match(1),
        lambda _: "Nothing below matches.", scope=Scope.FINDING, unavailable=_no_marks, by_id=True,
    ),
    jump(
        "previous_match", "N", "previous match", "Go to the previous match", _match(-1),
        lambda _: "Nothing above matches.", scope=Scope.FINDING, unavailable=_no_marks, by_id=True,
    ),
    command(
        "select_time", "v", "select time", "Select a stretch of time: move, then press it again to filter",
        _select_time, scope=Scope.FINDING, unavailable=no_dated_event,
    ),
)  # fmt: skip
