"""What a web browser may send to `newstimeline serve`, how many may be open, and when their processes end.

The processes here are no browsers: each ends with the first thing that it is sent, as a browser does when told to quit.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import aiohttp
import pytest

from newstimeline.cli import web_server
from newstimeline.cli.access_control import AccessPolicy
from newstimeline.cli.web_server import ServerAddress, TimelineServer
from support.served import free_port

_PATIENCE = 30
"""Seconds."""
_ENDS_WHEN_TOLD = "exec head -c 1"
_NEVER_ENDS = "exec sleep 1000 < /dev/null"


@asynccontextmanager
async def session_address(command: str) -> AsyncIterator[str]:
    """Where WebSockets are opened that run a command."""
    port, listening = free_port(), asyncio.Event()
    server = TimelineServer(command, ServerAddress("127.0.0.1", port), AccessPolicy(port, token="right"))
    running = asyncio.create_task(server.run_until_interrupted(listening.set))
    async with asyncio.timeout(_PATIENCE):
        await listening.wait()
        yield f"http://127.0.0.1:{port}/ws?token=right"
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


@asynccontextmanager
async def opened_page(command: str) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A WebSocket that runs a command."""
    async with (
        session_address(command) as address,
        aiohttp.ClientSession() as client,
        client.ws_connect(address) as page,
    ):
        yield page


async def closed(page: aiohttp.ClientWebSocketResponse) -> int | None:
    """The code with which the server closes."""
    async for _ in page:
        pass
    return page.close_code


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("no JSON", 1008), ("[" * 100_000, 1008), ("{}", 1008), ("[]", 1008), ('["stdin", 1]', 1008),
        ('["open_url", {"url": "https://a.example"}]', 1008), ('["resize", {"width": "80", "height": 24}]', 1008),
        ("x" * 300_000, 1009), (b'["blur"]', 1008),
    ],
)  # fmt: skip
async def test_what_is_no_message_ends_the_session(message: str | bytes, code: int) -> None:
    async with opened_page(_ENDS_WHEN_TOLD) as page:
        await (page.send_str(message) if isinstance(message, str) else page.send_bytes(message))
        assert await closed(page) == code


async def test_a_session_ends_with_its_process() -> None:
    async with opened_page(_ENDS_WHEN_TOLD) as page:
        await page.send_json(["stdin", "q"])
        assert await closed(page) == 1000


async def test_one_too_many_is_refused_until_another_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_server, "MOST_SESSIONS", 2)
    async with session_address(_ENDS_WHEN_TOLD) as address, aiohttp.ClientSession() as client:
        pages = [await client.ws_connect(address) for _ in range(2)]
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await client.ws_connect(address)
        assert refused.value.status == 503
        await pages[0].close()
        while len(pages) < 3:
            with suppress(aiohttp.WSServerHandshakeError):  # the first one's process is about to end
                pages.append(await client.ws_connect(address))
        for page in pages:
            await page.close()


async def test_one_connection_too_many_is_ended_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_server, "_MOST_CONNECTIONS", 1)
    port, listening = free_port(), asyncio.Event()
    server = TimelineServer(_ENDS_WHEN_TOLD, ServerAddress("127.0.0.1", port), AccessPolicy(port, token="right"))
    running = asyncio.create_task(server.run_until_interrupted(listening.set))
    async with asyncio.timeout(_PATIENCE):
        await listening.wait()
        reader, first = await asyncio.open_connection("127.0.0.1", port)
        first.write(b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")
        assert (await reader.readline()).startswith(b"HTTP/1.1 403")
        reader, second = await asyncio.open_connection("127.0.0.1", port)
        assert (await reader.read()).startswith(b"HTTP/1.1 503")
        for writer in (first, second):
            writer.close()
            await writer.wait_closed()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running


async def test_a_process_that_does_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_server, "_PATIENCE", 0.1)
    processes = []
    start = web_server.BrowserSession.start

    async def start_and_keep(self: web_server.BrowserSession, width: int, height: int) -> None:
        await start(self, width, height)
        processes.append(self._process)

    monkeypatch.setattr(web_server.BrowserSession, "start", start_and_keep)
    async with opened_page(_NEVER_ENDS) as page:
        await page.send_json(["ping", "1"])
        assert await page.receive_json() == ["pong", "1"]
        await page.close()
        (process,) = processes
        assert process
        assert await process.wait() == -9


@pytest.mark.parametrize(
    ("asked", "drawn"), [((80, 24), (80, 24)), ((10**9, 10**9), (500, 300)), ((0, -5), (1, 1)), ((True, False), (1, 1))]
)
def test_no_screen_is_larger_than_can_be_drawn(asked: tuple[int, int], drawn: tuple[int, int]) -> None:
    assert web_server._size(*asked) == drawn
