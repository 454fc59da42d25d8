"""Pages that a web browser saved with all their parts in one file (MHTML, RFC 2557): the page is one of them."""

from __future__ import annotations

import re
from email import message_from_bytes, policy

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
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                charset = part.get_content_charset() or "utf-8"
                try:
                    text = content.decode(charset, "replace")
                except LookupError:
                    text = content.decode("utf-8", "replace")
                address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
                return text.encode(), address
    raise Unreadable("it is a saved page (MHTML) without a page in it")
