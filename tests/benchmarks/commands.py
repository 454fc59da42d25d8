"""How fast commands start on a stored library, against a Python that loads SQLite and numpy, in turn within one run.

    python tests/benchmarks/commands.py LIBRARY [ROUNDS]

Medians in milliseconds, and the ratio of the medians. What is printed goes nowhere.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

BARE = (sys.executable, "-c", "import sqlite3, numpy")
COMMANDS = (("list",), ("list", "--limit", "50"), ("people", "--limit", "20"), ("stats",))


def main(library: Path, rounds: int) -> None:
    """Measure each command beside the bare Python."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or else each start compiles everything anew
    program = str(Path(sys.executable).with_name("newstimeline"))
    for command in COMMANDS:
        ours = (program, "--library", str(library), *command)
        seconds(ours)  # compiles and warms
        pairs = [(seconds(BARE), seconds(ours)) for _ in range(rounds)]
        bare, own = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
        print(f"{' '.join(command):<20} {own:.0f} against {bare:.0f}: {own / bare:.2f}")


def seconds(command: tuple[str, ...]) -> float:
    """How long one start takes."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 15)
