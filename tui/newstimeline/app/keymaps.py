"""Which keys run which commands: the built-in sets of keys, and the reader's configuration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from textual.keys import Keys

from newstimeline.app.commands import COMMANDS
from newstimeline.app.keys import Command, Scope, character_name, shown_key
from newstimeline.settings import Settings, SettingsError, perhaps

_EMACS: dict[str, tuple[str, ...]] = {
    "move_down": ("down", "ctrl+n"),
    "move_up": ("up", "ctrl+p"),
    "page_down": ("pagedown", "ctrl+v"),
    "page_up": ("pageup", "alt+v"),
    "move_first": ("home", "alt+<"),
    "move_last": ("end", "alt+>"),
    "lane_down": ("down", "ctrl+n"),
    "lane_up": ("up", "ctrl+p"),
    "lane_later": ("right", "ctrl+f"),
    "lane_earlier": ("left", "ctrl+b"),
    "lane_end": ("end", "ctrl+e"),
    "lane_begin": ("home", "ctrl+a"),
    "search": ("ctrl+s", "/"),
    "earlier_filter": ("up", "alt+p"),
    "later_filter": ("down", "alt+n"),
    "go_to_date": ("alt+g", ":"),
    "clear_filter": ("escape", "ctrl+g"),
    "leave_filter": ("escape", "ctrl+g"),
    "leave_entry": ("escape", "ctrl+g"),
    "leave_facets": ("escape", "ctrl+g", "f"),
    "leave_article": ("escape", "ctrl+g", "q"),
    "leave_page": ("escape", "ctrl+g", "q"),
    "palette": ("alt+x",),
}
"""Where Emacs has a habit of its own; all else is as in the other set."""
_SETS: dict[str, Mapping[str, tuple[str, ...]]] = {"vi": {}, "emacs": _EMACS}
_TOGETHER = (
    frozenset({Scope.TIMELINE, Scope.TIME, Scope.FINDING, Scope.REVIEW, Scope.SHARE, Scope.LINES, Scope.ANYWHERE}),
    frozenset({Scope.LINES, Scope.PANEL}),
    frozenset({Scope.LINES, Scope.FACETS}),
    *(frozenset({scope}) for scope in Scope),
)
"""Scopes whose commands can be given at the same time, so that a key means one; elsewhere the nearer one wins."""
_ALIASES = {"esc": "escape", "return": "enter", "pgdn": "pagedown", "pgup": "pageup", "del": "delete"}
_NAMED = frozenset(key.value for key in Keys)


@dataclass(frozen=True, slots=True)
class Keymap:
    """All commands with their keys."""

    commands: tuple[Command, ...]
    changed: frozenset[str] = frozenset()
    """The names of those whose keys differ from the default."""

    def keys(self, name: str) -> tuple[str, ...]:
        """Textual's names of a command's keys."""
        return next(command.keys for command in self.commands if command.name == name)

    def shown(self, name: str) -> str:
        """A command's first key, as it is printed."""
        return shown_key(self.keys(name)[0])

    def for_textual(self) -> dict[str, str]:
        """The keys that differ from the default, as Textual's `set_keymap` takes them."""
        return {name: ",".join(self.keys(name)) for name in self.changed}


def keymap_of(settings: Settings, commands: Sequence[Command]) -> Keymap:
    """The commands with the keys of a configuration.

    Raises:
        SettingsError: it names an unknown command or key, or gives one key to two commands.
    """
    names = tuple(command.name for command in commands)
    for name in settings.keys:
        if name not in names:
            raise SettingsError(f"keys.{name}: there is no such command{perhaps(name, names)}")
    keys_of = {
        name: tuple(_key_name(key, name) for key in keys)
        for name, keys in {**_SETS[settings.keymap], **settings.keys}.items()
    }
    mapped = tuple(replace(command, keys=keys_of.get(command.name, command.keys)) for command in commands)
    keymap = Keymap(mapped, frozenset(keys_of))
    for scopes in _TOGETHER:
        _check_clashes([command for command in mapped if command.scope in scopes], keymap.changed)
    return keymap


def _key_name(key: str, command: str) -> str:
    """Textual's name of a key as people write it: "/", "alt+<", "PgDn"."""
    before, _, last = (key[:-1].removesuffix("+"), "", "+") if key.endswith("+") else key.rpartition("+")
    modifiers = before.lower().split("+") if before else []
    if len(last) == 1:
        last = character_name(last.lower() if "ctrl" in modifiers else last)
    else:
        last = _ALIASES.get(last.lower(), last.lower())
        if last not in _NAMED:
            raise SettingsError(f"keys.{command}: there is no key {key!r}{perhaps(last, tuple(sorted(_NAMED)))}")
    if unknown := [modifier for modifier in modifiers if modifier not in ("ctrl", "alt", "shift")]:
        raise SettingsError(f"keys.{command}: {unknown[0]!r} in {key!r} can't be held; ctrl, alt and shift can")
    return "+".join((*modifiers, last))


def _check_clashes(commands: Iterable[Command], changed: Set[str]) -> None:
    """Check that no two commands share a key, unless they do by default: there the nearer one wins."""
    taken_by: dict[str, str] = {}
    for command in commands:
        for key in command.keys:
            other = taken_by.setdefault(key, command.name)
            if other != command.name and (changed_names := {other, command.name} & changed):
                name = min(changed_names)
                taken = other if name == command.name else command.name
                raise SettingsError(f"keys.{name}: {shown_key(key)} already gives {taken}; give that another key, too")


VI = keymap_of(Settings(), COMMANDS)
"""The keys without any configuration."""
