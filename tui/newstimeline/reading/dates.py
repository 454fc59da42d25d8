"""Dates of publication as files tell them."""

from __future__ import annotations

import re
from dataclasses import replace

from newstimeline.article_identity import article_id
from newstimeline.model import Article
from newstimeline.when import EdtfError, When, parse

GIVEN = "given"
"""How an article without a date of its own came by one: the reader gave it."""

_NAMED = re.compile(r"((?:1[6-9]|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?![\d])")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?")


def date_told(text: str) -> When | None:
    """A date as ISO 8601 has it, with time and zone where they are told, or written out; None where it is not sure."""
    found = _MOMENT.search(text.strip()[:80])
    if not found:
        return _written_out(text)
    day, clock, zone = found.groups()
    zone = f"{zone[:3]}:{zone[-2:]}" if zone and zone != "Z" else zone or ""
    for edtf in (f"{day}T{clock}:00{zone}" if clock else day, day):
        try:
            return parse(edtf)
        except EdtfError:
            continue
    return None


def with_given(article: Article, when: When | None) -> Article:
    """The article with a date that the reader gives, if it has none itself."""
    return _with(article, when, GIVEN)


def with_date_of_name(article: Article, name: str) -> Article:
    """The article with the date with which its file's name begins, as those of blogs and diaries do, if it has none."""
    found = _NAMED.match(re.split(r"[/\\]|, ", name)[-1])
    return _with(article, date_told("-".join(found.groups())) if found else None, "file name")


def _with(article: Article, when: When | None, by: str) -> Article:
    if article.published or not when:
        return article
    return replace(
        article,
        id=article_id(article.title, when, article.text or ""),
        published=when,
        extra={**article.extra, "published_by": by},
    )


def _written_out(text: str) -> When | None:
    """A date in words or with its parts in another order, if it has a year, a month and a day of its own."""
    words = text.strip()[:60]
    if not re.search(r"\d{4}", words) or not re.search(r"[A-Za-z]{3}", words) or re.search(r"\d{5}", words):
        return None
    import warnings
    from datetime import datetime

    from dateutil import parser

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", parser.UnknownTimezoneWarning)  # the day is what is wanted
            # Twice with other defaults: what the text does not say itself differs.
            one, other = (parser.parse(words, default=datetime(*day)) for day in ((2001, 1, 1), (2004, 2, 2)))
    except (ValueError, OverflowError, TypeError):
        return None
    return parse(one.date().isoformat()) if one.date() == other.date() else None
