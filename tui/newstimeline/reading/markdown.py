"""Markdown, with what its head (YAML or TOML "front matter") says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from newstimeline.clean import clean_line, remove
from newstimeline.model import Article
from newstimeline.reading.dates import date_told
from newstimeline.reading.outcome import Unreadable
from newstimeline.reading.plain import build_article
from newstimeline.reading.yaml_values import YamlError, read_yaml

if TYPE_CHECKING:
    from markdown_it.token import Token

_YAML = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_LONGEST_HEAD = 100_000
_DATES = ("date", "published", "publishdate", "datepublished", "published_at", "publish_date", "pubdate")
_OUTLETS = ("source", "outlet", "publication", "publisher", "site")
_ADDRESSES = ("url", "link", "canonical", "canonical_url", "source_url", "permalink")


def begins_with_head(text: str) -> bool:
    """Whether a text begins with front matter."""
    return bool(_YAML.match(text) or _TOML.match(text))


def read_markdown(text: str, path: str) -> Article:
    """Make an article of a text in Markdown.

    Raises:
        Unreadable: its head is no YAML or TOML, or there are no words.
    """
    head, body = _parted(text.lstrip("\ufeff\n"))
    paragraphs = list(_paragraphs(body))
    title = clean_line(head.get("title", "")) or (paragraphs.pop(0) if paragraphs else "")
    if not title:
        raise Unreadable("it has no words")
    if paragraphs and paragraphs[0] == title:
        del paragraphs[0]
    published = next((when for name in _DATES if (when := date_told(head.get(name, "")))), None)
    article = build_article(
        title,
        "\n\n".join(paragraphs),
        published,
        path=path,
        source=next((line for name in _OUTLETS if (line := clean_line(head.get(name, "")))), None),
        url=next((line for name in _ADDRESSES if (line := clean_line(head.get(name, ""))).startswith("http")), None),
    )
    return replace(article, extra={"published_by": "front matter"}) if published else article


def _parted(text: str) -> tuple[Mapping[str, str], str]:
    """The head's texts by name, lower case, and the rest."""
    for pattern, read in ((_YAML, _yaml), (_TOML, _toml)):
        if found := pattern.match(text):
            if len(found[1]) > _LONGEST_HEAD:
                raise Unreadable(f"its head is longer than {_LONGEST_HEAD:,} characters")
            values = read(found[1])
            return {str(name).lower(): value for name, value in values.items()}, text[found.end() :]
    return {}, text


def _yaml(head: str) -> Mapping[str, str]:
    try:
        found = read_yaml(head)
    except YamlError as error:
        raise Unreadable(f"its head {error}") from None
    if not isinstance(found, dict):
        raise Unreadable("its head is no YAML with names and values")
    return {name: value for name, value in found.items() if isinstance(value, str)}


def _toml(head: str) -> Mapping[str, str]:
    import tomllib

    try:
        found = tomllib.loads(head)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Unreadable(f"its head is no TOML: {error}") from None
    return {name: str(value) for name, value in found.items() if not isinstance(value, dict | list)}


def _paragraphs(body: str) -> Iterator[str]:
    """The words of each block, without the marks of Markdown, code and pictures."""
    from markdown_it import MarkdownIt

    for token in MarkdownIt("commonmark").parse(remove(body)):
        if token.type == "inline":
            for is_break, tokens in groupby(token.children or (), lambda one: one.type == "hardbreak"):
                if not is_break and (line := clean_line("".join(map(_words, tokens)))):
                    yield line


def _words(token: Token) -> str:
    if token.type == "softbreak":
        return " "
    return token.content if token.type in ("text", "code_inline", "text_special") else ""
