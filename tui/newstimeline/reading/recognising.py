"""Which reader a file needs, told from its content."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from newstimeline.reading.decoding import decode
from newstimeline.reading.feeds import is_feed, is_json_feed, read_feed, read_json_feed
from newstimeline.reading.html import read_html
from newstimeline.reading.json_lines import Unread, parse, read_json_lines, read_object
from newstimeline.reading.markdown import begins_with_head, read_markdown
from newstimeline.reading.mhtml import is_mhtml, page_of
from newstimeline.reading.outcome import LARGEST_FILE, READS, Found, Skipped, Unreadable
from newstimeline.reading.plain import read_plain

_NOT_YET = {
    b"\x1f\x8b": "compressed with gzip",
    b"PK\x03\x04": "a zip archive",
    b"%PDF": "a PDF",
    b"WARC/": "a web archive",
}
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1|!--)[\s>-]", re.IGNORECASE)
_XML = re.compile(rb"<[!?a-zA-Z]")
_WHOLE_PAGE = re.compile(rb"<html[\s>]", re.IGNORECASE)
_FAR = 4_096
"""Bytes in which a page that begins with something else, as XML's declaration, says that it is one."""
_JSON_LIST = re.compile(rb"\[\s*(?:[\[{\]\"]|$)")
"""A list of objects; "[Update] The mayor said" is a text."""
_MARKDOWN_ENDINGS = (".md", ".markdown", ".mkd")
_DATA_ENDINGS = (".csv", ".tsv", ".yaml", ".yml", ".ics", ".gz", ".zip", ".warc")


def read_stream(stream: BinaryIO, name: str) -> Iterator[Found]:
    """Yield what one file holds; what can't be read comes as `Skipped`, never as an error."""
    for item in _read(stream, name, blocks=False):
        if not isinstance(item, Unread):
            yield item


def read_stream_in_blocks(stream: BinaryIO, name: str) -> Iterator[Found | Unread]:
    """As `read_stream`, but most of a long file of JSON Lines comes unread, for other processes to read."""
    return _read(stream, name, blocks=True)


def _read(stream: BinaryIO, name: str, *, blocks: bool) -> Iterator[Found | Unread]:
    try:
        first = _first_line(stream)
        begin = first.lstrip(b"\xef\xbb\xbf \t\r\n")
        _refuse_what_is_not_read(begin, name)
        if begin.startswith(b"{") and (value := _complete_object(first)) is not None:
            if is_json_feed(value):
                yield from read_json_feed(value, name)
            else:
                yield from read_json_lines(value, stream, name, blocks=blocks)
            return
        data = first + stream.read(LARGEST_FILE + 1 - len(first))
        if len(data) > LARGEST_FILE:
            raise Unreadable(f"it is larger than {LARGEST_FILE // 2**20} MiB; split it")
        if page := _page_in(begin, data):
            yield read_html(page[0], name, page[1])
            return
        if _XML.match(begin):
            if not is_feed(data):
                raise Unreadable(f"it is XML, but no feed; {READS}")
            yield from read_feed(data, name)
            return
        if begin.startswith(b"{") or _JSON_LIST.match(begin) or name.lower().endswith(".json"):
            yield from _read_json(decode(data), name)
        else:
            text = decode(data)
            marked = name.lower().endswith(_MARKDOWN_ENDINGS) or begins_with_head(text.replace("\r\n", "\n"))
            yield read_markdown(text.replace("\r\n", "\n"), name) if marked else read_plain(text, name)
    except Unreadable as error:
        yield Skipped(name, str(error))
    except OSError as error:
        yield Skipped(name, f"it can't be read: {error.strerror or error}")


def _page_in(begin: bytes, data: bytes) -> tuple[bytes, str] | None:
    """A web page and the address that it was saved from; None where the file holds no page."""
    is_whole = bool(_XML.match(begin) and _WHOLE_PAGE.search(data[:_FAR]))
    if is_whole or (_PAGE.match(begin) and not is_feed(data)):
        return data, ""
    return page_of(data) if is_mhtml(data) else None


def _first_line(stream: BinaryIO) -> bytes:
    """The first line that is not blank, or nothing."""
    line = stream.readline(LARGEST_FILE + 1)
    while line and not line.strip():
        line = stream.readline(LARGEST_FILE + 1)
    return line


def _refuse_what_is_not_read(begin: bytes, name: str) -> None:
    for mark, what in _NOT_YET.items():
        if begin.startswith(mark):
            raise Unreadable(f"it is {what}; {READS}")
    if name.lower().endswith(_DATA_ENDINGS):
        raise Unreadable(f"it is a {name.rpartition('.')[2].upper()} file; {READS}")


def _complete_object(line: bytes) -> dict[str, object] | None:
    """The object that a line holds by itself, which makes the file JSON Lines."""
    try:
        value = json.loads(decode(line))
    except (ValueError, RecursionError, Unreadable):
        return None
    return value if isinstance(value, dict) else None


def _read_json(text: str, name: str) -> Iterator[Found]:
    value = parse(text)
    if isinstance(value, dict) and is_json_feed(value):
        yield from read_json_feed(value, name)
        return
    if value == []:
        raise Unreadable("its JSON list is empty")
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        yield read_object(item, name, f"{name}, item {number}" if isinstance(value, list) else name)
