"""What can be told from the first bytes of a file before any reader has it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import BinaryIO

FAR = 65_536
"""Bytes that are looked at."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first bytes of a file, and its name."""

    data: bytes
    """As they are; of a pipe only what has come already."""
    name: str
    """In lower case: its ending is a hint where the content says nothing."""

    @property
    def start(self) -> bytes:
        """The first bytes without a mark of the byte order and white space."""
        return self.data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\xef\xbb\xbf \t\r\n")


def beginning(stream: BinaryIO, name: str) -> Beginning:
    """Look at the beginning of a stream, which stands where it stood afterwards.

    Raises:
        OSError: it can't be read.
    """
    if stream.seekable():
        at = stream.tell()
        data = stream.read(FAR)
        stream.seek(at)
    else:
        data = stream.peek(FAR)[:FAR] if isinstance(stream, io.BufferedReader) else b""
    return Beginning(data, name.lower())
