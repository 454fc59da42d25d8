from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstimeline.clean import is_clean
from newstimeline.model import Article
from newstimeline.reading import Parsed, Skipped
from newstimeline.reading.format_detection import read_stream
from newstimeline.when import parse

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Post</title>
<item><title>Harbour opens</title><link>https://post.example/1</link><pubDate>Fri, 07 Nov 2025 14:30:00 GMT</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>The mayor opened the harbour.</p><p>Ships came &amp; went.</p>]]></content:encoded></item>
<item><title>Ferry sails</title><description>The ferry sailed.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title>
<entry><title>Harbour opens</title><link href="https://post.example/1"/><published>2025-11-07T14:30:00Z</published>
<content type="html">&lt;p&gt;The mayor opened the harbour.&lt;/p&gt;
&lt;p&gt;Ships came &amp;amp; went.&lt;/p&gt;</content>
</entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Post",
        "items": [
            {
                "id": "1",
                "title": "Harbour opens",
                "url": "https://post.example/1",
                "date_published": "2025-11-07T14:30:00Z",
                "content_html": "<p>The mayor opened the harbour.</p><p>Ships came &amp; went.</p>",
            }
        ],
    },
    indent=1,
)


def read(text: str, name: str = "feed.xml") -> list[Parsed]:
    return list(read_stream(io.BytesIO(text.encode()), name))


@pytest.mark.parametrize("feed", [RSS, ATOM, JSON_FEED], ids=["RSS", "Atom", "JSON Feed"])
def test_an_entry_is_an_article_with_the_fullest_text(feed: str) -> None:
    article = read(feed)[0]
    assert isinstance(article, Article)
    assert (article.title, article.source, article.url) == ("Harbour opens", "The Post", "https://post.example/1")
    assert str(article.published).startswith("2025-11-07")
    assert article.text == "Harbour opens\n\nThe mayor opened the harbour.\n\nShips came & went."


def test_an_entry_without_a_date_has_none() -> None:
    article = read(RSS)[1]
    assert isinstance(article, Article)
    assert (article.published, article.text) == (None, "Ferry sails\n\nThe ferry sailed.")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel/></rss>', "declares entities"),
        ('<?xml version="1.0"?><!DOCTYPE rss SYSTEM "x.dtd" [<!ENTITY a "b">]><rss><channel/></rss>', "declares"),
        ('<?xml version="1.0"?><!DOCTYPE rss><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel/></rss>', "declares"),
        ('<opml version="2.0"><body><outline xmlUrl="https://a.example"/></body></opml>', "a list of one feed"),
        ("<rss version='2.0'><channel><title>x</title></channel></rss>", "without entries"),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "without entries"),
        ("<?xml version='1.0'?><kml></kml>", "XML of a kind that is not known"),
    ],
)
def test_what_is_no_feed_of_articles_is_skipped_with_the_reason(text: str, reason: str) -> None:
    (found,) = read(text)
    assert isinstance(found, Skipped)
    assert reason in found.reason


def rss(item: str) -> str:
    return f"<rss version='2.0'><channel><title>The Post</title><item>{item}</item></channel></rss>"


def atom(title: str) -> str:
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Post</title><entry>{title}</entry></feed>"


@pytest.mark.parametrize(
    ("feed", "title"),
    [
        (atom('<title type="html">AT&amp;amp;T says &amp;#8216;no&amp;#8217;</title>'), "AT&T says ‘no’"),
        (atom('<title type="html">&lt;b&gt;Less&lt;/b&gt; is &amp;lt;b&amp;gt;</title>'), "Less is <b>"),
        (
            atom('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">An <em>old</em> pier</div></title>'),
            "An old pier",
        ),
        (atom("<title>How to use &lt;em&gt; in HTML</title>"), "How to use <em> in HTML"),
        (atom("<title>How to use &lt;em&gt;x&lt;/em&gt;</title>"), "How to use <em>x</em>"),
        (atom("<title>AT&amp;amp;T says no</title>"), "AT&T says no"),
        (rss("<title>AT&amp;amp;T &amp;#8216;no&amp;#8217; &amp;lt;new&amp;gt;</title>"), "AT&T ‘no’ <new>"),
        (rss("<title><![CDATA[Bread & <b>butter</b>]]></title>"), "Bread & butter"),
        (rss("<title>How to use &lt;em&gt; in HTML</title>"), "How to use <em> in HTML"),
        (rss("<title>5 &lt; 6 &amp; more</title>"), "5 < 6 & more"),
        (json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"title": "AT&amp;T <em>"}]}), "AT&T <em>"),
    ],
)
def test_a_title_is_shown_as_it_was_meant(feed: str, title: str) -> None:
    article = read(feed)[0]
    assert isinstance(article, Article)
    assert article.title == title


