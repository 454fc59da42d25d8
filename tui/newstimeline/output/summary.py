"""An extraction as text for reading: what `extract` prints without `--json`."""

from __future__ import annotations

from collections.abc import Iterator

from newstimeline.clean import one_line
from newstimeline.model import Extraction
from newstimeline.output.descriptions import dated_by, unextracted
from newstimeline.when.date_words import describe


def summary_lines(extraction: Extraction) -> Iterator[str]:
    """Headline, events, quotes and people of one article."""
    article = extraction.article
    names = {person.id: person.name for person in extraction.people}
    yield one_line(article.title)
    published = f"published {describe(article.published)}" if article.published else "no date of publication"
    published += dated_by(article.published_by)
    yield f"  {published}{f', {one_line(article.source)}' if article.source else ''}"
    if article.unextracted:
        yield f"  {unextracted(article.unextracted)}"
    yield f"  {len(extraction.events)} events"
    for event in extraction.events:
        date = event.when.edtf if event.when else "undated"
        yield f"    {date:<10}  {event.basis or '-':<9}  {one_line(event.title)}"
    yield f"  {len(extraction.quotes)} quotes"
    for quote in extraction.quotes:
        speaker = names.get(quote.speaker or "")
        source = quote.source.of(article.text) if quote.source and article.text else None
        yield f"    {one_line(speaker or source or 'unattributed')}: “{one_line(quote.text)}”"
    yield f"  {len(extraction.people)} people"
    for person in extraction.people:
        roles = f", {one_line('; '.join(person.roles))}" if person.roles else ""
        yield f"    {one_line(person.name)}{roles}"
