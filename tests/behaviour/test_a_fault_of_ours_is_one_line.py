from __future__ import annotations

import sys
from pathlib import Path

import pytest

from newstimeline.cli.main import main
from support.terminal import running

BREAKING = """
import sys
from newstimeline.app.browse_parts.strip_view import StripView
from newstimeline.cli import main

def break_it(self):
    secret = "the reader's own words"
    raise ZeroDivisionError("nobody has thought of this")

StripView.show_range = break_it
sys.exit(main(sys.argv[1:]))
"""


def test_the_browser_ends_with_a_sentence(story_library: Path, tmp_path: Path) -> None:
    program = ("-c", BREAKING, "--library", str(story_library))
    with running(*program, home=tmp_path, command=sys.executable) as terminal:
        assert terminal.wait_for_end() == 1
        assert "something went wrong that should not (ZeroDivisionError: nobody has thought of this)" in terminal.text
        assert "Traceback" not in terminal.text
        assert "own words" not in terminal.text


def test_with_debug_it_is_told_where(story_library: Path, tmp_path: Path) -> None:
    program = ("-c", BREAKING, "--debug", "--library", str(story_library))
    with running(*program, home=tmp_path, command=sys.executable) as terminal:
        assert terminal.wait_for_end() == 1
        assert "in break_it" in terminal.text


def broken(*_: object) -> int:
    raise ZeroDivisionError


def test_a_command_ends_with_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("newstimeline.cli.config_command.read_settings", broken)
    assert main(["config"]) == 1
    assert capsys.readouterr().err.startswith("newstimeline: something went wrong that should not (ZeroDivisionError)")


@pytest.mark.parametrize("arguments", [["config", "--debug"], ["--debug", "config"]])
def test_with_debug_a_command_raises(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.setattr("newstimeline.cli.config_command.read_settings", broken)
    with pytest.raises(ZeroDivisionError):
        main(arguments)
