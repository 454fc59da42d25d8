"""Reading in a process of its own, which may hang, run out of memory or crash without harming anything else.

One process reads one file after another and hands back what it finds through a pipe, which holds little: a reader gets
no further ahead than its reader takes. The system ends it when it takes too long or too much (`setrlimit`), and here
it is ended when it stays silent. Of an archive, only the file within it at which that happened is lost: another process
reads the archive again and passes over it.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import BinaryIO, cast

from newstimeline.children import end_with_parent, interrupts_ignored
from newstimeline.reading.outcome import MOST_MEMORY, Found, Skipped
from newstimeline.reading.recognising import read_stream
from newstimeline.reading.within import Enter

try:
    import resource
except ImportError:  # Windows: only silence ends a reader
    resource = None  # type: ignore[assignment]

_MOST_LOSSES = 10
"""Files within an archive that may be lost before the rest of it is given up; each means reading it again."""
_FILES_A_PROCESS = 1_000
"""After which another one takes over, since some libraries never give back all of their memory."""
_CRASHED = "its reader crashed on it"
_MAY_BE_RENEWED = 1.0
"""Seconds of processor time after which it is worth telling the system that the reading goes on."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading may take between one sign of progress and the next: a thing found, a file within, bytes read."""

    seconds: int = 30
    """Of processor time. The slowest page of 20 MiB takes a third of that."""
    silence: int = 120
    """Seconds by the clock, where the system counts no processor time or the reader waits for ever."""
    memory: int = MOST_MEMORY


