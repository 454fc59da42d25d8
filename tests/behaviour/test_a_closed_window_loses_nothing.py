"""A terminal's window is closed, or the system ends: the browser is told by a signal."""

import signal
from pathlib import Path

import pytest

from newstimeline.browser.saved_state import NEW, recall
from support.terminal import running

pytestmark = pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP])


def test_where_it_was_left_is_kept(own_library: Path, tmp_path: Path, told: signal.Signals) -> None:
    with running("--library", str(own_library), home=tmp_path) as terminal:
        terminal.wait_for_text("Enter article")
        terminal.press("-")
        terminal.wait_for(lambda text: "Wed 22 October" not in text, "months")
        terminal.child.kill(told)
        assert terminal.wait_for_end() == 0
    assert recall(own_library) != NEW


def test_what_was_made_for_this_time_only_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: signal.Signals
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    with running(home=tmp_path) as terminal:
        terminal.wait_for_text("Enter article")
        assert list(scratch.iterdir())
        terminal.child.kill(told)
        assert terminal.wait_for_end() == 0
    assert not list(scratch.iterdir())
