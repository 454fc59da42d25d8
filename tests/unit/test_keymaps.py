from __future__ import annotations

import pytest

from newstimeline.app.commands import COMMANDS
from newstimeline.app.keymaps import keymap_of
from newstimeline.app.keys import shown_key
from newstimeline.settings import KEYMAPS, Settings, SettingsError


@pytest.mark.parametrize("keymap", KEYMAPS)
def test_every_set_gives_each_command_a_key_and_none_two(keymap: str) -> None:
    assert all(command.keys for command in keymap_of(Settings(keymap), COMMANDS).commands)


def test_every_command_has_a_name_of_its_own() -> None:
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize(
    ("written", "name", "shown"),
    [
        ("w", "w", "w"),
        ("W", "W", "W"),
        ("&", "ampersand", "&"),
        ("ctrl++", "ctrl+plus", "Ctrl++"),
        ("alt+<", "alt+less_than_sign", "Alt+<"),
        ("Ctrl+W", "ctrl+w", "Ctrl+w"),
        ("PgDn", "pagedown", "PgDn"),
        ("F5", "f5", "f5"),
        ("shift+up", "shift+up", "Shift+↑"),
    ],
)
def test_keys_are_written_as_people_do(written: str, name: str, shown: str) -> None:
    keymap = keymap_of(Settings(keys={"compare": (written,)}), COMMANDS)
    assert keymap.keys("compare") == (name,)
    assert shown_key(name) == shown


def test_single_commands_go_before_the_set() -> None:
    keymap = keymap_of(Settings("emacs", {"search": ("ctrl+o",)}), COMMANDS)
    assert keymap.keys("search") == ("ctrl+o",)
    assert keymap.keys("move_down") == ("down", "ctrl+n")


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"next_gpa": ("w",)}, "keys.next_gpa: there is no such command; did you mean next_gap?"),
        ({"next_gap": ("bell",)}, "keys.next_gap: there is no key 'bell'"),
        ({"next_gap": ("super+w",)}, "keys.next_gap: 'super' in 'super+w' can't be held; ctrl, alt and shift can"),
        ({"next_gap": ("",)}, "keys.next_gap: there is no key ''"),
        ({"next_gap": ("q",)}, "keys.next_gap: q already gives quit; give that another key, too"),
        ({"move_down": ("f",)}, "keys.move_down: f already gives show_facets"),
        ({"page_up": ("minus",)}, "there is no key 'minus'"),
        ({"page_up": ("-",), "zoom_out": ("_",)}, "keys.page_up: - already gives exclude_facet"),
    ],
)
def test_what_there_is_not_and_what_is_taken_is_said(keys: dict[str, tuple[str, ...]], message: str) -> None:
    with pytest.raises(SettingsError) as error:
        keymap_of(Settings(keys=keys), COMMANDS)
    assert message in str(error.value)


def test_two_commands_can_change_their_keys() -> None:
    keymap = keymap_of(Settings(keys={"next_gap": ("[",), "previous_gap": ("]",)}), COMMANDS)
    assert keymap.keys("next_gap") == ("left_square_bracket",)
