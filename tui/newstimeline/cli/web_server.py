"""textual-serve's server, with access control, limits, and sessions that end when they should.

Its page, scripts and downloads stay as they are; each WebSocket drives a browser in a process of its own.
"""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import aiohttp_jinja2
import jinja2
from aiohttp import WSCloseCode, WSMsgType, hdrs, web
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

from newstimeline.cli.access_control import AccessPolicy, RequestHead

TOKEN = "token"
"""Of the query of the address that is opened first."""
MOST_SESSIONS = 16
"""Each is a process."""
_MOST_CONNECTIONS = 128
_LARGEST_MESSAGE = 2**18
"""Bytes from a web browser: keys, or a text that is pasted."""
_LARGEST_SCREEN = (500, 300)
"""Columns and lines."""
_HEARTBEAT = 15.0
"""Seconds between questions whether a web browser is still there."""
_PATIENCE = 5.0
"""Seconds that a session has to end by itself."""
_PATIENCE_AFTER_KILL = 5.0
"""Seconds until nobody waits any more for what a killed process's own processes may still say."""
_HEADERS = {
    hdrs.SERVER: "newstimeline",
    hdrs.CACHE_CONTROL: "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
        " font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""The page of textual-serve has scripts and styles within it; fonts from elsewhere, which it asks for too, it can do
without."""
_SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"
"""What is downloaded is no part of the page: no script of it may run here."""
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where to listen; no host stands for all addresses of this machine."""

    host: str
    port: int


class BrowserSession(AppService):
    """A browser in a process of its own, which ends with its WebSocket and ends that when it ends."""

    async def run(self) -> None:
        """Hand on what the process sends, until it has ended."""
        try:
            await super().run()
        finally:
            await self.remote_close()

    async def end(self) -> None:
        """Ask the process to end, and kill it if it does not."""
        ending = asyncio.create_task(self._ended())
        try:
            await asyncio.wait((ending,), timeout=_PATIENCE)
        finally:
            if self._process and not ending.done():
                self._process.kill()
        await asyncio.wait((ending,), timeout=_PATIENCE_AFTER_KILL)

    async def _ended(self) -> None:
        try:
            await self.stop()
        finally:
            if self._process:  # what it still says is read, or it could wait for that for ever
                await self._process.communicate()


class TimelineServer(Server):
    """Answers only what the policy lets through, and that within limits."""

    def __init__(self, command: str, place: ServerAddress, policy: AccessPolicy) -> None:
        """`command` is run by a shell for each session."""
        super().__init__(command, host=place.host, port=place.port, title="newstimeline")
        self._policy = policy
        self._sessions: dict[web.WebSocketResponse, asyncio.Event] = {}
        """With what is set when their processes have ended."""

    async def run_until_interrupted(self, when_listening: Callable[[], None]) -> None:
        """Serve until Ctrl-C.

        Raises:
            OSError: the host is not known, or something else listens at the port.
        """
        interrupted = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, interrupted.set)
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=2 * _PATIENCE)
        await runner.setup()
        try:
            listener = await loop.create_server(lambda: _protocol(runner), self.host or None, self.port)
            try:
                when_listening()
                await interrupted.wait()
            finally:
                listener.close()
        finally:
            await runner.cleanup()

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._guard])
        aiohttp_jinja2.setup(app, loader=jinja2.FileSystemLoader(self.templates_path))
        app.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
            ]
        )
        app.on_response_prepare.append(_add_headers)
        app.on_shutdown.append(self.on_shutdown)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        head = self._head_of(request)
        if refusal := self._policy.refusal(head):
            return web.Response(status=refusal.status, text=f"{refusal.reason}\n")
        if request.path == "/" and TOKEN in request.query:
            return self._without_token(request, is_secure=self._policy.is_secure(head))
        return await handler(request)

    def _without_token(self, request: web.Request, *, is_secure: bool) -> web.Response:
        """Keep the token in a cookie, so that no history, bookmark or look at the screen has it."""
        rest = request.rel_url.without_query_params(TOKEN)
        response = web.Response(status=303, headers={hdrs.LOCATION: str(rest)})
        if self._policy.token:
            name, token = self._cookie, self._policy.token
            response.set_cookie(name, token, httponly=True, samesite="Strict", secure=is_secure)
        return response

    @property
    def _cookie(self) -> str:
        """Cookies do not know ports: two servers of one host need two names."""
        return f"newstimeline-{self.port}"

    def _head_of(self, request: web.Request) -> RequestHead:
        transport = request.transport
        local = transport.get_extra_info("sockname") if transport else None
        headers = request.headers
        tokens = (request.cookies.get(self._cookie), request.query.get(TOKEN))
        return RequestHead(
            request.method,
            request.raw_path,
            headers.getall(hdrs.HOST, ()),
            headers.getall(hdrs.ORIGIN, ()),
            [token for token in tokens if token],
            headers.getall(hdrs.X_FORWARDED_PROTO, ()),
            local[0] if local else "",
            request.path == "/ws",
        )

    async def on_shutdown(self, app: web.Application) -> None:
        """End all sessions, also those that nobody is connected to any more."""
        sessions = dict(self._sessions)
        closing = (websocket.close(code=WSCloseCode.GOING_AWAY) for websocket in sessions)
        await asyncio.gather(*closing, return_exceptions=True)
        await asyncio.gather(*(ended.wait() for ended in sessions.values()))

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page, with addresses that hold under whatever name it was opened."""
        context = {
            "font_size": to_int(request.query.get("fontsize", ""), 16),
            "app_websocket_url": "/ws",
            "config": {"static": {"url": "/static/"}},
            "application": {"name": self.title},
        }
        return aiohttp_jinja2.render_template("app_index.html", request, context)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Drive a browser."""
        websocket = web.WebSocketResponse(timeout=_PATIENCE, heartbeat=_HEARTBEAT, max_msg_size=_LARGEST_MESSAGE)
        if not websocket.can_prepare(request):
            raise web.HTTPBadRequest(text="This is the address of a WebSocket.\n")
        if len(self._sessions) >= MOST_SESSIONS:
            raise web.HTTPServiceUnavailable(text=f"There are {MOST_SESSIONS} browsers open already.\n")
        self._sessions[websocket] = ended = asyncio.Event()
        try:
            await websocket.prepare(request)
            await self._hold_session(websocket, request.query)
        finally:
            del self._sessions[websocket]
            ended.set()
        return websocket

    async def _hold_session(self, websocket: web.WebSocketResponse, query: Mapping[str, str]) -> None:
        session = BrowserSession(
            self.command,
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=lambda: _close(websocket),
            download_manager=self.download_manager,
        )
        try:
            await session.start(*_size(to_int(query.get("width", ""), 80), to_int(query.get("height", ""), 24)))
            await self._process_messages(websocket, session)
        finally:
            await session.end()

    async def _process_messages(self, websocket: web.WebSocketResponse, app_service: AppService) -> None:
        """Do what a web browser may ask for; anything else ends its session."""
        async for message in websocket:
            if message.type is not WSMsgType.TEXT or not await _obey(message.data, websocket, app_service):
                await websocket.close(code=WSCloseCode.POLICY_VIOLATION)


