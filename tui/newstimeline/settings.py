"""The reader's configuration: one TOML file, checked as it is read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

KEYMAPS = ("vi", "emacs")
MODELS = ("sm", "md", "lg", "trf")
SIGNS = ("unicode", "ascii")
_NAMES = ("keymap", "keys", "model", "reader", "theme", "signs")


class SettingsError(Exception):
    """The configuration says something that can't be followed; the message says where, and what could be meant."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration says; without one, everything is as it is here."""

    keymap: str = KEYMAPS[0]
    """The set of keys to begin with."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys of single commands in place of those of the set, by the command's name."""
    model: str | None = None
    """The size of the language model that reads articles; None for the best that came with newstimeline."""
    reader: str | None = None
    """The name that changes bear; "" for none, None for that of git or the system."""
    theme: str | None = None
    """The theme to begin with; None for the one that was left, or one that suits the terminal."""
    signs: str | None = None
    """Which characters may be drawn with; None for those that the terminal's encoding has."""


def settings_path() -> Path:
    """Where the configuration is: `NEWSTIMELINE_CONFIG`, or config.toml in the user's configuration folder."""
    if named := os.environ.get("NEWSTIMELINE_CONFIG"):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("newstimeline") / "config.toml"


def read_settings(path: Path) -> Settings:
    """Read a configuration; where there is no file, that of one who wants nothing else.

    Raises:
        SettingsError: it can't be read, or says what there is not.
    """
    try:
        return _settings(_table(path))
    except SettingsError as error:
        raise SettingsError(f"{path}: {error}" if not str(error).startswith(str(path)) else str(error)) from None


def named_settings(path: Path) -> frozenset[str]:
    """Which settings a configuration names.

    Raises:
        SettingsError: it can't be read.
    """
    return frozenset(_table(path))


def _table(path: Path) -> Mapping[str, object]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{path} can't be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is no TOML: {error}") from error


def _settings(table: Mapping[str, object]) -> Settings:
    for name in table:
        if name not in _NAMES:
            raise SettingsError(f"there is no setting “{name}”{perhaps(name, _NAMES)}")
    keymap = _choice(table, "keymap", KEYMAPS)
    model = _choice(table, "model", MODELS) if "model" in table else None
    keys = table.get("keys", {})
    if not isinstance(keys, dict):
        raise SettingsError('keys is a table, such as: [keys] and below it next_gap = ["]", "ctrl+j"]')
    reader = table.get("reader")
    if reader is not None and not isinstance(reader, str):
        raise SettingsError('reader is the name that your changes bear, or "" for none')
    theme = table.get("theme")
    if theme is not None and not isinstance(theme, str):
        raise SettingsError('theme is the name of one, such as "newstimeline-light" or "newstimeline-terminal"')
    signs = _choice(table, "signs", SIGNS) if "signs" in table else None
    return Settings(keymap, {name: _keys(name, value) for name, value in keys.items()}, model, reader, theme, signs)


def _choice(table: Mapping[str, object], name: str, known: tuple[str, ...]) -> str:
    value = table.get(name, known[0])
    if value not in known:
        raise SettingsError(f"{name} is {value!r}; it can be {' or '.join(map(repr, known))}")
    return str(value)


def _keys(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and value and all(isinstance(key, str) for key in value):
        return tuple(value)
    raise SettingsError(f'keys.{name} is a key or a list of keys, such as "ctrl+j" or ["]", "ctrl+j"]')


def perhaps(word: str, known: tuple[str, ...]) -> str:
    """The end of a message about a word that is not known: what could be meant."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1)
    return f"; did you mean {near[0]}?" if near else ""
