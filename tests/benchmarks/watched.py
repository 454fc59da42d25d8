"""A program in a real pseudo-terminal that is timed from outside: each of its bytes has the moment when it came.

The screen is made of the bytes only once the program is quiet, so that making it never delays what is measured.
"""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from support.terminal import KEYS, Terminal, running

BARE = (
    "from textual.app import App\nfrom textual.widgets import Static\n"
    "class Bare(App):\n    def compose(self): yield Static('first paint')\nBare().run()"
)
"""The smallest application that Textual can have."""
QUIET = 0.06
"""Seconds without a byte after which a screen is taken to be finished; Textual's frames follow each other sooner."""
_PAUSE = 0.005
"""Seconds without a byte that lie between two frames."""
_PATIENCE = 30.0
_LIST_COLUMN = 3
"""A column of the timeline whose background shows where the cursor stands."""
_ROW = re.compile(r" +[●◐○·] \w")
"""An event on the screen: how firm its date is, and its title."""
_SEQUENCE = re.compile(rb"\x1b\[[0-9;:?<=>]*[A-Za-z]|\x1b[()][0-9A-B]")

PEERS = {"lnav": rb'"schema"', "vd": rb"title", "posting": rb"Collection", "harlequin": rb"Query Editor"}
"""Other programs, and what their first screen has."""
READ_EVENTS = ("lnav", "vd")

Condition = Callable[["Watched"], bool]


@dataclass(frozen=True)
class Program:
    """A command, and the characters by which its first screen is known."""

    name: str
    command: Path
    arguments: tuple[str, ...]
    first_screen: re.Pattern[bytes]


@dataclass(frozen=True)
class Answer:
    """Seconds from a key to the ends of the first and the last frame that changed the screen."""

    first: float
    last: float


