"""Markdown, with what its head (YAML or TOML "front matter") says of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from newstimeline.clean import clean_line, remove
from newstimeline.reading.outcome import Parsed, Unreadable
from newstimeline.reading.plain import build_article
from newstimeline.reading.publication_date_forms import date_told, unread_dates
from newstimeline.reading.table_dates import event_date
from newstimeline.reading.yaml_values import YamlError, read_yaml
from newstimeline.terms import DatedBy
from newstimeline.when import Precision, When

if TYPE_CHECKING:
    from markdown_it.token import Token

_YAML = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_LONGEST_HEAD = 100_000
_MARKS_OF_LINKS = ("](", "]:")
"""One of them stands in every text with links: before an address, or before that of a reference (CommonMark 6.3)."""
_DATES = ("date", "published", "publishdate", "datepublished", "published_at", "publish_date", "pubdate")
_OUTLETS = ("source", "outlet", "publication", "publisher", "site")
_ADDRESSES = ("url", "link", "canonical", "canonical_url", "source_url", "permalink")


def begins_with_head(text: str) -> bool:
    """Whether a text begins with front matter."""
    return bool(_YAML.match(text) or _TOML.match(text))


def read_markdown(text: str, path: str) -> Iterator[Parsed]:
    """Make an article of a text in Markdown.

    Raises:
        Unreadable: its head is no YAML or TOML, or there are no words.
    """
    head, body = _parted(text.lstrip("\ufeff\n"))
    blocks = list(_blocks(body))
    paragraphs = [line for _, line in blocks]
    title = clean_line(head.get("title", ""))
    is_headline = bool(title) or (bool(blocks) and blocks[0][0])
    headline = title or (paragraphs.pop(0) if paragraphs else "")
    if not headline:
        raise Unreadable("it has no words")
    if title and paragraphs and paragraphs[0] == title:
        del paragraphs[0]
    dates = [text for name in _DATES if (text := head.get(name, ""))]
    published = next((when for text in dates if (when := _published(text))), None)
    content = "\n\n".join(paragraphs)
    yield build_article(
        headline,
        content if is_headline else f"\n{content}",
        published,
        path=path,
        source=next((line for name in _OUTLETS if (line := clean_line(head.get(name, "")))), None),
        url=next((line for name in _ADDRESSES if (line := clean_line(head.get(name, ""))).startswith("http")), None),
        sure=is_headline,
        by=DatedBy.FRONT_MATTER,
    )
    if not published:
        yield from unread_dates(path, (("its head", text) for text in dates[:1]))


def _published(text: str) -> When | None:
    """A date of publication, which the head of a note may also give by the month or the year."""
    if when := date_told(text):
        return when
    when = event_date(text)
    return when if when and when.precision in (Precision.MONTH, Precision.YEAR) else None


def _parted(text: str) -> tuple[Mapping[str, str], str]:
    """The head's texts by name, lower case, and the rest."""
    for pattern, read in ((_YAML, _yaml), (_TOML, _toml)):
        if head := pattern.match(text):
            if len(head[1]) > _LONGEST_HEAD:
                raise Unreadable(f"its head is longer than {_LONGEST_HEAD:,} characters")
            values = read(head[1])
            return {str(name).lower(): value for name, value in values.items()}, text[head.end() :]
    return {}, text


def _yaml(head: str) -> Mapping[str, str]:
    try:
        values = read_yaml(head)
    except YamlError as error:
        raise Unreadable(f"its head {error}") from None
    if not isinstance(values, dict):
        raise Unreadable("its head is no YAML with names and values")
    return {name: value for name, value in values.items() if isinstance(value, str)}


def _toml(head: str) -> Mapping[str, str]:
    try:
        values = tomllib.loads(head)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Unreadable(f"its head is no TOML: {error}") from None
    return {name: str(value) for name, value in values.items() if not isinstance(value, dict | list)}


def _blocks(body: str) -> Iterator[tuple[bool, str]]:
    """The words of each block and whether it is a heading, without the marks of Markdown, code and pictures."""
    from markdown_it import MarkdownIt

    plain = remove(body)
    parser = MarkdownIt("commonmark")
    if not any(mark in plain for mark in _MARKS_OF_LINKS):
        # Where no link can be, each bracket would still be followed through up to twenty nested ones.
        parser.disable(["link", "image", "reference"])
    is_heading = False
    for token in parser.parse(plain):
        if token.type == "inline":
            for is_break, tokens in groupby(token.children or (), lambda child: child.type == "hardbreak"):
                if not is_break and (line := clean_line("".join(map(_words, tokens)))):
                    yield is_heading, line
        elif token.nesting > 0:
            is_heading = token.type == "heading_open"


def _words(token: Token) -> str:
    if token.type == "softbreak":
        return " "
    return token.content if token.type in ("text", "code_inline", "text_special") else ""
