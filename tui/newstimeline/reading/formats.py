"""The formats that a file may have, in the order in which they are tried: by content, by name where that is mute."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from newstimeline.reading.calendars import is_calendar, read_calendar
from newstimeline.reading.compressed import is_compressed, read_compressed
from newstimeline.reading.daily_chronicle import is_daily_chronicle, read_daily_chronicle
from newstimeline.reading.encodings import decode
from newstimeline.reading.feeds import is_feed, read_feed
from newstimeline.reading.file_head import Beginning
from newstimeline.reading.gdelt import is_gdelt, read_gdelt
from newstimeline.reading.html import read_page
from newstimeline.reading.json_rows import begins_with_row, read_row_lines
from newstimeline.reading.mail import is_box, is_letter, read_box, read_letter
from newstimeline.reading.markdown_files import begins_with_head, read_markdown
from newstimeline.reading.mhtml import is_mhtml, page_of
from newstimeline.reading.nested_files import Inner
from newstimeline.reading.newsml import is_newsml, read_newsml
from newstimeline.reading.outcome import READS, Parsed, Unreadable
from newstimeline.reading.pdf import is_pdf, read_pdf
from newstimeline.reading.plain import read_plain
from newstimeline.reading.tables import is_table, read_table
from newstimeline.reading.tars import is_tar, read_tar
from newstimeline.reading.warc import is_warc, read_warc
from newstimeline.reading.zips import is_zip, read_zip


@dataclass(frozen=True, slots=True)
class InputFormat:
    """A format of files that are read whole."""

    is_it: Callable[[Beginning], bool]
    read: Callable[[bytes, str], Iterator[Parsed]]
    """Given the bytes and the file's name; may raise `Unreadable`."""
    may_be_dated_by_name: bool = False
    """Whether its files are one article each, whose date the name may have where the article says none."""


@dataclass(frozen=True, slots=True)
class Streamed:
    """A format of files of any size, read piece by piece."""

    is_it: Callable[[Beginning], bool]
    read: Callable[[BinaryIO, str, Inner], Iterator[Parsed]]
    """Given the stream at its beginning, the file's name, and the reader for what lies within; may raise
    `Unreadable`."""


_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1|!--)[\s>-]", re.IGNORECASE)
_XML = re.compile(rb"<[!?a-zA-Z]")
_WHOLE_PAGE = re.compile(rb"<html[\s>]", re.IGNORECASE)
_FAR = 4_096
"""Bytes in which a page that begins with something else, as XML's declaration, says that it is one."""
_MARKDOWN_ENDINGS = (".md", ".markdown", ".mkd")
_NOT_READ = (
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it and add what comes out"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it and add what comes out"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; unpack it and add what comes out"),
    (b"\xd0\xcf\x11\xe0", "an office document of an old kind; save it as PDF, HTML or plain text and add that"),
    (b"!BDN", "a mailbox of Outlook; export it as .eml or .mbox and add that"),
    (b"{\\rtf", "rich text; save it as PDF, HTML or plain text and add that"),
)
"""First bytes, what they mean, and what to do."""
_DATA_ENDINGS = (".yaml", ".yml", ".ics")


def _is_page(beginning: Beginning) -> bool:
    start = beginning.start
    if _XML.match(start) and _WHOLE_PAGE.search(beginning.data[:_FAR]):
        return True
    return bool(_PAGE.match(start)) and not is_feed(beginning.data)


def _read_mhtml(data: bytes, name: str) -> Iterator[Parsed]:
    page, address = page_of(data)
    yield from read_page(page, name, address)


def _read_xml(data: bytes, name: str) -> Iterator[Parsed]:
    if not is_feed(data):
        raise Unreadable(f"it is XML of a kind that is not known; {READS}")
    yield from read_feed(data, name)


def may_be_markdown(beginning: Beginning) -> bool:
    """Whether a text is Markdown, or begins like its head."""
    return beginning.name.endswith(_MARKDOWN_ENDINGS) or beginning.start.startswith((b"---", b"+++"))


def _read_text(data: bytes, name: str) -> Iterator[Parsed]:
    text = decode(data).replace("\r\n", "\n")
    if name.lower().endswith(_MARKDOWN_ENDINGS) or begins_with_head(text):
        yield from read_markdown(text, name)
    else:
        yield read_plain(text, name)


STREAMED = (
    Streamed(is_warc, read_warc),  # before what is compressed: each of its records is so by itself
    Streamed(is_zip, read_zip),
    Streamed(is_compressed, read_compressed),
    Streamed(is_tar, read_tar),
    Streamed(is_box, read_box),
    Streamed(is_letter, read_letter),
    Streamed(is_pdf, read_pdf),
    Streamed(is_calendar, lambda stream, name, _: read_calendar(stream, name)),
    Streamed(is_gdelt, lambda stream, name, _: read_gdelt(stream, name)),
    Streamed(is_table, lambda stream, name, _: read_table(stream, name)),
    Streamed(begins_with_row, lambda stream, name, _: read_row_lines(stream, name)),
)
FORMATS = (
    InputFormat(lambda beginning: is_daily_chronicle(beginning.data), read_daily_chronicle),
    InputFormat(lambda beginning: is_newsml(beginning.data), read_newsml),
    InputFormat(_is_page, read_page, may_be_dated_by_name=True),
    InputFormat(lambda beginning: is_mhtml(beginning.data), _read_mhtml, may_be_dated_by_name=True),
    InputFormat(lambda beginning: bool(_XML.match(beginning.start)), _read_xml),
)
TEXT = InputFormat(lambda _: True, _read_text, may_be_dated_by_name=True)
"""What everything else is taken for."""


def refuse_what_is_not_read(beginning: Beginning) -> None:
    """Say what a file is that no reader takes.

    Raises:
        Unreadable: it is such a file.
    """
    for mark, what in _NOT_READ:
        if beginning.start.startswith(mark):
            raise Unreadable(f"it is {what}")
    if beginning.name.endswith(_DATA_ENDINGS) and not any(form.is_it(beginning) for form in FORMATS):
        raise Unreadable(f"it is a {beginning.name.rpartition('.')[2].upper()} file; {READS}")
