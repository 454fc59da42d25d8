"""What the widgets, the pages and the application themselves do at a key; the commands of the timeline: `commands/`."""

from __future__ import annotations

from textual.binding import BindingType

from newstimeline.app.keys import Command, Scope

PALETTE = "command_palette"
"""Textual binds it itself."""


def _command(
    name: str,
    scope: Scope,
    keys: str,
    action: str,
    title: str,
    help: str,
    *,
    footer: bool = False,
    palette: bool = False,
) -> Command:
    """One row of the table; the keys are Textual's names of them with spaces between."""
    return Command(
        name=name,
        scope=scope,
        keys=tuple(keys.split()),
        action=action,
        title=title,
        help=help,
        footer=footer,
        palette=palette,
    )


WIDGET_COMMANDS = (
    _command("move_down", Scope.LINES, "down j", "move(1)", "down", "Move down"),
    _command("move_up", Scope.LINES, "up k", "move(-1)", "up", "Move up"),
    _command("page_down", Scope.LINES, "pagedown space ctrl+f", "page(1)", "page down", "Move down a screen"),
    _command("page_up", Scope.LINES, "pageup ctrl+b", "page(-1)", "page up", "Move up a screen"),
    _command("move_first", Scope.LINES, "home g", "edge(-1)", "first", "Go to the beginning"),
    _command("move_last", Scope.LINES, "end G", "edge(1)", "last", "Go to the end"),
    _command(
        "choose", Scope.PANEL, "enter", "choose", "choose",
        "Open the page of the person, place or outlet, or the article at the quote", footer=True,
    ),
    _command(
        "filter_to_name", Scope.PANEL, "F", "narrow", "filter to it",
        "Show only the events of this name on the timeline", footer=True,
    ),
    _command(
        "toggle_facet", Scope.FACETS, "space enter", "put('')", "toggle",
        "Add the condition to the filter, or remove it", footer=True,
    ),
    _command("forget_filter", Scope.FACETS, "delete backspace", "forget", "forget", "Delete the saved filter"),
    _command("exclude_facet", Scope.FACETS, "minus", "put('-')", "without", "Exclude it, or undo that", footer=True),
    _command("leave_facets", Scope.FACETS, "escape f", "leave", "close", "Go back to the timeline", footer=True),
    _command(
        "next_mark", Scope.ARTICLE, "n", "mark(1)", "next mark",
        "Go to the next mark and explain it", footer=True,
    ),
    _command(
        "show_versions", Scope.ARTICLE, "v", "versions", "versions",
        "Compare with earlier texts of the article, and with its text elsewhere", footer=True,
    ),
    _command("previous_mark", Scope.ARTICLE, "N", "mark(-1)", "previous mark", "Go to the previous mark"),
    _command("edit_name", Scope.PAGE, "e", "edit", "correct", "Correct the name, role or identity, or write a note"),
    _command("undo_here", Scope.PAGE, "u", "undo", "undo", "Undo the last change"),
    _command("redo_here", Scope.PAGE, "ctrl+r", "redo", "redo", "Redo what was undone"),
    _command(
        "leave_article", Scope.ARTICLE, "escape q left backspace", "close", "back",
        "Go back to the timeline", footer=True,
    ),
    _command(
        "show_on_timeline", Scope.PAGE, "t", "locate", "on timeline",
        "Show the quote's event on the timeline", footer=True,
    ),
    _command("leave_page", Scope.PAGE, "escape q left backspace", "close", "back", "Back", footer=True),
    _command("open_speaker", Scope.QUOTES, "p", "speaker", "person", "Open the speaker's page", footer=True),
    _command(
        "compare", Scope.QUOTES, "c", "compare", "compare",
        "Put two people side by side: c on a quote of each; c again shows all", footer=True,
    ),
    _command("lane_down", Scope.LANES, "down j", "lane(1)", "down", "Go to the lane below"),
    _command("lane_up", Scope.LANES, "up k", "lane(-1)", "up", "Go to the lane above"),
    _command("lane_later", Scope.LANES, "right l", "column(1)", "later", "Go to the lane's next event"),
    _command("lane_earlier", Scope.LANES, "left h", "column(-1)", "earlier", "Go to the lane's previous event"),
    _command("lane_end", Scope.LANES, "end G", "end(1)", "end", "Go to the end of the lane"),
    _command("lane_begin", Scope.LANES, "home g", "end(-1)", "beginning", "Go to the beginning of the lane"),
    _command(
        "next_lanes", Scope.LANES, "tab", "screen.kind(1)", "other lanes",
        "Show the next kind of lane", footer=True,
    ),
    _command("previous_lanes", Scope.LANES, "shift+tab", "screen.kind(-1)", "previous lanes", "Show the previous kind"),
    _command(
        "lane_to_timeline", Scope.LANES, "enter t", "screen.locate", "on timeline",
        "Show the event on the timeline", footer=True,
    ),
    _command("open_lane", Scope.LANES, "p", "screen.page", "page", "Open the page of the lane's name", footer=True),
    _command(
        "filter_to_lane", Scope.LANES, "F", "screen.narrow", "filter to it",
        "Show only its events on the timeline", footer=True,
    ),
    _command(
        "keep_filter", Scope.SEARCH, "enter", "keep", "apply",
        "Apply the filter and go to the timeline", footer=True,
    ),
    _command(
        "complete", Scope.SEARCH, "tab", "complete(1)", "complete",
        "Accept a suggestion; press it again for the next", footer=True,
    ),
    _command("complete_back", Scope.SEARCH, "shift+tab", "complete(-1)", "previous", "Go to the previous suggestion"),
    _command("earlier_filter", Scope.SEARCH, "up", "recall(-1)", "recall", "Recall an earlier filter"),
    _command("later_filter", Scope.SEARCH, "down", "recall(1)", "later", "Recall a later filter"),
    _command(
        "leave_filter", Scope.SEARCH, "escape", "leave", "cancel",
        "Discard the filter and return to where you were", footer=True,
    ),
    _command("keep_entry", Scope.ENTRY, "enter", "keep", "done", "Go to the date, or save the name", footer=True),
    _command("leave_entry", Scope.ENTRY, "escape", "leave", "cancel", "Discard what was typed", footer=True),
    _command(
        "help", Scope.ANYWHERE, "question_mark", "help", "help",
        "Keys, signs and the query language", footer=True, palette=True,
    ),
    _command(
        "toggle_dark", Scope.ANYWHERE, "D", "toggle_dark", "dark/light",
        "Switch between a dark and a light theme", palette=True,
    ),
    _command("palette", Scope.ANYWHERE, "ctrl+p", PALETTE, "palette", "All commands and themes by name"),
    _command("suspend", Scope.ANYWHERE, "ctrl+z", "suspend_process", "suspend", "Go back to the shell; fg resumes it"),
    _command("quit", Scope.ANYWHERE, "q", "quit", "quit", "Quit the browser", footer=True, palette=True),
)  # fmt: skip


def bindings(*scopes: Scope) -> list[BindingType]:
    """The bindings of the widgets' commands in some scopes, for `BINDINGS`."""
    return [command.binding for command in WIDGET_COMMANDS if command.scope in scopes and command.action != PALETTE]