async def _obey(text: str, websocket: web.WebSocketResponse, session: AppService) -> bool:
    """Do what a message says; whether it is one of those that there are."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return False
    match message:
        case ["stdin", str(keys)]:
            await session.send_bytes(keys.encode("utf-8", "replace"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            await session.set_terminal_size(*_size(width, height))
        case ["ping", str(mark)]:
            await websocket.send_json(["pong", mark])
        case ["focus", *_]:
            await session.focus()
        case ["blur", *_]:
            await session.blur()
        case _:
            return False
    return True


def _size(width: int, height: int) -> tuple[int, int]:
    """A screen that can be drawn."""
    most_columns, most_lines = _LARGEST_SCREEN
    return max(1, min(width, most_columns)), max(1, min(height, most_lines))


async def _close(websocket: web.WebSocketResponse) -> None:
    await websocket.close()


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
    if request.path.startswith("/download/"):
        response.headers["Content-Security-Policy"] = _SANDBOX


def _protocol(runner: web.AppRunner) -> asyncio.Protocol:
    """Who answers a new connection."""
    assert runner.server
    return _TooMany() if len(runner.server.connections) >= _MOST_CONNECTIONS else runner.server()


class _TooMany(asyncio.Protocol):
    """Answers a connection that is one too many."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Say so, and end it."""
        assert isinstance(transport, asyncio.Transport)
        transport.write(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        transport.close()
