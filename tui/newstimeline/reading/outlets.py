"""Names of outlets, as files give them: some have an address there, the id of a thing, or the title of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from newstimeline.clean import clean_line

_LONGEST = 120
"""Characters; what is longer describes something."""
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|(?:www\d?\.|mailto:|urn:|tag:|doi:|data:|javascript:)", re.IGNORECASE)
_ID = re.compile(
    r"[#_/].*|.*[#/]organi[sz]ation.*|[\d\W]+|(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(?=.*\d)[0-9a-f]{16,}",
    re.IGNORECASE,
)
"""Of things within data ("#organization", "_:b0"), numbers, UUIDs and hashes."""


_HOST_BEGINS = ("www.", "m.", "amp.", "edition.")


def host_of(url: str) -> str:
    """The host of an address as an outlet's name, where it has no other."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    for begin in _HOST_BEGINS:
        host = host.removeprefix(begin)
    return host


def outlet_name(*candidates: str, titles: Iterable[str] = ()) -> str:
    """The first of some texts that can be an outlet's name; nothing where none can. `titles` are none."""
    others = {clean_line(title).casefold() for title in titles}
    return next((name for text in candidates if (name := _name(text)) and name.casefold() not in others), "")


def _name(text: str) -> str:
    name = clean_line(text)
    name = name[1:] if re.fullmatch(r"@\w+", name) else name  # an account of a social network
    if not name or len(name) > _LONGEST or _ADDRESS.match(name) or _ID.fullmatch(name):
        return ""
    return name
