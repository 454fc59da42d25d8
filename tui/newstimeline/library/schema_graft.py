"""Giving a damaged file the schema of a new library, where its own can't be read.

A library that was made at once by one version has its tables where any other one has them: the pages of the schema say
no more than that. See https://www.sqlite.org/fileformat2.html, 1.3 and 1.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_HEADER = 100
_PAGE_COUNT, _FREE_LIST, _CHANGES, _VALID_FOR = slice(28, 32), slice(32, 40), slice(24, 28), slice(92, 96)
_INTERIOR = 5


def graft_schema(damaged: Path, fresh: Path) -> None:
    """Overwrite the schema's pages of a copy of a damaged file with those of a new library."""
    new = fresh.read_bytes()
    size = int.from_bytes(new[16:18], "big")
    with damaged.open("r+b") as file:
        length = file.seek(0, 2)
        for page in _schema_pages(new, size, 1):
            file.seek((page - 1) * size)
            file.write(new[(page - 1) * size : page * size])
        header = bytearray(new[:_HEADER])
        header[_PAGE_COUNT] = max(length // size, 1).to_bytes(4, "big")
        header[_FREE_LIST] = bytes(8)
        header[_VALID_FOR] = header[_CHANGES]
        file.seek(0)
        file.write(header)


def _schema_pages(data: bytes, size: int, page: int) -> Iterator[int]:
    """The pages of the table that starts at a page."""
    yield page
    at = (page - 1) * size
    head = at + (_HEADER if page == 1 else 0)
    if data[head] != _INTERIOR:
        return
    cells = int.from_bytes(data[head + 3 : head + 5], "big")
    for cell in range(cells):
        pointer = head + 12 + 2 * cell
        place = at + int.from_bytes(data[pointer : pointer + 2], "big")
        yield from _schema_pages(data, size, int.from_bytes(data[place : place + 4], "big"))
    yield from _schema_pages(data, size, int.from_bytes(data[head + 8 : head + 12], "big"))
