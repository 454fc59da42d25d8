"""One request over http or https, within limits of size and time.

The connection goes to an address that was looked at (see `hosts`), and asks there for the host by its name.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from newstimeline import __version__
from newstimeline.fetching.hosts import Refused, Resolve, addresses_of, parts_of

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection

AGENT = "newstimeline"
"""Our name in robots.txt."""
_USER_AGENT = f"{AGENT}/{__version__} (reads single pages and feeds for one person; obeys robots.txt)"
LARGEST = 20 * 2**20
"""Bytes of a page or feed, unpacked; as `reading.html` has it."""
LONGEST = 30.0
"""Seconds for one request with its answer."""
_TO_WAIT = 10.0
"""Seconds for a connection, and for the next bytes."""
_CHUNK = 65_536
_DONE = 200
_IN_TARGETS = "/?:@!$&'()*+,;=-._~%"
"""Characters of a path and a query that stand for themselves (RFC 3986, 3.3 and 3.4), and what is encoded already."""


@dataclass(frozen=True, slots=True)
class Response:
    """What a server sent."""

    status: int
    url: str
    """Which it was asked for."""
    headers: Mapping[str, str]
    """By their names in lower case."""
    data: bytes = b""

    @property
    def leads_to(self) -> str | None:
        """Where a redirection leads; None when it is none."""
        place = self.headers.get("location")
        if not place or self.status not in (301, 302, 303, 307, 308):
            return None
        try:
            return urljoin(self.url, place)
        except ValueError:
            return place


@dataclass(frozen=True, slots=True)
class Getter:
    """Makes requests."""

    resolve: Resolve
    allow_private: bool = False

    def get(self, url: str, headers: Mapping[str, str], largest: int = LARGEST, cut: bool = False) -> Response:
        """Ask for an address, once: a redirection is an answer like others; what is too large is refused, or cut.

        Raises:
            Refused: the address is none that may be fetched, or the server does not answer as it should.
        """
        import urllib3

        parts = parts_of(url)
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        trouble = ""
        for address in addresses_of(host, port, self.resolve, allow_private=self.allow_private):
            try:
                with _connection(parts.scheme, address, port, host) as connection:
                    named = {**headers, "Host": _host_header(parts.netloc)}
                    return _ask(connection, url, named, largest, cut=cut)
            except (urllib3.exceptions.HTTPError, HTTPException, OSError, ValueError) as error:
                trouble = _plainly(error)
        raise Refused(f"{host} does not answer: {trouble}")


@contextmanager
def _connection(scheme: str, address: str, port: int, host: str) -> Iterator[HTTPConnection]:
    """A connection to an address, whose certificate must be that of the host; it is ended when its time is over."""
    from urllib3 import connection as making

    made = (
        making.HTTPConnection(address, port, timeout=_TO_WAIT)
        if scheme == "http"
        else making.HTTPSConnection(
            address, port, timeout=_TO_WAIT, server_hostname=host.rstrip("."), cert_reqs="CERT_REQUIRED"
        )
    )
    is_over = threading.Event()
    try:
        made.connect()
        end = threading.Timer(LONGEST, _end, (made.sock, is_over))
        end.daemon = True
        end.start()
        try:
            yield made
        finally:
            end.cancel()
            if is_over.is_set():
                raise Refused(f"it takes longer than {LONGEST:g} seconds") from None
    finally:
        made.close()


def _end(connected: socket.socket, is_over: threading.Event) -> None:
    """End a connection under the hands of whoever waits for it, however slowly its bytes come."""
    is_over.set()
    with suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def _ask(connection: HTTPConnection, url: str, headers: Mapping[str, str], largest: int, *, cut: bool) -> Response:
    parts = urlsplit(url)
    target = quote(f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}", safe=_IN_TARGETS)
    sent = {"User-Agent": _USER_AGENT, "Accept-Encoding": "gzip", **headers}
    connection.request("GET", target, headers=sent, preload_content=False)
    response = connection.getresponse()
    data = bytearray()
    for chunk in response.stream(_CHUNK, decode_content=True) if response.status == _DONE else ():
        data += chunk
        if len(data) > largest:
            if cut:
                break
            raise Refused(f"it is larger than {largest / 2**20:.3g} MiB")
    received = {name.lower(): value for name, value in response.headers.items()}
    return Response(response.status, url, received, bytes(data[:largest]))


def _host_header(netloc: str) -> str:
    """The host without the name and password that an address may have."""
    host = netloc.rpartition("@")[2]
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _plainly(error: Exception) -> str:
    """The end of a library's message, which says what is wrong."""
    return str(error).rpartition(": ")[2].strip("()'\"") or type(error).__name__
