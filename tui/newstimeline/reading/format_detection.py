"""From one stream of bytes to what it holds: the reader that its content asks for, and every fault a reason."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from newstimeline.model import Article
from newstimeline.reading.encodings import decode
from newstimeline.reading.file_head import Beginning, beginning
from newstimeline.reading.formats import (
    FORMATS,
    STREAMED,
    TEXT,
    may_be_markdown,
    refuse_what_is_not_read,
)
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.json_lines import Unread, parse, read_json_lines
from newstimeline.reading.json_rows import is_row, read_row_list
from newstimeline.reading.json_values import read_object
from newstimeline.reading.nested_files import Allowance, Enter, Inner, enter_all, size_of
from newstimeline.reading.outcome import LARGEST_FILE, Parsed, Skipped, Unreadable, never_silent, with_reasons
from newstimeline.reading.publication_date_checks import Clock, believed, utc_today
from newstimeline.reading.publication_date_forms import with_date_of_name

_JSON_LIST = re.compile(rb"\[\s*(?:[\[{\]\"]|$)")
"""A list of objects; "[Update] The mayor said" is a text."""
_ENOUGH_TO_TELL = 100
"""Items of a list, none of which can be read, after which nobody wants to hear of the others."""
_PARSED_EVENTS = re.compile(rb'\{\s*"schema"\s*:\s*"newstimeline/')


def read_stream(stream: BinaryIO, name: str, enter: Enter = enter_all, clock: Clock = utc_today) -> Iterator[Parsed]:
    """Yield what one file holds; what can't be read comes as `Skipped`, never as an error.

    `enter` is asked before a file within it is read, `clock` for the day after which nothing was published.
    """
    return never_silent(name, with_reasons(name, believed(_read_within(_outermost(stream, name, enter, clock)), clock)))


def read_stream_in_blocks(stream: BinaryIO, name: str) -> Iterator[Parsed | Unread]:
    """As `read_stream`, but most of a long file of JSON Lines comes unread, for other processes to read."""
    return never_silent(name, with_reasons(name, believed(_recognised(_outermost(stream, name), blocks=True))))


def may_do_harm(begin: Beginning) -> bool:
    """Whether a file is of a format whose reader may take long or much memory, or crash: all but the plainest."""
    if begin.start.startswith((b"{", b"[")):
        return not _PARSED_EVENTS.match(begin.start)
    return any(form.is_it(begin) for form in (*STREAMED, *FORMATS)) or may_be_markdown(begin)


def _outermost(stream: BinaryIO, name: str, enter: Enter = enter_all, clock: Clock = utc_today) -> InputFile:
    return InputFile(stream, name, Inner(_read_within, Allowance(size_of(stream), enter), clock))


def _read_within(file: InputFile) -> Iterator[Parsed]:
    for item in _recognised(file, blocks=False):
        if not isinstance(item, Unread):
            yield item


def _recognised(file: InputFile, *, blocks: bool) -> Iterator[Parsed | Unread]:
    stream, name = file.stream, file.name
    begin = beginning(stream, name)
    for streamed in STREAMED:
        if streamed.is_it(begin):
            file.inner.check_depth()
            yield from streamed.read(file)
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
    whole = replace(file, stream=io.BytesIO(data))
    for item in believed(form.read(whole), file.inner.clock):
        yield with_date_of_name(item, name) if form.may_be_dated_by_name and isinstance(item, Article) else item


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


def _read_json(text: str, name: str) -> Iterator[Parsed]:
    value = parse(text)
    if not isinstance(value, list):
        yield from read_object(value, name, name)
        return
    if not value:
        raise Unreadable("its JSON list is empty")
    if is_row(value[0]):
        yield from read_row_list(value, name)
        return
    hopeless = True
    for number, item in enumerate(value, 1):
        for parsed in read_object(item, name, f"{name}, item {number}"):
            hopeless = hopeless and isinstance(parsed, Skipped)
            yield parsed
        if hopeless and number == _ENOUGH_TO_TELL < len(value):
            raise Unreadable(
                f"none of its first {number} items could be read; the other {len(value) - number:,} were not tried"
            )
