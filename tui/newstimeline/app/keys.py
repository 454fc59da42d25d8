"""What a command is, and what its keys are called."""

from __future__ import annotations

import string
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS


class Scope(StrEnum):
    """Where a command is available; also its heading in the help."""

    ANYWHERE = "Anywhere"
    TIMELINE = "Timeline"
    TIME = "Moving in time"
    FINDING = "Finding"
    REVIEW = "Reviewing"
    SHARE = "Taking out"
    LINES = "Moving"
    PANEL = "Side panel"
    FACETS = "Facets"
    ARTICLE = "Article"
    PAGE = "Pages of people, places and outlets"
    QUOTES = "Quotes"
    LANES = "Lanes"
    SEARCH = "Search"
    ENTRY = "Typing a date or a name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something that a key does."""

    name: str
    """Its name in a configuration, such as "next_gap"."""
    scope: Scope
    keys: tuple[str, ...]
    """Textual's names of the keys; the first is the one shown."""
    title: str
    """One or two words for the footer."""
    help: str
    """A sentence for the help and the palette."""
    at_once: bool = False
    """Whether it runs before the next key is handled, since it decides where that key goes."""
    footer: bool = False
    palette: bool = False
    action: str
    """Textual's."""

    @property
    def binding(self) -> Binding:
        """The command as Textual binds it."""
        return Binding(
            ",".join(self.keys),
            self.action,
            self.title,
            show=self.footer,
            priority=self.at_once,
            id=self.name,
        )


def character_name(character: str) -> str:
    """Textual's name of a character's key."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


_SHOWN = {
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "space": "Space",
    "backspace": "Backspace",
} | {character_name(character): character for character in string.punctuation}


def shown_key(key: str) -> str:
    """A key as the help and the footer print it, such as "↓", "Ctrl+f" or "Alt+←"."""
    *modifiers, last = key.split("+")
    return "+".join((*(modifier.capitalize() for modifier in modifiers), _SHOWN.get(last, last)))


def shown_keys(command: Command) -> str:
    """A command's keys, such as "↓ j"."""
    return " ".join(shown_key(key) for key in command.keys)
