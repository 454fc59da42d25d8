"""What a reader can change about what is on screen, and what a typed text means for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from newstimeline.changes.change import Kind, Value, What
from newstimeline.changes.change_values import ValueProblem, checked
from newstimeline.clean import one_line
from newstimeline.graphemes import shortened
from newstimeline.library.views import Annotation, ArticleInfo, EventDetail, PersonSeen, Profile, QuoteSaid
from newstimeline.terms import QuoteKind, Status
from newstimeline.when.date_words import describe
from newstimeline.when.phrases import parse_phrase

NONE = "none"
"""Typed for no date and no speaker."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be changed."""

    kind: Kind
    thing: int
    """The library's id."""
    what: What
    label: str
    """Its name, which stands before the entry line, such as "date"."""
    now: str = ""
    """Its present value, as it would be typed."""
    hint: str = ""
    """What can be typed."""
    event: int | None = None
    """The event to whose article alone a person's name applies."""
    empty: str | None = None
    """What an empty text means; None if that is invalid."""
    status: Status | None = None
    """The status that a reason is given for, which is set with it."""
    day: date | None = None
    """The day from which a typed "last week" counts; None: today."""


def event_fields(event: EventDetail) -> tuple[Field, ...]:
    """Everything about an event that can be changed, the event's own first."""
    return (
        date_field(event),
        Field(Kind.EVENT, event.id, What.TITLE, "title", event.title, "the event in a few words"),
        *(field for quote in event.quotes for field in _quote_fields(quote)),
        *(_apart_field(event, person) for person in event.people),
        note_field(event),
        tags_field(event),
        *(_quote_note_field(quote) for quote in event.quotes),
        article_note_field(event.article),
        Field(Kind.EVENT, event.id, What.HIDDEN, "hide this event", "", "Enter hides it", empty=""),
        Field(Kind.ARTICLE, event.article.id, What.EVENT, "add an event from this article", "", "what happened"),
    )


def date_field(event: EventDetail) -> Field:
    """An event's date; "last week" counts from the day of the report."""
    now = event.when.edtf if event.when else NONE
    hint = f"2025-08-15, 2025-08, aug 2025, early august 2025, 2025~, 2025-08/2025-10, or {NONE}"
    return Field(Kind.EVENT, event.id, What.DATE, "date", now, hint, day=_day_of(event.article))


def _day_of(article: ArticleInfo) -> date | None:
    try:
        return date.fromisoformat(article.published.edtf[:10]) if article.published else None
    except ValueError:
        return None


def note_field(event: EventDetail) -> Field:
    """The note on an event."""
    return _note(Kind.EVENT, event.id, event.own)


def tags_field(event: EventDetail) -> Field:
    """An event's tags."""
    return Field(
        Kind.EVENT, event.id, What.TAGS, "tags", _said(event.own, What.TAGS), "Tags (leave empty to remove)", empty=""
    )


def mark_field(event: EventDetail) -> Field:
    """An event's mark, which may have a name."""
    return Field(Kind.EVENT, event.id, What.MARK, "mark", _said(event.own, What.MARK), "a name for the mark", empty="")


def status_field(event: EventDetail) -> Field:
    """What a reader thinks of an event."""
    return Field(Kind.EVENT, event.id, What.STATUS, "status", _said(event.own, What.STATUS))


def reason_field(event: EventDetail, status: Status) -> Field:
    """Why an event is disputed or rejected."""
    now = _said(event.own, What.REASON)
    return Field(
        Kind.EVENT, event.id, What.REASON, f"{status}, because", now, "Reason (optional)", empty="", status=status
    )


def article_note_field(article: ArticleInfo) -> Field:
    """The note on an article."""
    return _note(Kind.ARTICLE, article.id, article.own, "note on the article")


def person_fields(record: Profile) -> tuple[Field, ...]:
    """Everything about a person that can be changed."""
    id_ = record.id
    return (
        Field(Kind.PERSON, id_, What.NAME, "name", record.name, "the name, in all articles"),
        Field(Kind.PERSON, id_, What.SAME, "same person as", "", f"the other name, as the library has it, or {NONE}"),
        Field(Kind.PERSON, id_, What.ROLE, "role", _said(record.own, What.ROLE), "such as: since 2021: president"),
        _note(Kind.PERSON, id_, record.own),
    )


def _quote_fields(quote: QuoteSaid) -> Iterator[Field]:
    begin = _begin(quote)
    speaker = quote.speaker or NONE
    yield Field(Kind.QUOTE, quote.id, What.SPEAKER, f"speaker of {begin}", speaker, f"a name, or {NONE}")
    yield Field(Kind.QUOTE, quote.id, What.KIND, f"kind of {begin}", str(quote.kind), ", ".join(QuoteKind))


def _quote_note_field(quote: QuoteSaid) -> Field:
    return _note(Kind.QUOTE, quote.id, quote.own, f"note on {_begin(quote)}")


def _note(kind: Kind, thing: int, own: tuple[Annotation, ...], label: str = "note") -> Field:
    return Field(kind, thing, What.NOTE, label, _said(own, What.NOTE), "Note (leave empty to remove)", empty="")


def _begin(quote: QuoteSaid) -> str:
    return f"“{shortened(one_line(quote.text), 24)}…”"


def _apart_field(event: EventDetail, person: PersonSeen) -> Field:
    label = f"{one_line(person.name)}, in this article only"
    hint = "another name, to tell namesakes apart"
    return Field(Kind.PERSON, person.id, What.NAME, label, person.name, hint, event=event.id)


def _said(own: tuple[Annotation, ...], what: What) -> str:
    return next((annotation.value or "" for annotation in own if annotation.what is what), "")


def with_consequences(field: Field, value: Value) -> tuple[tuple[What, Value], ...]:
    """What a typed value changes: a reason for a status sets that status too."""
    own = (field.what, value)
    return ((What.STATUS, str(field.status)), own) if field.status else (own,)


def meant(field: Field, text: str, today: date) -> tuple[Value, str]:
    """The value that a typed text gives a field, and that value in words.

    Raises:
        ValueError: it is invalid; the message says why.
    """
    text = text.strip()
    match field.what:
        case What.DATE:
            if text.lower() == NONE:
                return None, "undated"
            when = parse_phrase(text, field.day or today)
            return when.edtf, describe(when)
        case What.SPEAKER | What.SAME if text.lower() == NONE:
            return None, "unattributed" if field.what is What.SPEAKER else "nobody else"
        case What.HIDDEN:
            return True, ""
    try:
        return checked(field.what, text), ""
    except ValueProblem as problem:
        raise ValueError(str(problem)) from None
