"""Every command of the command line, each in one row: how it is typed, and what the help says of it.

What it does is the `COMMAND` of the file that is called after it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from newstimeline.cli.options import Subcommand

BROWSE = "browse"
"""What is done where no command is named."""


class CommandRow(NamedTuple):
    """One command."""

    name: str
    takes: str
    """What may be typed after it."""
    summary: str
    """For the help of the whole program."""


COMMAND_ROWS = {
    row.name: row
    for row in (
        CommandRow("add", "PATH...", "read, extract and store in the library"),
        CommandRow("extract", "PATH...", "what is found in articles, without storing it (--json)"),
        CommandRow("list", "[QUERY]", "events as text (--json, --csv)"),
        CommandRow("show", "EVENT", "all there is to say of one event"),
        CommandRow("quotes", "[QUERY]", "who said what"),
        CommandRow("people", "[QUERY]", "who occurs, the most frequent first"),
        CommandRow("person", "NAME [QUERY]", "roles, company, places, and every quote of a person"),
        CommandRow("articles", "[QUERY]", "the articles by their dates"),
        CommandRow("stats", "[QUERY]", "how much there is"),
        CommandRow("diff", "A B [QUERY]", "what differs between two libraries, or two dates of one"),
        CommandRow("export", "FORMAT [QUERY]", "for other programs and readers"),
        CommandRow("changes", "", "what readers changed (--json), or --add that of another one"),
        CommandRow("serve", "", "the browser in a web browser, on this machine"),
        CommandRow("config", "", "the settings in force, and where each comes from"),
        CommandRow("check", "", "the library's file and every quote in it against its article"),
        CommandRow("completion", "bash", "the script with which a shell completes all this"),
    )
}


def load_command(name: str) -> Subcommand[Any]:
    """The command of such a name, "browse" too; imported only now."""
    command: Subcommand[Any] = import_module(f"newstimeline.cli.{name}_command").COMMAND
    return command
