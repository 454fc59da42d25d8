"""Files within files: how deep they may lie, and how many and how large they may be.

What is unpacked is counted over the whole of the outermost file, however the files within it are nested: a bomb hides
its size in levels, or in many small parts. Nothing is ever written under a name that an archive gives.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, Protocol, cast

from newstimeline.clean import clean_line
from newstimeline.reading.input_file import InputFile, Parser
from newstimeline.reading.outcome import Parsed, Unreadable, with_reasons
from newstimeline.reading.publication_date_checks import Clock, utc_today

DEEPEST = 5
"""Levels of files within files, each compression being one."""
MOST_FILES = 100_000
"""Files within one."""
LARGEST_MEMBER = 4 * 2**30
"""Bytes that one file within unpacks to."""
LARGEST_WHOLE = 32 * 2**30
"""Bytes that everything in one file unpacks to."""
LARGEST_RATIO = 200
"""Times its own size to which a file may unpack. Texts shrink to a tenth, repetitive data to a fiftieth."""
_SURELY_HARMLESS = 64 * 2**20
"""Bytes up to which the ratio does not matter."""
LARGEST_SPOOL = 2 * 2**30
"""Bytes of a file that can't be read where it is and must be kept aside."""
_IN_MEMORY = 4 * 2**20
_PIECE = 2**20
_DAMAGED = "it is damaged or cut short"
LINK = "it is a link, and links in archives are not followed"
"""Why such a file within is passed over."""

Enter = Callable[[str, int], bool]
"""Is told of each file within, by its place and its depth, before it is read; answers whether to read it."""


def enter_all(_place: str, _depth: int) -> bool:
    """Read every file within."""
    return True


class Readable(Protocol):
    """Whatever gives the bytes of a file within another one."""

    def read1(self, size: int, /) -> bytes:
        """Some of the next bytes, at most so many, without losing them to damage further on; none at the end."""


@dataclass(slots=True)
class Allowance:
    """What may still be unpacked from one outermost file."""

    packed: int | None
    """Its size in bytes, None where nobody knows."""
    enter: Enter
    unpacked: int = 0
    files: int = 0
    spent: bool = field(default=False)
    """Whether a limit of the whole has been met, and reported."""

    def count_file(self) -> None:
        """Have one more file within.

        Raises:
            Unreadable: it is one too many.
        """
        self.files += 1
        if self.files > MOST_FILES:
            raise self._refusal(f"there are more than {MOST_FILES:,} files within; what follows was not read")

    def count_bytes(self, size: int) -> None:
        """Have so many bytes more.

        Raises:
            Unreadable: they are too many.
        """
        self.unpacked += size
        if self.unpacked > LARGEST_WHOLE:
            reason = (
                f"the archive unpacks to more than {LARGEST_WHOLE // 2**30} GiB; what follows was not read: split it"
            )
            raise self._refusal(reason)
        most = LARGEST_RATIO * self.packed if self.packed is not None else LARGEST_WHOLE
        if self.unpacked > max(_SURELY_HARMLESS, most):
            times = f"more than {LARGEST_RATIO} times its size"
            raise self._refusal(f"the archive unpacks to {times}, as a bomb does; what follows was not read")

    def _refusal(self, reason: str) -> Unreadable:
        self.spent = True
        return Unreadable(reason)


