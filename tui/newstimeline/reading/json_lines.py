"""JSON values, and files with one in each line, which may be too many for one process."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from newstimeline.reading.encodings import decode
from newstimeline.reading.json_values import read_object
from newstimeline.reading.outcome import LARGEST_FILE, Parsed, Skipped, Unreadable
from newstimeline.reading.publication_date_checks import believed

_AT_ONCE = 200
"""Lines at the beginning that are read here: another process would need longer to start."""
_BLOCK_LINES = 200
_BLOCK_BYTES = 2**20
"""A block of lines ends with the one that reaches either."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Lines of a file still to be read; they may travel to another process for that."""

    name: str
    lines: tuple[tuple[int, bytes], ...]
    """With their numbers."""

    def read(self) -> list[Parsed]:
        """What they hold."""
        return [parsed for number, line in self.lines for parsed in believed(_read_line(line, self.name, number))]


def read_json_lines(
    first: dict[str, object], stream: BinaryIO, name: str, *, blocks: bool
) -> Iterator[Parsed | Unread]:
    """Yield what the lines hold after `first`, which the first of them held; with `blocks`, the later ones unread.

    Raises:
        OSError: the stream can't be read on; what it gave before has been yielded.
    """
    yield from read_object(first, name, name)
    block, size = list[tuple[int, bytes]](), 0
    too_long = list[Skipped]()
    trouble: OSError | None = None

    def end_early(number: int, reason: str) -> None:
        too_long.append(Skipped(_place(name, number), reason))

    try:
        for number, line in numbered_lines(stream, end_early, first=2):
            if not blocks or number <= _AT_ONCE:
                yield from _read_line(line, name, number)
                continue
            block.append((number, line))
            size += len(line)
            if len(block) >= _BLOCK_LINES or size >= _BLOCK_BYTES:
                yield Unread(name, tuple(block))
                block, size = [], 0
    except OSError as error:
        trouble = error
    if block:
        yield Unread(name, tuple(block))
    if trouble:
        raise trouble
    yield from too_long


def numbered_lines(
    stream: BinaryIO, too_long: Callable[[int, str], object], *, first: int = 1
) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers; one that is too long ends them, and is told of with why."""
    for number, line in enumerate(iter(lambda: stream.readline(LARGEST_FILE + 1), b""), first):
        if len(line) > LARGEST_FILE:
            too_long(number, f"it is longer than {LARGEST_FILE // 2**20} MiB; the rest of the file was not read")
            return
        if line.strip():
            yield number, line


def _place(name: str, number: int) -> str:
    return f"{name}, line {number}"


def _read_line(line: bytes, name: str, number: int) -> Iterator[Parsed]:
    try:
        text = decode(line)
        value = parse(text)
    except Unreadable as error:
        yield Skipped(_place(name, number), str(error))
        return
    yield from read_object(value, name, _place(name, number), text)


def parse(text: str) -> object:
    """Parse a JSON value.

    Raises:
        Unreadable: the text is none.
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise Unreadable("its JSON is nested too deeply") from None
    except ValueError as error:
        raise Unreadable(f"it is no valid JSON: {error}") from None
