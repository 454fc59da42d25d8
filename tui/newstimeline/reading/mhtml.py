"""Pages that a web browser saved with all their parts in one file (MHTML, RFC 2557): the page is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

from newstimeline.reading.mail import text_of
from newstimeline.reading.outcome import Unreadable

_HEAD = re.compile(
    rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?[Cc]ontent-[Tt]ype:\s*multipart/related", re.ASCII
)
_FAR = 8_192
"""Bytes within which the head of the file says what it is."""


def is_mhtml(begin: bytes) -> bool:
    """Whether a file begins like such a page."""
    return _HEAD.match(begin[:_FAR].replace(b"\r\n", b"\n")) is not None


def page_of(data: bytes) -> tuple[bytes, str]:
    """The page itself, as UTF-8, and the address that it was saved from.

    Raises:
        Unreadable: no part of it is a page.
    """
    message = message_from_bytes(data, policy=policy.default)
    for part in cast(Iterator[EmailMessage], message.walk()):
        if part.get_content_type() == "text/html":
            address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
            return text_of(part).encode(), address
    raise Unreadable("it is a saved page (MHTML) without a page in it")
