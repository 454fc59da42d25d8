"""Commands that open things and change between the parts of the screen."""

from __future__ import annotations

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


class ShowSkipped(BrowserCommand):
    """What could not be read."""

    keys = ("exclamation_mark",)
    title = "skipped"
    help = "Show what could not be read, and why"

    def run(self, browser: Browser) -> None:
        """Show it."""
        browser.show_skipped()