Read = Callable[[BinaryIO, str, Enter], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class _Task:
    """What the process is to read."""

    path: str
    name: str
    lost: frozenset[int]
    """Files within, by number, to be passed over."""
    told: int
    """Things found that have been told already."""


@dataclass(frozen=True, slots=True)
class _Entered:
    """The process turns to a file within the one that it reads."""

    number: int
    place: str


@dataclass(slots=True)
class _Course:
    """How far the reading of a file has come, over all its attempts."""

    lost: frozenset[int] = frozenset()
    told: int = 0
    entered: _Entered | None = None
    told_then: int = 0

    def enter(self, entered: _Entered) -> None:
        self.entered = entered
        self.told_then = self.told

    def lose(self) -> str | None:
        """Have the next attempt pass over the file within that was read last; its place, None if that is no help."""
        lost = self.entered
        if lost is None or lost.number in self.lost:
            return None
        self.lost |= {lost.number}
        self.told = self.told_then
        self.entered = None
        return lost.place


class _EndedError(Exception):
    """The process is no more; the message says why."""


class Guard:
    """The process that reads what may do harm, started when there is something for it. Use as a context manager."""

    def __init__(self, limits: Limits | None = None, read: Read = read_stream) -> None:
        """Hold the reading to `limits`; `read` is a function of a module."""
        self._limits = limits or Limits()
        self._read = read
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._files = 0

    def __enter__(self) -> Guard:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read(self, path: str, name: str) -> Iterator[Found]:
        """Yield what a file holds, as `read_stream` does; what ends the process becomes a reason."""
        course = _Course()
        for _ in range(_MOST_LOSSES):
            try:
                yield from self._attempt(path, name, course)
            except _EndedError as ended:
                place = course.lose()
                yield Skipped(place or name, str(ended))
                if place is None:
                    return
            else:
                return
        yield Skipped(name, f"{_MOST_LOSSES} of the files within could not be read; the rest was not tried")

    def _attempt(self, path: str, name: str, course: _Course) -> Iterator[Found]:
        """
        Raises:
            _EndedError: the process has ended, and `course` tells where.
        """
        connection = self._connected()
        finished = False
        try:
            try:
                connection.send(_Task(path, name, course.lost, course.told))
            except OSError:
                raise self._ended() from None
            while (message := self._next(connection)) is not None:
                if isinstance(message, _Entered):
                    course.enter(message)
                else:
                    course.told += 1
                    yield message
            finished = True
        finally:
            if not finished:
                self._end()  # also when nobody wants the rest

    def _next(self, connection: Connection) -> Found | _Entered | None:
        try:
            if not connection.poll(self._limits.silence):
                self._end()
                raise _EndedError(f"it took longer than {self._limits.silence} seconds to read")
            message: Found | _Entered | None = connection.recv()
        except (EOFError, OSError):
            raise self._ended() from None
        return message

    def _ended(self) -> _EndedError:
        """Why the process has ended."""
        assert self._process
        self._process.join()
        code = self._process.exitcode
        self._end()
        if hasattr(signal, "SIGXCPU") and code == -signal.SIGXCPU:
            return _EndedError(f"it took longer than {self._limits.seconds} seconds to read")
        if hasattr(signal, "SIGKILL") and code == -signal.SIGKILL:
            return _EndedError("its reader was ended by the system, perhaps for want of memory")
        return _EndedError(_CRASHED)

    def _connected(self) -> Connection:
        self._files += 1
        if self._files > _FILES_A_PROCESS:
            self._end()
        if self._connection is None:
            # "spawn": a fork of a process with threads may hang, and would share the parent's open library.
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            arguments = (theirs, self._read, self._limits)
            self._process = context.Process(target=_serve, args=arguments, name="reading", daemon=True)
            with interrupts_ignored():
                self._process.start()
            theirs.close()  # so that its end is seen here
            self._files = 1
        return self._connection

    def _end(self) -> None:
        if self._connection:
            self._connection.close()
        if self._process:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._connection = self._process = None


def _serve(connection: Connection, read: Read, limits: Limits) -> None:
    """Read what is asked for until nobody asks any more."""
    end_with_parent()
    _be_silent()
    clock = _Clock(limits)
    while True:
        try:
            task: _Task = connection.recv()
        except EOFError:
            return
        for message in _read_task(task, read, connection, clock):
            connection.send(message)
        connection.send(None)


def _be_silent() -> None:
    """Have nothing that a library prints reach the user's terminal, and a crash leave no file behind."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    if resource:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class _Clock:
    """Moves the end that the system sets to this process, as long as the reading goes on."""

    def __init__(self, limits: Limits) -> None:
        self._seconds = limits.seconds
        self._renewed = -limits.seconds
        if resource:
            _limit(resource.RLIMIT_AS, limits.memory)

    def renew(self) -> None:
        now = time.process_time()
        if resource and now - self._renewed >= _MAY_BE_RENEWED:
            self._renewed = int(now)
            _limit(resource.RLIMIT_CPU, self._renewed + self._seconds + 1)


def _limit(what: int, most: int) -> None:
    """Lower a limit of the system, as far as it lets itself be."""
    _, hard = resource.getrlimit(what)
    with suppress(OSError, ValueError):  # a system that has it in name only; silence still ends the reading
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


class _Watched(io.FileIO):
    """A file whose reading is a sign of progress."""

    def __init__(self, path: str, clock: _Clock) -> None:
        super().__init__(path)
        self._clock = clock

    def readinto(self, buffer: bytearray) -> int | None:  # type: ignore[override]
        self._clock.renew()
        return super().readinto(buffer)


@dataclass(slots=True)
class _Turns:
    """Numbers the files within, and passes over those that were lost."""

    lost: frozenset[int]
    tell: Callable[[_Entered], None]
    number: int = field(default=0)

    def enter(self, place: str, _depth: int) -> bool:
        self.number += 1
        self.tell(_Entered(self.number, place))
        return self.number not in self.lost


def _read_task(task: _Task, read: Read, connection: Connection, clock: _Clock) -> Iterator[Found]:
    def tell(entered: _Entered) -> None:
        clock.renew()
        connection.send(entered)

    clock.renew()
    try:
        with io.BufferedReader(cast(io.RawIOBase, _Watched(task.path, clock))) as stream:
            for number, found in enumerate(read(stream, task.name, _Turns(task.lost, tell).enter)):
                clock.renew()
                if number >= task.told:
                    yield found
    except OSError as error:
        yield Skipped(task.name, f"it can't be opened: {error.strerror or error}")
