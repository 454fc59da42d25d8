"""`newstimeline serve` lets in who has the token of this start, under its own names."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from newstimeline.cli import main
from support.served import Served, free_port, served

_PATIENCE = 60
"""Seconds."""


@pytest.fixture(scope="module")
def library(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(sample_library, tmp_path_factory.mktemp("served") / "library.sqlite"))


@pytest.fixture(scope="module")
def server(library: Path) -> Iterator[Served]:
    with served(library) as running:
        yield running


def answer(server: Served, target: str, *headers: str, method: str = "GET", host: str | None = None) -> tuple[int, str]:
    """The status of an answer, and all of it in lower case; nothing is put in order on the way there."""
    lines = [
        f"{method} {target} HTTP/1.1",
        f"Host: {host or f'127.0.0.1:{server.port}'}",
        *headers,
        "Connection: close",
    ]
    with socket.create_connection(("127.0.0.1", server.port), timeout=_PATIENCE) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        received = b"".join(iter(lambda: connection.recv(65_536), b""))
    return int(received.split()[1]), received.decode("utf-8", "replace")


def cookie(server: Served) -> str:
    return f"Cookie: {server.cookie}"


def test_without_the_token_nothing_is_told(server: Served) -> None:
    for target in ("/", "/ws", "/static/js/textual.js", "/download/1", "/?token=guess"):
        assert answer(server, target)[0] == 403
    assert answer(server, "/", f"Cookie: newstimeline-{server.port}=guess")[0] == 403


def test_the_token_of_the_address_becomes_a_cookie(server: Served) -> None:
    status, text = answer(server, f"/?fontsize=20&token={server.token}")
    assert status == 303
    assert "\r\nLocation: /?fontsize=20\r\n" in text
    assert f"\r\nSet-Cookie: {server.cookie}; HttpOnly; Path=/; SameSite=Strict\r\n" in text
    status, text = answer(server, "/?fontsize=20", cookie(server))
    assert (status, 'data-font-size="20"' in text, server.token in text) == (200, True, False)


def test_each_answer_says_that_no_other_page_may_have_it(server: Served) -> None:
    for target in ("/", "/static/js/textual.js", "/none", "/ws", "/../"):
        for credentials in ("Accept: */*", cookie(server)):
            text = answer(server, target, credentials)[1]
            for header in (
                "X-Frame-Options: DENY", "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
                "Cross-Origin-Resource-Policy: same-origin", "Cache-Control: no-store", "frame-ancestors 'none'",
            ):  # fmt: skip
                assert header in text


def test_what_is_downloaded_is_no_part_of_the_page(server: Served) -> None:
    assert "Content-Security-Policy: sandbox;" in answer(server, "/download/1", cookie(server))[1]


def test_nobody_writes_to_the_terminal_by_sending_nonsense(library: Path) -> None:
    with served(library) as server:
        for target in ("/\x1b[31m", f"/\x01?token={server.token}", "/" + "a" * 10_000):
            assert answer(server, target)[0] == 400
        server.process.terminate()
        assert server.process.stderr
        assert server.process.stderr.read() == ""


@pytest.mark.parametrize("target", ["/", "/ws", "/static/js/textual.js", "/download/1"])
@pytest.mark.parametrize(
    "headers", [("Origin: http://evil.example",), ("Origin: null",), ("Host: evil.example",), ("Origin: http://[",)]
)
def test_other_origins_and_names_are_refused_on_every_path(
    server: Served, target: str, headers: tuple[str, ...]
) -> None:
    """A second `Host` is no request at all."""
    assert answer(server, target, cookie(server), *headers)[0] in (400, 403)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost.:{port}"])
def test_a_name_that_is_not_ours_is_refused(server: Served, host: str) -> None:
    assert answer(server, "/", cookie(server), host=host.format(port=server.port))[0] == 403


def test_localhost_is_one_of_our_names(server: Served) -> None:
    assert answer(server, "/", cookie(server), host=f"localhost:{server.port}")[0] == 200


@pytest.mark.parametrize(
    "target",
    [
        "/static/../server.py", "/static/%2e%2e/server.py", "/static/..%2fserver.py", "/static/%252e%252e/server.py",
        "/static/js/..%5c..%5cserver.py", "/static//etc/passwd", "/static/", "/static/js", "//etc/passwd",
        "http://127.0.0.1/static/js/textual.js",
    ],
)  # fmt: skip
def test_only_the_files_of_the_page_are_handed_out(server: Served, target: str) -> None:
    status, text = answer(server, target, cookie(server))
    assert status in (400, 403, 404)
    assert "import" not in text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(server: Served, method: str) -> None:
    assert answer(server, "/", cookie(server), "Content-Length: 0", method=method)[0] == 405


def test_two_servers_of_a_host_have_two_cookies_and_two_tokens(server: Served, library: Path) -> None:
    with served(library) as other:
        assert other.token != server.token
        both = f"Cookie: {server.cookie}; {other.cookie}"
        assert [answer(one, "/", both)[0] for one in (server, other)] == [200, 200]
        assert answer(other, "/", cookie(server))[0] == 403


def test_a_proxy_is_named(library: Path) -> None:
    with served(library, "--allow-host", "news.example") as server:
        through = (cookie(server), "X-Forwarded-Proto: https")
        assert answer(server, "/", *through, host="news.example")[0] == 200
        assert answer(server, "/", *through, "Origin: https://news.example", host="news.example")[0] == 200
        assert answer(server, "/", *through, "Origin: http://news.example", host="news.example")[0] == 403
        assert answer(server, "/", *through, host="evil.example")[0] == 403
        text = answer(server, f"/?token={server.token}", through[1], host="news.example")[1]
        assert "; Secure\r\n" in text


def test_without_a_token_the_origin_still_counts(library: Path) -> None:
    upgrade = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: a")
    with served(library, "--no-token") as server:
        assert "without a token, every program and every user on this machine can" in server.said
        assert "token=" not in server.said
        assert answer(server, "/")[0] == 200
        assert answer(server, "/", "Origin: http://evil.example")[0] == 403
        assert answer(server, "/ws", *upgrade)[0] == 403
        assert answer(server, "/ws", "Origin: null", *upgrade)[0] == 403


def test_beyond_this_machine_a_token_is_asked_for_and_the_danger_is_told(library: Path) -> None:
    with served(library, "--host", "0.0.0.0") as server:
        assert "whoever has the token can read and change this library" in server.said
        assert f"http://127.0.0.1:{server.port}/?token={server.token}" in server.said
        assert answer(server, "/")[0] == 403


@pytest.mark.parametrize("host", ["0.0.0.0", "", "::", "192.168.1.7", "nas.example"])
def test_no_token_beyond_this_machine_makes_no_sense(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--no-token", "--host", host]) == 2
    assert "--no-token would let everybody in" in capsys.readouterr().err


def test_a_name_that_is_no_host_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["serve", "--allow-host", "https://news.example/"])
    assert "such as news.example or news.example:8443" in capsys.readouterr().err


def test_a_port_that_is_taken_is_told(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    port = free_port()
    with socket.create_server(("127.0.0.1", port)):
        assert main(["serve", "--port", str(port), "--library", str(library)]) == 1
    assert f"can't listen at 127.0.0.1:{port} (Address already in use); --host and" in capsys.readouterr().err


@pytest.mark.parametrize("host", ["a..b", "\u202eabc", "x" * 80])
def test_a_host_that_can_have_no_address_is_told(host: str, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--host", host, "--library", str(library)]) == 1
    assert "(that is no name of a host); --host and --port name another" in capsys.readouterr().err


def test_a_library_that_is_not_there_is_told_before_anybody_comes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--port", str(free_port()), "--library", str(tmp_path / "none.sqlite")]) == 1
    assert "there is no library at" in capsys.readouterr().err
