"""Who may use `newstimeline serve`.

Any page that is open in a web browser can send requests to any address, this machine's too. What it can't choose are
the `Origin` of a WebSocket (RFC 6455, 10.2) and the `Host` under which its own name was resolved, so both must be ours,
which also ends DNS rebinding. What another program can choose at will, it can't know: the token of this start.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import unquote

_LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")
_METHODS = frozenset(("GET", "HEAD"))
_HTTP_PORT, _HTTPS_PORT = 80, 443
_LAST_PORT = 65_535
_HOST = re.compile(r"(?P<name>[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::(?P<port>[0-9]{1,5}))?")
_BAD_REQUEST, _FORBIDDEN, _METHOD_NOT_ALLOWED = 400, 403, 405


@dataclass(frozen=True, slots=True)
class RequestHead:
    """What a request says of itself, each header as often as it was sent."""

    method: str
    target: str
    """As it was sent, percent signs and all."""
    hosts: Sequence[str]
    origins: Sequence[str] = ()
    tokens: Sequence[str] = ()
    """From the address and the cookie."""
    forwarded_schemes: Sequence[str] = ()
    """`X-Forwarded-Proto`: what a proxy was asked by."""
    local_address: str = "127.0.0.1"
    """At which address of this machine it arrived."""
    is_websocket: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """The status of the answer, and why."""

    status: int
    reason: str


@dataclass(frozen=True, slots=True)
class AccessPolicy:
    """Which requests are answered."""

    port: int
    host_name: str | None = None
    """The name to listen at, if it is no address."""
    allowed_hosts: frozenset[str] = frozenset()
    """`Host` headers of proxies and of this machine's other names, as `allowed_host` makes them."""
    token: str | None = None
    """Without one, every program on this machine is let in."""

    def refusal(self, request: RequestHead) -> Refusal | None:
        """Why a request is not answered; None if it is."""
        host = _lowered(request.hosts[0]) if len(request.hosts) == 1 else ""
        if host not in self._hosts_at(request.local_address) | self.allowed_hosts:
            return Refusal(_FORBIDDEN, "This is not a name of this server; --allow-host NAME adds one.")
        if not is_plain_target(request.target):
            return Refusal(_BAD_REQUEST, "This is not a path of this server.")
        if request.method not in _METHODS:
            return Refusal(_METHOD_NOT_ALLOWED, "This server only answers GET and HEAD.")
        if request.origins and not self._is_own_origin(request, host):
            return Refusal(_FORBIDDEN, "Pages of other origins may not use this server.")
        if self.token is not None:
            if not any(_are_equal(given, self.token) for given in request.tokens):
                return Refusal(_FORBIDDEN, "Open the address that `newstimeline serve` printed when it started.")
        elif request.is_websocket and not request.origins:
            return Refusal(_FORBIDDEN, "Without a token, a WebSocket must name its origin.")
        return None

    def is_secure(self, request: RequestHead) -> bool:
        """Whether the browser speaks https to a proxy in front of us."""
        return _lowered(request.hosts[0]) in self.allowed_hosts and tuple(request.forwarded_schemes) == ("https",)

    def _hosts_at(self, local_address: str) -> frozenset[str]:
        """`Host` headers of requests that arrive at an address of this machine.

        A literal address there is no name that somebody else could point at us. DNS names are: of them only the one
        that we were told to listen at is known.
        """
        address = local_address.partition("%")[0]
        names = {bracketed(address)}
        if is_loopback(address):
            names.update(_LOOPBACK_NAMES)
        if self.host_name:
            names.add(self.host_name.lower())
        return frozenset(host for name in names for host in _with_port(name, self.port, (_HTTP_PORT,)))

    def _is_own_origin(self, request: RequestHead, host: str) -> bool:
        schemes: Sequence[str] = ("http",)
        if host in self.allowed_hosts:
            schemes = request.forwarded_schemes or ("http", "https")
        return len(request.origins) == 1 and _lowered(request.origins[0]) in [
            f"{scheme}://{host}" for scheme in schemes
        ]


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches what listens at a host."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def bracketed(host: str) -> str:
    """A host as URLs and `Host` headers have it."""
    try:
        return f"[{host}]" if isinstance(ip_address(host), IPv6Address) else host
    except ValueError:
        return host


def allowed_host(text: str, port: int) -> frozenset[str]:
    """The `Host` headers that a `NAME` or `NAME:PORT` stands for; a name alone is one at the usual ports, or at ours.

    Raises:
        ValueError: it is neither.
    """
    matched = _HOST.fullmatch(bracketed(text.lower()))
    if not matched:
        raise ValueError(f"not a host: {text}")
    name, own_port = matched["name"], matched["port"]
    if own_port is None:
        return frozenset((name, f"{name}:{port}"))
    if not 0 < int(own_port) <= _LAST_PORT:
        raise ValueError(f"not a host: {text}")
    return _with_port(name, int(own_port), (_HTTP_PORT, _HTTPS_PORT))


def is_plain_target(target: str) -> bool:
    """Whether what is asked for is a path of ours: no other server's address (RFC 9112, 3.2.2), and no step upwards."""
    path = target.partition("?")[0]
    if not path.startswith("/") or path.startswith("//"):
        return False
    while (decoded := unquote(path)) != path:
        path = decoded
    return path.isprintable() and "\\" not in path and not {".", ".."} & set(path.split("/"))


def _with_port(name: str, port: int, default_ports: Sequence[int]) -> frozenset[str]:
    """With its port, and without it if browsers leave it out."""
    return frozenset((f"{name}:{port}", name) if port in default_ports else (f"{name}:{port}",))


def _lowered(header: str) -> str:
    """In lower case; what is not ASCII stays as it is, some of which would become it."""
    return header.lower() if header.isascii() else header


def _are_equal(given: str, token: str) -> bool:
    """Compared in the same time wherever they differ, so that the time tells nothing."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), token.encode())
