"""Every command of the browser. Bindings, footer, palette, help and the manual's table are made from this table."""

from newstimeline.app.commands.base import BrowserCommand
from newstimeline.app.commands.filter_commands import FILTER_COMMANDS
from newstimeline.app.commands.review_commands import REVIEW_COMMANDS
from newstimeline.app.commands.search_commands import SEARCH_COMMANDS
from newstimeline.app.commands.share_commands import SHARE_COMMANDS
from newstimeline.app.commands.time_commands import TIME_COMMANDS
from newstimeline.app.commands.view_commands import PAGE_COMMANDS, PANE_COMMANDS
from newstimeline.app.keys import Command
from newstimeline.app.widget_commands import WIDGET_COMMANDS

BROWSER_COMMANDS: tuple[BrowserCommand, ...] = (
    *PANE_COMMANDS,
    *FILTER_COMMANDS,
    *PAGE_COMMANDS,
    *SEARCH_COMMANDS,
    *TIME_COMMANDS,
    *REVIEW_COMMANDS,
    *SHARE_COMMANDS,
)
COMMANDS: tuple[Command, ...] = (*BROWSER_COMMANDS, *WIDGET_COMMANDS)

__all__ = ["BROWSER_COMMANDS", "COMMANDS", "BrowserCommand"]