@dataclass(frozen=True, slots=True)
class Inner:
    """Reads the files within another one."""

    read: Parser
    allowance: Allowance
    clock: Clock = utc_today
    """Gives the day after which nothing was published."""
    depth: int = 0

    @property
    def is_spent(self) -> bool:
        """Whether a limit of the whole was met, so that nothing more is to be unpacked."""
        return self.allowance.spent

    def __call__(self, stream: BinaryIO, name: str) -> Iterator[Parsed]:
        """Yield what a file within holds; `name` is its place, clean."""
        deeper = replace(self, depth=self.depth + 1)
        return self.reading(name, self.read(InputFile(stream, name, deeper)))

    def reading(self, place: str, contents: Iterator[Parsed]) -> Iterator[Parsed]:
        """What a file within holds, of which the reader of the outer one knows how to read it."""
        if self.enters(place):
            yield from with_reasons(place, contents)

    def enters(self, place: str) -> bool:
        """Turn to a part of the file, and tell whether to read it: one that has ended its reader is left out."""
        return self.allowance.enter(place, self.depth + 1)

    def check_depth(self) -> None:
        """Have another level of files within.

        Raises:
            Unreadable: it is one too many.
        """
        if self.depth >= DEEPEST:
            raise Unreadable(f"it lies within {DEEPEST} other files, and what lies within it is not read: unpack it")

    def unpacked(self, packed: Readable | IO[bytes]) -> io.BufferedReader:
        """A file within as a stream that counts what comes out of it.

        Raises:
            Unreadable: there are too many files within.
        """
        self.allowance.count_file()
        # The size of the buffer is how far a reader can look ahead.
        return io.BufferedReader(_Counted(cast(Readable, packed), self.allowance), _PIECE)


class _Counted(io.RawIOBase):
    """Bytes as they are unpacked; raises `Unreadable` where they are damaged or too many, after what came before."""

    def __init__(self, packed: Readable, allowance: Allowance) -> None:
        self._packed = packed
        self._allowance = allowance
        self._size = 0
        self._trouble: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        filled = 0
        while filled < len(buffer) and not self._trouble:
            try:
                piece = self._piece(len(buffer) - filled)
            except (OSError, MemoryError, Unreadable) as error:
                self._trouble = error
            else:
                if not piece:
                    break
                buffer[filled : filled + len(piece)] = piece
                filled += len(piece)
        if self._trouble and not filled:
            raise self._trouble
        return filled

    def _piece(self, size: int) -> bytes:
        try:
            piece = self._packed.read1(size)
        except (Unreadable, MemoryError):
            raise
        except Exception as error:  # each library has errors of its own for damage, and some come from C
            if isinstance(error, OSError) and error.errno:
                raise
            raise Unreadable(_DAMAGED) from None
        self._size += len(piece)
        if self._size > LARGEST_MEMBER:
            raise Unreadable(f"it unpacks to more than {LARGEST_MEMBER // 2**30} GiB; the rest of it was not read")
        self._allowance.count_bytes(len(piece))
        return piece


def size_of(stream: BinaryIO) -> int | None:
    """How many bytes a stream has, where it can tell."""
    if not stream.seekable():
        return None
    at = stream.tell()
    size = stream.seek(0, os.SEEK_END)
    stream.seek(at)
    return size


@contextmanager
def seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream itself where one can go back in it, else a copy of the rest in a nameless temporary file.

    Raises:
        Unreadable: it is too large for that.
        OSError: it can't be read, or the copy not be written.
    """
    if stream.seekable():
        yield stream
        return
    with SpooledTemporaryFile(_IN_MEMORY) as copy:
        copy_to(copy, stream)
        copy.seek(0)
        yield cast(BinaryIO, copy)


def copy_to(kept: IO[bytes], stream: BinaryIO) -> None:
    """Copy what a stream still has.

    Raises:
        Unreadable: it is too large for that.
        OSError: it can't be read, or the copy not be written.
    """
    size = 0
    while piece := stream.read(_PIECE):
        size += len(piece)
        if size > LARGEST_SPOOL:
            most = LARGEST_SPOOL // 2**30
            raise Unreadable(f"it is larger than {most} GiB, too large to be kept aside: save it as a file of its own")
        kept.write(piece)


def place_within(name: str, member: str) -> str:
    """How a file within another one is named to the user."""
    return f"{name}, {clean_line(member) or 'a file without a name'}"


def is_hidden(member: str) -> bool:
    """Whether a file within is one that a folder would hide, or that a system put there for itself."""
    parts = member.replace("\\", "/").split("/")
    return any(part.startswith(".") and part not in (".", "..") for part in parts) or parts[0] == "__MACOSX"
