"""Commands that open, filter and change between the parts of the screen."""

from __future__ import annotations

from dataclasses import replace

from newstimeline.app.commands.base import Browser, BrowserCommand, no_events


class OpenArticle(BrowserCommand):
    """The words an event rests on."""

    keys = ("enter",)
    title = "article"
    help = "Open the article at the event's evidence, or the unit that has more"
    footer = True

    def hindrance(self, browser: Browser) -> str | None:
        """It takes an event."""
        return no_events(browser)

    def run(self, browser: Browser) -> None:
        """Open it."""
        browser.open_selected()


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


class OtherSide(BrowserCommand):
    """The side panel."""

    keys = ("tab",)
    title = "list/panel"
    help = "Go to the side panel and back"
    at_once = True
    footer = True

    def run(self, browser: Browser) -> None:
        """Change sides."""
        browser.change_sides()


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


class ShowQuotes(BrowserCommand):
    """Who said what."""

    keys = ("quotation_mark",)
    title = "quotes"
    help = "Read the quotes of these events only, those of two people side by side"
    footer = True

    def hindrance(self, browser: Browser) -> str | None:
        """It takes an event."""
        return no_events(browser)

    def run(self, browser: Browser) -> None:
        """Show them."""
        browser.show_quotes()


class ShowLanes(BrowserCommand):
    """Who is present when."""

    keys = ("L",)
    title = "lanes"
    help = "Show one strip for each of the most present people, places or outlets"
    footer = True

    def hindrance(self, browser: Browser) -> str | None:
        """It takes an event."""
        return no_events(browser)

    def run(self, browser: Browser) -> None:
        """Show them."""
        browser.show_lanes()


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


class ShowSkipped(BrowserCommand):
    """What could not be read."""

    keys = ("exclamation_mark",)
    title = "skipped"
    help = "Show what could not be read, and why"

    def run(self, browser: Browser) -> None:
        """Show it."""
        browser.show_skipped()
