"""Archives made by tar, read from their beginning to their end, one file within after another."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from tarfile import TarFile, TarInfo
from typing import BinaryIO, Self, cast

from newstimeline.reading.file_head import Beginning
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.nested_files import LINK, Inner, Readable, is_hidden, place_within
from newstimeline.reading.outcome import Parsed, Skipped, Unreadable


def is_tar(begin: Beginning) -> bool:
    """Whether a file begins like an archive of any kind of tar since POSIX.1-1988."""
    return begin.data[257:262] == b"ustar"


def read_tar(file: InputFile) -> Iterator[Parsed]:
    """Read the files within, but hidden ones.

    Raises:
        Unreadable: it is damaged; what came before has been yielded.
    """
    empty = True
    try:
        with tarfile.open(fileobj=_Piecewise(file.stream), mode="r|", tarinfo=_HonestTarInfo) as archive:
            while (info := archive.next()) and not file.inner.is_spent:
                archive.members.clear()  # type: ignore[attr-defined]  # they would be kept to the end
                if info.isdir() or is_hidden(info.name):
                    continue
                empty = False
                yield from _read_member(archive, info, place_within(file.name, info.name), file.inner)
    except (tarfile.TarError, EOFError, ValueError, OverflowError):
        raise Unreadable("the archive is damaged or cut short; only what comes before that could be read") from None
    if empty:
        raise Unreadable("the archive holds no files")


class _Piecewise(io.BufferedIOBase):
    """A stream that gives what it has before it fails, where a larger piece was asked for."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = cast(Readable, stream)

    def read(self, size: int | None = -1, /) -> bytes:
        return self._stream.read1(-1 if size is None else size)


class _HonestTarInfo(TarInfo):
    """Heads that tell damage from the archive's end, which Python's own pass over in silence."""

    @classmethod
    def fromtarfile(cls, tarfile_: TarFile) -> Self:
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]
            raise
        except tarfile.HeaderError as error:
            raise tarfile.ReadError(str(error)) from None


def _read_member(archive: TarFile, info: TarInfo, place: str, inner: Inner) -> Iterator[Parsed]:
    if info.issym() or info.islnk():
        yield Skipped(place, LINK)
    elif not info.isreg() or not (packed := archive.extractfile(info)):
        yield Skipped(place, "it is no ordinary file")
    else:
        yield from inner(inner.unpacked(packed), place)
