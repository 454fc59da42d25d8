"""A report in Markdown: dates as headings, quotes with their speakers, each event with the number of its source.

Every character that Markdown could take for its own stands behind a backslash, and only addresses of the web become
links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newstimeline.clean import one_line
from newstimeline.library.views import ArticleInfo, EventDetail, QuoteSaid
from newstimeline.output.citations import citation
from newstimeline.output.descriptions import CONFIDENCE, basis_sentence, own_words
from newstimeline.output.export_source import Material
from newstimeline.output.links import web_address
from newstimeline.timeline.time_names import counted
from newstimeline.when.date_words import describe

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#&~|^$])")


def pieces(material: Material) -> Iterator[str]:
    """The document, bit by bit."""
    yield f"# {_plain(material.title)}\n"
    yield f"\n{counted(len(material.matches), 'event')}, as of {material.today.isoformat()}.\n"
    numbers: dict[int, int] = {}
    heading = None
    for event in material.events():
        date = describe(event.when) if event.when else "Undated"
        if date != heading:
            heading = date
            yield f"\n## {_plain(date)}\n"
        number = numbers.setdefault(event.article.id, len(numbers) + 1)
        yield from _event(event, number, material.evidence(event))
    if numbers:
        yield "\n## Sources\n\n"
    for article, number in numbers.items():
        yield f"[^{number}]: {_source(material.library.article_info(article))}\n"


def _event(event: EventDetail, number: int, evidence: str | None) -> Iterator[str]:
    yield f"\n**{_plain(event.title)}**[^{number}]\n"
    yield f"\n- Date: {CONFIDENCE[event.basis]}, {_plain(basis_sentence(event))}\n"
    if evidence:
        yield f"- Evidence: “{_plain(evidence)}”\n"
    if event.people:
        yield f"- People: {'; '.join(_person(person.name, person.roles) for person in event.people)}\n"
    if event.places:
        yield f"- Places: {'; '.join(_plain(place.name) for place in event.places)}\n"
    for words in own_words(event.own):
        yield f"- {_plain(words)}\n"
    for quote in event.quotes:
        yield f"\n> {_said(quote)}\n"


def _person(name: str, roles: tuple[str, ...]) -> str:
    return f"{_plain(name)} ({_plain('; '.join(roles))})" if roles else _plain(name)


def _said(quote: QuoteSaid) -> str:
    speaker = _person(quote.by, quote.roles[:1])
    words = quote.kind.marked(_plain(quote.text))
    notes = "".join(f" {_plain(own)}." for own in own_words(quote.own))
    return f"**{speaker}**, {_plain(quote.verb or 'said')}: {words}{notes}"


def _source(article: ArticleInfo) -> str:
    address = web_address(article.url)
    cited = _plain(citation(article, with_address=address is None))
    parts = (cited, f"<{address}>" if address else "", _plain("; ".join(own_words(article.own))))
    return ". ".join(part for part in parts if part)


def _plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _MARKUP.sub(r"\\\1", one_line(text))
