"""`newstimeline serve` in a process of its own, on a free port of this machine."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_PATIENCE = 60
"""Seconds."""


@dataclass(frozen=True)
class Served:
    """A server that listens."""

    process: subprocess.Popen[str]
    port: int
    token: str
    said: str
    """On standard error, until it listened."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def cookie(self) -> str:
        return f"newstimeline-{self.port}={self.token}"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    return number


@contextmanager
def served(library: Path, *options: str) -> Iterator[Served]:
    """Serve a library until the end of the block."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "newstimeline", "serve", "--port", str(port), "--library", str(library), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    with process.stderr:
        try:
            said = ""
            while "Ctrl+C" not in said:
                line = process.stderr.readline()
                assert line, f"the server has ended: {said}"
                said += line
            told = re.search(r"token=(\S+)", said)
            yield Served(process, port, told[1] if told else "", said)
        finally:
            process.terminate()
            process.wait(timeout=_PATIENCE)
