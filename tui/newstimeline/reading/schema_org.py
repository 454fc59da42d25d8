"""What a page says of its article as schema.org data (JSON-LD, https://schema.org/NewsArticle)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LONGEST = 2_000_000
"""Characters of one block; pages with more put other things there."""
_MOST_THINGS = 2_000
_ARTICLES = ("article", "posting", "report")
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
    for block in blocks:
        for thing in _things(block):
            kinds = thing.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and name.lower().endswith(_ARTICLES) for name in names):
                return NewsData(
                    _text(thing.get("headline") or thing.get("name")),
                    _text(thing.get("datePublished")),
                    _text(thing.get("publisher")),
                    _text(thing.get("url") or thing.get("mainEntityOfPage")),
                )
    return NewsData()


def _things(block: str) -> Iterator[dict[str, object]]:
    """All objects of a block, the outer ones first."""
    if len(block) > _LONGEST:
        return
    try:
        waiting = [json.loads(block.strip().removeprefix("<!--").removesuffix("-->"), strict=False)]
    except (ValueError, RecursionError):
        return
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
