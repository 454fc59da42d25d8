"""`newstimeline serve`, over its websocket, and once in Chromium where that is installed."""

import asyncio
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest

from newstimeline.cli import main
from newstimeline.cli.arguments import parse_arguments
from newstimeline.sample import sample_path
from support.chromium import needs_chromium, opened

_PATIENCE = 60
"""Seconds."""


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """The port of a server of the sample."""
    library = tmp_path / "library.sqlite"
    assert main(["add", str(sample_path()), "--library", str(library)]) == 0
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "newstimeline", "serve", "--port", str(number), "--library", str(library)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + _PATIENCE
        while not _answers(number):
            assert time.monotonic() < deadline, "the server did not start"
        yield number
    finally:
        server.terminate()
        server.wait(timeout=_PATIENCE)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
    except OSError:
        return False
    return True


async def shown(port: int, words: str) -> bool:
    """Whether the browser sends these words when it is opened."""
    address = f"http://127.0.0.1:{port}/ws?width=120&height=36"
    received = b""
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as page:
        async for message in page:
            if message.type is aiohttp.WSMsgType.BINARY:
                received += message.data
                if words.encode() in received:
                    return True
    return False


async def test_the_library_is_shown_to_who_opens_the_page(port: int) -> None:
    assert await asyncio.wait_for(shown(port, "63 events"), _PATIENCE)


_MORE_THAN_A_CURTAIN = 40_000
"""Bytes of a picture; that of the page before it shows the browser has some 10,000."""
_SHOWN = """new Promise(done => {
    const look = () => document.body.classList.contains("-first-byte") ? done(true) : requestAnimationFrame(look);
    look();
})"""
"""textual-serve's page says so when the browser has sent something, and takes its curtain away."""


async def pictured(address: str, profile: Path) -> bytes:
    """A picture of a page in Chromium, once the page shows the browser."""
    async with opened(address, profile) as tab:
        while not await tab.value(_SHOWN):
            pass  # the page was on its way
        picture = b""
        while len(picture) < _MORE_THAN_A_CURTAIN:  # which takes a moment to rise
            picture = await tab.picture()
        return picture


@needs_chromium
async def test_chromium_shows_it(port: int, tmp_path: Path) -> None:
    picture = await asyncio.wait_for(pictured(f"http://127.0.0.1:{port}/", tmp_path / "profile"), _PATIENCE)
    assert picture.startswith(b"\x89PNG")


def test_only_this_machine_reaches_it_unless_told_otherwise() -> None:
    _, options = parse_arguments(["serve"])
    assert (options.host, options.port) == ("127.0.0.1", 8000)
