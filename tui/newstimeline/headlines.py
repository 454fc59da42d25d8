"""What stands on the timeline of an article in which no event was found: its headline, on its day of publication."""

from __future__ import annotations

from dataclasses import replace

from newstimeline.model import HEADLINE, Article, Event, Extraction, Span
from newstimeline.terms import Basis


def with_headline(extraction: Extraction) -> Extraction:
    """The extraction, with its headline as its event where it has none; unchanged if there is no headline either."""
    if extraction.events or not extraction.article.title:
        return extraction
    return replace(extraction, events=(_headline(extraction.article),))


def _headline(article: Article) -> Event:
    """That the article was published, with its whole text as evidence, so that a search finds it by every word."""
    when = article.published.whole_day() if article.published else None
    return Event(
        id=HEADLINE,
        title=article.title,
        when=when,
        basis=Basis.PUBLISHED if when else None,
        evidence=Span(0, len(article.text)) if article.text else None,
    )
