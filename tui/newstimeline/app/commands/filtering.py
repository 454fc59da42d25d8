"""Commands that make, change and keep the filter."""

from __future__ import annotations

from dataclasses import replace

from newstimeline.app.commands.base import Browser, BrowserCommand
from newstimeline.app.filtering import conditions
from newstimeline.app.keys import Scope


class Search(BrowserCommand):
    """The filter."""

    keys = ("slash",)
    title = "filter"
    help = "Narrow the timeline while you type"
    at_once = True
    footer = True

    def run(self, browser: Browser) -> None:
        """Begin to type, from the filter that is in force."""
        browser.edit_filter()


class ClearFilter(BrowserCommand):
    """Back to all events."""

    keys = ("escape",)
    title = "clear"
    help = "Take the filter off, or go back to the timeline"

    def run(self, browser: Browser) -> None:
        """Leave a selection first, then go back to the list."""
        if browser.session.range_from is not None:
            browser.select_from(None)
        elif not browser.timeline_has_focus:
            browser.focus_timeline()
        elif browser.view.query:
            browser.leap(replace(browser.view, query="", narrows=True))


class ShowFacets(BrowserCommand):
    """Conditions to choose from."""

    keys = ("f",)
    title = "facets"
    help = "Choose people, places, sources, quotes and months to filter by"
    footer = True

    def run(self, browser: Browser) -> None:
        """Show them."""
        browser.show_facets()


class DropPart(BrowserCommand):
    """What leaves nothing of a filter."""

    keys = ("x",)
    title = "drop part"
    help = "Drop the part of the filter that leaves nothing"

    def hindrance(self, browser: Browser) -> str | None:
        """It takes a filter that finds nothing, of several parts."""
        return None if browser.excluding else "No single part of the filter leaves nothing."

    def run(self, browser: Browser) -> None:
        """Drop it."""
        assert browser.excluding
        browser.leap(replace(browser.view, query=browser.excluding.without))


class TakeOff(BrowserCommand):
    """The filter without its last condition."""

    scope = Scope.FINDING
    keys = ("backspace",)
    title = "take off"
    help = "Take the last condition off the filter"

    def hindrance(self, browser: Browser) -> str | None:
        """It takes a filter."""
        return None if browser.view.query.strip() else "There is no filter to take anything off."

    def run(self, browser: Browser) -> None:
        """Take it off."""
        left = conditions(browser.view.query, browser.today)[:-1]
        browser.leap(replace(browser.view, query=" ".join(left), narrows=browser.view.narrows or not left))


class SaveFilter(BrowserCommand):
    """The filter under a name."""

    scope = Scope.FINDING
    keys = ("S",)
    title = "save filter"
    help = "Keep the filter under a name, for the facets and the palette"

    def hindrance(self, browser: Browser) -> str | None:
        """It takes a filter that means something."""
        if not browser.view.query.strip():
            return f"There is no filter to save: type one after {browser.keys.shown('search')}."
        return None if conditions(browser.view.query, browser.today) else "The filter has a fault: mend it first."

    def run(self, browser: Browser) -> None:
        """Ask for the name."""
        browser.ask_for_name()
