"""Commands that open things and change between the parts of the screen."""

from __future__ import annotations

from newstimeline.app.commands.base import command, no_events

PANE_COMMANDS = (
    command(
        "other_side", "tab", "list/panel", "Go to the side panel and back",
        lambda browser: browser.panes.change_sides(), at_once=True, footer=True,
    ),
    command(
        "open_article", "enter", "article", "Open the article at the event's evidence, or show all events of a unit",
        lambda browser: browser.pages.open_selected(), unavailable=no_events, footer=True,
    ),
)  # fmt: skip
PAGE_COMMANDS = (
    command(
        "show_quotes", "quotation_mark", "quotes",
        "Read only the quotes of these events, those of two people side by side",
        lambda browser: browser.pages.show_quotes(), unavailable=no_events, footer=True,
    ),
    command(
        "show_lanes", "L", "lanes", "Show one strip for each of the most present people, places or outlets",
        lambda browser: browser.pages.show_lanes(), footer=True,
        unavailable=lambda browser: no_events(browser) and "There are no events to show as lanes.",
    ),
    command(
        "show_skipped", "exclamation_mark", "skipped", "Show what could not be read, and why",
        lambda browser: browser.pages.show_skipped(),
    ),
)  # fmt: skip
