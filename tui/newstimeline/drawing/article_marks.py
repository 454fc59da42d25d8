"""What is marked in an article, in order, each with a sentence that explains it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newstimeline.clean import one_line
from newstimeline.drawing.article_lines import evidence_of
from newstimeline.model import Event, Extraction, Person, Quote, Span, TimeExpression
from newstimeline.terms import Basis, MentionKind
from newstimeline.when.date_words import describe

_UNDATED = {"DURATION": "says how long and not when", "SET": "says how often and not when"}
"""By the types of TIMEX3."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A marked stretch of the text."""

    span: Span
    explanation: str


def stops_of(extraction: Extraction, event: Event | None) -> tuple[Stop, ...]:
    """The evidence of the event, and every time, quote and name, in the order of the text."""
    return tuple(sorted(_stops(extraction, event), key=lambda stop: (stop.span.start, -stop.span.end)))


def _stops(extraction: Extraction, event: Event | None) -> Iterator[Stop]:
    people = {person.id: person for person in extraction.people}
    times = {time.id: time for time in extraction.times}
    if event and (evidence := evidence_of(extraction, event)):
        yield Stop(evidence, _of_event(event, times))
    for time in extraction.times:
        if time.span:
            yield Stop(time.span, _of_time(time))
    for quote in extraction.quotes:
        yield from (Stop(span, _of_quote(quote, people)) for span in quote.spans)
    for person in extraction.people:
        mentions = [mention for mention in person.mentions if mention.kind is not MentionKind.PRONOUN]
        yield from (Stop(mention.span, _of_person(person, len(mentions))) for mention in mentions)


def _of_event(event: Event, times: dict[str, TimeExpression]) -> str:
    date = describe(event.when) if event.when else "undated"
    time = times.get(event.time or "")
    words = f", from “{one_line(time.text)}”" if time and event.basis is not Basis.PUBLISHED else ""
    words = ", when the article was published" if event.basis is Basis.PUBLISHED else words
    return f"evidence of “{one_line(event.title)}”: {date}{words}"


def _of_time(time: TimeExpression) -> str:
    if not time.when:
        return f"“{one_line(time.text)}”: {_UNDATED.get(time.type, 'when that was is not known')}"
    counted = f"counted from {describe(time.anchor)}, " if time.anchor else ""
    return f"“{one_line(time.text)}”: {counted}gives {describe(time.when)}"


def _of_quote(quote: Quote, people: dict[str, Person]) -> str:
    speaker = people.get(quote.speaker or "")
    by = f"{_named(speaker)}" if speaker else "unattributed"
    when = f", {describe(quote.when)}" if quote.when else ""
    return f"{quote.kind} quote: {by}{when}"


def _of_person(person: Person, mentions: int) -> str:
    times = "once" if mentions == 1 else f"{mentions:,} times"
    return f"{_named(person)}: named {times} here"


def _named(person: Person) -> str:
    return ", ".join((one_line(person.name), *(one_line(role) for role in person.roles[:1])))
