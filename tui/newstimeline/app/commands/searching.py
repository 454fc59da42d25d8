"""Commands that search rather than filter, and that select a stretch of time."""

from __future__ import annotations

from dataclasses import replace

from newstimeline.app.commands.base import Browser, BrowserCommand, no_dated_event
from newstimeline.app.commands.leaping import LeapToEvent
from newstimeline.app.filtering import in_units, joined
from newstimeline.app.keys import Scope


class ChangeSearch(BrowserCommand):
    """Filter or search."""

    scope = Scope.FINDING
    keys = ("s",)
    title = "search/filter"
    help = "Show all events and only mark what the filter means, or narrow to that again"

    def hindrance(self, browser: Browser) -> str | None:
        """It takes a filter."""
        return None if browser.view.query.strip() else _nothing(browser)

    def run(self, browser: Browser) -> None:
        """Change."""
        browser.show(replace(browser.view, narrows=not browser.view.narrows, opened=frozenset()))


def _nothing(browser: Browser) -> str:
    return f"Nothing is searched for: type it after {browser.keys.shown('search')}."


class _ToMatch(LeapToEvent):
    scope = Scope.FINDING

    def _unable(self, browser: Browser) -> str | None:
        """It takes a search that does not narrow."""
        if not browser.view.query.strip():
            return _nothing(browser)
        if browser.view.narrows:
            return f"All that is shown matches; {browser.keys.shown('change_search')} shows the others, too."
        return None

    def _none(self, browser: Browser) -> str:
        return f"Nothing {'below' if self.direction > 0 else 'above'} matches."

    def _target(self, browser: Browser) -> int | None:
        answer = browser.answer
        if answer is None or answer.matches is None or not len(answer.shown):
            return None
        here = int(answer.shown[browser.cursor])
        place = answer.matches.next(here) if self.direction > 0 else answer.matches.previous(here)
        return None if place is None else int(answer.found.timed.ids[place])


class NextMatch(_ToMatch):
    """Down to what matches."""

    keys = ("n",)
    title = "next match"
    help = "To the next event that a search marks"
    direction = 1


class PreviousMatch(_ToMatch):
    """Up to what matches."""

    keys = ("N",)
    title = "previous match"
    help = "To the one before"
    direction = -1


class SelectTime(BrowserCommand):
    """A stretch of time as a filter."""

    scope = Scope.FINDING
    keys = ("v",)
    title = "select time"
    help = "Begin to select a stretch of time; move, and again filters to it"

    def hindrance(self, browser: Browser) -> str | None:
        """It takes a date."""
        return no_dated_event(browser)

    def run(self, browser: Browser) -> None:
        """Begin, or filter from there to the selected event."""
        assert browser.answer
        here = browser.answer.start(browser.cursor)
        begin = browser.session.range_from
        if begin is None or here is None:
            browser.select_from(here)
            return
        part = in_units(begin, here, browser.view.zoom)
        browser.select_from(None)
        browser.leap(replace(browser.view, query=joined(browser.view.query, browser.today, part), narrows=True))
