"""From a host's name to the addresses that may be connected to.

A name is resolved once, its addresses are looked at, and the connection is made to one of these, so that no second
answer of the name server can lead elsewhere (DNS rebinding).
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from urllib.parse import SplitResult, urlsplit

from newstimeline.fetching.special_addresses import is_public

Resolve = Callable[[str, int], list[str]]
"""The addresses of a host, as text; may raise `OSError`."""


class Refused(Exception):
    """Something that is not fetched; the message says why."""


def parts_of(url: str) -> SplitResult:
    """The parts of an address that may be fetched.

    Raises:
        Refused: it is none.
    """
    try:
        parts = urlsplit(url)
        is_sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        is_sound = False
    if not is_sound:
        raise Refused(f"only addresses that begin with http:// or https:// are fetched, not {url[:80]}")
    if "%" in (parts.hostname or ""):  # each program decodes that differently, or not at all
        raise Refused(f"the name of its host has a percent sign: {url[:80]}")
    return parts


def resolve(host: str, port: int) -> list[str]:
    """Ask the system.

    Raises:
        OSError: the name is not known.
    """
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in answers))


def addresses_of(host: str, port: int, resolve: Resolve, *, allow_private: bool) -> list[str]:
    """The addresses of a host that may be connected to.

    Raises:
        Refused: the host is not known, or none of its addresses is allowed.
    """
    try:
        addresses = resolve(host, port)
    except UnicodeError:  # of encodings.idna
        raise Refused(f"there is no host {host}: that is not the name of a host") from None
    except OSError as error:
        raise Refused(f"there is no host {host}: {error.strerror or error}") from None
    allowed = [address for address in addresses if allow_private or is_public(address)]
    if not allowed:
        led_to = "" if addresses == [host] else f" ({', '.join(addresses[:2])})"
        raise Refused(f"{host} is not on the public internet{led_to}; if you trust it, add it with --allow-private")
    return allowed
