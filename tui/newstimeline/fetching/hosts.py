"""From a host's name to the addresses that may be connected to.

A name is resolved once, its addresses are looked at, and the connection is made to one of these, so that no second
answer of the name server can lead elsewhere (DNS rebinding).
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

Resolve = Callable[[str, int], list[str]]
"""The addresses of a host, as text; may raise `OSError`."""
_NAT64 = ip_network("64:ff9b::/96")
"""IPv4 addresses within IPv6 (RFC 6052)."""
_OF_CLOUDS = frozenset((ip_address("168.63.129.16"),))
"""Public by their numbers, but answered by the machine's own provider, which may tell its secrets."""


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
    return parts


def resolve(host: str, port: int) -> list[str]:
    """Ask the system.

    Raises:
        OSError: the name is not known.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(text: str) -> bool:
    """Whether an address is one of the public internet: not of this machine, its network, its provider, or reserved."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast and one not in _OF_CLOUDS for one in _meant_by(address))


def _meant_by(address: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """The address, and those that it has within it."""
    if isinstance(address, IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    within = [address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        within.append(IPv4Address(int(address) & 0xFFFF_FFFF))
    return [address, *(one for one in within if one)]


def addresses_of(host: str, port: int, resolve: Resolve, *, allow_private: bool) -> list[str]:
    """The addresses of a host that may be connected to.

    Raises:
        Refused: the host is not known, or none of its addresses is allowed.
    """
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise Refused(f"there is no host {host}: {getattr(error, 'strerror', None) or error}") from None
    allowed = [address for address in found if allow_private or is_public(address)]
    if not allowed:
        raise Refused(
            f"{host} is an address of this machine or its network ({', '.join(found[:2])});"
            " if you trust it, add it with --allow-private"
        )
    return allowed