class Watched(Terminal):
    """A program that was started at a moment."""

    def __init__(self, terminal: Terminal, size: tuple[int, int], started: float) -> None:
        super().__init__(terminal.child, size)
        self.started = started
        self.last_byte = started
        self._unseen: list[tuple[float, bytes]] = []

    @property
    def pid(self) -> int:
        assert self.child.pid is not None
        return self.child.pid

    @property
    def resident(self) -> int:
        """Bytes of memory."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        return int(status.partition("VmRSS:")[2].split()[0]) * 1024

    @property
    def processor_time(self) -> float:
        """Seconds that its threads have run; the ticks of `stat` would be too coarse for an idle program."""
        threads = Path(f"/proc/{self.pid}/task").iterdir()
        return sum(int((one / "schedstat").read_text(encoding="utf-8").split()[0]) for one in threads) / 1e9

    def send(self, *keys: str) -> float:
        """Press keys at once, without pexpect's own pause before each; returns when."""
        moment = time.monotonic()
        os.write(self.child.child_fd, "".join(KEYS.get(key, key) for key in keys).encode())
        return moment

    def listen(self, seconds: float) -> bool:
        """Take the next bytes, unless none come for some seconds; returns whether any came."""
        if not select.select([self.child.child_fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.child.child_fd, 65536)
        except OSError:
            data = b""
        if not data:
            self._draw()
            raise AssertionError(f"the program has ended; the screen shows:\n{self.text}")
        self.last_byte = time.monotonic()
        self._unseen.append((self.last_byte, data))
        return True

    def listen_until(self, moment: float) -> None:
        """Take all bytes that come before a moment."""
        while (left := moment - time.monotonic()) > 0:
            self.listen(left)

    def rest(self, quiet: float = 2 * QUIET) -> None:
        """Take all bytes until the program is quiet, and draw them."""
        deadline = time.monotonic() + _PATIENCE
        while self.listen(quiet) and time.monotonic() < deadline:
            pass
        self._draw()

    def first_screen(self, program: Program) -> float:
        """Seconds from the start to the characters of the first screen."""
        deadline = time.monotonic() + _PATIENCE
        while not program.first_screen.search(_SEQUENCE.sub(b"", b"".join(data for _, data in self._unseen))):
            if not self.listen(_PATIENCE) or time.monotonic() > deadline:
                self._draw()
                raise AssertionError(f"{program.name} showed no first screen but:\n{self.text}")
        return self.last_byte - self.started

    def fulfilled(self, condition: Condition, what: str) -> float:
        """The moment of the bytes with which the screen came to fulfil a condition."""
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            while self.listen(QUIET):
                pass
            while self._unseen:
                moment, data = self._unseen.pop(0)
                self._take_alone(data)
                if condition(self):
                    return moment
        raise AssertionError(f"waited in vain for {what}; the screen shows:\n{self.text}")

    def answer(self, key: str, patience: float = 1.0) -> Answer | None:
        """Press a key and wait until the program is quiet; None where it changes nothing."""
        sent, changes = self.send(key), list[float]()
        while not changes and self.listen(patience):
            while self.listen(QUIET):
                pass
            changes = self.changes()
        return Answer(changes[0] - sent, changes[-1] - sent) if changes else None

    def changes(self) -> list[float]:
        """Draw what has come frame by frame; the moments of those that changed the screen."""
        moments, before = list[float](), self.picture
        while self._unseen:
            moment, data = self._unseen.pop(0)
            while self._unseen and self._unseen[0][0] - moment < _PAUSE:
                moment, more = self._unseen.pop(0)
                data += more
            self._take_alone(data)
            if (now := self.picture) != before:
                moments.append(moment)
            before = now
        return moments

    @property
    def picture(self) -> tuple[list[str], list[str]]:
        """The characters of the screen, and where the cursor of the list stands."""
        return list(self._screen.display), self._backgrounds

    @property
    def cursor_row(self) -> str:
        """The event of the list whose background is unlike the others'; empty while there is none."""
        colours = self._backgrounds
        usual = Counter(colours).most_common(1)[0][0]
        rows = self._screen.display
        lines = (y for y, colour in enumerate(colours) if colour != usual and _ROW.match(rows[y]))
        return next((rows[y].partition("▏")[0].rstrip() for y in lines), "")

    @property
    def _backgrounds(self) -> list[str]:
        return [self._screen.buffer[y][_LIST_COLUMN].bg for y in range(self._screen.lines)]

    def _draw(self) -> None:
        data = b"".join(data for _, data in self._unseen)
        self._unseen.clear()
        self._take_alone(data)

    def _take_alone(self, data: bytes) -> None:
        self.received = b""  # or else megabytes are copied with each key
        self.take(data)


@contextmanager
def started(program: Program, home: Path, size: tuple[int, int]) -> Iterator[Watched]:
    """Run a program until the block ends; then it is killed, so that it leaves nothing for the next start."""
    moment = time.monotonic()
    with running(*program.arguments, home=home, size=size, command=str(program.command)) as terminal:
        try:
            yield Watched(terminal, size, moment)
        finally:
            terminal.child.kill(signal.SIGKILL)


def newstimeline(library: Path) -> Program:
    """The installed program on a library, known by its first event."""
    command = Path(sys.executable).with_name("newstimeline")
    return Program(library.stem, command, ("--library", str(library)), re.compile("[●◐○] [a-z]".encode()))


BARE_TEXTUAL = Program("bare Textual", Path(sys.executable), ("-c", BARE), re.compile(b"first paint"))


def peers(events: Path, folder: Path | None) -> dict[str, Program | None]:
    """Other programs, some with events to read; None for what is not installed."""
    found: dict[str, Program | None] = dict.fromkeys(PEERS)
    for name, words in PEERS.items():
        if path := shutil.which(name, path=str(folder) if folder else None):
            arguments = (str(events),) if name in READ_EVENTS else ()
            found[name] = Program(name, Path(path), arguments, re.compile(words))
    return found
