"""What a user names: files, folders, standard input, and addresses of the web."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from newstimeline.fetching.fetcher import Fetcher
from newstimeline.reading import FileEnd, Found, Unread, read_paths, read_paths_in_blocks
from newstimeline.reading.finding import IfUnchanged


def is_address(path: str) -> bool:
    """Whether a path is an address of the web."""
    return path.lower().startswith(("http://", "https://"))


def read_whole(paths: Iterable[str], standard_input: BinaryIO, fetcher: Fetcher) -> Iterator[Found]:
    """As `read_paths`, and addresses are fetched."""
    for path in paths:
        if is_address(path):
            yield from (item for item in fetcher.read(path) if not isinstance(item, FileEnd))
        else:
            yield from read_paths([path], standard_input)


def read_inputs(
    paths: Iterable[str], standard_input: BinaryIO, fetcher: Fetcher, articles_if_unchanged: IfUnchanged
) -> Iterator[Found | Unread | FileEnd]:
    """As `read_paths_in_blocks`, and addresses are fetched."""
    for path in paths:
        if is_address(path):
            yield from fetcher.read(path)
        else:
            yield from read_paths_in_blocks([path], standard_input, articles_if_unchanged)
