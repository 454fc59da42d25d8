"""Feeds: RSS and Atom by feedparser, and JSON Feed; each entry is an article. Of lists of feeds (OPML) the addresses
are named.

An entry's text is the fullest that the feed has: the content, else the summary.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from newstimeline.clean import clean_line
from newstimeline.model import Article
from newstimeline.reading.date_forms import UNKNOWN, Orders, orders_of
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.markup import html_paragraphs
from newstimeline.reading.outcome import READS, Parsed, Skipped, Unreadable, named
from newstimeline.reading.outlets import host_of, outlet_name
from newstimeline.reading.plain import build_article
from newstimeline.reading.publication_date_checks import Claim, Clock, read_claim, refusal, utc_today
from newstimeline.reading.publication_date_forms import unread_dates
from newstimeline.terms import DatedBy

_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>/]")
_OPML = re.compile(rb"<opml[\s>]", re.IGNORECASE)
_OUTLINE = re.compile(rb"\sxmlUrl\s*=\s*[\"']([^\"'<>]{0,2000})", re.IGNORECASE)
_MOST_NAMED = 20
"""Of the feeds in a list."""
_DOCTYPE = re.compile(rb"<!DOCTYPE\s[^<>\[\]]{0,1000}>", re.IGNORECASE)
"""One that only names its kind, as RSS 0.91 asks for; the file that it points to is not fetched."""
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_BARE_AMPERSAND = re.compile(rb"&(?!#\d{1,7};|#[xX][\da-fA-F]{1,6};|\w{1,32};)")
"""One that begins no reference, as in "R&D" or in an address; no XML, but common (XML 1.0, 2.4)."""
_CDATA, _CDATA_END = b"<![CDATA[", b"]]>"
_HTML_TYPES = ("text/html", "application/xhtml+xml")
_ESCAPED_TWICE = re.compile(
    r"&(?:amp|quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip|#\d{1,7}|#x[\da-f]{1,6});", re.IGNORECASE | re.ASCII
)
"""References that nobody writes into a title to be seen, unlike those of a piece of code (&lt;)."""
_FAR = 65_536
_JSON_FEED = "https://jsonfeed.org/version/"


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a feed tells of an article; where there is a `text`, it is read and not the `html`."""

    title: str
    html: str
    text: str
    date: str
    outlet: str
    url: str


def is_feed(data: bytes) -> bool:
    """Whether XML is a feed, or a list of feeds."""
    return bool(_FEED.search(data[:_FAR]) or _OPML.search(data[:_FAR]))


def read_feed(file: InputFile) -> Iterator[Parsed]:
    """Make an article of each entry.

    Raises:
        Unreadable: it is XML of another kind, declares entities, is a list of feeds, or has no entries.
    """
    data, name, clock = file.stream.read(), file.name, file.inner.clock
    if not is_feed(data):
        raise Unreadable(f"it is XML of a kind that is not known; {READS}")
    head = _DOCTYPE.sub(b"", data[:_FAR], count=1)
    if _DECLARES.search(head):
        raise Unreadable("it declares entities or a document type of its own, which feeds have no use for")
    data = head + data[_FAR:]
    if _OPML.search(data[:_FAR]):
        raise Unreadable(_feeds_listed(data))
    import feedparser

    feed = feedparser.parse(io.BytesIO(_with_whole_references(data)), resolve_relative_uris=False)
    if not feed.entries:
        raise Unreadable("it is a feed without entries")
    outlet = _title(feed.feed)
    entries = (_entry(entry, feed.version, outlet) for entry in feed.entries)
    yield from _articles(entries, name, clock, orders_of(map(_date, feed.entries)))


def _entry(entry: Mapping[str, Any], version: str, outlet: str) -> _Entry:
    content, is_text = _content(entry, version)
    return _Entry(
        title=_title(entry),
        html="" if is_text else content,
        text=content if is_text else "",
        date=_date(entry),
        outlet=outlet,
        url=str(entry.get("link", "")),
    )


def _with_whole_references(data: bytes) -> bytes:
    """A feed in which each bare ampersand is escaped: feedparser takes "R&D" for a reference, and shows "R&D;"."""
    if b"\0" in data[:_FAR]:  # UTF-16, which programs write and no hand
        return data
    first, *others = data.split(_CDATA)
    parts = [_BARE_AMPERSAND.sub(b"&amp;", first)]
    for other in others:
        literal, end, rest = other.partition(_CDATA_END)
        parts += (_CDATA, literal, end, _BARE_AMPERSAND.sub(b"&amp;", rest))
    return b"".join(parts)


