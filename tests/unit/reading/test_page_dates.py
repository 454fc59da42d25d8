from __future__ import annotations

import io
from datetime import date

import pytest

from newstimeline.model import Article
from newstimeline.reading import Parsed, Skipped
from newstimeline.reading.format_detection import read_stream
from newstimeline.terms import LIKELY, DatedBy

TODAY = date(2026, 1, 10)
BODY = "".join(
    f"<p>The mayor, Ada Quill, opened the harbour of Lindhaven on Friday before {n} hundred guests, and spoke.</p>"
    for n in ("one", "two", "three", "four")
)
TEASER = (
    '<div class="post"><h3><a href="/old">Old pier burns down at night</a></h3>'
    '<time datetime="2009-04-11">then</time></div>'
)


def read(*, head: str = "", before: str = "", after: str = "", around: str = "") -> Article:
    html = (
        f"<html><head><title>Harbour opens today</title>{head}</head><body><article><h1>Harbour opens today</h1>"
        f"{before}{BODY}{after}</article>{around}</body></html>"
    )
    return next(one for one in found_in(html) if isinstance(one, Article))


def found_in(html: str) -> list[Parsed]:
    return list(read_stream(io.BytesIO(html.encode()), "page.html", clock=lambda: TODAY))


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    "foreign",
    [
        f"<aside>{TEASER}</aside>",
        f'<div class="related-posts">{TEASER}</div>',
        TEASER,
        '<blockquote class="instagram-media"><p><time datetime="2018-03-12">Mar 12, 2018</time></p></blockquote>',
        '<div id="comments"><div class="comment">Ada, <time datetime="2018-03-12">Mar 12, 2018</time></div></div>',
        '<article><h2><a href="/old">Old pier burns</a></h2><time datetime="2009-04-11">then</time></article>',
        "<footer>© 2025 The Post</footer>",
    ],
    ids=["aside", "related", "card", "embedded", "comment", "article", "copyright"],
)
def test_the_dates_of_others_are_none_of_the_page(foreign: str) -> None:
    assert read(around=foreign).published is None
    dated = read(before='<p class="byline">November 7, 2025, by Jane Doe</p>', around=foreign)
    assert str(dated.published) == "2025-11-07"


def test_data_of_another_article_gives_neither_title_nor_date_nor_address() -> None:
    dated = '"datePublished": "2009-04-11", "url": "https://e.org/old"'
    article = read(head=linked(f'[{{"@type": "NewsArticle", "headline": "Old pier burns", {dated}}}]'))
    assert (article.title, article.published, article.url) == ("Harbour opens today", None, None)


@pytest.mark.parametrize("wrap", ["//<![CDATA[\n{}\n//]]>", "<!--\n{}\n-->", "/*<![CDATA[*/{}/*]]>*/", " {} ;"])
def test_data_is_read_within_what_hides_it(wrap: str) -> None:
    data = '{"@type": "NewsArticle", "headline": "Harbour opens", "datePublished": "2025-11-07"}'
    assert str(read(head=linked(wrap.replace("{}", data))).published) == "2025-11-07"


@pytest.mark.parametrize("block", ["{}, {other}", "{other}{}", "{} }", '{},"height": 60}', "[{}]]"])
def test_a_mistake_behind_data_does_not_undo_them(block: str) -> None:
    data = '{"@type": "NewsArticle", "headline": "Harbour opens", "datePublished": "2025-11-07"}'
    article = read(head=linked(block.replace("{other}", '{"@type": "WebSite"}').replace("{}", data)))
    assert (str(article.published), article.published_by) == ("2025-11-07", "JSON-LD")


@pytest.mark.parametrize(
    ("day", "believed"),
    [
        ("2026-01-11", True),
        ("2026-01-12", False),
        ("2099-11-07T10:00:00Z", False),
        ("0001-01-01T00:00:00", False),
        ("1970-01-01", False),
        ("1969-12-31T19:00:00-05:00", False),
        ("1970-01-02", True),
    ],
)
def test_a_day_that_can_be_none_of_publication_is_refused_and_said(day: str, believed: bool) -> None:
    html = f'<html><head><meta name="date" content="{day}"></head><body><h1>Harbour</h1>{BODY}</body></html>'
    article, *told = found_in(html)
    assert isinstance(article, Article)
    if believed:
        assert (str(article.published), told) == (day, [])
    else:
        assert article.published is None
        assert (article.extra, article.published_refused) == ({}, day)
        (reason,) = told
        assert isinstance(reason, Skipped)
        assert day in reason.reason


@pytest.mark.parametrize(
    ("before", "head", "day", "by"),
    [
        ('<i itemprop="datePublished" content="2025-11-07T10:00+01:00">Friday</i>', "", "2025-11-07T10:00", "time"),
        ("<p>Published 4:32 PM EST, Fri November 7, 2025</p>", "", "2025-11-07", "text"),
        ("", '<meta property="article:modified_time" content="2025-11-09T10:00:00Z">', "2025-11-09", "modified"),
        ("", '<meta name="date" content="20251107T101112">', "2025-11-07", "meta"),
    ],
)
def test_what_is_not_said_outright_is_likely_at_most(before: str, head: str, day: str, by: str) -> None:
    article = read(before=before, head=head)
    assert str(article.published).startswith(day)
    assert article.published_by == by
    assert (DatedBy(by) in LIKELY) == (by in ("text", "modified"))


