from __future__ import annotations

from pathlib import Path

import pytest

from newstimeline.settings import Settings, SettingsError, read_settings


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == Settings(keymap="vi", keys={})


def test_the_language_model_is_named_by_its_size(tmp_path: Path) -> None:
    assert read_settings(written(tmp_path, 'model = "trf"')).model == "trf"


def test_a_command_has_one_key_or_several(tmp_path: Path) -> None:
    path = written(tmp_path, 'keymap = "emacs"\n[keys]\nnext_gap = "n"\nquit = ["q", "ctrl+q"]\n')
    assert read_settings(path) == Settings("emacs", {"next_gap": ("n",), "quit": ("q", "ctrl+q")})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("keymap = ", "is no TOML: Invalid value (at end of document)"),
        ('keymaps = "vi"', "there is no setting “keymaps”; did you mean keymap?"),
        ("volume = 11", "there is no setting “volume”"),
        ('keymap = "vim"', "keymap is 'vim'; it can be 'vi' or 'emacs'"),
        ('model = "big"', "model is 'big'; it can be 'sm' or 'md' or 'lg' or 'trf'"),
        ("theme = 7", "theme is the name of one"),
        ('signs = "runes"', "signs is 'runes'; it can be 'unicode' or 'ascii'"),
        ("reader = 1", "reader is the name that your changes bear"),
        ("keymap = []", "keymap is []; it can be 'vi' or 'emacs'"),
        ("keys = 1", "keys is a table"),
        ("[keys]\nquit = 1", "keys.quit is a key or a list of keys"),
        ("[keys]\nquit = []", "keys.quit is a key or a list of keys"),
    ],
)
def test_what_can_not_be_followed_is_said_with_the_file_and_what_could_be_meant(
    tmp_path: Path, text: str, message: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(SettingsError) as error:
        read_settings(path)
    assert str(error.value).startswith(str(path))
    assert message in str(error.value)


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="can't be read: Is a directory"):
        read_settings(tmp_path)
