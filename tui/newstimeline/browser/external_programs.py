"""Other programs: the clipboard, the reader's editor, pager and web browser. Argument lists, never a shell."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

_CLIPBOARDS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)
_PATIENCE = 5
"""Seconds that a clipboard program may take."""
_IN_THE_TERMINAL = frozenset(("lynx", "w3m", "links", "links2", "elinks", "www-browser", "browsh"))


class OutsideError(Exception):
    """A program can't be run; the message says what to do."""


def local_clipboard(environment: Mapping[str, str] = os.environ) -> tuple[str, ...] | None:
    """The program that fills the clipboard of this machine's screen; None where there is none, as over ssh."""
    if sys.platform == "darwin" and not environment.get("SSH_CONNECTION"):
        return ("pbcopy",)
    for variable, command in _CLIPBOARDS:
        if environment.get(variable) and not environment.get("SSH_CONNECTION") and shutil.which(command[0]):
            return command
    return None


def fill_clipboard(command: Sequence[str], text: str) -> bool:
    """Pass a text to a clipboard program; return whether it took it."""
    try:
        done = subprocess.run(
            command,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def web_address(url: str | None) -> str:
    """An address that may be opened.

    Raises:
        OutsideError: there is none, or it is no web page's.
    """
    if not url:
        raise OutsideError("The article has no address.")
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc or not url.isprintable() or " " in url:
        raise OutsideError("Only web addresses (http, https) can be opened.")
    return url


def web_browser(environment: Mapping[str, str] = os.environ) -> tuple[list[str], bool]:
    """The web browser's command, and whether it needs the terminal.

    Raises:
        OutsideError: there is none.
    """
    named = environment.get("BROWSER", "").split(os.pathsep)[0].replace("%s", "").strip()
    command = _words(named, "BROWSER") if named else []
    if not command:
        command = next(([name] for name in ("xdg-open", "open") if shutil.which(name)), [])
    if not command:
        raise OutsideError("No web browser was found: set BROWSER to the command of one.")
    return command, Path(command[0]).name in _IN_THE_TERMINAL


def open_apart(command: Sequence[str]) -> None:
    """Run a program that has a window of its own.

    Raises:
        OutsideError: it can't be run.
    """
    try:
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise OutsideError(f"{command[0]} can't be run: {error.strerror}") from None


def pager(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The reader's pager."""
    return _words(environment.get("PAGER", ""), "PAGER") or ["less"]


def editor(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The reader's editor."""
    named = environment.get("VISUAL") or environment.get("EDITOR") or ""
    return _words(named, "EDITOR") or [next((name for name in ("nano", "vi") if shutil.which(name)), "vi")]


def _words(named: str, variable: str) -> list[str]:
    try:
        return shlex.split(named)
    except ValueError:
        raise OutsideError(f"{variable} is {named!r}, which is not a command.") from None


def run_here(command: Sequence[str], text: str | None = None) -> int:
    """Run a program in the terminal, which is put back afterwards whatever that did to it; returns its exit code.

    Raises:
        OutsideError: it can't be run.
    """
    with _terminal_kept():
        try:
            done = subprocess.run(command, input=text.encode() if text is not None else None, check=False)
        except OSError as error:
            raise OutsideError(f"{command[0]} can't be run: {error.strerror}") from None
        return done.returncode


@contextmanager
def _terminal_kept() -> Iterator[None]:
    if os.name != "posix" or not sys.stdin.isatty():
        yield
        return
    import termios

    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    try:
        yield
    finally:
        termios.tcsetattr(keyboard, termios.TCSADRAIN, before)


def edited(text: str) -> str | None:
    """A text as the reader leaves it in the editor; None when the editor failed or nothing was changed.

    Raises:
        OutsideError: the editor can't be run.
    """
    with tempfile.TemporaryDirectory(prefix="newstimeline-") as folder:
        file = Path(folder, "note.md")
        file.write_text(text, encoding="utf-8")
        if run_here([*editor(), str(file)]) != 0:
            return None
        try:
            after = file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
    return None if after.strip() == text.strip() else after
