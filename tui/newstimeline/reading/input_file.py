"""What every parser of files is given, and what one is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol

from newstimeline.reading.outcome import Parsed

if TYPE_CHECKING:
    from newstimeline.reading.nested_files import Inner


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that is read."""

    stream: BinaryIO
    """At its beginning."""
    name: str
    inner: Inner
    """Reads what lies within."""
    address: str = ""
    """Where it was saved from, if what it was saved in says so."""


class Parser(Protocol):
    """Reads the files of a format."""

    def __call__(self, file: InputFile, /) -> Iterator[Parsed]:
        """Yield what a file holds; may raise `Unreadable`."""
