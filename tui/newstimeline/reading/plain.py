"""Plain-text articles: `date YYYY-MM-DD headline`, a blank line, paragraphs. The head may be missing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newstimeline.article_identity import article_id
from newstimeline.clean import remove, remove_from_prose
from newstimeline.model import Article, Extra
from newstimeline.reading.outcome import Unreadable
from newstimeline.terms import DatedBy
from newstimeline.when import EdtfError, When, parse

_DAY = r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
_HEAD = re.compile(
    rf"\s*(?:date\s+(?P<date>{_DAY}|\d{{4}}-\d\d|\d{{4}})|(?P<day>{_DAY}))(?:[ \t]+(?P<headline>\S.*)|[ \t]*)"
)
LONGEST_HEADLINE = 200
"""Characters; a longer first line is a paragraph."""
_SHORT_TITLE = 90
_SENTENCE_END = re.compile(r"[.!?]['\"’”)]*$")


def read_plain(text: str, path: str) -> Article:
    """Make an article of a decoded text file. Without a date in its head, it has none.

    Raises:
        Unreadable: there are no words.
    """
    text = remove_from_prose(text)
    first, body = _first_line(text)
    if not first:
        raise Unreadable("it is empty")
    published, headline = _split_head(first)
    beside_date = published is not None and headline != ""
    if not headline:
        headline, body = _first_line(body)
    if not headline:
        raise Unreadable("it has a date and no text")
    return build_article(headline.strip(), body, published, path=path, sure=beside_date)


def _first_line(text: str) -> tuple[str, str]:
    """The first line that has words, without what shows nothing, and what follows it; no words where there are none."""
    while text:
        line, _, text = text.partition("\n")
        if words := remove(line).strip():
            return words, text
    return "", ""


def _split_head(line: str) -> tuple[When | None, str]:
    """The date and the headline of a first line; either may be missing."""
    if head := _HEAD.fullmatch(line):
        try:
            return parse(head["date"] or head["day"]), (head["headline"] or "").strip()
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
    sure: bool = True,
    by: DatedBy | None = None,
    extra: Extra | None = None,
) -> Article:
    """An article whose text is headline, blank line, body; `by` is where its date comes from, if it has one.

    What is too long for a headline, or where nobody is `sure` ends like a sentence, begins the text instead.
    """
    if len(headline) <= LONGEST_HEADLINE and (sure or not _SENTENCE_END.search(headline)):
        title, text = headline, f"{headline}\n\n{body.strip()}".strip()
    else:
        title, text = shortened(headline), f"{headline}\n{body}".strip()  # only what stood there parts the paragraphs
    return Article(
        id=article_id(title, published, text),
        title=title,
        published=published,
        source=source,
        url=url,
        path=path,
        text=text,
        published_by=by if published else None,
        extra=extra or {},
    )


def headline_and_body(headline: str, paragraphs: Sequence[str]) -> tuple[str, str]:
    """Both for `build_article`; where there is no headline, the first of the paragraphs stands for it."""
    return (headline, "\n\n".join(paragraphs)) if headline else (paragraphs[0], "\n\n".join(paragraphs[1:]))


def shortened(line: str) -> str:
    """The beginning of a sentence as a title; never the whole of it, which would make it the text's headline."""
    if len(line) <= _SHORT_TITLE:
        return _SENTENCE_END.sub("", line) or line
    words = line[:_SHORT_TITLE].rsplit(" ", 1)[0]
    return f"{words.strip()}…"
