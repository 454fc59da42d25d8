"""The JSON of news-please (https://github.com/fhamborg/news-please): one crawled article an object."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newstimeline.clean import clean_line, remove
from newstimeline.model import Article
from newstimeline.reading.date_forms import parsed
from newstimeline.reading.outcome import Unreadable
from newstimeline.reading.plain import build_article
from newstimeline.reading.publication_date_forms import date_told
from newstimeline.reading.table_dates import unix_time
from newstimeline.when import When

_BODIES = ("text", "maintext", "description")
"""The keys under which an article's words may stand, the fullest first."""
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")


def looks_like_news_please(value: Mapping[str, object]) -> bool:
    """Whether an object has what makes it an article of news-please."""
    return any(key in value for key in _BODIES) and ("title" in value or "date_publish" in value)


def read_news_please(value: Mapping[str, object], path: str) -> Article:
    """Make an article of a news-please object.

    Raises:
        Unreadable: it has no text.
    """
    body = next(filter(None, (remove(_text(value, key)).strip() for key in _BODIES)), "")
    headline = clean_line(_text(value, "title"))
    if not body and not headline:
        raise Unreadable("it has neither a title nor a text")
    if not headline:
        headline, _, body = body.partition("\n")
    return build_article(
        headline,
        body,
        _published(value.get("date_publish")),
        path=path,
        source=clean_line(_text(value, "source_domain")) or None,
        url=clean_line(_text(value, "url")) or None,
    )


def _text(value: Mapping[str, object], key: str) -> str:
    text = value.get(key)
    return text if isinstance(text, str) else ""


def _published(date: object) -> When | None:
    """The date of publication; a midnight is a day, since the crawler fills in the time that a page lacks."""
    if not isinstance(date, str):
        return unix_time(str(date)) if isinstance(date, int) else None
    text = date.strip()
    if _MONTH_OR_YEAR.fullmatch(text):
        return parsed(text)
    from dateutil.parser import isoparse

    try:
        moment = isoparse(text)
    except (ValueError, OverflowError):
        return date_told(text)
    form = "%Y-%m-%d" if (moment.hour, moment.minute) == (0, 0) else "%Y-%m-%dT%H:%M"
    edtf = moment.strftime(form).zfill(10)
    return parsed(edtf) if date_told(edtf) else None
