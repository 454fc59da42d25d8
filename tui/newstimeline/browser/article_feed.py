"""Articles that are read while the browser is open: `newstimeline add` in another process, and what it reports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class SkippedInput:
    """Something that could not be read."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Progress:
    """What has been read so far."""

    files: int = 0
    """How many there are to read."""
    articles: int = 0
    events: int = 0
    skipped: int = 0
    finished: bool = False
    reasons: tuple[SkippedInput, ...] = ()
    """Known when it has finished."""
    trouble: str | None = None
    """Why the reading broke off."""


class Feed:
    """The reading process."""

    def __init__(self, arguments: list[str], library: Path, standard_input: int | None = None) -> None:
        """Pass `arguments`, paths and options, to `add`; the file descriptor `standard_input` stands for `-`."""
        self._command = [sys.executable, "-P", "-m", "newstimeline", "--library", str(library), "add", "--json"]
        self._command += arguments
        self._input = standard_input
        self._process: subprocess.Popen[str] | None = None
        self.progress = Progress()

    def start(self, tell: Callable[[Progress], object]) -> None:
        """Begin reading; `tell` is called in a thread of its own at each step."""
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL if self._input is None else self._input,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # the screen is the browser's
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            pass_fds=tuple(_descriptors(self._command)),
            start_new_session=True,  # Ctrl-C in the browser is a key, not an interrupt
        )
        threading.Thread(target=self._listen, args=(tell,), name="feed", daemon=True).start()

    def stop(self) -> None:
        """End the reading, done or not."""
        if self._process and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(timeout=5)

    def _listen(self, tell: Callable[[Progress], object]) -> None:
        assert self._process
        assert self._process.stdout
        with self._process.stdout as steps:
            for line in steps:
                self.progress = _progress(json.loads(line))
                tell(self.progress)
        code = self._process.wait()
        if not self.progress.finished:
            trouble = f"the reading process ended early (exit code {code})"
            self.progress = replace(self.progress, finished=True, trouble=trouble)
            tell(self.progress)


def _descriptors(words: list[str]) -> Iterator[int]:
    """Those that a shell has opened for us and named, as for `<(…)`."""
    for word in words:
        folder, _, number = word.rpartition("/")
        if folder in ("/dev/fd", "/proc/self/fd") and number.isdecimal() and int(number) > 2:
            yield int(number)


def _progress(step: dict[str, Any]) -> Progress:
    if not step["finished"]:
        return Progress(step["files"], step["read"], step["events"], step["skipped"])
    reasons = tuple(SkippedInput(item["place"], item["reason"]) for item in step["skipped"])
    skipped = len(reasons) + step["unlisted"]
    if step["unlisted"]:
        reasons += (SkippedInput(f"{step['unlisted']:,} more", "run 'newstimeline add' on them to see each"),)
    return Progress(step["files"], step["read"], step["events"], skipped, finished=True, reasons=reasons)
