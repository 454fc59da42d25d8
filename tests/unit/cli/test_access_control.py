"""Who may use `newstimeline serve`: only what names exactly our hosts, our origin and our token is answered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.cli.access_control import AccessPolicy, RequestHead, allowed_host, is_loopback, is_plain_target

TOKEN = "right"
POLICY = AccessPolicy(8000, token=TOKEN)
OPEN_POLICY = AccessPolicy(8000)
BEHIND_PROXY = AccessPolicy(8000, allowed_hosts=allowed_host("news.example", 8000), token=TOKEN)
OURS = RequestHead("GET", "/", ["127.0.0.1:8000"], [], [TOKEN])
SOCKET = replace(OURS, target="/ws", is_websocket=True)
OWN_HOSTS = ("127.0.0.1:8000", "localhost:8000", "[::1]:8000")
PARTS = ("http", "https", "://", "127.0.0.1", "localhost", "[::1]", ":", "8000", "80", ".", "@", "/", "evil")
NEARLY_OURS = st.lists(st.sampled_from(PARTS), max_size=8).map("".join)


def allows(policy: AccessPolicy, request: RequestHead) -> bool:
    return policy.refusal(request) is None


@pytest.mark.parametrize("host", [*OWN_HOSTS, "LOCALHOST:8000"])
def test_a_server_on_loopback_answers_to_the_names_of_loopback(host: str) -> None:
    assert allows(POLICY, replace(OURS, hosts=[host]))


@pytest.mark.parametrize(
    "hosts",
    [
        [], [""], ["evil.example"], ["evil.example:8000"], ["127.0.0.1"], ["127.0.0.1:80"], ["127.0.0.1:8001"],
        ["127.0.0.1:8000", "127.0.0.1:8000"], ["localhost.:8000"], ["localhost.evil.example:8000"], ["127.0.0.2:8000"],
        ["a@127.0.0.1:8000"], ["127.1:8000"], ["[::1]"], ["::1:8000"], ["127.0.0.1:8000 "], ["news.example"],
    ],
)  # fmt: skip
def test_other_names_are_refused_whatever_token_comes_with_them(hosts: list[str]) -> None:
    assert not allows(POLICY, replace(OURS, hosts=hosts))


@given(st.text() | NEARLY_OURS)
def test_no_host_passes_that_is_not_exactly_ours(host: str) -> None:
    assert allows(POLICY, replace(OURS, hosts=[host])) == (host.isascii() and host.lower() in OWN_HOSTS)


@given(st.text() | NEARLY_OURS)
def test_no_origin_passes_that_is_not_exactly_ours(origin: str) -> None:
    is_ours = origin.isascii() and origin.lower() == "http://127.0.0.1:8000"
    for request in (OURS, SOCKET):
        assert allows(POLICY, replace(request, origins=[origin])) == is_ours
        assert allows(OPEN_POLICY, replace(request, origins=[origin], tokens=[])) == is_ours


@pytest.mark.parametrize(
    "origins",
    [
        ["http://evil.example"], ["null"], [""], ["https://127.0.0.1:8000"], ["http://127.0.0.1"],
        ["http://localhost:8000"], ["http://127.0.0.1:8000", "http://127.0.0.1:8000"], ["http://127.0.0.1:8000/"],
    ],
)  # fmt: skip
@pytest.mark.parametrize("target", ["/", "/ws", "/static/js/textual.js", "/download/1"])
def test_pages_of_other_origins_are_refused_on_every_path(origins: list[str], target: str) -> None:
    """That of `localhost` too, when `127.0.0.1` was asked for: another server may listen at the other one."""
    assert not allows(POLICY, replace(OURS, target=target, origins=origins, is_websocket=target == "/ws"))


@given(st.lists(st.text(), max_size=3))
def test_only_the_token_opens(tokens: list[str]) -> None:
    assert allows(POLICY, replace(SOCKET, tokens=tokens)) == (TOKEN in tokens)


@pytest.mark.parametrize("token", ["", "righ", "right ", "Right", "rightt", "r\u0456ght", "\ud800"])
def test_a_token_that_is_nearly_right_is_wrong(token: str) -> None:
    assert not allows(POLICY, replace(OURS, tokens=[token]))


def test_a_program_without_an_origin_needs_the_token() -> None:
    assert allows(POLICY, SOCKET)
    assert not allows(OPEN_POLICY, replace(SOCKET, tokens=[]))
    assert allows(OPEN_POLICY, replace(OURS, tokens=[]))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "TRACE", "get", "PROPFIND"])
def test_nothing_but_reading_is_answered(method: str) -> None:
    assert not allows(POLICY, replace(OURS, method=method))


@pytest.mark.parametrize(
    "target",
    [
        "http://evil.example/", "http://127.0.0.1:8000/", "//evil.example/", "*", "", "static", "/static/../server.py",
        "/static/%2e%2e/server.py", "/static/.%2E/x", "/static/%252e%252e/x", "/static/..%2fx", "/static/..\\x",
        "/static/%5c..%5cx", "/static/./x", "/..", "/static/%00", "/\n",
    ],
)  # fmt: skip
def test_what_is_no_plain_path_is_refused(target: str) -> None:
    assert not is_plain_target(target)
    assert not allows(POLICY, replace(OURS, target=target))


@pytest.mark.parametrize(
    "target", ["/", "/?token=a..b", "/ws?width=80&x=/../", "/static/js/textual.js", "/a..b", "/..."]
)
def test_plain_paths_pass(target: str) -> None:
    assert is_plain_target(target)


@pytest.mark.parametrize(
    ("host", "local_address", "allowed"),
    [
        ("192.168.1.7:8000", "192.168.1.7", True),
        ("192.168.1.8:8000", "192.168.1.7", False),
        ("[fd00::7]:8000", "fd00::7", True),
        ("[fe80::7]:8000", "fe80::7%eth0", True),
        ("nas.example:8000", "192.168.1.7", False),
        ("localhost:8000", "192.168.1.7", False),
        ("localhost:8000", "127.0.0.1", True),
    ],
)
def test_at_all_addresses_each_is_a_name_for_itself_and_no_dns_name_is_one(
    host: str, local_address: str, allowed: bool
) -> None:
    assert allows(POLICY, replace(OURS, hosts=[host], local_address=local_address)) == allowed


def test_the_name_that_is_listened_at_is_answered_to() -> None:
    policy = replace(POLICY, host_name="nas.example")
    assert allows(policy, replace(OURS, hosts=["nas.example:8000"], local_address="192.168.1.7"))
    assert not allows(policy, replace(OURS, hosts=["nas.example"], local_address="192.168.1.7"))


def test_at_port_80_browsers_leave_the_port_out() -> None:
    policy = replace(POLICY, port=80)
    for host in ("127.0.0.1", "127.0.0.1:80"):
        assert allows(policy, replace(OURS, hosts=[host], origins=[f"http://{host}"]))


@pytest.mark.parametrize(
    ("name", "hosts"),
    [
        ("news.example", {"news.example", "news.example:8000"}),
        ("News.Example", {"news.example", "news.example:8000"}),
        ("news.example:8443", {"news.example:8443"}),
        ("news.example:443", {"news.example:443", "news.example"}),
        ("192.0.2.7", {"192.0.2.7", "192.0.2.7:8000"}),
        ("2001:db8::7", {"[2001:db8::7]", "[2001:db8::7]:8000"}),
        ("[2001:db8::7]:90", {"[2001:db8::7]:90"}),
    ],
)
def test_an_allowed_host_is_a_name_perhaps_with_a_port(name: str, hosts: set[str]) -> None:
    assert allowed_host(name, 8000) == hosts


@pytest.mark.parametrize(
    "name",
    ["", "*", "*.example", "http://news.example", "news.example/", "a b", "a:", "a:0", "a:65536", "a@b", "néws"],
)
def test_what_is_no_host_is_not_allowed(name: str) -> None:
    with pytest.raises(ValueError, match="not a host"):
        allowed_host(name, 8000)


@pytest.mark.parametrize(
    ("origin", "schemes", "allowed"),
    [
        ("https://news.example", ["https"], True),
        ("https://news.example", [], True),
        ("http://news.example", [], True),
        ("http://news.example", ["https"], False),
        ("https://news.example:8443", ["https"], False),
        ("https://evil.example", ["https"], False),
        ("null", [], False),
    ],
)
def test_behind_a_proxy_the_origin_is_that_of_the_proxy(origin: str, schemes: list[str], allowed: bool) -> None:
    request = replace(SOCKET, hosts=["news.example"], origins=[origin], forwarded_schemes=schemes)
    assert allows(BEHIND_PROXY, request) == allowed
    assert BEHIND_PROXY.is_secure(request) == (schemes == ["https"])


def test_only_an_allowed_host_may_be_a_proxy() -> None:
    request = replace(OURS, origins=["https://127.0.0.1:8000"], forwarded_schemes=["https"])
    assert not allows(BEHIND_PROXY, request)
    assert not BEHIND_PROXY.is_secure(request)


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True),
        ("", False), ("0.0.0.0", False), ("::", False), ("192.168.1.7", False), ("nas.example", False), ("0", False),
    ],
)  # fmt: skip
def test_only_loopback_is_reached_by_nobody_else(host: str, loopback: bool) -> None:
    assert is_loopback(host) == loopback
