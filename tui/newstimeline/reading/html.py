"""Saved web pages: the body by trafilatura; headline, date, outlet and address by what the page says of itself.

For each of these the page's sources are asked in an order of trust: schema.org data (JSON-LD), meta tags, marked-up
times, the address. A page that gives no date has none: when the file was saved says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from newstimeline.clean import clean_line
from newstimeline.model import Article
from newstimeline.reading.dates import date_told
from newstimeline.reading.outcome import Found, Unreadable
from newstimeline.reading.plain import build_article
from newstimeline.reading.schema_org import news_data, values_of
from newstimeline.reading.schema_things import read_events, read_live_blogs
from newstimeline.when import When, calendar

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST_PAGE = 20 * 2**20
"""Bytes; trafilatura's own limit (its settings.cfg, MAX_FILE_SIZE)."""
_DEEPEST = 2_000
"""Elements within one another that a page may have; lxml itself reads no further than 256."""
_MOST_TAGS = 120_000
"""A page of so many takes four seconds; the longest of newspapers have some ten thousand."""
_TAG = re.compile(rb"<(/?)(?:div|span|table|tr|td|ul|ol|li|b|i|font|section|article|blockquote)\b", re.IGNORECASE)
_SAVED_FROM = re.compile(rb"<!--[^>]*?(?:\burl: |saved from url=\(\d+\))(https?://[^\s>]+)")
"""In the comment of SingleFile, and of browsers that save pages."""
_FAR = 4_096
"""Bytes in which that stands."""
_CONTROL_BY_NUMBER = re.compile(
    rb"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|127)|x0*(?:[0-8bcef]|1[\da-f]|7f))(?!\w);?", re.IGNORECASE
)
"""Control characters as character references: one makes the parser refuse the paragraph in which it stands."""
_JSON_LD = '//script[@type="application/ld+json"]'
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAY_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-](0?[1-9]|[12]\d|3[01])"
    r"(?:[/-]|$)|[/_-]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[/_.]|$)"
)
"""Such as /2025/11/07/, /2025/nov/7/ and -20251107/."""
_MARKED_DATES = "//*[@itemprop='datePublished' or self::time]" + "".join(
    f"|//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
    for name in ("article-publish-date", "publish-date", "published-date", "pubdate", "entry-date", "post-date")
)
"""Elements whose words are the date: marked as that, or called so by a class that is usual."""
_MOST_MARKED = 3
"""Of these elements, since lists of other articles have them too; they come after the article's own."""
_FIRST_YEAR = 1600
"""The first newspaper is of 1605; an earlier date stands for none, as 0001-01-01 does."""
_TITLE_TAILS = re.compile(r"\s+[|–—\-•·»]\s+[^|–—•·»]{2,40}$")
_MORE = 2
"""How many times the words of a live blog's updates a page must have to be more than these."""
_NO_OUTLETS = ("www.", "m.", "amp.", "edition.")


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says of itself."""

    headline: str = ""
    published: When | None = None
    published_by: str = ""
    """Which of its sources has the date."""
    outlet: str = ""
    url: str = ""


def read_page(data: bytes, path: str, address: str = "") -> Iterator[Found]:
    """Make an article of a page, one for each update of a live blog, or events where a page has nothing else.

    Raises:
        Unreadable: it is too large or too deep, or there is none of these in it.
    """
    tree, address = _loaded(data, address)
    told = list(values_of(_texts(tree, _JSON_LD)))
    updates = list(read_live_blogs(told, path))
    yield from updates
    try:
        article = _article(tree, path, address)
        if len(article.text or "") > _MORE * sum(len(update.text or "") for update in updates):
            yield article  # the data may have but the latest updates
    except Unreadable:
        events = [] if updates else list(read_events(told, path))
        if not updates and not events:
            raise
        yield from events


def read_html(data: bytes, path: str, address: str = "") -> Article:
    """Make an article of a page; `address` is where it was saved from, if something else than the page says so.

    Raises:
        Unreadable: it is too large or too deep, or there is no article in it.
    """
    tree, address = _loaded(data, address)
    return _article(tree, path, address)


def _loaded(data: bytes, address: str) -> tuple[HtmlElement, str]:
    """The page, and where it was saved from."""
    if len(data) > LARGEST_PAGE:
        raise Unreadable(f"it is a page larger than {LARGEST_PAGE // 2**20} MiB")
    if _depth(data) > _DEEPEST:
        raise Unreadable("its elements are nested too deeply for a page")
    if data.count(b"<") > _MOST_TAGS:
        raise Unreadable(f"it has more than {_MOST_TAGS:,} tags, too many for a page")
    from trafilatura import load_html  # 0.2 s that only a page needs

    data = _CONTROL_BY_NUMBER.sub(b"", data)
    tree = load_html(data)
    if tree is None:
        raise Unreadable("it is no page that could be read")
    saved_from = _SAVED_FROM.search(data[:_FAR])
    return tree, saved_from[1].decode("ascii", "replace") if saved_from else address


def _article(tree: HtmlElement, path: str, address: str) -> Article:
    from trafilatura import extract

    said = _said(tree, address)
    body = extract(tree, output_format="txt", include_comments=False, include_tables=False, deduplicate=False)
    paragraphs = [clean_line(line) for line in (body or "").splitlines()]
    paragraphs = [line for line in paragraphs if line and line != said.headline]
    if not paragraphs:
        raise Unreadable("it is a page without an article")
    article = build_article(
        said.headline or paragraphs[0],
        "\n\n".join(paragraphs if said.headline else paragraphs[1:]),
        said.published,
        path=path,
        source=said.outlet or None,
        url=said.url or None,
    )
    return replace(article, extra={"published_by": said.published_by}) if said.published else article


def _depth(data: bytes) -> int:
    """How deep elements may lie within one another at most, without parsing them."""
    depth = deepest = 0
    for found in _TAG.finditer(data):
        depth = max(depth - 1, 0) if found[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _said(tree: HtmlElement, address: str) -> Said:
    data = news_data(_texts(tree, _JSON_LD))
    meta = _metas(tree)
    url = _url(tree, meta, data.url, address)
    headline = (
        unescape(data.headline)
        or meta.get("og:title")
        or _first(tree, "//h1")
        or _TITLE_TAILS.sub("", _first(tree, "//title"))
    )
    published, by = _published(
        (data.published, "JSON-LD"),
        *((meta.get(name, ""), "meta") for name in _DATE_METAS),
        *((value, "time") for value in tree.xpath("//time[@datetime][not(ancestor::footer)]/@datetime")[:1]),
        *((text, "time") for text in _texts(tree, _MARKED_DATES)[:_MOST_MARKED]),
        (_day_in(url), "address"),
    )
    return Said(
        headline=clean_line(headline),
        published=published,
        published_by=by,
        outlet=clean_line(data.outlet or meta.get("og:site_name", "") or _outlet_of(url)),
        url=url,
    )


_DATE_METAS = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "bt:pubdate", "dc.terms.date",
)  # fmt: skip


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The meta tags by name, lower case; of several the first."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.strip().lower(), element.get("content", "").strip())
    return found


def _texts(tree: HtmlElement, path: str) -> list[str]:
    return [element.text_content() for element in tree.xpath(path)]


def _first(tree: HtmlElement, path: str) -> str:
    return next((text for text in map(clean_line, _texts(tree, path)) if text), "")


def _url(tree: HtmlElement, meta: dict[str, str], told: str, address: str) -> str:
    candidates: list[Any] = [
        *tree.xpath('//link[@rel="canonical"]/@href')[:1],
        meta.get("og:url", ""),
        told,
        address,
    ]
    return next((clean_line(url) for url in candidates if _is_address(url)), "")


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _outlet_of(url: str) -> str:
    host = urlsplit(url).hostname or "" if url else ""
    for begin in _NO_OUTLETS:
        host = host.removeprefix(begin)
    return host


def _day_in(url: str) -> str:
    """The day that an address names, as ISO 8601 has it."""
    found = _DAY_IN_ADDRESS.search(url.lower())
    if not found:
        return ""
    year, month, day = (part for part in found.groups() if part)
    number = _MONTH_NAMES.index(month) + 1 if month in _MONTH_NAMES else int(month)
    return f"{year}-{number:02}-{day.zfill(2)}"


def _published(*candidates: tuple[str, str]) -> tuple[When | None, str]:
    for text, by in candidates:
        if (when := date_told(text)) and when.start >= calendar.minute_of(_FIRST_YEAR):
            return when, by
    return None, ""
