"""Web archives (WARC) by fastwarc, an optional part: streamed, of any size, one record after another.

Pages are read with the address that they were fetched from. When a page was archived says nothing about when it was
published, so that is kept beside the article and dates nothing.
"""

from __future__ import annotations

import errno
import io
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from newstimeline.clean import clean_line
from newstimeline.model import Article
from newstimeline.reading.file_head import Beginning
from newstimeline.reading.html import LARGEST_PAGE, read_page
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.nested_files import Inner, place_within
from newstimeline.reading.outcome import LARGEST_FILE, Parsed, Skipped, Unreadable, missing

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_MARK = b"WARC/"
_GZIP = b"\x1f\x8b"
_HTML = ("text/html", "application/xhtml+xml")
_OTHERS = (
    "text/plain", "text/markdown", "application/json", "application/ld+json", "application/feed+json", "text/xml",
    "application/xml", "application/rss+xml", "application/atom+xml", "application/pdf", "application/epub+zip",
)  # fmt: skip
"""What else may be an article; all other kinds belong to the look of pages."""
_MOST_DAMAGE = 100
"""Damaged places after which the rest is given up."""
_PIECE = 2**20


def is_warc(begin: Beginning) -> bool:
    """Whether a file is a web archive, which may be compressed."""
    if begin.data.startswith(_GZIP):
        try:
            return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(begin.data, len(_MARK)) == _MARK
        except zlib.error:
            return False
    return begin.data.startswith(_MARK)


def read_warc(file: InputFile) -> Iterator[Parsed]:
    """Read the pages, texts and feeds that were archived; a damaged record costs that record.

    Raises:
        Unreadable: fastwarc is not there, or there is no page in the archive.
    """
    passed, empty, damage = 0, True, 0
    for record in _records(file.stream):
        if isinstance(record, str):
            empty, damage = False, damage + 1
            yield Skipped(file.name, record)
            if damage == _MOST_DAMAGE:
                raise Unreadable(f"it is damaged in {damage} places; the rest was not read")
            continue
        address, kind = _address(record), _kind(record)
        if address and kind in ("", *_HTML, *_OTHERS):
            empty = False
            place = place_within(file.name, address)
            for parsed in file.inner.reading(place, _read_record(record, kind, address, place, file.inner)):
                yield _with_origin(parsed, record, address)
        else:
            passed += 1
    if empty:
        what = f"; {passed:,} records are of other kinds (requests, pictures, what had not changed)" if passed else ""
        raise Unreadable(f"it is a web archive without pages{what}")


def _records(stream: BinaryIO) -> Iterator[WarcRecord | str]:
    """What was archived; a text is the reason why something could not be read."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise missing("a web archive", "warc") from None
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    is_packed, seekable = False, stream.seekable()
    start = at = stream.tell() if seekable else 0
    if seekable:
        is_packed = stream.read(len(_GZIP)) == _GZIP
        stream.seek(start)
    while True:
        forward = _Forward(stream)
        damage = ""
        try:
            for record in ArchiveIterator(forward, record_types=WarcRecordType.any_type, auto_decode="all"):
                at = start + record.stream_pos
                if record.record_type & kinds:
                    yield record
        except OSError as error:
            damage = clean_line(str(error))
        except BaseException as error:  # what fastwarc did not expect comes from Rust as no `Exception`
            if type(error).__name__ != "PanicException":
                raise
            damage = "its reader did not expect this"
        if forward.trouble:
            raise forward.trouble
        if not damage:
            return
        yield f"a record after byte {at:,} is damaged ({damage})"
        if not seekable or (following := _next_record(stream, at + 1, is_packed=is_packed)) is None:
            return
        start = at = following


class _Forward:
    """A stream that can't go back, which fastwarc wants to be told; what reading it raises is kept."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.trouble: OSError | Unreadable | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            return self._stream.read(size)
        except (OSError, Unreadable) as error:
            self.trouble = error
            return b""

    def tell(self) -> int:
        return 0

    def seek(self, _offset: int, _whence: int = 0) -> int:
        raise OSError(errno.ESPIPE, "it goes forward only")

    def close(self) -> None:
        """Leave it to whoever opened it."""


def _next_record(stream: BinaryIO, at: int, *, is_packed: bool) -> int | None:
    """Where, from there on, a record may begin; the stream then stands there."""
    mark = _GZIP + b"\x08" if is_packed else b"\n" + _MARK
    stream.seek(at)
    before = b""
    while piece := stream.read(_PIECE):
        offset = (before + piece).find(mark)
        if offset >= 0:
            following = at - len(before) + offset + mark.index(mark.lstrip(b"\n"))
            stream.seek(following)
            return following
        before = piece[-len(mark) + 1 :]
        at += len(piece)
    return None


def _address(record: WarcRecord) -> str:
    """Where it was fetched from; nothing for what is no answer of a web server, or no good one."""
    address = clean_line(record.headers.get("WARC-Target-URI") or "").strip("<>")
    if not address.startswith(("http://", "https://")) or address.endswith("/robots.txt"):
        return ""
    if record.http_headers is not None and (record.http_headers.status_code or 200) not in range(200, 300):
        return ""
    return address


def _kind(record: WarcRecord) -> str:
    """Its media type, nothing where it has none."""
    kind = record.http_content_type if record.is_http else record.headers.get("Content-Type")
    return (kind or "").partition(";")[0].strip().lower()


def _read_record(record: WarcRecord, kind: str, address: str, place: str, inner: Inner) -> Iterator[Parsed]:
    length = record.content_length
    data = _payload(record, LARGEST_PAGE if kind in _HTML else LARGEST_FILE)
    file = InputFile(io.BytesIO(data), place, inner)
    yield from read_page(replace(file, address=address)) if kind in _HTML else inner.read(file)
    if record.headers.get("WARC-Truncated") or (len(data) < length and not _is_encoded(record)):
        yield Skipped(place, "the archive has only the beginning of it, which was read")


def _is_encoded(record: WarcRecord) -> bool:
    """Whether its length says nothing about that of what it holds."""
    headers = record.http_headers
    return headers is not None and any(headers.get(name) for name in ("Content-Encoding", "Transfer-Encoding"))


def _payload(record: WarcRecord, most: int) -> bytes:
    data = record.reader.read(most + 1)
    if len(data) > most:
        raise Unreadable(f"it is larger than {most // 2**20} MiB")
    return data


def _with_origin(parsed: Parsed, record: WarcRecord, address: str) -> Parsed:
    if not isinstance(parsed, Article):
        return parsed
    archived = {"archived": record.record_date.isoformat()} if record.record_date else {}
    return replace(parsed, url=parsed.url or address, extra={**parsed.extra, **archived})
