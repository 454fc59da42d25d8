"""A real pseudo-terminal with the installed program in it, and the screen that a terminal would make of its bytes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pexpect
import pyte

_PATIENCE = 60
"""Seconds; generous, since a loaded machine is slow and a working program ends the wait at once."""

KEYS = {"enter": "\r", "escape": "\x1b", "tab": "\t", "down": "\x1b[B", "up": "\x1b[A", "pagedown": "\x1b[6~"}


class Terminal:
    """The program's side is a pseudo-terminal; ours is the screen and every byte it received."""

    def __init__(self, child: pexpect.spawn[Any], size: tuple[int, int]) -> None:
        self.child = child
        self.received = b""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, *keys: str) -> None:
        """Press named keys, or type what is no key's name. Wait for what Escape does: with the next key it is Alt."""
        for key in keys:
            self.child.send(KEYS.get(key, key))

    def wait_for(self, condition: Callable[[str], bool], what: str) -> str:
        """Read until the screen fulfils a condition; returns the screen."""
        deadline = time.monotonic() + _PATIENCE
        while not condition(self.text):
            if time.monotonic() > deadline:
                raise AssertionError(f"waited in vain for {what}; the screen shows:\n{self.text}")
            self._read()
        return self.text

    def wait_for_text(self, words: str) -> str:
        """Read until the screen shows these words."""
        return self.wait_for(lambda text: words in text, repr(words))

    def read_for(self, seconds: float) -> None:
        """Take what comes within some time; for kills at chosen moments only."""
        try:
            self.take(self.child.read_nonblocking(65536, timeout=seconds))
        except (pexpect.TIMEOUT, pexpect.EOF):
            return

    def wait_for_end(self) -> int:
        """Read until the program ends; returns its exit code."""
        deadline = time.monotonic() + _PATIENCE
        while self._read():
            if time.monotonic() > deadline:
                raise AssertionError(f"the program did not end; the screen shows:\n{self.text}")
        self.child.wait()
        assert self.child.exitstatus is not None
        return self.child.exitstatus

    def _read(self) -> bool:
        try:
            data = self.child.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.take(data)
        return True

    def take(self, data: bytes) -> None:
        """Put what the program has written on the screen."""
        self.received += data
        self._stream.feed(_without_queries(data))


def _without_queries(data: bytes) -> bytes:
    """pyte shows a few private sequences that real terminals swallow."""
    for sequence in (b"\x1b[?2026$p", b"\x1b[?2048$p", b"\x1b[>1u", b"\x1b[<u", b"\x1b[c"):
        data = data.replace(sequence, b"")
    return data


_OWN = ("NO_COLOR", "NEWSTIMELINE_LIBRARY", "NEWSTIMELINE_CONFIG")
"""What the developer's own environment may say of the program."""


@contextmanager
def running(
    *arguments: str, home: Path, size: tuple[int, int] = (100, 30), command: str | None = None
) -> Iterator[Terminal]:
    """Run the program, or another command, until the block ends."""
    environment = {
        **{key: value for key, value in os.environ.items() if key not in _OWN},
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }
    child: pexpect.spawn[Any] = pexpect.spawn(
        command or sys.executable,
        list(arguments) if command else ["-m", "newstimeline", *arguments],
        dimensions=(size[1], size[0]),
        env=environment,
        timeout=_PATIENCE,
    )
    try:
        yield Terminal(child, size)
    finally:
        child.close(force=True)
