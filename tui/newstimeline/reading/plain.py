"""Plain-text articles: `date YYYY-MM-DD headline`, a blank line, paragraphs. The head may be missing."""

from __future__ import annotations

import re

from newstimeline.clean import remove
from newstimeline.model import Article
from newstimeline.reading.identity import article_id
from newstimeline.reading.outcome import Unreadable
from newstimeline.when import EdtfError, When, parse

_DAY = r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
_HEAD = re.compile(
    rf"\s*(?:date\s+(?P<date>{_DAY}|\d{{4}}-\d\d|\d{{4}})|(?P<day>{_DAY}))(?:[ \t]+(?P<headline>\S.*)|[ \t]*)"
)
_LONGEST_HEADLINE = 200
"""Characters; a longer first line is a paragraph."""
_SHORT_TITLE = 90


def read_plain(text: str, path: str) -> Article:
    """Make an article of a decoded text file. Without a date in its head, it has none.

    Raises:
        Unreadable: there are no words.
    """
    text = remove(text).strip("\n")
    first, _, body = text.lstrip().partition("\n")
    if not first.strip():
        raise Unreadable("it is empty")
    published, headline = _split_head(first)
    if not headline:
        headline, _, body = body.lstrip().partition("\n")
    if not headline:
        raise Unreadable("it has a date and no text")
    return build_article(headline.strip(), body, published, path=path)


def _split_head(line: str) -> tuple[When | None, str]:
    """The date and the headline of a first line; either may be missing."""
    if found := _HEAD.fullmatch(line):
        try:
            return parse(found["date"] or found["day"]), (found["headline"] or "").strip()
        except EdtfError:
            pass  # a day that no calendar has: part of the headline, and no date
    return None, line.strip()


def build_article(
    headline: str,
    body: str,
    published: When | None,
    *,
    path: str | None,
    source: str | None = None,
    url: str | None = None,
) -> Article:
    """An article whose text is headline, blank line, body; a headline too long to be one starts the text instead."""
    body = body.strip()
    if len(headline) <= _LONGEST_HEADLINE:
        title, text = headline, f"{headline}\n\n{body}" if body else headline
    else:
        title, text = _cut(headline), f"{headline}\n{body}".strip()
    return Article(
        id=article_id(title, published, text),
        title=title,
        published=published,
        source=source,
        url=url,
        path=path,
        text=text,
    )


def _cut(line: str) -> str:
    words = line[:_SHORT_TITLE].rsplit(" ", 1)[0]
    return f"{words.strip()}…"
