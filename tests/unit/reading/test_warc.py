from __future__ import annotations

import gzip
import sys

import pytest

from newstimeline.model import Article
from newstimeline.reading import html
from support.containers import page, record, tarred, text, zipped
from unit.reading.containers import article, read, reasons, titles

INFO = record(b"software: x\r\n", kind="warcinfo", media="application/warc-fields")


def packed(*records: bytes) -> bytes:
    """Each by itself, as archives are compressed."""
    return b"".join(map(gzip.compress, records))


@pytest.mark.parametrize("put", [lambda *records: b"".join(records), packed], ids=["plain", "gzip"])
def test_pages_have_the_address_that_they_were_fetched_from(put: type[bytes]) -> None:
    data = put(INFO, record(page("First")), record(page("Second"), "https://news.example/2025/11/07/b"))  # type: ignore[call-overload]
    first, second = read(data, "a.warc.gz")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, first.url, first.source) == ("First", "https://news.example/a", "news.example")
    assert first.path == "a.warc.gz, https://news.example/a"
    assert second.published
    assert second.published.edtf == "2025-11-07"


def test_when_it_was_archived_is_kept_and_dates_nothing() -> None:
    found = article(read(record(page("First"))))
    assert found.published is None
    assert found.extra == {"archived": "2024-01-02T03:04:05+00:00"}


def test_texts_and_feeds_are_read_and_other_kinds_passed_over() -> None:
    feed = b"<rss><channel><item><title>Entry</title><description>Words.</description></item></channel></rss>"
    data = b"".join(
        (
            record(text("Plain"), media="text/plain"),
            record(feed, "https://news.example/rss", media="application/rss+xml"),
            record(b"x", media="image/png"),
            record(page("Gone"), status="404 Not Found"),
            record(b"Disallow: /", "https://news.example/robots.txt", media="text/plain"),
            record(page("Again"), kind="revisit"),
            record(b"a: b", kind="metadata", media="application/warc-fields"),
            record(text("Converted"), kind="conversion", media="text/plain"),
        )
    )
    found = read(data, "a.warc")
    assert titles(found) == ["Plain", "Entry", "Converted"]
    assert not reasons(found)


def test_an_archive_without_pages_says_what_it_has() -> None:
    (reason,) = reasons(read(record(b"x", media="image/png") + record(b"y", media="text/css"))).values()
    assert reason.startswith("it is a web archive without pages; 2 records are of other kinds")


@pytest.mark.parametrize("compress", [False, True])
def test_a_damaged_record_costs_that_record(compress: bool) -> None:
    records = [record(page(title), f"https://news.example/{title}") for title in ("First", "Second", "Third")]
    if compress:
        records = [gzip.compress(one) for one in records]
        records[1] = records[1][:20] + bytes(40) + records[1][60:]
    else:
        records[1] = b"NOISE" + records[1]
    found = read(b"".join(records), "a.warc")
    assert [title for title in titles(found) if title != "Second"] == ["First", "Third"]
    (reason,) = reasons(found).values()
    assert reason.startswith("a record after byte")


def test_a_page_that_was_cut_short_says_so() -> None:
    found = read(record(page("First"))[:-60], "a.warc")
    assert titles(found) == ["First"]
    assert list(reasons(found).values()) == ["the archive has only the beginning of it, which was read"]


def test_a_record_that_is_too_large_costs_that_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstimeline.reading.warc.LARGEST_PAGE", 5_000)
    found = read(record(b"<html>" + b" " * 9_999) + record(page("Second"), "https://news.example/b"), "a.warc")
    assert titles(found) == ["Second"]
    assert list(reasons(found)) == ["a.warc, https://news.example/a"]
    assert html.LARGEST_PAGE > 5_000


def test_a_compressed_page_is_unpacked() -> None:
    content = gzip.compress(page("First"))
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + content
    data = record(b"").replace(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", answer)
    length = len(record(b"")) - record(b"").index(b"HTTP/1.1") - 4
    data = data.replace(b"Content-Length: %d" % length, b"Content-Length: %d" % len(answer))
    assert titles(read(data)) == ["First"]


def test_of_a_wacz_only_the_archives_are_read() -> None:
    data = zipped(
        {
            "datapackage.json": b"{}",
            "pages/pages.jsonl": b'{"format": "json-pages-1.0"}',
            "archive/data.warc.gz": packed(record(page("First"))),
        }
    )
    assert [item.path for item in read(data, "a.wacz") if isinstance(item, Article)] == [
        "a.wacz, archive/data.warc.gz, https://news.example/a"
    ]


def test_an_archive_that_can_not_go_back_gives_what_came_before_damage() -> None:
    data = record(page("First")) + b"NOISE\r\n" + record(page("Second"))
    found = read(tarred({"b.warc": data}), "a.tar")
    assert titles(found) == ["First"]
    assert "is damaged" in next(iter(reasons(found).values()))


def test_without_its_library_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    (reason,) = reasons(read(record(page("First")))).values()
    assert (
        reason == "it is a web archive, which needs one more library; install it with: pip install 'newstimeline[warc]'"
    )
