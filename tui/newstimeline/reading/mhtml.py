"""Pages that a web browser saved with all their parts in one file (MHTML, RFC 2557): the page is one of them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

from newstimeline.reading.file_head import Beginning
from newstimeline.reading.html import read_page
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.mail import text_of
from newstimeline.reading.outcome import Parsed, Unreadable

_HEAD = re.compile(
    rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?[Cc]ontent-[Tt]ype:\s*multipart/related", re.ASCII
)
_FAR = 8_192
"""Bytes within which the head of the file says what it is."""


def is_mhtml(begin: Beginning) -> bool:
    """Whether a file begins like such a page."""
    return _HEAD.match(begin.data[:_FAR].replace(b"\r\n", b"\n")) is not None


def read_mhtml(file: InputFile) -> Iterator[Parsed]:
    """Read the page itself.

    Raises:
        Unreadable: no part of it is a page, or as `read_page`.
    """
    message = message_from_bytes(file.stream.read(), policy=policy.default)
    for part in cast(Iterator[EmailMessage], message.walk()):
        if part.get_content_type() == "text/html":
            address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
            return read_page(replace(file, stream=io.BytesIO(text_of(part).encode()), address=address))
    raise Unreadable("it is a saved page (MHTML) without a page in it")
