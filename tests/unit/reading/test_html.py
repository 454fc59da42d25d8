from __future__ import annotations

import io
import json
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstimeline.clean import is_clean
from newstimeline.model import Article
from newstimeline.reading import Skipped
from newstimeline.reading.format_detection import read_stream
from newstimeline.reading.outcome import FAULT

BODY = "".join(
    f"<p>The mayor, Ada Quill, opened the harbour of Lindhaven on Friday before {n} hundred guests, and spoke.</p>"
    for n in ("one", "two", "three", "four")
)


def page(*, head: str = "", body: str = BODY, headline: str = "<h1>Harbour opens</h1>") -> bytes:
    nav = '<nav><a href="/">Home</a><a href="/sport">Sport</a></nav>'
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body>{nav}<article>{headline}{body}</article>"
        "<footer>All rights reserved</footer></body></html>"
    ).encode()


def linked(**data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def read(data: bytes, name: str = "page.html") -> Article:
    (found,) = read_stream(io.BytesIO(data), name)
    assert isinstance(found, Article), found
    return found


def test_the_body_comes_without_what_stands_around_it() -> None:
    text = read(page()).text or ""
    assert text.startswith("Harbour opens\n\nThe mayor, Ada Quill, opened the harbour")
    assert text.count("\n\n") == 4
    assert "Sport" not in text
    assert "All rights reserved" not in text


def test_schema_org_data_goes_first() -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "The Post"},
            {
                "@type": ["NewsArticle"],
                "headline": "Harbour opens",
                "datePublished": "2025-11-07T14:30:00+01:00",
                "publisher": {"@type": "Organization", "name": "The Lindhaven Post"},
                "mainEntityOfPage": {"@id": "https://post.example/harbour"},
            },
        ],
    }
    head = linked(**data) + '<meta name="date" content="1999-01-01"><meta property="og:site_name" content="Post">'
    article = read(page(head=head))
    assert (article.title, str(article.published), article.source, article.url) == (
        "Harbour opens",
        "2025-11-07T14:30:00+01:00",
        "The Lindhaven Post",
        "https://post.example/harbour",
    )
    assert (article.extra, article.published_by) == ({}, "JSON-LD")


@pytest.mark.parametrize(
    ("head", "body", "published", "by"),
    [
        ('<meta property="article:published_time" content="2025-11-07T14:30:00Z">', "", "2025-11-07T14:30:00Z", "meta"),
        ('<meta name="DC.date.issued" content="2025-11-07">', "", "2025-11-07", "meta"),
        ('<meta name="pubdate" content="Fri, 7 Nov 2025 10:00 IST">', "", "2025-11-07", "meta"),
        ("", '<time datetime="2025-11-07">today</time>', "2025-11-07", "time"),
        ('<link rel="canonical" href="https://post.example/2025/11/07/harbour">', "", "2025-11-07", "address"),
    ],
)
def test_the_date_is_found_with_its_source(head: str, body: str, published: str, by: str) -> None:
    article = read(page(head=head, body=body + BODY))
    assert (str(article.published), article.published_by) == (published, by)


@pytest.mark.parametrize("date", ["07/11/2025", "November 2025", "7 Nov", "99999999", "2025-13-45"])
def test_a_date_that_is_not_whole_or_not_sure_is_none(date: str) -> None:
    assert read(page(head=f'<meta name="date" content="{date}">')).published is None


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://x.example/2025/nov/7/harbour", "2025-11-07"),
        ("https://x.example/harbour-20251107/", "2025-11-07"),
        ("https://x.example/harbour-20251345", "None"),
        ("https://x.example/2025110712", "None"),
    ],
)
def test_addresses_name_days_in_several_ways(url: str, published: str) -> None:
    assert str(read(page(head=f'<link rel="canonical" href="{url}">')).published) == published


@pytest.mark.parametrize(
    "mark",
    [
        '<span itemprop="datePublished">Fri 6:45 PM, Nov 7, 2025</span>',
        "<time>November 7, 2025</time>",
        '<span class="meta publish-date">November 7, 2025, 9:02 AM</span>',
    ],
)
def test_words_that_are_marked_as_the_date_are_it(mark: str) -> None:
    article = read(page(body=mark))
    assert (str(article.published), article.published_by) == ("2025-11-07", "time")


def test_a_date_that_stands_for_none_is_passed_over() -> None:
    head = linked(**{"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00"})
    assert str(read(page(head=head + '<meta name="date" content="2025-11-07">')).published) == "2025-11-07"


def test_a_headline_in_the_data_may_be_written_as_html() -> None:
    head = linked(**{"@type": "NewsArticle", "headline": "&#8216;Harbour&#8217; opens&nbsp;today"})
    assert read(page(head=head)).title == "‘Harbour’ opens today"


def test_without_other_words_the_outlet_is_the_host() -> None:
    assert read(page(head='<link rel="canonical" href="https://www.post.example/x">')).source == "post.example"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/relative", "https://[broken"])
def test_only_an_address_of_the_web_is_one(address: str) -> None:
    assert read(page(head=f'<link rel="canonical" href="{address}">')).url is None


def test_a_page_saved_by_singlefile_says_where_from() -> None:
    comment = b"<!--\n Page saved with SingleFile \n url: https://post.example/harbour \n-->"
    assert read(page().replace(b"<html>", b"<html>" + comment)).url == "https://post.example/harbour"


def test_the_tail_of_a_title_is_no_part_of_the_headline() -> None:
    assert read(page(head="<title>Harbour opens | The Lindhaven Post</title>", headline="")).title == "Harbour opens"


def test_what_a_page_writes_as_numbers_can_not_steer_a_terminal() -> None:
    hostile = BODY.replace("mayor", "may&#27;[31mor &#8238;")
    article = read(page(body=hostile, headline="<h1>Har&#27;]0;x&#7;bour</h1>"))
    assert article.title == "Har]0;xbour"
    assert is_clean(article.text or "")


def test_a_page_saved_with_all_its_parts_is_read() -> None:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message.set_content(page().decode(), subtype="html")
    message["Content-Location"] = "https://post.example/harbour"
    whole = b'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="b"\r\n\r\n'
    article = read(whole + b"--b\r\n" + message.as_bytes() + b"\r\n--b--\r\n", "page.mhtml")
    assert (article.title, article.url) == ("Harbour opens", "https://post.example/harbour")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html><body></body></html>", "without an article"),
        (b"<html>" + b"<div>" * 5_000, "nested too deeply"),
        (b"<!DOCTYPE html>" + b"x" * (21 * 2**20), "larger than 20 MiB"),
        (b'<?xml version="1.0"?><rss version="2.0"></rss>', "a feed without entries"),
    ],
)
def test_what_is_no_article_is_skipped_with_the_reason(data: bytes, reason: str) -> None:
    (found,) = read_stream(io.BytesIO(data), "page.html")
    assert isinstance(found, Skipped)
    assert reason in found.reason


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div>", "<script>", "text &#27; ", "<!--", "-->", "<time datetime='x'>", '"', "é"]
        )
    )
)
def test_any_page_is_an_article_or_refused(parts: list[str]) -> None:
    for found in read_stream(io.BytesIO(f"<html>{''.join(parts)}".encode()), "page.html"):
        if isinstance(found, Skipped):
            assert FAULT not in found.reason
        else:
            assert isinstance(found, Article)
            assert found.title
            assert is_clean(found.text or "")
