"""The side panel: everything about the selected event, some of it to be chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newstimeline.clean import one_line
from newstimeline.drawing.annotation_lines import own_lines
from newstimeline.drawing.bars import bar
from newstimeline.drawing.line_wrap import wrapped
from newstimeline.drawing.pieces import Piece, Pieces, cut, fit
from newstimeline.drawing.quote_lines import quote_lines, speaker_line
from newstimeline.drawing.targets import ArticleTarget, NameTarget, TargetLine, section
from newstimeline.drawing.timeline_rows import BASIS_SIGNS
from newstimeline.library.views import EventDetail, PersonSeen
from newstimeline.output.descriptions import CONFIDENCE, also_at, basis_sentence, dated_by, delay, publication
from newstimeline.query import NameScope
from newstimeline.when.date_words import describe

Presence = Callable[[int], tuple[int, int] | None]
"""How many events under the filter a person (by the library's id) is part of, and how many the one with the most has;
None while that is not known."""
_BAR = 6


def panel_lines(event: EventDetail, width: int, presence: Presence) -> list[TargetLine]:
    """Lay out an event: title, date and its basis, quotes, people, places, source."""
    width = max(width, 8)
    return [
        *(TargetLine(line) for line in wrapped(one_line(event.title), width, "title strong")),
        TargetLine(()),
        *(TargetLine(line) for line in _date_lines(event, width)),
        *(TargetLine(line) for line in own_lines(event.own, width)),
        *_quote_lines(event, width),
        *_people_lines(event, width, presence),
        *_place_lines(event, width),
        *_source_lines(event, width),
    ]


def _section(name: str, width: int, count: int = 0) -> Iterator[TargetLine]:
    yield from section(f"{name} {count}" if count > 1 else name, width)


def _date_lines(event: EventDetail, width: int) -> Iterator[Pieces]:
    yield from wrapped(describe(event.when) if event.when else "Undated", width, "date strong")
    sign = f"{BASIS_SIGNS[event.basis]} {CONFIDENCE[event.basis]}: "
    yield from wrapped(f"{sign}{basis_sentence(event)}", width, "faint")


def _quote_lines(event: EventDetail, width: int) -> Iterator[TargetLine]:
    if not event.quotes:
        return
    yield from _section("Quotes", width, len(event.quotes))
    for number, quote in enumerate(event.quotes):
        if number:
            yield TargetLine(())
        yield from quote_lines(quote, event.id, width, speaker_line(quote))
        yield from (TargetLine(line) for line in own_lines(quote.own, width))


def _people_lines(event: EventDetail, width: int, presence: Presence) -> Iterator[TargetLine]:
    if not event.people:
        return
    yield from _section("People", width, len(event.people))
    for person in event.people:
        target = NameTarget(NameScope.PERSON, person.id, person.name)
        yield TargetLine(_person_line(person, presence(person.id), width), target)
        yield from (
            TargetLine(line, target) for line in wrapped(one_line("; ".join(person.roles[:2])), width, "faint", "  ")
        )


def _person_line(person: PersonSeen, presence: tuple[int, int] | None, width: int) -> Pieces:
    if presence is None:
        return cut((Piece(one_line(person.name), "name"),), width)
    events, most = presence
    count = f"{events:>5,}"
    name = fit(one_line(person.name), width - _BAR - len(count) - 1)
    return cut((Piece(name, "name"), Piece(" "), Piece(bar(events, most, _BAR), "bar"), Piece(count, "faint")), width)


def _place_lines(event: EventDetail, width: int) -> Iterator[TargetLine]:
    if event.places:
        yield from _section("Places", width, len(event.places))
        for place in event.places:
            target = NameTarget(NameScope.PLACE, place.id, place.name)
            yield from (TargetLine(line, target) for line in wrapped(one_line(place.name), width, "name"))


def _source_lines(event: EventDetail, width: int) -> Iterator[TargetLine]:
    article = event.article
    yield from _section("Source", width)
    target = ArticleTarget(event.id)
    yield from (TargetLine(line, target) for line in wrapped(one_line(article.title), width, "link"))
    if article.source and article.source_id:
        outlet = NameTarget(NameScope.SOURCE, article.source_id, article.source)
        yield from (TargetLine(line, outlet) for line in wrapped(one_line(article.source), width, "name"))
    published = f"{publication(article)}{delay(event)}{dated_by(article.published_by)}"
    yield from (TargetLine(line) for line in wrapped(published, width, "faint"))
    if article.url:
        url = one_line(article.url)
        yield TargetLine((Piece(fit(url.partition("://")[2] or url, width), "faint"),))
    for line in also_at(article):
        yield TargetLine((Piece(fit(line, width), "faint"),))
    yield from (TargetLine(line) for line in own_lines(article.own, width))
    if not article.has_text:
        yield from (
            TargetLine(line) for line in wrapped("The file has no text, so there is no evidence.", width, "warning")
        )
