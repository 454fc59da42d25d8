"""What runs in the process that reads, and what is said between it and whoever asked: see `guarded`."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from multiprocessing.connection import Connection
from typing import BinaryIO, cast

from newstimeline.children import end_with_parent
from newstimeline.reading.nested_files import Enter
from newstimeline.reading.outcome import MOST_MEMORY, Parsed, Skipped

try:
    import resource
except ImportError:  # Windows: only silence ends a reader
    resource = None  # type: ignore[assignment]

Read = Callable[[BinaryIO, str, Enter], Iterator[Parsed]]
_MAY_BE_RENEWED = 1.0
"""Seconds of processor time after which it is worth telling the system that the reading goes on."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading may take between one sign of progress and the next: a thing found, a file within, bytes read."""

    seconds: int = 30
    """Of processor time. The slowest page that is read takes a few."""
    silence: int = 120
    """Seconds by the clock, where the system counts no processor time or the reader waits for ever."""
    memory: int = MOST_MEMORY


@dataclass(frozen=True, slots=True)
class Task:
    """What the process is to read."""

    path: str
    name: str
    lost: frozenset[int]
    """Files within, by number, to be passed over."""
    told: int
    """Things found that have been told already."""


@dataclass(frozen=True, slots=True)
class Entered:
    """The process turns to a file within the one that it reads."""

    number: int
    place: str


class Sign(Enum):
    """What else the process says."""

    GOES_ON = "goes on"
    DONE = "done"


Message = Parsed | Entered | Sign


def serve(connection: Connection, read: Read, limits: Limits) -> None:
    """Read what is asked for until nobody asks any more."""
    end_with_parent()
    _be_silent()
    if resource:
        _limit(resource.RLIMIT_AS, limits.memory)
    progress = ParserProgress(connection, limits)
    while True:
        try:
            task: Task = connection.recv()
        except EOFError:
            return
        for message in _read_task(task, read, progress):
            progress.tell(message)
        progress.tell(Sign.DONE)


def _be_silent() -> None:
    """Have nothing that a library prints reach the user's terminal, and a crash leave no file behind."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    if resource:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class ParserProgress:
    """Tells what is found, and moves the ends that are set to this process as long as the reading goes on."""

    def __init__(self, connection: Connection, limits: Limits) -> None:
        self._connection = connection
        self._seconds = limits.seconds
        self._renewed = -_MAY_BE_RENEWED
        self._sometimes = limits.silence / 10
        self._told = time.monotonic()

    def tell(self, message: Message) -> None:
        """Tell whoever asked."""
        self._connection.send(message)
        self._told = time.monotonic()
        self._renew()

    def go_on(self) -> None:
        """Note that something was read, though nothing found yet."""
        if time.monotonic() - self._told > self._sometimes:
            self.tell(Sign.GOES_ON)
        else:
            self._renew()

    def _renew(self) -> None:
        now = time.process_time()
        if resource and now - self._renewed >= _MAY_BE_RENEWED:
            self._renewed = now
            _limit(resource.RLIMIT_CPU, int(now) + self._seconds + 1)


def _limit(what: int, most: int) -> None:
    """Lower a limit of the system, as far as it lets itself be."""
    _, hard = resource.getrlimit(what)
    with suppress(OSError, ValueError):  # a system that has it in name only; silence still ends the reading
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


class Watched(io.FileIO):
    """A file whose reading is a sign of progress."""

    def __init__(self, path: str, progress: ParserProgress) -> None:
        super().__init__(path)
        self._progress = progress

    def readinto(self, buffer: bytearray) -> int | None:  # type: ignore[override]
        """Read into a buffer, as the readers' streams do."""
        self._progress.go_on()
        return super().readinto(buffer)


class _Turns:
    """Numbers the files within, and passes over those that were lost."""

    def __init__(self, lost: frozenset[int], progress: ParserProgress) -> None:
        self._lost = lost
        self._progress = progress
        self._number = 0

    def enter(self, place: str, _depth: int) -> bool:
        self._number += 1
        self._progress.tell(Entered(self._number, place))
        return self._number not in self._lost


def _read_task(task: Task, read: Read, progress: ParserProgress) -> Iterator[Parsed]:
    progress.go_on()
    try:
        with io.BufferedReader(cast(io.RawIOBase, Watched(task.path, progress))) as stream:
            for number, parsed in enumerate(read(stream, task.name, _Turns(task.lost, progress).enter)):
                if number >= task.told:
                    yield parsed
    except OSError as error:
        yield Skipped(task.name, f"it can't be opened: {error.strerror or error}")
