"""Zip archives that were cut short: their table of contents stands at the end, but each file has a head of its own.

The layout is that of APPNOTE.TXT 6.3.10, section 4.3.7.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from newstimeline.reading.nested_files import Inner, is_hidden, place_within
from newstimeline.reading.outcome import Parsed, Skipped, Unreadable

_HEAD = struct.Struct("<4s5H3I2H")
_MARK = b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _SIZE_FOLLOWS = 1, 8
"""Bits of the flags."""
_PIECE = 65_536


def read_remains(stream: BinaryIO, name: str, inner: Inner) -> Iterator[Parsed]:
    """Read the files that are there, one head after another, and say that the archive is damaged.

    Raises:
        Unreadable: always, since it is; what could be read has been yielded.
    """
    while not inner.is_spent and (head := _next_head(stream)):
        mark, _, flags, method, _, _, _, packed_size, _, name_length, extra_length = head
        assert mark == _MARK
        member = stream.read(name_length).decode("utf-8", "replace")
        stream.seek(extra_length, 1)
        start = stream.tell()
        place = place_within(name, member)
        if not member or member.endswith("/") or is_hidden(member):
            pass
        elif flags & _ENCRYPTED:
            yield Skipped(place, "it is encrypted; unpack it with its password and add what comes out")
        elif method == _DEFLATED:
            yield from inner(inner.unpacked(_Deflated(stream)), place)
        elif method == _STORED and not flags & _SIZE_FOLLOWS:
            yield from inner(inner.unpacked(_Stored(stream, packed_size)), place)
        stream.seek(start + (0 if flags & _SIZE_FOLLOWS else packed_size))
    raise Unreadable("the archive is damaged or cut short; only what could be found in it was read")


def _next_head(stream: BinaryIO) -> tuple[bytes, int, int, int, int, int, int, int, int, int, int] | None:
    """The next head from here on, after which the stream stands."""
    at = stream.tell()
    before = b""
    while piece := stream.read(_PIECE):
        offset = (before + piece).find(_MARK)
        if offset >= 0:
            stream.seek(at - len(before) + offset)
            head = stream.read(_HEAD.size)
            return _HEAD.unpack(head) if len(head) == _HEAD.size else None
        before = piece[-len(_MARK) + 1 :]
        at += len(piece)
    return None


class _Deflated:
    """The words of a file whose end only its own data tell."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._unpack = zlib.decompressobj(-zlib.MAX_WBITS)
        self._packed = b""

    def read1(self, size: int, /) -> bytes:
        while not self._unpack.eof:
            packed = self._packed or self._stream.read(_PIECE)
            if not packed:
                raise EOFError
            data = self._unpack.decompress(packed, size)
            self._packed = self._unpack.unconsumed_tail
            if data:
                return data
        return b""


class _Stored:
    """The words of a file that is not compressed."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream = stream
        self._left = size

    def read1(self, size: int, /) -> bytes:
        data = self._stream.read(min(size, self._left))
        if not data and self._left:
            raise EOFError
        self._left -= len(data)
        return data
