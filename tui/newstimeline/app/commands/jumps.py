"""Commands that go to the next or the previous thing of a kind on the timeline."""

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
    """A command that goes to what `find` returns: an ordinal, or `by_id` an event that the zoom may leave out."""

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