def _date(entry: Mapping[str, Any]) -> str:
    return str(entry.get("published") or entry.get("updated") or entry.get("created") or "")


def _content(entry: Mapping[str, Any], version: str) -> tuple[str, bool]:
    """The fullest text of an entry, and whether it is said to be no HTML."""
    content = "\n".join(str(part.get("value", "")) for part in entry.get("content", ()))
    summary = str(entry.get("summary", ""))
    if len(content) >= len(summary):
        return content, False
    return summary, version.startswith("atom") and entry.get("summary_detail", {}).get("type") == "text/plain"


def _title(thing: Mapping[str, Any]) -> str:
    """A title's words: of one that is said to be HTML, or in RSS looks like it, without the marks."""
    title = str(thing.get("title", ""))
    if thing.get("title_detail", {}).get("type") in _HTML_TYPES:
        title = " ".join(html_paragraphs(title)) or title
    return _once_more(title)


def _once_more(title: str) -> str:
    """A title without the escapes of one that was escaped twice."""
    return _ESCAPED_TWICE.sub(lambda escaped: unescape(escaped[0]), title)


def _feeds_listed(data: bytes) -> str:
    """What to do with a list of feeds: which to add is the reader's choice."""
    feeds = [clean_line(unescape(outline[1].decode("utf-8", "replace"))) for outline in _OUTLINE.finditer(data)]
    count = "one feed" if len(feeds) == 1 else f"{len(feeds):,} feeds"
    return f"it is a list of {count}; add those that you want by their addresses: {named(feeds, _MOST_NAMED)}"


def is_json_feed(value: object) -> bool:
    """Whether a JSON value is a feed (https://www.jsonfeed.org/version/1.1/)."""
    return isinstance(value, dict) and str(value.get("version", "")).startswith(_JSON_FEED)


def read_json_feed(value: Mapping[str, Any], name: str, clock: Clock = utc_today) -> Iterator[Parsed]:
    """Make an article of each item.

    Raises:
        Unreadable: it has no items.
    """
    items = value.get("items")
    if not isinstance(items, list) or not items:
        raise Unreadable("it is a feed without entries")
    outlet = _once_more(str(value.get("title") or ""))
    yield from _articles((_json_entry(item, outlet) for item in items), name, clock)


def _json_entry(item: object, outlet: str) -> _Entry | None:
    if not isinstance(item, dict):
        return None
    text = item.get("content_text")
    return _Entry(
        title=_once_more(str(item.get("title") or "")),
        html=str(item.get("content_html") or item.get("summary") or ""),
        text=text if isinstance(text, str) else "",
        date=str(item.get("date_published") or ""),
        outlet=outlet,
        url=str(item.get("url") or item.get("external_url") or ""),
    )


def _articles(entries: Iterable[_Entry | None], name: str, clock: Clock, orders: Orders = UNKNOWN) -> Iterator[Parsed]:
    """The article of each entry, None being one that is no object; and each date that is not believed.

    The dates that can't be read are told of together at the end.
    """
    unread: list[tuple[str, str]] = []
    for number, entry in enumerate(entries, 1):
        place = f"{name}, entry {number}"
        if entry is None:
            yield Skipped(place, "it is not a JSON object")
            continue
        claim = read_claim(entry.date, clock(), orders)
        try:
            article = _article(entry, name, claim)
        except Unreadable as error:
            yield Skipped(place, str(error))
            continue
        yield article
        if claim.refused:
            yield Skipped(place, refusal(claim.refused, claim.objection))
        elif not claim.when:
            unread.append((f"entry {number}", entry.date))
    yield from unread_dates(name, unread)


def _article(entry: _Entry, path: str, claim: Claim) -> Article:
    lines = map(clean_line, entry.text.splitlines()) if entry.text else html_paragraphs(entry.html)
    paragraphs = [line for line in lines if line]
    title = clean_line(entry.title)
    headline = title or (paragraphs.pop(0) if paragraphs else "")
    if not headline:
        raise Unreadable("it has no words")
    body = "\n\n".join(paragraphs)
    url = clean_line(entry.url) if entry.url.startswith(("http://", "https://")) else ""
    article = build_article(
        headline,
        body if entry.title else f"\n{body}",  # which keeps the first paragraph one where it is no headline
        claim.when,
        path=path,
        source=outlet_name(entry.outlet, titles=[headline]) or host_of(url) or None,
        url=url or None,
        sure=bool(title),
        by=DatedBy.FEED,
    )
    return replace(article, published_refused=claim.refused or None)
