"""What a command is, how its keys are called, and the commands of the widgets; those of the browser: `commands/`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding


class Scope(StrEnum):
    """Where a command can be given; also its heading in the help."""

    ANYWHERE = "Anywhere"
    TIMELINE = "Timeline"
    TIME = "Moving in time"
    FINDING = "Finding"
    LINES = "Moving"
    PANEL = "Side panel"
    FACETS = "Facets"
    ARTICLE = "Article"
    PAGE = "Pages of people, places and outlets"
    QUOTES = "Quotes"
    LANES = "Lanes"
    SEARCH = "Search"
    DATE = "Going to a date"


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a key does."""

    scope: Scope
    keys: tuple[str, ...]
    """Textual's names of the keys; the first is the one shown."""
    action: str
    title: str
    """One or two words for the footer."""
    help: str
    """A sentence for the help and the palette."""
    at_once: bool = False
    """Whether it is done before the next key is looked at, since it decides who gets that key."""
    footer: bool = False
    palette: bool = False

    @property
    def binding(self) -> Binding:
        """The command as Textual binds it."""
        return Binding(
            ",".join(self.keys),
            self.action,
            self.title,
            show=self.footer,
            priority=self.at_once,
            key_display=_SHOWN.get(self.keys[0]),
        )


_SHOWN = {
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "colon": ":",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "alt+left": "Alt+←",
    "alt+right": "Alt+→",
    "question_mark": "?",
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "space": "Space",
    "backspace": "Backspace",
}

WIDGET_COMMANDS = (
    Command(Scope.LINES, ("down", "j"), "move(1)", "down", "One down"),
    Command(Scope.LINES, ("up", "k"), "move(-1)", "up", "One up"),
    Command(Scope.LINES, ("pagedown", "space", "ctrl+f"), "page(1)", "page down", "One screen down"),
    Command(Scope.LINES, ("pageup", "ctrl+b"), "page(-1)", "page up", "One screen up"),
    Command(Scope.LINES, ("home", "g"), "edge(-1)", "first", "To the beginning"),
    Command(Scope.LINES, ("end", "G"), "edge(1)", "last", "To the end"),
    Command(
        Scope.PANEL,
        ("enter",),
        "choose",
        "choose",
        "Open the page of the person, place or outlet, or the article at the quote",
        footer=True,
    ),
    Command(
        Scope.PANEL, ("F",), "narrow", "filter to it", "Show only the events of this name on the timeline", footer=True
    ),
    Command(Scope.FACETS, ("space", "enter"), "put('')", "toggle", "Put the condition in or take it out", footer=True),
    Command(Scope.FACETS, ("minus",), "put('-')", "without", "Exclude it, or no longer", footer=True),
    Command(Scope.FACETS, ("escape", "f"), "leave", "close", "Back to the timeline", footer=True),
    Command(Scope.ARTICLE, ("n",), "mark(1)", "next mark", "To the next mark, and what it means", footer=True),
    Command(Scope.ARTICLE, ("N",), "mark(-1)", "previous mark", "To the mark before"),
    Command(Scope.ARTICLE, ("escape", "q", "left", "backspace"), "close", "back", "Back to the timeline", footer=True),
    Command(Scope.PAGE, ("t",), "locate", "on timeline", "Show the quote's event on the timeline", footer=True),
    Command(Scope.PAGE, ("escape", "q", "left", "backspace"), "close", "back", "Back", footer=True),
    Command(Scope.QUOTES, ("p",), "speaker", "person", "Open the page of who says this", footer=True),
    Command(
        Scope.QUOTES,
        ("c",),
        "compare",
        "compare",
        "Put two people side by side: c on a quote of each; then c for all",
        footer=True,
    ),
    Command(Scope.LANES, ("down", "j"), "lane(1)", "down", "To the lane below"),
    Command(Scope.LANES, ("up", "k"), "lane(-1)", "up", "To the lane above"),
    Command(Scope.LANES, ("right", "l"), "column(1)", "later", "To where the lane next has anything"),
    Command(Scope.LANES, ("left", "h"), "column(-1)", "earlier", "To where it last had anything"),
    Command(Scope.LANES, ("end", "G"), "end(1)", "end", "To the end of the lane"),
    Command(Scope.LANES, ("home", "g"), "end(-1)", "beginning", "To its beginning"),
    Command(Scope.LANES, ("tab",), "screen.kind(1)", "other lanes", "People, places, outlets", footer=True),
    Command(Scope.LANES, ("shift+tab",), "screen.kind(-1)", "lanes before", "Outlets, places, people"),
    Command(Scope.LANES, ("enter", "t"), "screen.locate", "on timeline", "Show the event on the timeline", footer=True),
    Command(Scope.LANES, ("p",), "screen.page", "page", "Open the page of the lane's name", footer=True),
    Command(Scope.LANES, ("F",), "screen.narrow", "filter to it", "Show only its events on the timeline", footer=True),
    Command(Scope.SEARCH, ("enter",), "keep", "keep", "Keep the filter and go to the timeline", footer=True),
    Command(
        Scope.SEARCH, ("tab",), "complete(1)", "complete", "Take what is offered; again takes the next", footer=True
    ),
    Command(Scope.SEARCH, ("shift+tab",), "complete(-1)", "previous offer", "Take the previous offer"),
    Command(Scope.SEARCH, ("up",), "recall(-1)", "recall", "Recall an earlier filter"),
    Command(Scope.SEARCH, ("down",), "recall(1)", "later", "Recall a later filter"),
    Command(Scope.SEARCH, ("escape",), "leave", "leave", "Drop it and return to where you were", footer=True),
    Command(Scope.DATE, ("enter",), "keep", "go", "Go there", footer=True),
    Command(Scope.DATE, ("escape",), "leave", "leave", "Stay", footer=True),
    Command(
        Scope.ANYWHERE,
        ("question_mark",),
        "help",
        "help",
        "Keys, signs and the query language",
        footer=True,
        palette=True,
    ),
    Command(
        Scope.ANYWHERE, ("D",), "toggle_dark", "dark/light", "Change between a dark and a light screen", palette=True
    ),
    Command(Scope.ANYWHERE, ("q",), "quit", "quit", "Leave", footer=True, palette=True),
)
"""What the widgets, the article and the application themselves do at a key."""
PALETTE_KEY = "Ctrl+P"


def bindings(*scopes: Scope) -> list[Binding]:
    """The bindings of the widgets' commands in some scopes."""
    return [command.binding for command in WIDGET_COMMANDS if command.scope in scopes]


def shown_keys(command: Command) -> str:
    """A command's keys as the help prints them, such as "↓ j"."""
    names = (_SHOWN.get(key, key.replace("ctrl+", "Ctrl+")) for key in command.keys)
    return " ".join(names)
