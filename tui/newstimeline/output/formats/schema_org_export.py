"""schema.org data as JSON-LD: each event with the article that tells it, and its quotes with who said them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newstimeline.clean import one_line
from newstimeline.library.views import ArticleInfo, EventDetail, QuoteSaid
from newstimeline.output.date_parts import ends_of
from newstimeline.output.export_source import Material
from newstimeline.output.json_text import json_list
from newstimeline.output.links import web_address
from newstimeline.when import Precision, When
from newstimeline.when.date_words import describe

_ISO = frozenset((Precision.MINUTE, Precision.HOUR, Precision.DAY, Precision.MONTH, Precision.YEAR))
"""What ISO 8601 can write; the rest is told in words."""


def pieces(material: Material) -> Iterator[str]:
    """The document, bit by bit."""
    articles = map(_article, material.articles())
    events = (_event(event, material.evidence(event)) for event in material.events())
    return json_list('{"@context": "https://schema.org", "@graph": [\n', chain(articles, events), "\n]}\n")


def _article(article: ArticleInfo) -> dict[str, object]:
    return _told(
        {
            "@type": "NewsArticle",
            "@id": _article_id(article),
            "headline": one_line(article.title),
            "datePublished": _iso(article.published),
            "publisher": {"@type": "Organization", "name": one_line(article.source)} if article.source else None,
            "url": web_address(article.url),
        }
    )


def _event(event: EventDetail, evidence: str | None) -> dict[str, object]:
    when, source = event.when, {"@id": _article_id(event.article)}
    first, last = ends_of(when) if when else (None, None)
    inexact = when and (when.approximate or when.uncertain or not (_iso(first) or _iso(last)))
    return _told(
        {
            "@type": "Event",
            "@id": f"urn:newstimeline:event:{event.uid}",
            "name": one_line(event.title),
            "startDate": _iso(first),
            "endDate": _iso(last) if last != first else None,
            "disambiguatingDescription": f"Date: {describe(when)}" if when and inexact else None,
            "description": evidence,
            "location": [{"@type": "Place", "name": one_line(place.name)} for place in event.places],
            "about": [_person(person.id, person.name, person.roles) for person in event.people],
            "subjectOf": [source, *(_quotation(quote, source) for quote in event.quotes)],
        }
    )


def _quotation(quote: QuoteSaid, source: dict[str, str]) -> dict[str, object]:
    creator = _person(quote.person, quote.speaker, quote.roles) if quote.person and quote.speaker else None
    return _told({"@type": "Quotation", "text": one_line(quote.text), "creator": creator, "isPartOf": source})


def _person(id_: int, name: str, roles: tuple[str, ...]) -> dict[str, object]:
    titles = [one_line(role) for role in roles]
    return _told(
        {"@type": "Person", "@id": f"urn:newstimeline:person:{id_}", "name": one_line(name), "jobTitle": titles}
    )


def _article_id(article: ArticleInfo) -> str:
    return f"urn:newstimeline:article:{article.key}"


def _told(record: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in record.items() if value not in (None, [])}


def _iso(when: When | None) -> str | None:
    return when.edtf.rstrip("~?%") if when and when.precision in _ISO else None
