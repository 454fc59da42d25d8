"""Saved web pages: the body by trafilatura; headline, date, outlet and address by what the page says of itself.

For each of these the page's sources are asked in an order of trust: schema.org data (JSON-LD), meta tags, marked-up
times, the address. A page that gives no date has none: when the file was saved says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from newstimeline.clean import clean_line
from newstimeline.model import Article
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.outcome import Parsed, Skipped, Unreadable
from newstimeline.reading.outlets import host_of, outlet_name
from newstimeline.reading.page_dates import DatedPage, date_of_page
from newstimeline.reading.page_metadata import About, NewsData, news_data, values_in
from newstimeline.reading.page_parts import scripts_of_data
from newstimeline.reading.plain import build_article, headline_and_body
from newstimeline.reading.publication_date_checks import refusal
from newstimeline.reading.schema_things import read_events, read_live_blogs
from newstimeline.terms import LIKELY

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
_TITLE_TAILS = re.compile(r"\s+[|–—\-•·»]\s+[^|–—•·»]{2,40}$")
_MORE = 2
"""How many times the words of a live blog's updates a page must have to be more than these."""
_OUTLET_METAS = ("og:site_name", "application-name")


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says of itself."""

    headline: str = ""
    dated: DatedPage = field(default_factory=DatedPage)
    outlet: str = ""
    url: str = ""


def read_page(file: InputFile) -> Iterator[Parsed]:
    """Make an article of a page, one for each update of a live blog, or events where a page has nothing else.

    Raises:
        Unreadable: it is too large or too deep, or there is none of these in it.
    """
    tree, address = _loaded(file)
    path, values = file.name, _data(tree)
    updates = list(read_live_blogs(values, path))
    yield from updates
    try:
        said = _said(tree, address, file.inner.clock(), values)
        article = _article(tree, path, said)
    except Unreadable:
        events = [] if updates else list(read_events(values, path))
        if not updates and not events:
            raise
        yield from events
        return
    if len(article.text or "") > _MORE * sum(len(update.text or "") for update in updates):
        yield article  # the data may have but the latest updates
        if article.published_refused and (said.dated.by is None or said.dated.by in LIKELY):
            yield Skipped(path, refusal(said.dated.refused.refused, said.dated.refused.objection))


def _loaded(file: InputFile) -> tuple[HtmlElement, str]:
    """The page, and where it was saved from."""
    data = file.stream.read()
    if len(data) > LARGEST_PAGE:
        raise Unreadable(f"it is a page larger than {LARGEST_PAGE // 2**20} MiB")
    if _depth(data) > _DEEPEST:
        raise Unreadable("its elements are nested too deeply for a page")
    if data.count(b"<") > _MOST_TAGS:
        raise Unreadable(f"it has more than {_MOST_TAGS:,} tags, too many for a page")
    from trafilatura import load_html

    data = _CONTROL_BY_NUMBER.sub(b"", data)
    tree = load_html(data)
    if tree is None:
        raise Unreadable("it is no page that could be read")
    saved_from = _SAVED_FROM.search(data[:_FAR])
    return tree, saved_from[1].decode("ascii", "replace") if saved_from else file.address


def _article(tree: HtmlElement, path: str, said: Said) -> Article:
    from trafilatura import extract

    body = extract(tree, output_format="txt", include_comments=False, include_tables=False, deduplicate=False)
    paragraphs = [clean_line(line) for line in (body or "").splitlines()]
    paragraphs = [line for line in paragraphs if line and line != said.headline]
    if not paragraphs:
        raise Unreadable("it is a page without an article")
    article = build_article(
        *headline_and_body(said.headline, paragraphs),
        said.dated.when,
        path=path,
        source=said.outlet or None,
        url=said.url or None,
    )
    return replace(article, published_by=said.dated.by, published_refused=said.dated.refused.refused or None)


def _depth(data: bytes) -> int:
    """How deep elements may lie within one another at most, without parsing them."""
    depth = deepest = 0
    for tag in _TAG.finditer(data):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _said(tree: HtmlElement, address: str, today: date, values: list[object] | None = None) -> Said:
    metas = _metas(tree)
    title = _first(tree, "//title")
    headlines = [metas.get("og:title", ""), _first(tree, "//h1"), title]
    about = About(tuple(_addresses(tree, metas, address)), tuple(filter(None, headlines)))
    data = news_data(_data(tree) if values is None else values, about)
    url = next(iter((*about.urls, *filter(_is_address, [data.url]))), "")
    shown = next(filter(None, (unescape(data.headline), *headlines[:2], _TITLE_TAILS.sub("", title))), "")
    return Said(
        headline=clean_line(shown),
        dated=date_of_page(tree, metas, data, url, today),
        outlet=_outlet(tree, metas, data, url, (shown, *headlines)),
        url=url,
    )


def _data(tree: HtmlElement) -> list[object]:
    return [value for script in scripts_of_data(tree) for value in values_in(script.text_content())]


def _outlet(tree: HtmlElement, metas: dict[str, str], data: NewsData, url: str, titles: tuple[str, ...]) -> str:
    """The name that the page gives, else what trafilatura finds in its title and its other data, else the host."""
    names = (data.outlet, *(metas.get(name, "") for name in _OUTLET_METAS))
    return outlet_name(*names, titles=titles) or outlet_name(_site_name(tree), titles=titles) or host_of(url)


def _site_name(tree: HtmlElement) -> str:
    from trafilatura.metadata import extract_metadata

    # Its own search for a date is not wanted here: the quick one, over years that nothing is of.
    nothing = {"extensive_search": False, "max_date": "1900-01-01", "min_date": "1900-01-01"}
    return extract_metadata(tree, date_config=nothing).sitename or ""


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The meta tags by name, lower case; of several the first."""
    metas: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        metas.setdefault(name.strip().lower(), element.get("content", "").strip())
    return metas


def _first(tree: HtmlElement, path: str) -> str:
    return next((text for element in tree.xpath(path) if (text := clean_line(element.text_content()))), "")


def _addresses(tree: HtmlElement, metas: dict[str, str], address: str) -> Iterator[str]:
    """The page's own addresses, the one that it wants to be known by first."""
    canonical: Any = tree.xpath('//link[@rel="canonical"]/@href')[:1]
    for url in (*canonical, metas.get("og:url", ""), address):
        if _is_address(url):
            yield clean_line(url)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
