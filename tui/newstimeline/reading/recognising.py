"""From one stream of bytes to what it holds: the reader that its content asks for, and every fault a reason."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from newstimeline.reading.beginning import beginning
from newstimeline.reading.decoding import decode
from newstimeline.reading.formats import FORMATS, STREAMED, TEXT, refuse_what_is_not_read
from newstimeline.reading.json_lines import Unread, parse, read_json_lines
from newstimeline.reading.json_rows import is_row, read_row_list
from newstimeline.reading.json_values import read_object
from newstimeline.reading.outcome import LARGEST_FILE, Found, Skipped, Unreadable

_JSON_LIST = re.compile(rb"\[\s*(?:[\[{\]\"]|$)")
"""A list of objects; "[Update] The mayor said" is a text."""


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
        yield from _recognised(stream, name, blocks=blocks)
    except Unreadable as error:
        yield Skipped(name, str(error))
    except OSError as error:
        yield Skipped(name, f"it can't be read: {error.strerror or error}")


def _recognised(stream: BinaryIO, name: str, *, blocks: bool) -> Iterator[Found | Unread]:
    begin = beginning(stream, name)
    for streamed in STREAMED:
        if streamed.is_it(begin):
            yield from streamed.read(stream, name, read_stream)
            return
    refuse_what_is_not_read(begin)
    first = _first_line(stream)
    begins_json = first.lstrip(b"\xef\xbb\xbf \t\r\n")
    if begins_json.startswith(b"{") and (value := _complete_object(first)) is not None:
        yield from read_json_lines(value, stream, name, blocks=blocks)
        return
    data = first + stream.read(LARGEST_FILE + 1 - len(first))
    if len(data) > LARGEST_FILE:
        raise Unreadable(f"it is larger than {LARGEST_FILE // 2**20} MiB; split it")
    if begins_json.startswith(b"{") or _JSON_LIST.match(begins_json):
        yield from _read_json(decode(data), name)
        return
    if (form := next((form for form in FORMATS if form.is_it(begin)), None)) is None:
        if name.lower().endswith(".json"):
            yield from _read_json(decode(data), name)
            return
        form = TEXT
    yield from form.read(data, name)


def _first_line(stream: BinaryIO) -> bytes:
    """The first line that is not blank, or nothing."""
    line = stream.readline(LARGEST_FILE + 1)
    while line and not line.strip():
        line = stream.readline(LARGEST_FILE + 1)
    return line


def _complete_object(line: bytes) -> dict[str, object] | None:
    """The object that a line holds by itself, which makes the file JSON Lines."""
    try:
        value = json.loads(decode(line))
    except (ValueError, RecursionError, Unreadable):
        return None
    return value if isinstance(value, dict) else None


def _read_json(text: str, name: str) -> Iterator[Found]:
    value = parse(text)
    if not isinstance(value, list):
        yield from read_object(value, name, name)
        return
    if not value:
        raise Unreadable("its JSON list is empty")
    if is_row(value[0]):
        yield from read_row_list(value, name)
        return
    for number, item in enumerate(value, 1):
        yield from read_object(item, name, f"{name}, item {number}")
