"""The address that was looked at is the one that is connected to, and who answers there must be the host asked for."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newstimeline.fetching.hosts import Refused
from newstimeline.fetching.http_request import Getter
from support.web import Page, serving

needs_openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed")


def test_a_name_is_resolved_once_for_each_request() -> None:
    """A name server that answers otherwise the second time (DNS rebinding) is not asked a second time."""
    answers = iter(["127.0.0.1", "10.0.0.1"])
    with serving() as web:
        web.pages["/1"] = Page(b"first")
        port = int(web.url.rpartition(":")[2])
        getter = Getter(lambda *_: [next(answers)], allow_private=True)
        assert getter.get(f"http://rebinding.example:{port}/1", {}).data == b"first"
    assert next(answers) == "10.0.0.1"


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])
def test_no_proxy_of_the_environment_comes_between(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A proxy would resolve the name again, and connect to what was not looked at."""
    with serving() as web, serving() as proxy:
        monkeypatch.setenv(name, proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        web.pages["/1"] = Page(b"straight")
        port = web.url.rpartition(":")[2]
        answer = Getter(lambda *_: ["127.0.0.1"], allow_private=True).get(f"http://a.example:{port}/1", {})
    assert (answer.data, proxy.asked) == (b"straight", [])


@contextmanager
def secure_server(folder: Path, host: str) -> Iterator[tuple[int, Path]]:
    """The port of a server with a certificate for a host, and that certificate."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}", "-out", certificate, "-keyout", key],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    def answer(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            try:
                with context.wrap_socket(connection, server_side=True) as secured:
                    secured.recv(65_536)
                    secured.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret")
            except OSError:
                return  # the certificate was not liked

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer, args=(listener,), daemon=True)
        thread.start()
        yield listener.getsockname()[1], certificate
        thread.join(5)


@needs_openssl
@pytest.mark.parametrize("spelling", ["good.example", "GOOD.example", "good.example."])
def test_the_certificate_must_be_that_of_the_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spelling: str
) -> None:
    with secure_server(tmp_path, "good.example") as (port, certificate):
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        getter = Getter(lambda *_: ["127.0.0.1"], allow_private=True)
        assert getter.get(f"https://{spelling}:{port}/", {}).data == b"secret"


@needs_openssl
def test_the_certificate_of_another_host_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with secure_server(tmp_path, "good.example") as (port, certificate):
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        getter = Getter(lambda *_: ["127.0.0.1"], allow_private=True)
        with pytest.raises(Refused, match=r"certificate is not valid for 'other\.example'"):
            getter.get(f"https://other.example:{port}/", {})


@needs_openssl
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    with secure_server(tmp_path, "good.example") as (port, _):
        getter = Getter(lambda *_: ["127.0.0.1"], allow_private=True)
        with pytest.raises(Refused, match="certificate"):
            getter.get(f"https://good.example:{port}/", {})
