"""The formats that a file may have, in the order in which they are tried: by content, by name where that is mute."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newstimeline.reading.calendars import is_calendar, read_calendar
from newstimeline.reading.compressed import is_compressed, read_compressed
from newstimeline.reading.daily_chronicle import is_daily_chronicle, read_daily_chronicle
from newstimeline.reading.encodings import decode
from newstimeline.reading.feeds import is_feed, read_feed
from newstimeline.reading.file_head import Beginning
from newstimeline.reading.gdelt import is_gdelt, read_gdelt
from newstimeline.reading.html import read_page
from newstimeline.reading.input_file import InputFile, Parser
from newstimeline.reading.json_rows import begins_with_row, read_row_lines
from newstimeline.reading.mail import is_box, is_letter, read_box, read_letter
from newstimeline.reading.markdown_files import begins_with_head, read_markdown
from newstimeline.reading.mhtml import is_mhtml, read_mhtml
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
    """A format of files."""

    is_it: Callable[[Beginning], bool]
    read: Parser
    may_be_dated_by_name: bool = False
    """Whether its files are one article each, whose date the name may have where the article says none."""


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


def _is_xml(beginning: Beginning) -> bool:
    return _XML.match(beginning.start) is not None


def may_be_markdown(beginning: Beginning) -> bool:
    """Whether a text is Markdown, or begins like its head."""
    return beginning.name.endswith(_MARKDOWN_ENDINGS) or beginning.start.startswith((b"---", b"+++"))


def _read_text(file: InputFile) -> Iterator[Parsed]:
    text = decode(file.stream.read()).replace("\r\n", "\n")
    if file.name.lower().endswith(_MARKDOWN_ENDINGS) or begins_with_head(text):
        yield from read_markdown(text, file.name)
    else:
        yield read_plain(text, file.name)


STREAMED = (
    InputFormat(is_warc, read_warc),  # before what is compressed: each of its records is so by itself
    InputFormat(is_zip, read_zip),
    InputFormat(is_compressed, read_compressed),
    InputFormat(is_tar, read_tar),
    InputFormat(is_box, read_box),
    InputFormat(is_letter, read_letter),
    InputFormat(is_pdf, read_pdf),
    InputFormat(is_calendar, read_calendar),
    InputFormat(is_gdelt, read_gdelt),
    InputFormat(is_table, read_table),
    InputFormat(begins_with_row, read_row_lines),
)
"""Those whose files may have any size: they are read piece by piece."""
FORMATS = (
    InputFormat(is_daily_chronicle, read_daily_chronicle),
    InputFormat(is_newsml, read_newsml),
    InputFormat(_is_page, read_page, may_be_dated_by_name=True),
    InputFormat(is_mhtml, read_mhtml, may_be_dated_by_name=True),
    InputFormat(_is_xml, read_feed),
)
"""Those whose files are read whole, up to `LARGEST_FILE`."""
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
