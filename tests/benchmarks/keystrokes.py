"""How long a reader waits while typing a filter, in the browser in a real pseudo-terminal.

    python tests/benchmarks/keystrokes.py FOLDER [WORDS]

FOLDER holds the libraries that `library.py make` has made. For each letter of some words: milliseconds from the key to
its echo, and from the key to the rows that it leaves, with the right number of them; once letter by letter, once with a
whole word sent in one burst, where only the last letter's rows count. Prints p50, p95 and p99. Each
figure has the 50 ms in it that pexpect waits before it sends; `browser.py` measures the echo without them.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.stories_by_number import World
from newstimeline.library.library import Library
from newstimeline.query import parse_query
from support.terminal import Terminal, running

SIZE = (120, 36)
TODAY = date(2026, 11, 1)
_COUNT = re.compile(r"([\d,]+) of ([\d,]+)")


def drawn_words(number: int) -> list[str]:
    """Words of the invented news, as often drawn as they occur."""
    world, rng = World(), np.random.default_rng(4)
    words = (world.words[int(np.exp(rng.random() * np.log(20_000))) - 1][:7] for _ in range(number * 3))
    return [word for word in words if len(word) > 2][:number]


def filter_line(text: str) -> str:
    """The line of the filter with its count at the end; empty when there is none."""
    return next((line for line in reversed(text.splitlines()) if _COUNT.search(line) and "/" in line), "")


def echoes(text: str, query: str) -> bool:
    """Whether the screen has the filter's letters."""
    return f"/ {query} " in f"{filter_line(text)} "


def shows(text: str, query: str, found: int, total: int) -> bool:
    """Whether the screen has a filter with its number of events."""
    return echoes(text, query) and filter_line(text).rstrip().endswith(f"{found:,} of {total:,}")


class Clock(Terminal):
    """A terminal that knows when each byte came, however long it takes to make a screen of them."""

    def __init__(self, terminal: Terminal) -> None:
        super().__init__(terminal.child, SIZE)
        self.received_at = 0.0
        self._chunks: SimpleQueue[tuple[float, bytes]] = SimpleQueue()
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        try:
            while data := os.read(self.child.child_fd, 65536):
                self._chunks.put((time.monotonic(), data))
        except OSError:
            pass  # the program has ended

    def _read(self) -> bool:
        try:
            self.received_at, data = self._chunks.get(timeout=0.1)
        except Empty:
            return True
        self.take(data)
        return True

    def rest(self) -> None:
        """Wait until nothing more comes."""
        while True:
            try:
                self.take(self._chunks.get(timeout=0.15)[1])
            except Empty:
                return


class Typist:
    """Types filters and notes how long each thing took."""

    def __init__(self, terminal: Clock, library: Library) -> None:
        self.terminal = terminal
        self.library = library
        self.total = len(library.everything())
        self.taken: dict[str, list[float]] = {"echo": [], "narrowed rows": [], "rows after a burst": []}

    def found(self, query: str) -> int:
        return len(self.library.find(parse_query(query, TODAY)))

    def waited(self, since: float, what: str) -> None:
        self.taken[what].append((self.terminal.received_at - since) * 1000)

    def type_slowly(self, word: str) -> None:
        """Letter by letter, each after the rows of the one before."""
        counts = [self.total, *(self.found(word[: n + 1]) for n in range(len(word)))]
        self.begin()
        for n in range(len(word)):
            self.terminal.rest()
            query, sent = word[: n + 1], time.monotonic()
            self.terminal.press(word[n])
            self.terminal.wait_for(lambda text, query=query: echoes(text, query), f"the echo of {query!r}")  # type: ignore[misc]
            self.waited(sent, "echo")
            wanted = (query, counts[n + 1], self.total)
            self.terminal.wait_for(lambda text, wanted=wanted: shows(text, *wanted), f"the rows of {wanted}")  # type: ignore[misc]
            if counts[n + 1] != counts[n]:  # or else nobody can see when they came
                self.waited(sent, "narrowed rows")
        self.end()

    def type_at_once(self, word: str) -> None:
        """All letters in one burst."""
        found = self.found(word)
        self.begin()
        self.terminal.rest()
        sent = time.monotonic()
        self.terminal.press(word)
        self.terminal.wait_for(lambda text: shows(text, word, found, self.total), f"the rows of {word!r}")
        self.waited(sent, "rows after a burst")
        self.end()

    def begin(self) -> None:
        self.terminal.press("/")
        everything = f"{self.total:,} of {self.total:,}"
        self.terminal.wait_for(lambda text: filter_line(text).rstrip().endswith(everything), "the empty filter")

    def end(self) -> None:
        self.terminal.press("escape")
        self.terminal.wait_for(lambda text: not filter_line(text), "the list without a filter")


def measured(path: Path, words: list[str]) -> dict[str, list[float]]:
    """Type all words into the browser of a library."""
    with (
        tempfile.TemporaryDirectory() as home,
        Library(path) as library,
        running("--library", str(path), home=Path(home), size=SIZE) as terminal,
    ):
        typist = Typist(clock := Clock(terminal), library)
        clock.wait_for_text(f"{typist.total:,} events")
        for word in words:
            typist.type_slowly(word)
            typist.type_at_once(word)
        status = Path(f"/proc/{terminal.child.pid}/status").read_text(encoding="utf-8")
        peak = int(status.partition("VmHWM:")[2].split()[0]) // 1024
        print(f"the browser at {typist.total:,} events took up to {peak} MB")
        return typist.taken


def main() -> None:
    """Print the tables."""
    folder = Path(sys.argv[1])
    words = drawn_words(int(sys.argv[2]) if len(sys.argv) > 2 else 40)
    paths = sorted(folder.glob("[0-9]*.sqlite"), key=lambda path: int(path.stem))
    taken = {int(path.stem): measured(path, words) for path in (paths[0], paths[-1])}
    least, most = taken
    print(f"| milliseconds from the key | {least:,}: p50 / p95 / p99 | {most:,}: p50 / p95 / p99 | ratio of p95 |")
    print("|---|---|---|---|")
    for what in taken[least]:
        cells = [
            " / ".join(f"{np.percentile(taken[n][what], share):.0f}" for share in (50, 95, 99)) for n in (least, most)
        ]
        ratio = np.percentile(taken[most][what], 95) / np.percentile(taken[least][what], 95)
        print(f"| {what} | {' | '.join(cells)} | {ratio:.1f} |")


if __name__ == "__main__":
    main()
