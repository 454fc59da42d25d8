"""`newstimeline serve`: the same browser in a web browser, by textual-serve (an extra)."""

from __future__ import annotations

import argparse
import ipaddress
import shlex
import sys

from newstimeline.cli.console import Failure, say
from newstimeline.cli.places import library_path


def serve(options: argparse.Namespace) -> int:
    """Serve until interrupted; each page that is opened gets a browser of its own on the same library."""
    try:
        from textual_serve.server import Server
    except ImportError:
        raise Failure("serving needs one more package: pip install 'newstimeline[serve]'") from None
    path = library_path(options)
    words = [sys.executable, "-m", "newstimeline"]
    if options.library or path.exists():
        words += ["--library", str(path)]
    if not _is_loopback(options.host):
        say(f"whoever reaches {options.host} can read and change this library")
    say(f"http://{options.host}:{options.port} – Ctrl+C ends it")
    Server(f"exec {shlex.join(words)}", host=options.host, port=options.port, title="newstimeline").serve()
    return 0


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
