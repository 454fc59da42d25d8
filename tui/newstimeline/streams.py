"""Standard input, output and error: there whatever the shell has closed, and nothing written to them can do harm.

What we are told by paths, options, settings and other programs comes back in our own sentences, in those of argparse
and in Python's traces. All of these are written to `sys.stdout` and `sys.stderr`, so that is where they are cleaned.
Textual and rich write escape sequences of their own, to what `unfiltered` gives; the browser cleans its lines itself.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import TYPE_CHECKING, Any, TextIO, cast

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType


class HarmlessStream:
    """A text stream that writes what `clean.displayed` makes of a text; all else is as with the stream itself."""

    def __init__(self, stream: TextIO) -> None:
        """`stream` gets the harmless text."""
        self.unfiltered = stream

    def write(self, text: str) -> int:
        """Write a text; the result is its own length, as its writer expects."""
        self.unfiltered.write(_harmless(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.unfiltered, name)


def _harmless(text: str) -> str:
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    from newstimeline.clean import displayed  # much of what is said is plain ASCII, and a start does not wait for more

    return displayed(text.replace("\r\n", "\n"))


def unfiltered(stream: TextIO) -> TextIO:
    """The stream to which a text is written as it is."""
    return stream.unfiltered if isinstance(stream, HarmlessStream) else stream


class StreamClosedError(OSError):
    """A standard stream is needed that whoever started us has closed."""


class _Closed(io.RawIOBase):
    """In the place of a stream that the shell has closed."""

    def __init__(self, number: int, name: str) -> None:
        self._number = number
        self._name = name

    def fileno(self) -> int:
        return self._number

    def readable(self) -> bool:
        return self._number == 0

    def writable(self) -> bool:
        return self._number != 0

    def readinto(self, _: object) -> int:
        raise StreamClosedError(errno.EBADF, f"{self._name} is closed")

    def write(self, _: object) -> int:
        raise StreamClosedError(errno.EBADF, f"{self._name} is closed")


def _reserve_descriptors() -> None:
    """Keep 0 to 2 from whatever is opened next: what is meant for a screen would be written into the library."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free


class HarmlessStreams:
    """The standard streams, complete and harmless as long as this context lasts."""

    def __enter__(self) -> None:
        self._before = sys.stdin, sys.stdout, sys.stderr
        if None in self._before:
            _reserve_descriptors()
            sys.stdin = sys.stdin or io.TextIOWrapper(io.BufferedReader(_Closed(0, "standard input")), "utf-8")
            sys.stdout = sys.stdout or io.TextIOWrapper(io.BufferedWriter(_Closed(1, "standard output")), "utf-8")
            sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", closefd=False)
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")  # what an encoding lacks
        sys.stdout, sys.stderr = (cast("TextIO", HarmlessStream(output)) for output in (sys.stdout, sys.stderr))

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        sys.stdin, sys.stdout, sys.stderr = self._before


def print_trace(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Print where an error was raised, as `sys.excepthook` does, harmlessly."""
    import traceback

    with HarmlessStreams():
        traceback.print_exception(kind, error, trace)
