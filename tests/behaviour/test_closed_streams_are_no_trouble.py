"""Standard streams that whoever starts us has closed, as a shell does with `<&-`, `>&-` and `2>&-`."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from support.terminal import running


def run(library: Path, words: str, closed: str) -> subprocess.CompletedProcess[str]:
    command = shlex.join([sys.executable, "-m", "newstimeline", "--library", str(library), *words.split()])
    return subprocess.run(["sh", "-c", f"{command} {closed}"], input="", capture_output=True, text=True, check=False)


def test_a_list_needs_neither_standard_input_nor_error(story_library: Path) -> None:
    done = run(story_library, "list", "<&- 2>&-")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 9


@pytest.mark.parametrize("words", ["list", "export events", "config", "--plain"])
def test_what_can_not_be_written_out_is_an_error(story_library: Path, words: str) -> None:
    done = run(story_library, words, ">&-")
    assert (done.returncode, done.stderr) == (1, "newstimeline: standard output is closed\n")


def test_without_standard_error_only_the_exit_code_tells(story_library: Path) -> None:
    done = run(story_library, "list", ">&- 2>&- <&-")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


def test_what_prints_nothing_needs_no_standard_output(own_library: Path) -> None:
    assert run(own_library, "changes", ">&-").returncode == 0


def test_closed_standard_input_can_not_be_read(story_library: Path) -> None:
    done = run(story_library, "extract -", "<&-")
    assert done.returncode == 1
    assert done.stderr.strip() == "newstimeline: skipped standard input: it can't be read: standard input is closed"


def test_nothing_that_is_said_gets_into_a_library_that_has_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    library, article = tmp_path / "l.sqlite", tmp_path / "no such article.txt"
    assert run(library, f"add {article}".replace(" article", "\u00a0article"), "<&- >&- 2>&-").returncode == 1
    done = run(library, "check", "")
    assert (done.returncode, done.stdout.endswith("all in order\n")) == (0, True)


@pytest.mark.parametrize("standard_input", ["<&-", "</dev/null"])
def test_the_browser_takes_its_keys_from_the_terminal(standard_input: str, story_library: Path, tmp_path: Path) -> None:
    command = f"{sys.executable} -m newstimeline --library {story_library} {standard_input}"
    with running("-c", command, home=tmp_path, command="bash") as terminal:
        terminal.wait_for_text("9 events")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
