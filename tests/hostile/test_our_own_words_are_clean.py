"""What we say of paths, options, settings and other programs, with such names as would steer a terminal."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from newstimeline.changes.change import Change, Kind, Target, What
from newstimeline.changes.change_records import dump_change
from newstimeline.cli.main import main
from newstimeline.library.filters import SavedFilter, save_filter
from newstimeline.model import Span
from newstimeline.startup.painted_start import is_ours
from support.names import ATTACKS_ON_NAMES, HARMFUL, names
from support.terminal import running

COMMANDS = (
    ("list",), ("list", "--json"), ("list", "--csv"), ("show", "NAME"), ("quotes", "in:NAME"), ("people", "NAME"),
    ("person", "NAME"), ("articles",), ("stats",), ("diff", "NAME", "NAME"), ("diff", "2024", "NAME"), ("changes",),
    ("changes", "--add", "NAME"), ("config",), ("check",), ("export", "NAME"), ("extract", "NAME"),
    ("export", "markdown", "--title", "NAME"), ("export", "events", "-o", "NAME/x"), ("export", "csv", "-o", "FOLDER"),
    ("completion", "NAME"),
    ("serve", "--port", "NAME"), ("--NAME",), ("list", "--NAME"), ("--zoom", "NAME"), ("--event", "NAME"),
    ("--filter", "NAME:x"), ("--filter", "NAME", "--plain"), ("add", "NAME", "FOLDER", "--json"), ("add", "FOLDER"),
    ("list", "--as-of", "NAME"), ("--published", "NAME", "FOLDER"), ("--verbose", "list", "NAME"),
)  # fmt: skip
"""One way at least through every command, and what is refused before one begins."""
SETTINGS = ("reader = {}", "theme = {}", "keymap = {}", "{} = 1", 'keys.{} = "x"', "keys.quit = {}", "model = {}")


def assert_clean(text: str) -> None:
    found = HARMFUL.search(text)
    assert not found, ascii(text[max(found.start() - 40, 0) : found.end() + 20])


@pytest.mark.parametrize("name", ATTACKS_ON_NAMES, ids=ascii)
def test_every_command_tells_of_hostile_names_harmlessly(
    name: str, story_library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / name
    folder.mkdir()
    (folder / f"empty{name}.txt").touch()
    library = Path(shutil.copy(story_library, folder / f"{name}.sqlite"))
    save_filter(library, SavedFilter(name, f"in:{name}"))
    (tmp_path / ".gitconfig").write_text(f"[user]\n\tname = {json.dumps(name)}\n", encoding="utf-8")
    for variable, value in (
        ("HOME", str(tmp_path)), ("EDITOR", name), ("PAGER", name), ("COLUMNS", name),
        ("NEWSTIMELINE_CONFIG", str(folder / "none.toml")), ("NEWSTIMELINE_LIBRARY", str(library)),
    ):  # fmt: skip
        monkeypatch.setenv(variable, value)
    monkeypatch.chdir(folder)
    for command in COMMANDS:
        with suppress(SystemExit):  # argparse's own end
            main([word.replace("NAME", name).replace("FOLDER", str(folder)) for word in command])
        captured = capsys.readouterr()
        assert_clean(captured.out.replace("\r\n", "\n"))
        assert_clean(captured.err)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=names)
def test_any_name_of_a_library_and_any_option_is_told_harmlessly(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (["--library", str(tmp_path / name), "config"], ["--library", str(tmp_path / name), "list"],
                      [f"--{name}"], ["export", name], ["person", name]):  # fmt: skip
        with suppress(SystemExit):  # argparse's own end
            main(arguments)
        captured = capsys.readouterr()
        assert_clean(captured.out)
        assert_clean(captured.err)


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("name", ATTACKS_ON_NAMES, ids=ascii)
def test_settings_are_told_harmlessly(
    name: str, setting: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "config.toml"
    file.write_text(setting.format(json.dumps(name)), encoding="utf-8")
    monkeypatch.setenv("NEWSTIMELINE_CONFIG", str(file))
    main(["config"])
    captured = capsys.readouterr()
    assert_clean(captured.out + captured.err)


def test_a_trace_is_clean(tmp_path: Path) -> None:
    program = (
        "import sys; from newstimeline.cli import config_command, main\n"
        "def broken(options): raise ZeroDivisionError(str(options.library))\n"
        "config_command.library_path = broken; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", program, "--debug", "--library", "a\x1b]0;PWNED\x07\u202eb", "config"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "ZeroDivisionError: a\ufffd]0;PWNED\ufffd\ufffdb" in done.stderr
    assert_clean(done.stderr)


def test_json_that_is_redirected_tells_all_of_a_text(
    story_library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    zalgo = "Z" + "\u0301" * 400 + "\u202e"
    target = Target(Kind.EVENT, "a1", Span(3, 20), zalgo)
    made = "2025-11-08T10:00:00+00:00"
    change = Change(id="0123456789abcdef", made=made, who=None, what=What.TITLE, target=target, value=zalgo)
    library = Path(shutil.copy(story_library, tmp_path / "own.sqlite"))
    (tmp_path / "theirs.jsonl").write_text(dump_change(change), encoding="utf-8")
    assert main(["--library", str(library), "changes", "--add", str(tmp_path / "theirs.jsonl")]) == 0
    capsys.readouterr()
    main(["--library", str(library), "changes", "--json"])
    printed = capsys.readouterr().out
    assert_clean(printed)
    assert "\u0301" * 9 not in printed
    assert json.loads(printed)["value"] == zalgo[:-1]
    main(["--library", str(library), "changes"])
    assert "\u0301" * 9 not in capsys.readouterr().out


@pytest.mark.parametrize(
    "screen",
    ["\x1b[1;1H\x1b]0;PWNED\x07", "\x1b[1;1Hx\x1b[2J", "\x1b[6n", "\x1b[1;1H\x9b31m", "\x1b[1;1H\u202ex", "x",
     "\x1b[1;1H\u2068x", "\x1b[0;1mx\r\nfake", "\x1b[?1049l", "\x1b[1;1H\x1bcx"],
    ids=ascii,
)  # fmt: skip
def test_a_painted_screen_that_would_steer_the_terminal_is_not_shown(screen: str) -> None:
    assert not is_ours(screen)


def test_the_browser_shows_hostile_names_harmlessly(story_library: Path, tmp_path: Path) -> None:
    name = "a\x1b]0;PWNED\x07\x9b31m\u202eb"
    library = Path(shutil.copy(story_library, tmp_path / f"{name}.sqlite"))
    save_filter(library, SavedFilter(name, f"wharf {name}"))
    (tmp_path / ".gitconfig").write_text(f"[user]\n\tname = {json.dumps(name)}\n", encoding="utf-8")
    with running("--library", str(library), home=tmp_path) as terminal:
        terminal.wait_for_text("events")
        terminal.press("m")
        terminal.wait_for_text("arked")
        terminal.press("H")
        terminal.wait_for_text("Esc back")
        terminal.press("escape")
        terminal.wait_for_text("Tab list/panel")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    with running("--library", str(library), home=tmp_path) as again:  # as it was painted
        again.wait_for_text("events")
        again.press("\x10")
        again.wait_for_text("Search for commands")
        again.press("Filter a")
        again.wait_for_text("wharf")
    for received in (terminal.received, again.received):
        assert b"PWNED\x07" not in received
        shown = re.sub("\x1b]22;[a-z]+\x07", "", received.decode("utf-8", "replace"))  # Textual's shape of the pointer
        assert_clean("".join(ch for ch in shown if ch not in "\x1b\r\x08\x0f\u2068\u2069"))
