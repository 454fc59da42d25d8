"""Debian's Chromium without a screen, steered by its DevTools protocol: a page, its keys, its requests, its print."""

from __future__ import annotations

import asyncio
import base64
import re
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest

_PROGRAM = shutil.which("chromium")
needs_chromium = pytest.mark.skipif(_PROGRAM is None, reason="Debian's chromium is not installed")
_ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-quic", "--window-size=1200,800",
)  # fmt: skip
_PATIENCE = 60
"""Seconds."""
_PAGES_OWN_TIME = 10_000
"""Milliseconds that pass at once where nothing is waited for."""
_COMPLETE = """new Promise(done => {
    const look = () => document.readyState === "complete" ? done(true) : requestAnimationFrame(look);
    look();
})"""
_CODES = {"Enter": 13, "Escape": 27, "Tab": 9}


def document_of(address: str, profile: Path) -> str:
    """The HTML that a page has become after its scripts have run."""
    assert _PROGRAM
    asked = (f"--user-data-dir={profile}", f"--virtual-time-budget={_PAGES_OWN_TIME}", "--dump-dom", address)
    done = subprocess.run([_PROGRAM, *_ARGUMENTS, *asked], capture_output=True, timeout=_PATIENCE, check=True)
    return done.stdout.decode()


@dataclass
class Tab:
    """An open page."""

    devtools: aiohttp.ClientWebSocketResponse
    requests: list[str] = field(default_factory=list)
    """Addresses that were asked for since `go`."""

    async def ask(self, method: str, **parameters: object) -> dict[str, object]:
        """The answer to a command; nothing when it failed."""
        await self.devtools.send_json({"id": 1, "method": method, "params": parameters})
        while True:
            message = await self.devtools.receive_json()
            if message.get("method") == "Network.requestWillBeSent":
                self.requests.append(message["params"]["request"]["url"])
            if message.get("id") == 1:
                result: dict[str, object] = message.get("result", {})
                return result

    async def value(self, expression: str) -> object:
        """What an expression, or the promise that it is, comes to in the page; None when it failed."""
        answered = await self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        result = answered.get("result")
        return result.get("value") if isinstance(result, dict) else None

    async def go(self, address: str) -> None:
        """Open another page."""
        await self.ask("Network.enable")
        await self.ask("Page.navigate", url=address)
        while not await self.value(_COMPLETE):
            pass  # the page was on its way

    async def press(self, key: str) -> None:
        """Press a key: one of `_CODES`, or a character."""
        text = "\r" if key == "Enter" else key if len(key) == 1 else ""
        code = _CODES.get(key, 0)
        await self.ask("Input.dispatchKeyEvent", type="keyDown", key=key, text=text, windowsVirtualKeyCode=code)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    async def picture(self) -> bytes:
        """PNG."""
        return base64.b64decode(str((await self.ask("Page.captureScreenshot", format="png"))["data"]))

    async def printed(self) -> bytes:
        """PDF."""
        return base64.b64decode(str((await self.ask("Page.printToPDF"))["data"]))


@asynccontextmanager
async def opened(address: str, profile: Path, *arguments: str) -> AsyncIterator[Tab]:
    """A page in a Chromium of its own."""
    assert _PROGRAM
    chromium = await asyncio.create_subprocess_exec(
        _PROGRAM, *_ARGUMENTS, f"--user-data-dir={profile}", "--remote-debugging-port=0", *arguments, address,
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
                yield Tab(devtools)
    finally:
        chromium.terminate()
        await chromium.communicate()
