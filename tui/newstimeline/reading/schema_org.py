"""What a page says of its article as schema.org data (JSON-LD, https://schema.org/NewsArticle)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newstimeline.reading.harmless import harmless

_LONGEST = 2_000_000
"""Characters of one block; pages with more put other things there."""
_MOST_THINGS = 2_000
ARTICLES = ("article", "posting", "report")
"""Ends of the types that are articles: NewsArticle, BlogPosting, Report ..."""


@dataclass(frozen=True, slots=True)
class NewsData:
    """Each as it stands there; empty where it is not said."""

    headline: str = ""
    published: str = ""
    outlet: str = ""
    url: str = ""


def news_data(blocks: Iterable[str]) -> NewsData:
    """The first article that the blocks tell of; what is no JSON tells of none."""
    for value in values_of(blocks):
        for thing in _things(value):
            if any(name.lower().endswith(ARTICLES) for name in types_of(thing)):
                return NewsData(
                    _text(thing.get("headline") or thing.get("name")),
                    _text(thing.get("datePublished")),
                    _text(thing.get("publisher")),
                    _text(thing.get("url") or thing.get("mainEntityOfPage")),
                )
    return NewsData()


def values_of(blocks: Iterable[str]) -> Iterator[object]:
    """The JSON values of the blocks that are JSON, and not nested too deeply."""
    for block in blocks:
        if len(block) <= _LONGEST:
            try:
                yield harmless(json.loads(block.strip().removeprefix("<!--").removesuffix("-->"), strict=False))
            except (ValueError, RecursionError):
                continue


def types_of(thing: Mapping[str, object]) -> list[str]:
    """What a thing is, such as "NewsArticle"."""
    kinds = thing.get("@type")
    return [name for name in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(name, str)]


def _things(value: object) -> Iterator[dict[str, object]]:
    """All objects of a block, the outer ones first."""
    waiting = [value]
    for _ in range(_MOST_THINGS):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield value
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _text(value: object) -> str:
    """A text, or the name or address of the thing that stands there."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id") or value.get("url")
    return value if isinstance(value, str) else ""
