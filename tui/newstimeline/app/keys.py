"""Every key of the browser, in one table: bindings, footer, palette and help are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding


class Scope(StrEnum):
    """Where a command can be given; also its heading in the help."""

    ANYWHERE = "Anywhere"
    TIMELINE = "Timeline"
    LINES = "Moving"
    PANEL = "Side panel"
    ARTICLE = "Article"
    SEARCH = "Search"


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
    "question_mark": "?",
    "exclamation_mark": "!",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
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

COMMANDS = (
    Command(
        Scope.TIMELINE,
        ("enter",),
        "open_article",
        "article",
        "Open the article at the event's evidence",
        footer=True,
        palette=True,
    ),
    Command(
        Scope.TIMELINE,
        ("slash",),
        "search",
        "filter",
        "Narrow the timeline while you type",
        at_once=True,
        footer=True,
        palette=True,
    ),
    Command(
        Scope.TIMELINE, ("tab",), "other_side", "list/panel", "Go to the side panel and back", at_once=True, footer=True
    ),
    Command(
        Scope.TIMELINE,
        ("escape",),
        "clear_filter",
        "clear",
        "Take the filter off, or go back to the timeline",
        palette=True,
    ),
    Command(
        Scope.TIMELINE,
        ("exclamation_mark",),
        "show_skipped",
        "skipped",
        "Show what could not be read, and why",
        palette=True,
    ),
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
        "Filter to the person, or open the article at the quote",
        footer=True,
    ),
    Command(Scope.ARTICLE, ("escape", "q", "left", "backspace"), "close", "back", "Back to the timeline", footer=True),
    Command(Scope.SEARCH, ("enter", "down"), "keep", "keep", "Keep the filter and go to the timeline", footer=True),
    Command(Scope.SEARCH, ("escape",), "leave", "leave", "Drop it and return to where you were", footer=True),
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
PALETTE_KEY = "Ctrl+P"


def bindings(*scopes: Scope) -> list[Binding]:
    """The bindings of the commands in some scopes."""
    return [command.binding for command in COMMANDS if command.scope in scopes]


def shown_keys(command: Command) -> str:
    """A command's keys as the help prints them, such as "↓ j"."""
    names = (_SHOWN.get(key, key.replace("ctrl+", "Ctrl+")) for key in command.keys)
    return " ".join(names)
