"""Zip archives, and the formats of files that are zip archives: books (EPUB), web archives (WACZ), office documents."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile, ZipInfo

from newstimeline.reading.epub import read_book
from newstimeline.reading.file_head import Beginning
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.nested_files import LINK, MOST_FILES, Inner, is_hidden, place_within, seekable
from newstimeline.reading.outcome import Parsed, Skipped, Unreadable
from newstimeline.reading.zip_remains import read_remains

_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
"""The first bytes of an archive, and of an empty one."""
_ENCRYPTED = 1
"""The bit of a file's flags that says so (APPNOTE.TXT 4.4.4)."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A format of files that are zip archives, by the names within."""

    is_it: Callable[[frozenset[str]], bool]
    read: Callable[[ZipFile, str, Inner], Iterator[Parsed]]


def is_zip(begin: Beginning) -> bool:
    """Whether a file begins like a zip archive."""
    return begin.data.startswith(_MARKS)


def read_zip(file: InputFile) -> Iterator[Parsed]:
    """Read the files within, but hidden ones; of one that has lost its table of contents, what can be found.

    Raises:
        Unreadable: it is of a kind that is not read, or there is nothing in it.
    """
    with seekable(file.stream) as whole:
        at = whole.tell()
        try:
            archive = ZipFile(whole)
        except (BadZipFile, ValueError, NotImplementedError):
            whole.seek(at)
            yield from read_remains(whole, file.name, file.inner)
            return
        with archive:
            names = frozenset(archive.namelist())
            kind = next(kind for kind in _KINDS if kind.is_it(names))
            yield from kind.read(archive, file.name, file.inner)


def _read_archive(archive: ZipFile, name: str, inner: Inner) -> Iterator[Parsed]:
    return _read_members(archive, name, inner, lambda info: not is_hidden(info.filename))


def _read_web_archive(archive: ZipFile, name: str, inner: Inner) -> Iterator[Parsed]:
    """Of a WACZ only the WARC files: the rest are indexes and logs (https://specs.webrecorder.net/wacz/1.1.1/)."""
    return _read_members(archive, name, inner, lambda info: info.filename.startswith("archive/"))


def _read_members(archive: ZipFile, name: str, inner: Inner, is_wanted: Callable[[ZipInfo], bool]) -> Iterator[Parsed]:
    members = [info for info in archive.infolist() if not info.filename.endswith("/") and is_wanted(info)]
    if not members:
        raise Unreadable("the archive holds no files")
    for info in members[:MOST_FILES]:
        if inner.is_spent:
            return
        yield from _read_member(archive, info, place_within(name, info.filename), inner)
    if len(members) > MOST_FILES:
        yield Skipped(name, f"it holds {len(members):,} files, of which the first {MOST_FILES:,} were read: split it")


def _read_member(archive: ZipFile, info: ZipInfo, place: str, inner: Inner) -> Iterator[Parsed]:
    if info.flag_bits & _ENCRYPTED:
        yield Skipped(place, "it is encrypted; unpack it with its password and add what comes out")
    elif stat.S_ISLNK(info.external_attr >> 16):
        yield Skipped(place, LINK)
    else:
        try:
            packed = archive.open(info)
        except NotImplementedError:
            reason = (
                f"it is compressed in a way that is not read (method {info.compress_type}); pack it anew with deflate"
            )
            yield Skipped(place, reason)
        except (BadZipFile, ValueError, OSError):
            yield Skipped(place, "it is damaged: the archive does not have it where it says")
        else:
            yield from inner(inner.unpacked(packed), place)


def _refuse_office(_archive: ZipFile, _name: str, _inner: Inner) -> Iterator[Parsed]:
    raise Unreadable("it is an office document; save it as PDF, HTML or plain text and add that")


_KINDS = (
    _Kind(lambda names: "META-INF/container.xml" in names, read_book),
    _Kind(lambda names: "[Content_Types].xml" in names or {"mimetype", "content.xml"} <= names, _refuse_office),
    _Kind(
        lambda names: "datapackage.json" in names and any(name.startswith("archive/") for name in names),
        _read_web_archive,
    ),
    _Kind(lambda _: True, _read_archive),
)
