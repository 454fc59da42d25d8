"""`newstimeline serve`: the same browser in a web browser, by textual-serve (an extra)."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import secrets
import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

from newstimeline.cli.access_control import AccessPolicy, allowed_host, bracketed, is_loopback
from newstimeline.cli.console import Failure, UsageFailure, say
from newstimeline.cli.library_choice import library_path
from newstimeline.cli.options import CommonOptions, Subcommand

if TYPE_CHECKING:
    from newstimeline.cli.web_server import TimelineServer

_OPENED_INSTEAD = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}
"""An address of this machine, where all are listened at."""


@dataclass(frozen=True, kw_only=True)
class ServeOptions(CommonOptions):
    """Where to listen, and whom to let in: who comes under one of the names `allow_host` too."""

    host: str
    port: int
    allow_host: Sequence[str]
    no_token: bool


def serve(options: ServeOptions) -> int:
    """Serve until interrupted; each page that is opened gets a browser of its own on the same library.

    Raises:
        UsageFailure: everybody could come in.
        Failure: the extra is missing, there is no such library, or the host and port can't be listened at.
    """
    policy = access_policy(options)
    try:
        from newstimeline.cli.web_server import TOKEN, ServerAddress, TimelineServer
    except ImportError:
        raise Failure("serving needs one more package: pip install 'newstimeline[serve]'") from None
    logging.basicConfig(level=logging.WARNING, format="newstimeline: %(message)s")
    if not options.debug:  # it tells of requests that are none, with the token that may be in them
        logging.getLogger("aiohttp").setLevel(logging.CRITICAL)
    server = TimelineServer(_browser_command(options), ServerAddress(options.host, options.port), policy)
    address = f"http://{bracketed(_OPENED_INSTEAD.get(options.host, options.host))}:{options.port}/"
    if policy.token:
        address += f"?{TOKEN}={policy.token}"
    _run(server, options, f"{address} – Ctrl+C ends it")
    return 0


COMMAND = Subcommand(ServeOptions, serve)


def access_policy(options: ServeOptions) -> AccessPolicy:
    """What is answered, as the options want it; with a new token.

    Raises:
        UsageFailure: everybody on the network could come in.
    """
    if options.no_token and not is_loopback(options.host):
        raise UsageFailure(
            f"--no-token would let everybody in who reaches {options.host or 'this machine'};"
            " it is only for a host that no other machine reaches, such as 127.0.0.1"
        )
    allowed = frozenset(host for name in options.allow_host for host in allowed_host(name, options.port))
    token = None if options.no_token else secrets.token_urlsafe(32)
    return AccessPolicy(options.port, _name_of(options.host), allowed, token)


def warnings_of(options: ServeOptions) -> list[str]:
    """What could happen, with whom these options let in."""
    told = []
    if not is_loopback(options.host):
        told.append(
            "other machines can reach this server, and nothing is encrypted: whoever listens on the network can read"
            " what you read and take the token, and whoever has the token can read and change this library"
        )
    if options.no_token:
        who = "every program and every user on this machine"
        if options.allow_host:
            who += f", and whoever a proxy lets through to {', '.join(options.allow_host)},"
        told.append(f"without a token, {who} can read and change this library")
    return told


def _run(server: TimelineServer, options: ServeOptions, when_listening: str) -> None:
    def tell() -> None:
        for warning in warnings_of(options):
            say(warning)
        say(when_listening)

    try:
        asyncio.run(server.run_until_interrupted(tell))
    except (OSError, UnicodeError) as error:
        where = f"{bracketed(options.host)}:{options.port}"
        raise Failure(f"can't listen at {where} ({_reason(error)}); --host and --port name another") from None


def _reason(error: OSError | UnicodeError) -> str:
    """Why a host and port can't be listened at."""
    if isinstance(error, UnicodeError):  # of encodings.idna
        return "that is no name of a host"
    return os.strerror(error.errno or 0) if error.errno in errno.errorcode else str(error.strerror or error)


def _browser_command(options: ServeOptions) -> str:
    """What a shell runs for each page."""
    path = library_path(options)
    if options.library and not path.exists():
        raise Failure(f"there is no library at {path}; 'newstimeline add PATH' makes one")
    words = [sys.executable, "-m", "newstimeline"]
    if options.library or path.exists():
        words += ["--library", str(path)]
    return f"exec {shlex.join(words)}"


def _name_of(host: str) -> str | None:
    """A host that is a name; None for an address."""
    try:
        ip_address(host)
    except ValueError:
        return host or None
    return None
