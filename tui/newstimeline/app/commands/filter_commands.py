"""Commands that make, change and keep the filter."""

from __future__ import annotations

from dataclasses import replace

from newstimeline.app.commands.base import Browser, command
from newstimeline.app.keys import Scope
from newstimeline.browser.filter_edits import conditions


def _clear(browser: Browser) -> None:
    """Leave a selection first, then go back to the list, then show all events."""
    if browser.session.range_from is not None:
        browser.select_from(None)
    elif not browser.timeline_has_focus:
        browser.focus_timeline()
    elif browser.view.query:
        browser.leap(replace(browser.view, query="", narrows=True))


def _drop_part(browser: Browser) -> None:
    assert browser.excluding
    browser.leap(replace(browser.view, query=browser.excluding.without))


def _take_off(browser: Browser) -> None:
    left = conditions(browser.view.query, browser.today)[:-1]
    browser.leap(replace(browser.view, query=" ".join(left), narrows=browser.view.narrows or not left))


def _no_filter_to_save(browser: Browser) -> str | None:
    if not browser.view.query.strip():
        return f"There is no filter to save: type one after {browser.keys.shown('search')}."
    return None if conditions(browser.view.query, browser.today) else "The filter has an error: correct it first."


FILTER_COMMANDS = (
    command(
        "search", "slash", "filter", "Narrow the timeline while you type",
        lambda browser: browser.edit_filter(), at_once=True, footer=True,
    ),
    command(
        "show_facets", "f", "facets", "Choose people, places, sources, quotes and months to filter by",
        lambda browser: browser.show_facets(), footer=True,
    ),
    command("clear_filter", "escape", "clear", "Take the filter off, or go back to the timeline", _clear),
    command(
        "take_off", "backspace", "take off", "Take the last condition off the filter", _take_off, scope=Scope.FINDING,
        unavailable=lambda browser: None if browser.view.query.strip() else "There is no filter to take anything off.",
    ),
    command(
        "drop_part", "x", "drop part", "Drop the part of the filter that leaves nothing", _drop_part,
        unavailable=lambda browser: None if browser.excluding else "No single part of the filter leaves nothing.",
    ),
    command(
        "save_filter", "S", "save filter", "Keep the filter under a name, for the facets and the palette",
        lambda browser: browser.ask_for_name(), scope=Scope.FINDING, unavailable=_no_filter_to_save,
    ),
)  # fmt: skip
