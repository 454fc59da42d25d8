"""What is said of events, quotes and people, a line a thought."""

from __future__ import annotations

from collections.abc import Iterator

from newstimeline.changes.change import What
from newstimeline.clean import displayed, one_line
from newstimeline.library.views import Annotation, EventDetail, EventRow, Profile, QuoteSaid
from newstimeline.output.descriptions import (
    CONFIDENCE,
    also_at,
    basis_sentence,
    correction,
    dated_by,
    delay,
    publication,
)
from newstimeline.timeline.time_names import counted, span_name
from newstimeline.when.date_words import describe


def row_line(row: EventRow, place: int, total: int) -> str:
    """One event in a line: its place, date, title, and what there is of it."""
    when = describe(row.when) if row.when else "undated"
    quotes = f", {counted(row.quotes, 'quote')}" if row.quotes else ""
    marked = ", marked" if row.marked else ""
    noted = ", with a note" if row.noted else ""
    status = f", {row.status}" if row.status else ""
    return f"{place:,} of {total:,}: {when}: {one_line(row.title)}{quotes}{status}{marked}{noted}."


def event_lines(event: EventDetail) -> Iterator[str]:
    """Everything about an event."""
    yield one_line(event.title)
    when = describe(event.when) if event.when else "Undated"
    yield f"Date: {when}, {CONFIDENCE[event.basis]}: {basis_sentence(event)}."
    yield from own_lines(event.own)
    yield from quote_lines(event)
    for person in event.people:
        roles = f", {one_line('; '.join(person.roles))}" if person.roles else ""
        yield f"Person: {one_line(person.name)}{roles}."
    for place in event.places:
        yield f"Place: {one_line(place.name)}."
    article = event.article
    outlet = f"{one_line(article.source)}, " if article.source else ""
    published = f"{publication(article)}{delay(event)}{dated_by(article.published_by)}"
    yield f"Source: {one_line(article.title)}; {outlet}{published}."
    if article.url:
        yield f"Address: {one_line(article.url)}"
    yield from (f"{line[0].upper()}{line[1:]}." for line in also_at(article))
    yield from own_lines(article.own)


def quote_lines(event: EventDetail) -> Iterator[str]:
    """The quotes of an event, numbered."""
    for number, quote in enumerate(event.quotes, 1):
        yield f"Quote {number}: {_said(quote)}"
        yield from own_lines(quote.own)


def _said(quote: QuoteSaid) -> str:
    speaker = one_line(quote.by)
    role = f", {one_line(quote.roles[0])}" if quote.roles else ""
    verb = one_line(quote.verb) if quote.verb else "said"
    return f"{speaker}{role}, {verb}: {quote.kind.marked(one_line(quote.text))} ({quote.kind})"


def own_lines(own: tuple[Annotation, ...]) -> Iterator[str]:
    """What readers made of something."""
    for annotation in own:
        match annotation.what:
            case What.STATUS | What.REASON | What.TAGS if annotation.value:
                yield f"Your {annotation.what}: {one_line(annotation.value).removesuffix('.')}."
            case What.MARK if annotation.value is not None:
                yield f"Marked{f' as {one_line(annotation.value)}' if annotation.value else ''}."
            case What.NOTE if annotation.value:
                yield f"Your note: {displayed(annotation.value)}"
            case What.DATE | What.TITLE | What.SPEAKER | What.KIND | What.NAME | What.ROLE:
                yield f"{correction(annotation)}."


def profile_lines(record: Profile) -> Iterator[str]:
    """A person, a place or an outlet."""
    span = f", {span_name(record.first, record.last)}" if record.first and record.last else ""
    yield f"{one_line(record.name)}: {counted(len(record.events), 'event')}{span}."
    if record.also:
        yield f"Also: {', '.join(one_line(name) for name in record.also)}."
    for role in record.roles:
        yield f"Role: {one_line(role.role)}, {counted(role.articles, 'article')}."
    for label, names in (("With", record.people), ("Places", record.places), ("Outlets", record.sources)):
        if names:
            yield f"{label}: {', '.join(f'{one_line(name.name)} {name.events:,}' for name in names)}."
    yield from own_lines(record.own)
