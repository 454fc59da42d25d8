"""CSL-JSON, the form in which Zotero, pandoc and citeproc take sources: the articles that have found events."""

from __future__ import annotations

from collections.abc import Iterator

from newstimeline.changes.change import What
from newstimeline.clean import one_line
from newstimeline.library.views import ArticleInfo
from newstimeline.output.date_parts import counted_year
from newstimeline.output.export_source import Material
from newstimeline.output.json_text import json_text
from newstimeline.output.links import web_address
from newstimeline.when import Precision, When, calendar
from newstimeline.when.date_words import describe

_PARTS = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}


def pieces(material: Material) -> Iterator[str]:
    """The document, bit by bit."""
    separator = "[\n"
    for article in material.articles():
        yield separator + json_text(_item(article))
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def _item(article: ArticleInfo) -> dict[str, object]:
    note = next((own.value for own in article.own if own.what is What.NOTE), None)
    item = {
        "id": article.key,
        "type": "article-newspaper",
        "title": one_line(article.title),
        "container-title": one_line(article.source) if article.source else None,
        "URL": web_address(article.url),
        "issued": _issued(article.published) if article.published else None,
        "note": one_line(note) if note else None,
        "language": article.unextracted,
    }
    return {name: value for name, value in item.items() if value is not None}


def _issued(when: When) -> dict[str, object]:
    day = when.whole_day()
    if day.precision not in _PARTS:
        return {"literal": describe(when)}
    year, month, number = calendar.day_of(day.start)
    parts = [counted_year(year), month, number][: _PARTS[day.precision]]
    return {"date-parts": [parts], **({"circa": True} if when.approximate or when.uncertain else {})}
