"""Reading in a process of its own, which may hang, run out of memory or crash without harming anything else.

One process reads one file after another and hands back what it finds through a pipe, which holds little: it gets no
further ahead than what is taken. The system ends it when it takes too long or too much (`setrlimit`), and here it is
ended when it stays silent. Of an archive, only the file within it at which that happened is lost: another process reads
the archive again and passes over it.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from newstimeline.children import interrupts_ignored
from newstimeline.reading.format_detection import read_stream
from newstimeline.reading.outcome import Parsed, Skipped
from newstimeline.reading.parser_process import Entered, Limits, Message, Read, Sign, Task, serve

_MOST_LOSSES = 10
"""Files within an archive that may be lost before the rest of it is given up; each means reading it again."""
_FILES_A_PROCESS = 1_000
"""After which another one takes over, since some libraries never give back all of their memory."""


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

    def read(self, path: str, name: str) -> Iterator[Parsed]:
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

    def _attempt(self, path: str, name: str, course: _Course) -> Iterator[Parsed]:
        """Yield what was not yielded before.

        Raises:
            _EndedError: the process has ended, and `course` tells where.
        """
        connection = self._connected()
        finished = False
        try:
            connection.send(Task(path, name, course.lost, course.told))
            while (message := self._next(connection)) is not Sign.DONE:
                if isinstance(message, Entered):
                    course.enter(message)
                elif not isinstance(message, Sign):
                    course.told += 1
                    yield message
            finished = True
        except (EOFError, ConnectionError):
            raise self._ended() from None
        finally:
            if not finished:
                self._end()  # also when nobody wants the rest

    def _next(self, connection: Connection) -> Message:
        if not connection.poll(self._limits.silence):
            raise _EndedError(f"it took longer than {self._limits.silence} seconds to read")
        message: Message = connection.recv()
        return message

    def _ended(self) -> _EndedError:
        """Why the process has ended."""
        assert self._process
        self._process.join()
        code = self._process.exitcode
        if hasattr(signal, "SIGXCPU") and code == -signal.SIGXCPU:
            return _EndedError(f"it took longer than {self._limits.seconds} seconds to read")
        if hasattr(signal, "SIGKILL") and code == -signal.SIGKILL:
            return _EndedError("its reader was ended by the system, perhaps for want of memory")
        return _EndedError("its reader crashed on it")

    def _connected(self) -> Connection:
        self._files += 1
        if self._files > _FILES_A_PROCESS:
            self._end()
        if self._connection is None:
            # "spawn": a fork of a process with threads may hang, and would share the parent's open library.
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            arguments = (theirs, self._read, self._limits)
            self._process = context.Process(target=serve, args=arguments, name="reading", daemon=True)
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


@dataclass(slots=True)
class _Course:
    """How far the reading of a file has come, over all its attempts."""

    lost: frozenset[int] = frozenset()
    told: int = 0
    entered: Entered | None = None
    told_then: int = 0

    def enter(self, entered: Entered) -> None:
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
