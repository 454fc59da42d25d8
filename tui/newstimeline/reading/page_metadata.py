"""What a page says of its article as schema.org data (JSON-LD, https://schema.org/NewsArticle)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from newstimeline.clean import clean_line
from newstimeline.reading.clean_json import harmless

_LONGEST = 2_000_000
"""Characters of one block; pages with more put other things there."""
_MOST_THINGS = 2_000
ARTICLES = ("article", "posting", "report")
"""Ends of the types that are articles: NewsArticle, BlogPosting, Report ..."""
_PAGES = ("webpage", "videoobject", "review", "recipe")
"""Ends of the types that may be what a page is about where it is no article."""
_OF_THE_PAGE = ("@graph", "mainEntity", "mainEntityOfPage", "@reverse")
"""Where a thing holds what the page is about; elsewhere stand lists of other articles, comments, what is cited."""
_WRAPPING = re.compile(r"(?:\s|//|/\*|\*/|<!--|-->|<!\[CDATA\[|\]\]>|[;,])*")
"""What hides a block from browsers of the nineties and an XHTML page's from its parser, and what parts its values."""
_WORD = re.compile(r"\w+")
_SAME_WORDS = 0.6
"""Of the words of one headline that another must have to be of the same article."""


@dataclass(frozen=True, slots=True)
class NewsData:
    """Each as it stands there; empty where it is not said."""

    headline: str = ""
    published: str = ""
    modified: str = ""
    outlet: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What else a page says of what it is about."""

    urls: tuple[str, ...] = ()
    headlines: tuple[str, ...] = ()


def news_data(values: Iterable[object], about: About) -> NewsData:
    """What the values tell of the page's own article, or of the page where they tell of no article."""
    things = list(_things(values))
    articles = [thing for thing in things if is_of_type(thing, ARTICLES)]
    own = _own(articles, about) or _own([thing for thing in things if is_of_type(thing, _PAGES)], about)
    if own is None:
        return NewsData(outlet=_site(things))
    is_article = is_of_type(own, ARTICLES)
    page = next((thing for thing in things if is_article and is_of_type(thing, ("webpage",))), {})
    return NewsData(
        headline=_text(own.get("headline") or own.get("name")) if is_article else "",
        published=_text(own.get("datePublished")) or _text(page.get("datePublished")),
        modified=_text(own.get("dateModified")),
        outlet=_name_of(own.get("publisher"), things) or _site(things),
        url=_address(own),
    )


def values_in(block: str) -> list[object]:
    """The JSON objects and lists with which a block begins, up to the first mistake, as templates leave behind them."""
    values: list[object] = []
    if len(block) > _LONGEST:
        return values
    decoder, at = json.JSONDecoder(strict=False), 0
    while len(values) < _MOST_THINGS:
        wrapping = _WRAPPING.match(block, at)
        at = wrapping.end() if wrapping else at
        if not block.startswith(("{", "["), at):
            break
        try:
            value, at = decoder.raw_decode(block, at)
            values.append(harmless(value))
        except (ValueError, RecursionError):
            break
    return values


def types_of(thing: Mapping[str, object]) -> list[str]:
    """What a thing is, such as "NewsArticle"."""
    kinds = thing.get("@type")
    return [name for name in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(name, str)]


def is_same_address(address: str, other: str) -> bool:
    """Whether two addresses are of one page, as far as they tell."""
    return bool(address and other) and _place(address) == _place(other)


def is_same_headline(headline: str, other: str) -> bool:
    """Whether two headlines are of one article: the shorter one's words are mostly in the other."""
    first, second = (set(_WORD.findall(unescape(text).casefold())) for text in (headline, other))
    shorter = min(len(first), len(second))
    return bool(shorter) and len(first & second) >= _SAME_WORDS * shorter


def _own(things: list[Mapping[str, object]], about: About) -> Mapping[str, object] | None:
    """The one of which the page is. One that has another's address and another's headline is of another page."""
    best: tuple[int, Mapping[str, object] | None] = (-1, None)
    for thing in things:
        url, headline = _address(thing), _text(thing.get("headline") or thing.get("name"))
        by_url = any(is_same_address(url, other) for other in about.urls)
        by_headline = any(is_same_headline(headline, other) for other in about.headlines)
        contradicted = bool(url) and not by_url and bool(headline) and not by_headline
        mute = not (by_url or by_headline)
        if contradicted or (mute and headline and about.headlines and len(things) > 1):
            continue
        rank = 2 * by_url + by_headline
        if rank > best[0]:
            best = (rank, thing)
    return best[1]


def _things(values: Iterable[object]) -> Iterator[Mapping[str, object]]:
    """The objects that tell what the page is about, the outer ones first."""
    waiting = list(values)
    for _ in range(_MOST_THINGS):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield value
            waiting += [value[name] for name in _OF_THE_PAGE if name in value]
        elif isinstance(value, list):
            waiting += value


def is_of_type(thing: Mapping[str, object], ends: tuple[str, ...]) -> bool:
    """Whether a type of a thing ends so, in lower case."""
    return any(name.lower().endswith(ends) for name in types_of(thing))


def _name_of(value: object, things: list[Mapping[str, object]]) -> str:
    """The name of a thing that stands there, or that is told of elsewhere by its id."""
    entry = value[0] if isinstance(value, list) and value else value
    if isinstance(entry, dict) and not entry.get("name"):
        entry = next((thing for thing in things if thing.get("name") and thing.get("@id") == entry.get("@id")), entry)
    name = entry.get("name") if isinstance(entry, dict) else entry
    return name if isinstance(name, str) else ""


def _site(things: list[Mapping[str, object]]) -> str:
    """The name of the site, where the data tells of it."""
    return next(
        (name for thing in things if is_of_type(thing, ("website",)) and (name := _text(thing.get("name")))), ""
    )


def _address(thing: Mapping[str, object]) -> str:
    page = thing.get("mainEntityOfPage")
    ids = [page.get("@id"), page.get("url")] if isinstance(page, dict) else [page]
    texts = (_text(address) for address in (thing.get("url"), *ids, thing.get("@id")))
    return next((text for text in map(clean_line, texts) if text.startswith(("http://", "https://"))), "")


def _place(url: str) -> tuple[str, str]:
    """Host and path, without what differs between addresses of one page."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url, ""
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    return host, parts.path.rstrip("/").removesuffix("/amp").casefold()


def _text(value: object) -> str:
    """A text, or the name or address of the thing that stands there."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("@id") or value.get("url")
    return value if isinstance(value, str) else ""
