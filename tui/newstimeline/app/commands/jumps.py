"""Commands that go to the next of something on the timeline, or to the previous one."""

from __future__ import annotations

from collections.abc import Callable

from newstimeline.app.commands.base import Browser, BrowserCommand, command, no_events
from newstimeline.app.keys import Scope

Find = Callable[[Browser], int | None]


def jump(
    name: str,
    keys: str,
    title: str,
    help: str,
    find: Find,
    none: Callable[[Browser], str],
    *,
    scope: Scope = Scope.TIME,
    unavailable: Callable[[Browser], str | None] = no_events,
    by_id: bool = False,
) -> BrowserCommand:
    """A command that goes to what is found: an ordinal, or an event's id where the zoom may leave that event out."""

    def run(browser: Browser) -> None:
        target = find(browser)
        assert target is not None
        if by_id:
            browser.navigation.leap(browser.view.at(target))
        else:
            browser.navigation.leap_to(target)

    def unavailable_reason(browser: Browser) -> str | None:
        return unavailable(browser) or (none(browser) if find(browser) is None else None)

    return command(name, keys, title, help, run, scope=scope, unavailable=unavailable_reason)
