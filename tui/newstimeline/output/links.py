"""Addresses of the web as they may stand in a document: nothing else is made a link."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_NOT_IN_ADDRESSES = re.compile(r"""[\x00-\x20"'<>()\[\]\\^`{|}*]|[^\x00-\x7f]""")
"""What ends or changes a link in HTML, Markdown or Org; and what is not ASCII, which addresses write by its bytes."""


def web_address(url: str | None) -> str | None:
    """An http or https address in which nothing ends the link that it stands in; None for any other."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return _NOT_IN_ADDRESSES.sub(lambda match: quote(match[0], safe="", errors="replace"), url.strip())
