"""Fetching, from a server on this machine."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator

import pytest

from newstimeline.fetching import Fetcher, http_request
from newstimeline.fetching.hosts import Refused
from newstimeline.fetching.http_request import Getter, Response
from newstimeline.fetching.special_addresses import is_public
from newstimeline.model import Article, PageState
from newstimeline.reading.outcome import FileEnd, Parsed, Skipped
from newstimeline.reading.sandbox import Guard
from newstimeline.when import parse
from support.web import Page, Web, serving

ARTICLE = (
    b"<!DOCTYPE html><html><head><title>Harbour opens</title></head><body><article><h1>Harbour opens</h1>"
    b"<p>On Friday the mayor, Ada Quill, opened the harbour of Lindhaven before two hundred guests.</p>"
    b"<p>The works had lasted four years and cost more than was planned, the town said on Thursday.</p>"
    b"</article></body></html>"
)
FEED = (
    b'<rss version="2.0"><channel><title>The Post</title>'
    b"<item><title>First</title><description>One thing.</description></item>"
    b"<item><title>Second</title><description>Another.</description></item></channel></rss>"
)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as served:
        yield served


@pytest.fixture
def rests() -> list[float]:
    """How long the fetcher has rested, each time."""
    return []


@pytest.fixture
def fetcher(rests: list[float]) -> Fetcher:
    return Fetcher(allow_private=True, clock=lambda: 0.0, sleep=rests.append)


_GUARD = Guard()
"""One process that reads for all tests."""


@pytest.fixture(scope="module", autouse=True)
def _guard_ends() -> Iterator[None]:
    with _GUARD:
        yield


def read(fetcher: Fetcher, url: str) -> tuple[list[Parsed], FileEnd]:
    *found, end = fetcher.read(url, _GUARD)
    assert isinstance(end, FileEnd)
    return [item for item in found if not isinstance(item, FileEnd)], end


def refusal(fetcher: Fetcher, url: str) -> str:
    (skipped,), end = read(fetcher, url)
    assert isinstance(skipped, Skipped)
    assert (skipped.place, end) == (url, FileEnd(None))
    return skipped.reason


def test_a_page_is_an_article_with_its_address_as_if_it_had_been_saved(web: Web, fetcher: Fetcher) -> None:
    web.pages["/2025/11/07/harbour"] = Page(ARTICLE, headers={"Content-Type": "text/html", "ETag": '"1"'})
    (article,), end = read(fetcher, f"{web.url}/2025/11/07/harbour")
    assert isinstance(article, Article)
    assert (article.title, article.url, article.source) == (
        "Harbour opens", f"{web.url}/2025/11/07/harbour", "127.0.0.1",
    )  # fmt: skip
    assert (article.published, article.published_by) == (parse("2025-11-07"), "address")
    assert end == FileEnd(PageState(f"{web.url}/2025/11/07/harbour", '"1"', None))


def test_a_feed_gives_its_entries(web: Web, fetcher: Fetcher) -> None:
    web.pages["/feed"] = Page(FEED)
    found, _ = read(fetcher, f"{web.url}/feed")
    assert [item.title for item in found if isinstance(item, Article)] == ["First", "Second"]


def test_the_server_is_told_who_asks(web: Web, fetcher: Fetcher) -> None:
    read(fetcher, f"{web.url}/harbour?id=1#comments")
    ((path, headers),) = web.asked
    assert path == "/harbour?id=1"
    assert headers["User-Agent"].startswith("newstimeline/")
    assert headers["Host"] == web.url.removeprefix("http://")


def test_what_has_not_changed_is_not_sent_again(web: Web, rests: list[float]) -> None:
    url = f"{web.url}/feed"
    web.pages["/feed"] = Page(FEED, headers={"ETag": '"7"'})
    fetcher = Fetcher(lambda _: (PageState(url, '"7"', "yesterday"), 2), True, clock=lambda: 0.0, sleep=rests.append)
    assert read(fetcher, url) == ([], FileEnd(None, unchanged=2))
    assert web.asked[0][1]["If-Modified-Since"] == "yesterday"


def test_a_redirection_is_followed(web: Web, fetcher: Fetcher) -> None:
    web.pages["/old"] = Page(status=301, headers={"Location": "/new"})
    web.pages["/new"] = Page(ARTICLE)
    (article,), _ = read(fetcher, f"{web.url}/old")
    assert isinstance(article, Article)
    assert article.url == f"{web.url}/new"


def test_a_ring_of_redirections_ends(web: Web, fetcher: Fetcher) -> None:
    web.pages["/old"] = Page(status=302, headers={"Location": "/old"})
    assert "more than 5 times" in refusal(fetcher, f"{web.url}/old")
    assert len(web.asked) == 6


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://a.example/", "http://["])
def test_a_redirection_to_what_is_no_page_is_refused(web: Web, fetcher: Fetcher, place: str) -> None:
    web.pages["/old"] = Page(status=302, headers={"Location": place})
    assert refusal(fetcher, f"{web.url}/old")
    assert web.paths() == ["/old"]


def test_each_step_is_looked_at_like_the_first(web: Web) -> None:
    """The first host is let through as if it were public; where it leads to is not."""
    web.pages["/old"] = Page(status=302, headers={"Location": "http://inside.example/secret"})
    port = web.url.rpartition(":")[2]
    public = {"outside.example": "127.0.0.1"}
    looked_at: list[str] = []

    def resolve(host: str, _: int) -> list[str]:
        looked_at.append(host)
        if host not in public:
            raise OSError(8, "not known")
        return [public[host]]

    fetcher = Fetcher(allow_private=True, resolve=resolve, clock=lambda: 0.0, sleep=lambda _: None)
    assert "there is no host inside.example" in refusal(fetcher, f"http://outside.example:{port}/old")
    assert looked_at == ["outside.example", "outside.example", "inside.example"]
    assert web.asked[0][1]["Host"] == f"outside.example:{port}"


@pytest.mark.parametrize(
    "place",
    ["http://127.0.0.2", "http://2130706434", "//127.2", "http://0x7f000002", "http://[::ffff:127.0.0.2]", "//[::1]"],
)
def test_a_redirection_to_a_private_address_is_refused_however_it_is_spelled(
    web: Web, rests: list[float], monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """As if the first server were on the public internet."""
    monkeypatch.setattr("newstimeline.fetching.hosts.is_public", lambda one: one == "127.0.0.1" or is_public(one))
    web.pages["/old"] = Page(status=302, headers={"Location": f"{place}:{web.url.rpartition(':')[2]}/secret"})
    fetcher = Fetcher(clock=lambda: 0.0, sleep=rests.append)
    assert "is not on the public internet" in refusal(fetcher, f"{web.url}/old")
    assert web.paths() == ["/old"]


def test_a_private_address_is_not_even_connected_to(web: Web, rests: list[float]) -> None:
    web.pages["/harbour"] = Page(ARTICLE)
    fetcher = Fetcher(clock=lambda: 0.0, sleep=rests.append)
    with pytest.raises(Refused, match="--allow-private"):
        Getter(fetcher.resolve).get(f"{web.url}/harbour", {})
    assert refusal(fetcher, f"{web.url}/harbour")
    assert web.asked == []


def test_a_step_from_https_to_http_is_refused(monkeypatch: pytest.MonkeyPatch, fetcher: Fetcher) -> None:
    def answer(_: Getter, url: str, *__: object) -> Response:
        status = 404 if url.endswith("robots.txt") else 302
        return Response(status, url, {"location": "http://a.example/"})

    monkeypatch.setattr(Getter, "get", answer)
    assert "an unprotected address" in refusal(fetcher, "https://a.example/1")


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        (Page(b"User-agent: *\nDisallow: /private"), True),
        (Page(b"User-agent: newstimeline\nDisallow: /harbour\nUser-agent: *\nAllow: /"), False),
        (Page(b"User-agent: *\nDisallow: /"), False),
        (Page(status=404), True),
        (Page(status=403), True),
        (Page(status=503), False),
        (Page(b"\xff\xfe nonsense"), True),
    ],
)
def test_robots_read_what_they_may(web: Web, fetcher: Fetcher, rules: Page, allowed: bool) -> None:
    web.pages |= {"/robots.txt": rules, "/harbour": Page(ARTICLE)}
    found, _ = read(fetcher, f"{web.url}/harbour")
    assert isinstance(found[0], Article) == allowed
    assert bool(web.asked) == allowed


def test_a_robots_txt_that_is_too_long_is_read_as_far_as_it_must_be(web: Web, fetcher: Fetcher) -> None:
    rules = b"User-agent: *\nDisallow: /harbour\n"
    web.pages |= {
        "/robots.txt": Page(rules + b"# long\n" * 100_000),
        "/harbour": Page(ARTICLE),
        "/other": Page(ARTICLE),
    }
    assert refusal(fetcher, f"{web.url}/harbour") == "its robots.txt does not allow it"
    (article,), _ = read(fetcher, f"{web.url}/other")
    assert isinstance(article, Article)


def test_a_host_is_asked_once_a_second(web: Web, fetcher: Fetcher, rests: list[float]) -> None:
    for number in range(3):
        read(fetcher, f"{web.url}/{number}")
    assert rests == [1.0, 1.0, 1.0]  # after robots.txt and each page


@pytest.mark.parametrize("body", [b"x" * 2_000, gzip.compress(b"x" * 1_000_000)])
def test_too_much_is_refused_also_when_it_is_packed(
    web: Web, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, body: bytes
) -> None:
    monkeypatch.setattr("newstimeline.fetching.fetcher.LARGEST", 1_000)
    packed = {"Content-Encoding": "gzip"} if body.startswith(b"\x1f\x8b") else {}
    web.pages["/large"] = Page(body, headers=packed)
    assert "larger than" in refusal(fetcher, f"{web.url}/large")


def test_a_packed_page_is_unpacked(web: Web, fetcher: Fetcher) -> None:
    web.pages["/harbour"] = Page(gzip.compress(ARTICLE), headers={"Content-Encoding": "gzip"})
    (article,), _ = read(fetcher, f"{web.url}/harbour")
    assert isinstance(article, Article)


def test_a_server_that_never_comes_to_an_end_is_left(
    web: Web, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = threading.Event()
    web.pages["/slow"] = Page(ARTICLE, after=ended.wait)
    fetcher._robots.allows(f"{web.url}/slow")
    monkeypatch.setattr(http_request, "LONGEST", 0.05)
    assert refusal(fetcher, f"{web.url}/slow") == "it takes longer than 0.05 seconds"
    ended.set()


@pytest.mark.parametrize(("status", "words"), [(404, "no such page"), (403, "is forbidden"), (500, "answers 500")])
def test_what_the_server_refuses_is_said(web: Web, fetcher: Fetcher, status: int, words: str) -> None:
    web.pages["/harbour"] = Page(status=status)
    assert words in refusal(fetcher, f"{web.url}/harbour")


def test_a_server_that_is_not_there_is_said_to_be(fetcher: Fetcher) -> None:
    with serving() as web:
        url = web.url
    with pytest.raises(Refused, match="does not answer"):
        Getter(fetcher.resolve, allow_private=True).get(f"{url}/harbour", {})


def test_bytes_that_are_no_text_are_no_address(fetcher: Fetcher) -> None:
    (skipped,), _ = read(fetcher, "http://a\udcff.example/")
    assert skipped == Skipped("http://a\ufffd.example/", "it is not an address: it has bytes that are not UTF-8")
