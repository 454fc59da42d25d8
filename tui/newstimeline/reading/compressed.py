"""Single files compressed with gzip, bzip2 or xz, and tar archives compressed as a whole."""

from __future__ import annotations

import re
from bz2 import BZ2File
from collections.abc import Callable, Iterator
from dataclasses import replace
from gzip import GzipFile
from lzma import LZMAFile
from pathlib import PurePath
from typing import BinaryIO

from newstimeline.reading.file_head import Beginning, beginning
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.nested_files import Readable, place_within
from newstimeline.reading.outcome import Parsed
from newstimeline.reading.tars import is_tar, read_tar

_ENDING = re.compile(r"\.(?:gz|gzip|bz2|xz)$", re.IGNORECASE)


_KINDS: tuple[tuple[bytes, Callable[[BinaryIO], Readable]], ...] = (
    (b"\x1f\x8b", lambda stream: GzipFile(fileobj=stream)),
    (b"BZh", BZ2File),
    (b"\xfd7zXZ\x00", LZMAFile),
)
"""By the first bytes."""


def is_compressed(begin: Beginning) -> bool:
    """Whether a file begins like one that is compressed."""
    return any(begin.data.startswith(mark) for mark, _ in _KINDS)


def read_compressed(file: InputFile) -> Iterator[Parsed]:
    """Read the file that is compressed, as a tar archive or whatever else it is.

    Raises:
        Unreadable: it is damaged at its beginning.
    """
    mark = beginning(file.stream, file.name).data
    unpack = next(unpack for begin, unpack in _KINDS if mark.startswith(begin))
    unpacked = file.inner.unpacked(unpack(file.stream))
    if is_tar(beginning(unpacked, file.name)):
        yield from read_tar(replace(file, stream=unpacked))
    else:
        yield from file.inner(unpacked, place_within(file.name, _ENDING.sub("", PurePath(file.name).name)))
