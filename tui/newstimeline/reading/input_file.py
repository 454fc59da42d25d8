"""What every parser of files is given, and what one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

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


Parser = Callable[[InputFile], Iterator[Parsed]]
"""Reads the files of a format: yields what a file holds; may raise `Unreadable`."""