def test_a_feed_of_plain_text_keeps_what_looks_like_a_tag() -> None:
    article = read(atom('<title>x</title><summary type="text">Bread, a &lt;b&gt; tag.</summary>'))[0]
    assert isinstance(article, Article)
    assert article.text == "x\n\nBread, a <b> tag."


def test_an_entry_without_a_title_is_text_under_its_beginning() -> None:
    article = read(
        rss("<description>&lt;p&gt;The ferry sank on Thursday.&lt;/p&gt;&lt;p&gt;It was old.&lt;/p&gt;</description>")
    )[0]
    assert isinstance(article, Article)
    assert article.title == "The ferry sank on Thursday"
    assert article.text == "The ferry sank on Thursday.\n\nIt was old."


def test_dates_that_can_not_be_read_are_told_once_for_the_feed() -> None:
    items = "</item><item>".join(f"<title>{n}</title><pubDate>{n}/3/2024</pubDate>" for n in range(1, 8))
    *articles, skipped = read(rss(items))
    assert [item.published for item in articles if isinstance(item, Article)] == [
        parse("2024-03-03") if n == 3 else None for n in range(1, 8)
    ]
    assert isinstance(skipped, Skipped)
    assert "entry 1 (1/3/2024), entry 2 (2/3/2024)" in skipped.reason


def test_the_dates_of_a_feed_tell_the_order_of_each_other() -> None:
    items = "<title>a</title><pubDate>9/3/2024 10:00</pubDate></item><item><title>b</title><pubDate>9/13/2024</pubDate>"
    found = read(rss(items))
    assert [str(item.published) for item in found if isinstance(item, Article)] == ["2024-09-03", "2024-09-13"]


def test_a_document_type_that_only_names_its_kind_is_read() -> None:
    kind = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">'
    feed = f"<?xml version='1.0'?>\n{kind}\n" + rss("<title>Harbour opens</title>").replace("2.0", "0.91")
    (article,) = read(feed)
    assert isinstance(article, Article)
    assert article.title == "Harbour opens"


@pytest.mark.parametrize(
    "date",
    ["Mon, 01 Jan 0001 00:00:00 +0000", "Thu, 01 Jan 1970 00:00:00 GMT", "Sat, 07 Nov 2099 10:00:00 GMT", "someday"],
)
def test_an_entry_whose_date_can_be_none_has_none_and_the_report_says_so(date: str) -> None:
    article, *told = read(RSS.replace("Fri, 07 Nov 2025 14:30:00 GMT", date))
    assert isinstance(article, Article)
    assert article.published is None
    assert [one for one in told if isinstance(one, Skipped) and date in one.reason]


def test_a_feed_that_calls_itself_by_its_address_has_its_host_as_outlet() -> None:
    article = read(RSS.replace("The Post", "https://post.example/feed"))[0]
    assert isinstance(article, Article)
    assert article.source == "post.example"


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<item>", "</item>", "<title>", "</title>", "words", "&#27;[31m", "<![CDATA[", "]]>", "<x:y>", "\x00"]
        )
    )
)
def test_any_feed_gives_clean_articles_or_reasons(parts: list[str]) -> None:
    for found in read(f"<rss version='2.0'><channel>{''.join(parts)}</channel></rss>"):
        if isinstance(found, Article):
            assert is_clean(found.title + (found.text or ""))
        else:
            assert isinstance(found, Skipped)


def test_an_entry_that_is_too_long_costs_that_entry() -> None:
    entries = [{"id": "1", "content_html": "<p>" + "a" * 2_000_000}, {"id": "2", "title": "Harbour opens"}]
    feed = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": entries}).encode()
    first, second = read_stream(io.BytesIO(feed), "feed.json")
    assert first == Skipped("feed.json, entry 1", "it is longer than 2,000,000 characters")
    assert isinstance(second, Article)


@pytest.mark.parametrize("title", ["R&D at Q&A", "Fish & chips", "<![CDATA[R&D at Q&A]]>", "AT&T &amp; Verizon"])
def test_an_ampersand_that_begins_no_reference_is_one(title: str) -> None:
    (article,) = read(rss(f"<title>{title}</title><link>https://post.example/?a=1&b=2</link>"))
    assert isinstance(article, Article)
    words = title.removeprefix("<![CDATA[").removesuffix("]]>").replace("&amp;", "&")
    assert (article.title, article.url) == (words, "https://post.example/?a=1&b=2")


def test_of_an_entry_without_words_the_date_is_not_told() -> None:
    feed = ATOM.replace("</feed>", "<entry><title/><updated>2025-11-07T10:00:00Z</updated></entry></feed>")
    assert [found for found in read(feed) if isinstance(found, Skipped)] == [
        Skipped("feed.xml, entry 2", "it has no words")
    ]
