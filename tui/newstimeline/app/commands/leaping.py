"""The base of the commands that go to the next of something on the timeline, or the previous one."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from newstimeline.app.commands.base import Browser, BrowserCommand, no_events


class Leap(BrowserCommand):
    """To the next of something on the timeline, or the previous one."""

    direction: ClassVar[int]

    def hindrance(self, browser: Browser) -> str | None:
        """There may be none that way."""
        return self._unable(browser) or (self._none(browser) if self._target(browser) is None else None)

    def run(self, browser: Browser) -> None:
        """Go there."""
        target = self._target(browser)
        assert target is not None
        browser.leap_to(target)

    def _unable(self, browser: Browser) -> str | None:
        """Why there is nothing to start from."""
        return no_events(browser)

    def _target(self, browser: Browser) -> int | None:
        """The ordinal to go to."""
        raise NotImplementedError

    def _none(self, browser: Browser) -> str:
        """A sentence that there is none."""
        raise NotImplementedError


class LeapToEvent(Leap):
    """A leap whose target is an event's id: the event may be one that the zoom leaves out."""

    def run(self, browser: Browser) -> None:
        """Go there."""
        browser.leap(replace(browser.view, event=self._target(browser)))
