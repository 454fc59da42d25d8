"""`newstimeline serve`, over its websocket, and once in Chromium where that is installed."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest

from newstimeline.cli.arguments import parse_arguments
from newstimeline.cli.serve_command import ServeOptions
from support.chromium import Tab, needs_chromium, opened
from support.served import Served, served
from support.web import Page, serving

_PATIENCE = 60
"""Seconds."""


@pytest.fixture(scope="module")
def server(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of the sample."""
    library = shutil.copy(sample_library, tmp_path_factory.mktemp("served") / "library.sqlite")
    with served(Path(library)) as running:
        yield running


async def shown(address: str, words: str, **headers: str) -> bool:
    """Whether the browser sends these words when it is opened."""
    received = b""
    async with aiohttp.ClientSession() as session, session.ws_connect(address, headers=headers) as page:
        async for message in page:
            if message.type is aiohttp.WSMsgType.BINARY:
                received += message.data
                if words.encode() in received:
                    return True
    return False


async def test_the_library_is_shown_to_who_opens_the_page(server: Served) -> None:
    address = f"{server.url}/ws?width=120&height=36"
    assert await asyncio.wait_for(shown(address, "63 events", Cookie=server.cookie, Origin=server.url), _PATIENCE)


_MORE_THAN_A_CURTAIN = 40_000
"""Bytes of a picture; that of the page before it shows the browser has some 10,000."""
_SHOWN = """new Promise(done => {
    const look = () => document.body.classList.contains("-first-byte") ? done(true) : requestAnimationFrame(look);
    look();
})"""
"""textual-serve's page says so when the browser has sent something, and takes its curtain away."""


async def wait_until_shown(tab: Tab) -> None:
    while not await tab.value(_SHOWN):
        pass  # the page was on its way


async def pictured(tab: Tab) -> bytes:
    """A picture of a page in Chromium, once the page shows the browser."""
    await wait_until_shown(tab)
    picture = b""
    while len(picture) < _MORE_THAN_A_CURTAIN:  # which takes a moment to rise
        picture = await tab.picture()
    return picture


@needs_chromium
async def test_chromium_shows_it_and_keeps_the_token_out_of_sight(server: Served, tmp_path: Path) -> None:
    async def look() -> tuple[bytes, object]:
        async with opened(f"{server.url}/?token={server.token}", tmp_path / "profile") as tab:
            return await pictured(tab), await tab.value("[location.search, document.cookie]")

    picture, in_sight = await asyncio.wait_for(look(), _PATIENCE)
    assert picture.startswith(b"\x89PNG")
    assert in_sight == ["", ""]


_ATTACK = """(async () => {
    const tried = {};
    tried.socket = await new Promise(done => {
        const socket = new WebSocket("ws://ADDRESS/ws");
        socket.onopen = () => done("open");
        socket.onerror = () => done("refused");
    });
    for (const path of ["/", "/static/js/textual.js", "/?token=guess"])
        tried[path] = await fetch("http://ADDRESS" + path, {credentials: "include"})
            .then(() => "read", () => "refused");
    for (const [name, path] of [["script", "/static/js/textual.js"], ["img", "/static/images/background.png"]])
        tried[name] = await new Promise(done => {
            const element = document.body.appendChild(document.createElement(name));
            element.onload = () => done("embedded");
            element.onerror = () => done("refused");
            element.src = "http://ADDRESS" + path;
        });
    return tried;
})()"""


@needs_chromium
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_a_page_of_another_origin_comes_nowhere(server: Served, tmp_path: Path, host: str) -> None:
    """Although the same Chromium has the cookie, and though another port of the same host is the same site."""

    async def attack() -> object:
        with serving() as web:
            web.pages["/"] = Page(
                b"<!doctype html><title>Evil</title><body></body>", headers={"Content-Type": "text/html"}
            )
            async with opened(f"{server.url}/?token={server.token}", tmp_path / "profile") as tab:
                await wait_until_shown(tab)
                await tab.go(web.url.replace("127.0.0.1", host))
                return await tab.value(_ATTACK.replace("ADDRESS", server.url.removeprefix("http://")))

    tried = await asyncio.wait_for(attack(), _PATIENCE)
    ways = ("socket", "/", "/static/js/textual.js", "/?token=guess", "script", "img")
    assert tried == dict.fromkeys(ways, "refused")


@needs_chromium
async def test_another_name_that_leads_here_is_refused(server: Served, tmp_path: Path) -> None:
    """What DNS rebinding comes to: `evil.example` is now this machine."""

    async def look() -> object:
        address = f"http://evil.example:{server.port}/?token={server.token}"
        rules = "--host-resolver-rules=MAP evil.example 127.0.0.1"
        async with opened("about:blank", tmp_path / "profile", rules) as tab:
            await tab.go(address)
            return await tab.value("document.body.innerText")

    assert "not a name of this server" in str(await asyncio.wait_for(look(), _PATIENCE))


def test_only_this_machine_reaches_it_unless_told_otherwise() -> None:
    _, options = parse_arguments(["serve"])
    assert isinstance(options, ServeOptions)
    assert (options.host, options.port) == ("127.0.0.1", 8000)
