"""What a user names: files, folders, standard input, and addresses of the web."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from newstimeline.fetching.fetcher import Fetcher
from newstimeline.reading import FileEnd, Parsed, Unread
from newstimeline.reading.file_finder import IfUnchanged, read_path
from newstimeline.reading.sandbox import Guard

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
"""How an address begins (RFC 3986, 3.1)."""


def is_address(path: str) -> bool:
    """Whether a path is an address; of which kinds are fetched, the fetcher says."""
    return _SCHEME.match(path) is not None


def read_whole(paths: Iterable[str], standard_input: BinaryIO, fetcher: Fetcher) -> Iterator[Parsed]:
    """As `read_inputs`, and nothing of it unread or known."""
    for item in read_inputs(paths, standard_input, fetcher, lambda _: None):
        if isinstance(item, Unread):
            yield from item.read()
        elif not isinstance(item, FileEnd):
            yield item


def read_inputs(
    paths: Iterable[str], standard_input: BinaryIO, fetcher: Fetcher, articles_if_unchanged: IfUnchanged
) -> Iterator[Parsed | Unread | FileEnd]:
    """Yield what paths hold, as `read_path` does, and what is fetched from addresses."""
    with Guard() as guard:
        for path in paths:
            if is_address(path):
                yield from fetcher.read(path, guard)
            else:
                yield from read_path(path, standard_input, guard, articles_if_unchanged)
