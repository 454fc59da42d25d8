"""Seconds from starting the installed program to its first rows on the screen, in a real pseudo-terminal.

    python tests/benchmarks/first_screen.py [LIBRARY]

Prints the medians for the sample (and a library), and their ratio to a bare Textual application's first paint,
measured in turn within the same run.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import pexpect

ROUNDS = 9
BARE = (
    "from textual.app import App\nfrom textual.widgets import Static\n"
    "class Bare(App):\n    def compose(self): yield Static('first paint')\nBare().run()"
)


def seconds_until(words: str, arguments: list[str], home: str) -> float:
    """Start a program and wait for words on its screen."""
    own = {"PYTHONDONTWRITEBYTECODE": "", "HOME": home, "XDG_DATA_HOME": home, "TERM": "xterm-256color"}
    environment = {**os.environ, **own}
    started = time.monotonic()
    child = pexpect.spawn(sys.executable, arguments, dimensions=(30, 100), env=environment, timeout=60)
    child.expect(words)
    seconds = time.monotonic() - started
    child.close(force=True)
    return seconds


def main() -> None:
    cases = {"bare Textual": (["-c", BARE], "first paint"), "sample": (["-m", "newstimeline"], "November 2025")}
    if len(sys.argv) > 1:
        cases[Path(sys.argv[1]).name] = (["-m", "newstimeline", "--library", sys.argv[1]], r"\d events")
    measured: dict[str, list[float]] = {name: [] for name in cases}
    with tempfile.TemporaryDirectory() as home:
        for number in range(ROUNDS + 1):
            for name, (arguments, words) in cases.items():
                seconds = seconds_until(words, arguments, home)
                if number:  # the first round warms the caches
                    measured[name].append(seconds)
    bare = statistics.median(measured["bare Textual"])
    for name, values in measured.items():
        median = statistics.median(values)
        print(f"{name:<20} {median:6.3f} s   {median / bare:5.2f} times bare Textual   (worst {max(values):.3f} s)")


if __name__ == "__main__":
    main()
