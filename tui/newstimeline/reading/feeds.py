"""Feeds: RSS and Atom by feedparser, and JSON Feed; each entry is an article. Of lists of feeds (OPML) the addresses
are named.

An entry's text is the fullest that the feed has: the content, else the summary.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from typing import Any

from newstimeline.clean import clean_line
from newstimeline.model import Article
from newstimeline.reading.markup import html_paragraphs
from newstimeline.reading.outcome import Found, Skipped, Unreadable
from newstimeline.reading.outlets import host_of, outlet_name
from newstimeline.reading.plain import build_article
from newstimeline.reading.publication import REFUSED, Clock, read_claim, refusal, utc_today
from newstimeline.terms import DatedBy

_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>/]")
_OPML = re.compile(rb"<opml[\s>]", re.IGNORECASE)
_OUTLINE = re.compile(rb"\sxmlUrl\s*=\s*[\"']([^\"'<>]{0,2000})", re.IGNORECASE)
_MOST_NAMED = 20
"""Of the feeds in a list."""
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_FAR = 65_536
_JSON_FEED = "https://jsonfeed.org/version/"


def is_feed(data: bytes) -> bool:
    """Whether XML is a feed, or a list of feeds."""
    return bool(_FEED.search(data[:_FAR]) or _OPML.search(data[:_FAR]))


def read_feed(data: bytes, name: str, clock: Clock = utc_today) -> Iterator[Found]:
    """Make an article of each entry.

    Raises:
        Unreadable: it declares entities, is a list of feeds, or has no entries.
    """
    if _DOCTYPE.search(data[:_FAR]):
        raise Unreadable("it declares entities or a document type, which feeds have no use for")
    if _OPML.search(data[:_FAR]):
        raise Unreadable(_feeds_listed(data))
    import feedparser  # 90 ms that only a feed needs

    feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False)
    if not feed.entries:
        raise Unreadable("it is a feed without entries")
    outlet = str(feed.feed.get("title", ""))
    for number, entry in enumerate(feed.entries, 1):
        content = "\n".join(str(part.get("value", "")) for part in entry.get("content", ()))
        date = str(entry.get("published") or entry.get("updated") or entry.get("created") or "")
        yield from _articles(
            f"{name}, entry {number}",
            name,
            clock,
            title=str(entry.get("title", "")),
            html=content if len(content) >= len(str(entry.get("summary", ""))) else str(entry.get("summary", "")),
            date=date,
            outlet=outlet,
            url=str(entry.get("link", "")),
        )


def _feeds_listed(data: bytes) -> str:
    """What to do with a list of feeds: which to add is the reader's choice."""
    feeds = [clean_line(unescape(found[1].decode("utf-8", "replace"))) for found in _OUTLINE.finditer(data)]
    named = ", ".join(feeds[:_MOST_NAMED])
    more = f" and {len(feeds) - _MOST_NAMED:,} more" if len(feeds) > _MOST_NAMED else ""
    count = "one feed" if len(feeds) == 1 else f"{len(feeds):,} feeds"
    return f"it is a list of {count}; add those that you want by their addresses: {named}{more}"


def is_json_feed(value: object) -> bool:
    """Whether a JSON value is a feed (https://www.jsonfeed.org/version/1.1/)."""
    return isinstance(value, dict) and str(value.get("version", "")).startswith(_JSON_FEED)


def read_json_feed(value: Mapping[str, Any], name: str, clock: Clock = utc_today) -> Iterator[Found]:
    """Make an article of each item.

    Raises:
        Unreadable: it has no items.
    """
    items = value.get("items")
    if not isinstance(items, list) or not items:
        raise Unreadable("it is a feed without entries")
    for number, item in enumerate(items, 1):
        place = f"{name}, entry {number}"
        if not isinstance(item, dict):
            yield Skipped(place, "it is no JSON object")
            continue
        text = item.get("content_text")
        yield from _articles(
            place,
            name,
            clock,
            title=str(item.get("title") or ""),
            html=str(item.get("content_html") or item.get("summary") or ""),
            text=text if isinstance(text, str) else "",
            date=str(item.get("date_published") or ""),
            outlet=str(value.get("title") or ""),
            url=str(item.get("url") or item.get("external_url") or ""),
        )


def _articles(
    place: str,
    path: str,
    clock: Clock,
    *,
    title: str,
    html: str,
    date: str,
    outlet: str,
    url: str,
    text: str = "",
) -> Iterator[Article | Skipped]:
    """The article of an entry, and why its date is not believed."""
    try:
        paragraphs = [clean_line(line) for line in text.splitlines()] if text else html_paragraphs(html)
    except Unreadable as error:
        yield Skipped(place, str(error))
        return
    paragraphs = [line for line in paragraphs if line]
    headline = clean_line(title) or (paragraphs.pop(0) if paragraphs else "")
    if not headline:
        yield Skipped(place, "it has no words")
        return
    claim = read_claim(date, clock())
    url = clean_line(url) if url.startswith(("http://", "https://")) else ""
    article = build_article(
        headline,
        "\n\n".join(paragraphs),
        claim.when,
        path=path,
        source=outlet_name(outlet, titles=[headline]) or host_of(url) or None,
        url=url or None,
    )
    extra = {"published_by": str(DatedBy.FEED)} if claim.when else {REFUSED: claim.refused} if claim.refused else {}
    yield replace(article, extra=extra)
    if claim.refused:
        yield Skipped(place, refusal(claim.refused, claim.objection))
    elif date.strip() and not claim.when:
        yield Skipped(place, refusal(clean_line(date)[:80], "could not be read"))
