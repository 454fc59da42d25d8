"""`newstimeline serve`, over its websocket, and once in Chromium where that is installed."""

import asyncio
import base64
import re
import shutil
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

_PATIENCE = 60
"""Seconds."""
CHROMIUM = shutil.which("chromium")


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


async def pictured(page: str, profile: Path) -> bytes:
    """A picture of a page in Chromium (its DevTools protocol), once the page shows the browser."""
    assert CHROMIUM
    chromium = await asyncio.create_subprocess_exec(
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-quic", f"--user-data-dir={profile}",
        "--window-size=1200,800", "--remote-debugging-port=0", page,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        assert chromium.stderr
        port = 0
        while not port:
            line = (await chromium.stderr.readline()).decode()
            assert line, "chromium has ended"
            if found := re.search(r"ws://127\.0\.0\.1:(\d+)/", line):
                port = int(found[1])
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                (target,) = [one for one in await answer.json(content_type=None) if one["type"] == "page"]
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as devtools:
                while not await asked(devtools, "Runtime.evaluate", expression=_SHOWN, awaitPromise=True):
                    pass  # the page was on its way
                picture = b""
                while len(picture) < _MORE_THAN_A_CURTAIN:  # which takes a moment to rise
                    answered = await asked(devtools, "Page.captureScreenshot", format="png")
                    picture = base64.b64decode(str(answered["data"]))
        return picture
    finally:
        chromium.terminate()
        await chromium.communicate()


async def asked(devtools: aiohttp.ClientWebSocketResponse, method: str, **parameters: object) -> dict[str, object]:
    """The answer to a command; nothing when it failed."""
    await devtools.send_json({"id": 1, "method": method, "params": parameters})
    while True:
        message = await devtools.receive_json()
        if message.get("id") == 1:
            result: dict[str, object] = message.get("result", {})
            return result


@pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed")
async def test_chromium_shows_it(port: int, tmp_path: Path) -> None:
    picture = await asyncio.wait_for(pictured(f"http://127.0.0.1:{port}/", tmp_path / "profile"), _PATIENCE)
    assert picture.startswith(b"\x89PNG")


def test_only_this_machine_reaches_it_unless_told_otherwise() -> None:
    _, options = parse_arguments(["serve"])
    assert (options.host, options.port) == ("127.0.0.1", 8000)
