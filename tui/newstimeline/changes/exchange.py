"""Reading the changes that another reader gave, a line each: what is none is told with its line and its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from newstimeline.changes.change import AUTOMATIC, Change
from newstimeline.changes.change_records import ChangeError, load_change
from newstimeline.name_keys import name_key

_LONGEST_LINE = 4 * 1024 * 1024
"""Bytes. The longest change has some hundred thousand characters, each at most twelve bytes of JSON."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Given:
    """A change, and the line where it stands."""

    line: int
    change: Change


@dataclass(frozen=True, slots=True)
class RefusedChange:
    """A line that is not taken."""

    line: int
    reason: str


def read_changes(stream: BinaryIO) -> Iterator[Given | RefusedChange]:
    """Read a file line by line. Only a newline ends a line: JSON may have Unicode's other separators in its texts."""
    for number, line in enumerate(_lines(stream), 1):
        if line is None:
            yield RefusedChange(number, f"it is longer than {_LONGEST_LINE:,} bytes")
            continue
        data = line.removeprefix(_BOM) if number == 1 else line
        if not data.strip():
            continue
        try:
            yield Given(number, _read(data))
        except ChangeError as error:
            yield RefusedChange(number, str(error))


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines; None for one that is too long to be held."""
    while line := stream.readline(_LONGEST_LINE):
        if line.endswith(b"\n") or len(line) < _LONGEST_LINE:
            yield line
            continue
        while (rest := stream.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        yield None


def _read(data: bytes) -> Change:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise ChangeError("it is not UTF-8") from None
    change = load_change(text)
    if change.who and name_key(change.who) == AUTOMATIC:
        raise ChangeError(f"who is {AUTOMATIC}, which stands for what the program does by itself")
    return change