def test_a_moment_in_utc_is_of_the_day_that_the_outlet_has() -> None:
    moment = '<meta property="article:published_time" content="2025-11-08T03:00:00Z">'
    address = '<link rel="canonical" href="https://post.example/2025/11/07/harbour">'
    assert str(read(head=moment + address).published) == "2025-11-07"
    shown = '<div class="byline-date">2025-11-07</div>'
    assert str(read(head=moment, before=shown).published) == "2025-11-07"
    assert str(read(head=moment).published) == "2025-11-08T03:00:00Z"


def test_a_moment_in_utc_is_of_the_day_that_all_of_the_outlets_country_has() -> None:
    def published(moment: str, host: str) -> str:
        meta = f'<meta property="article:published_time" content="{moment}">'
        return str(read(head=f'{meta}<link rel="canonical" href="https://{host}/harbour">').published)

    assert published("2025-11-08T00:23:00Z", "post.example.ca") == "2025-11-07"
    assert published("2025-11-07T15:30:00Z", "post.example.jp") == "2025-11-08"
    assert published("2025-11-07T00:23:00+00:00", "post.example.co.uk") == "2025-11-07T00:23:00+00:00"
    assert published("2025-11-07T15:30:00Z", "post.example.ru") == "2025-11-07T15:30:00Z"  # two days at once
    assert published("2025-11-08T00:23:00Z", "post.example.tv") == "2025-11-08T00:23:00Z"  # of no country
    assert published("2025-11-08T00:23:00-05:00", "post.example.jp") == "2025-11-08T00:23:00-05:00"


@pytest.mark.parametrize(
    ("published", "modified", "day"),
    [
        ("2025-11-08T10:04:00Z", "2025-11-08T22:40:00Z", "2025-11-08"),
        ("2025-11-08T06:04:00-05:00", "2025-11-08T22:40:00Z", "2025-11-08"),
        ("2025-11-08T02:04:00Z", "2025-11-08T22:40:00Z", "2025-11-07"),
        ("2025-11-08T10:04:00Z", "2025-11-08T10:04:00Z", "2025-11-07"),
        ("2025-11-09T10:04:00Z", "2025-11-09T22:40:00Z", "2025-11-07"),
    ],
    ids=["the morning after", "with its zone", "the same night", "when last changed", "later"],
)
def test_an_address_may_have_the_day_before_that_of_publication(published: str, modified: str, day: str) -> None:
    article = f'{{"@type": "NewsArticle", "datePublished": "{published}", "dateModified": "{modified}"}}'
    head = f'{linked(article)}<link rel="canonical" href="https://post.example/2025/11/07/harbour">'
    assert str(read(head=head).published)[:10] == day


@pytest.mark.parametrize(
    "path",
    ["2025/11/07/a", "2025/nov/7/a", "2025-11-07/a", "a-20251107.html", "2025/1107/a", "202511/07/a", "2025-11/07/a",
     "202511/t20251107_123.html"],
)  # fmt: skip
def test_an_address_names_its_day(path: str) -> None:
    article = read(head=f'<link rel="canonical" href="https://post.example/{path}">')
    assert (str(article.published), article.published_by) == ("2025-11-07", "address")


@pytest.mark.parametrize("path", ["2025/1307/a", "12025/1107/a", "2025/110712/a", "p/20251107123/a", "202511/7/a"])
def test_figures_in_an_address_are_not_all_days(path: str) -> None:
    assert read(head=f'<link rel="canonical" href="https://post.example/{path}">').published is None


@pytest.mark.parametrize(
    "words",
    [
        "تم نشره الجمعة 7 تشرين الثاني / نوفمبر 2025 09:22 مساءً",
        "الجمعة ٧ نوفمبر ٢٠٢٥",
        "发布时间:2025年11月7日 10:11",
        "2025년 11월 7일",
        "Πέμπτη, 7 Νοεμβρίου 2025",
        "7 ноября 2025 г.",
        "7 नवंबर 2025",
        "7 בנובמבר 2025",
    ],
)
def test_a_day_is_shown_in_any_script(words: str) -> None:
    marked, plain = (read(before=f"<p {how}>{words}</p>") for how in ('class="date"', ""))
    assert [str(article.published) for article in (marked, plain)] == ["2025-11-07"] * 2
    assert (marked.published_by, plain.published_by) == ("time", "text")


@pytest.mark.parametrize("words", ["7 نوفمبر / مايو 2025", "7 ноября 2099 г.", "2025年13月7日", "7 гибберишь 2025"])
def test_what_another_script_shows_is_not_always_a_day(words: str) -> None:
    assert read(before=f'<p class="date">{words}</p>').published is None


def test_what_a_form_would_send_shows_no_day() -> None:
    assert read(after='<input type="hidden" value="poll 2025-11-07 opens">').published is None


@pytest.mark.parametrize("words", ["In 2025 all was well.", "November 2025", "© 2024-2025 The Post"])
def test_a_year_or_a_month_makes_no_day(words: str) -> None:
    assert read(after=f"<p>{words}</p>").published is None


@pytest.mark.parametrize(
    ("publisher", "outlet"),
    [
        ('{"@id": "https://e.org/#organization"}', "The Post"),
        ('"https://e.org/"', "The Herald"),
        ('{"name": "#org"}', "The Herald"),
        ('{"name": "Harbour opens today"}', "The Herald"),
    ],
)
def test_an_outlet_is_called_by_its_name(publisher: str, outlet: str) -> None:
    article = f'{{"@type": "NewsArticle", "headline": "Harbour opens today", "publisher": {publisher}}}'
    data = f'[{article}, {{"@type": "Organization", "@id": "https://e.org/#organization", "name": "The Post"}}]'
    assert read(head=linked(data) + '<meta property="og:site_name" content="The Herald">').source == outlet
