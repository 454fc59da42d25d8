"""What the widgets, the pages and the application themselves do at a key; the commands of the timeline: `commands/`."""

from __future__ import annotations

from textual.binding import Binding

from newstimeline.app.keys import Command, Scope

PALETTE = "command_palette"
"""Textual binds it itself."""
WIDGET_COMMANDS = (
    Command("move_down", Scope.LINES, ("down", "j"), "move(1)", "down", "One down"),
    Command("move_up", Scope.LINES, ("up", "k"), "move(-1)", "up", "One up"),
    Command("page_down", Scope.LINES, ("pagedown", "space", "ctrl+f"), "page(1)", "page down", "One screen down"),
    Command("page_up", Scope.LINES, ("pageup", "ctrl+b"), "page(-1)", "page up", "One screen up"),
    Command("move_first", Scope.LINES, ("home", "g"), "edge(-1)", "first", "To the beginning"),
    Command("move_last", Scope.LINES, ("end", "G"), "edge(1)", "last", "To the end"),
    Command(
        "choose",
        Scope.PANEL,
        ("enter",),
        "choose",
        "choose",
        "Open the page of the person, place or outlet, or the article at the quote",
        footer=True,
    ),
    Command(
        "filter_to_name",
        Scope.PANEL,
        ("F",),
        "narrow",
        "filter to it",
        "Show only the events of this name on the timeline",
        footer=True,
    ),
    Command(
        "toggle_facet",
        Scope.FACETS,
        ("space", "enter"),
        "put('')",
        "toggle",
        "Put the condition in or take it out",
        footer=True,
    ),
    Command(
        "forget_filter",
        Scope.FACETS,
        ("delete", "backspace"),
        "forget",
        "forget",
        "Keep the filter with this name no longer",
    ),
    Command("exclude_facet", Scope.FACETS, ("minus",), "put('-')", "without", "Exclude it, or no longer", footer=True),
    Command("leave_facets", Scope.FACETS, ("escape", "f"), "leave", "close", "Back to the timeline", footer=True),
    Command(
        "next_mark", Scope.ARTICLE, ("n",), "mark(1)", "next mark", "To the next mark, and what it means", footer=True
    ),
    Command(
        "show_versions",
        Scope.ARTICLE,
        ("v",),
        "versions",
        "versions",
        "Compare with what the article was before, and with how it stands elsewhere",
        footer=True,
    ),
    Command("previous_mark", Scope.ARTICLE, ("N",), "mark(-1)", "previous mark", "To the mark before"),
    Command("edit_name", Scope.PAGE, ("e",), "edit", "correct", "Correct the person: name, role, who that is; a note"),
    Command("undo_here", Scope.PAGE, ("u",), "undo", "undo", "Take the last change back"),
    Command("redo_here", Scope.PAGE, ("ctrl+r",), "redo", "redo", "Bring back what was undone"),
    Command(
        "leave_article",
        Scope.ARTICLE,
        ("escape", "q", "left", "backspace"),
        "close",
        "back",
        "Back to the timeline",
        footer=True,
    ),
    Command(
        "show_on_timeline",
        Scope.PAGE,
        ("t",),
        "locate",
        "on timeline",
        "Show the quote's event on the timeline",
        footer=True,
    ),
    Command("leave_page", Scope.PAGE, ("escape", "q", "left", "backspace"), "close", "back", "Back", footer=True),
    Command("open_speaker", Scope.QUOTES, ("p",), "speaker", "person", "Open the page of who says this", footer=True),
    Command(
        "compare",
        Scope.QUOTES,
        ("c",),
        "compare",
        "compare",
        "Put two people side by side: c on a quote of each; then c for all",
        footer=True,
    ),
    Command("lane_down", Scope.LANES, ("down", "j"), "lane(1)", "down", "To the lane below"),
    Command("lane_up", Scope.LANES, ("up", "k"), "lane(-1)", "up", "To the lane above"),
    Command("lane_later", Scope.LANES, ("right", "l"), "column(1)", "later", "To where the lane next has anything"),
    Command("lane_earlier", Scope.LANES, ("left", "h"), "column(-1)", "earlier", "To where it last had anything"),
    Command("lane_end", Scope.LANES, ("end", "G"), "end(1)", "end", "To the end of the lane"),
    Command("lane_begin", Scope.LANES, ("home", "g"), "end(-1)", "beginning", "To its beginning"),
    Command(
        "next_lanes", Scope.LANES, ("tab",), "screen.kind(1)", "other lanes", "People, places, outlets", footer=True
    ),
    Command(
        "previous_lanes", Scope.LANES, ("shift+tab",), "screen.kind(-1)", "lanes before", "Outlets, places, people"
    ),
    Command(
        "lane_to_timeline",
        Scope.LANES,
        ("enter", "t"),
        "screen.locate",
        "on timeline",
        "Show the event on the timeline",
        footer=True,
    ),
    Command("open_lane", Scope.LANES, ("p",), "screen.page", "page", "Open the page of the lane's name", footer=True),
    Command(
        "filter_to_lane",
        Scope.LANES,
        ("F",),
        "screen.narrow",
        "filter to it",
        "Show only its events on the timeline",
        footer=True,
    ),
    Command(
        "keep_filter",
        Scope.SEARCH,
        ("enter",),
        "keep",
        "keep",
        "Keep the filter and go to the timeline",
        footer=True,
    ),
    Command(
        "complete",
        Scope.SEARCH,
        ("tab",),
        "complete(1)",
        "complete",
        "Take what is offered; again takes the next",
        footer=True,
    ),
    Command("complete_back", Scope.SEARCH, ("shift+tab",), "complete(-1)", "previous offer", "Take the previous offer"),
    Command("earlier_filter", Scope.SEARCH, ("up",), "recall(-1)", "recall", "Recall an earlier filter"),
    Command("later_filter", Scope.SEARCH, ("down",), "recall(1)", "later", "Recall a later filter"),
    Command(
        "leave_filter",
        Scope.SEARCH,
        ("escape",),
        "leave",
        "leave",
        "Drop it and return to where you were",
        footer=True,
    ),
    Command("keep_entry", Scope.ENTRY, ("enter",), "keep", "done", "Go there, or keep the name", footer=True),
    Command("leave_entry", Scope.ENTRY, ("escape",), "leave", "leave", "Drop it", footer=True),
    Command(
        "help",
        Scope.ANYWHERE,
        ("question_mark",),
        "help",
        "help",
        "Keys, signs and the query language",
        footer=True,
        palette=True,
    ),
    Command(
        "toggle_dark",
        Scope.ANYWHERE,
        ("D",),
        "toggle_dark",
        "dark/light",
        "Change between a dark and a light screen",
        palette=True,
    ),
    Command("palette", Scope.ANYWHERE, ("ctrl+p",), PALETTE, "palette", "All commands and themes by name"),
    Command(
        "suspend", Scope.ANYWHERE, ("ctrl+z",), "suspend_process", "suspend", "Go back to the shell; its fg resumes"
    ),
    Command("quit", Scope.ANYWHERE, ("q",), "quit", "quit", "Leave", footer=True, palette=True),
)


def bindings(*scopes: Scope) -> list[Binding]:
    """The bindings of the widgets' commands in some scopes."""
    return [one.binding for one in WIDGET_COMMANDS if one.scope in scopes and one.action != PALETTE]
