"""Every command of the command line, each in one row: how it is typed, what the help says of it, and where it is."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

BROWSE = "browse"
"""What is done where no command is named."""


class CommandRow(NamedTuple):
    """One command."""

    name: str
    takes: str
    """What may be typed after it."""
    summary: str
    """For the help of the whole program."""
    function: str
    """Its module in this package, and the function there."""

    def load(self) -> Callable[[argparse.Namespace], int]:
        """The function, which gives the exit code; imported only now."""
        module, _, name = self.function.partition(":")
        function: Callable[[argparse.Namespace], int] = getattr(import_module(f"newstimeline.cli.{module}"), name)
        return function


COMMAND_ROWS = {
    row.name: row
    for row in (
        CommandRow("add", "PATH...", "read, extract and store in the library", "add_command:add"),
        CommandRow(
            "extract", "PATH...", "what is found in articles, without storing it (--json)", "extract_command:extract"
        ),
        CommandRow("list", "[QUERY]", "events as text (--json, --csv)", "list_command:list_events"),
        CommandRow("show", "EVENT", "all there is to say of one event", "show_command:show_event"),
        CommandRow("quotes", "[QUERY]", "who said what", "quotes_command:list_quotes"),
        CommandRow("people", "[QUERY]", "who occurs, the most frequent first", "people_command:list_people"),
        CommandRow(
            "person", "NAME [QUERY]", "roles, company, places, and every quote of a person",
            "person_command:show_person",
        ),
        CommandRow("articles", "[QUERY]", "the articles by their dates", "articles_command:list_articles"),
        CommandRow("stats", "[QUERY]", "how much there is", "stats_command:show_stats"),
        CommandRow(
            "diff", "A B [QUERY]", "what differs between two libraries, or two dates of one",
            "diff_command:show_differences",
        ),
        CommandRow("export", "FORMAT [QUERY]", "for other programs and readers", "export_command:export"),
        CommandRow(
            "changes", "", "what readers changed (--json), or --add that of another one", "changes_command:changes"
        ),
        CommandRow("serve", "", "the browser in a web browser, on this machine", "serve_command:serve"),
        CommandRow("config", "", "the settings in force, and where each comes from", "config_command:show_config"),
        CommandRow(
            "check", "", "the library's file and every quote in it against its article", "check_command:check"
        ),
        CommandRow(
            "completion", "bash", "the script with which a shell completes all this", "completion:completion"
        ),
    )
}  # fmt: skip


def load_command(name: str) -> Callable[[argparse.Namespace], int]:
    """The function behind a command."""
    if name == BROWSE:
        from newstimeline.cli.browse_command import browse

        return browse
    return COMMAND_ROWS[name].load()
