"""Commands that make, change and keep the filter."""

from __future__ import annotations

from newstimeline.app.commands.base import Browser, command
from newstimeline.app.keys import Scope
from newstimeline.browser.filter import NO_FILTER, Filter


def _clear(browser: Browser) -> None:
    """Leave a selection first, then go back to the list, then show all events."""
    if browser.navigation.session.range_from is not None:
        browser.strip.select_from(None)
    elif not browser.panes.timeline.has_focus:
        browser.panes.focus_timeline()
    elif browser.view.filter.text:
        browser.navigation.narrow_to(NO_FILTER)


def _drop_part(browser: Browser) -> None:
    view, part = browser.view, browser.filters.excluding
    assert part
    browser.navigation.leap(view.with_filter(Filter(part.without, browser.navigation.today)))


def _take_off(browser: Browser) -> None:
    shorter = browser.view.filter.without_last()
    browser.navigation.leap(browser.view.with_filter(shorter) if shorter else browser.view.narrowed_to(shorter))


def _excludes_nothing(browser: Browser) -> str | None:
    return None if browser.filters.excluding else "No single part of the filter excludes everything."


def _no_filter_to_save(browser: Browser) -> str | None:
    if not browser.view.filter:
        return f"There is no filter to save: type one after {browser.keys.shown('search')}."
    return None if browser.view.filter.conditions else "The filter has an error: correct it first."


FILTER_COMMANDS = (
    command(
        "search", "slash", "filter", "Narrow the timeline while you type",
        lambda browser: browser.filters.edit(), at_once=True, footer=True,
    ),
    command(
        "show_facets", "f", "facets", "Choose people, places, sources, quotes and months to filter by",
        lambda browser: browser.filters.show_facets(), footer=True,
    ),
    command("clear_filter", "escape", "clear", "Clear the filter, or go back to the timeline", _clear),
    command(
        "take_off", "backspace", "take off", "Remove the last condition of the filter", _take_off, scope=Scope.FINDING,
        unavailable=lambda browser: None if browser.view.filter else "There is no filter to remove a condition from.",
    ),
    command(
        "drop_part", "x", "drop part", "Drop the part of the filter that excludes everything", _drop_part,
        unavailable=_excludes_nothing,
    ),
    command(
        "save_filter", "S", "save filter", "Save the filter under a name, for the facets and the palette",
        lambda browser: browser.filters.ask_for_name(), scope=Scope.FINDING, unavailable=_no_filter_to_save,
    ),
)  # fmt: skip
