"""From what a reader looks at to a change of it: its place told so that it is found again, and what was found there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from newstimeline.changes.application import event_target, quote_target
from newstimeline.changes.change import AUTOMATIC, Change, Kind, Target, Value, What
from newstimeline.changes.change_records import ChangeError, settled
from newstimeline.changes.change_values import LONGEST_LINE, ValueProblem, checked
from newstimeline.clean import clean_line
from newstimeline.library.errors import row_of
from newstimeline.library.stored_extraction import found_extraction, load_extraction
from newstimeline.model import Event, Extraction, Person, Quote
from newstimeline.name_keys import name_key

T = TypeVar("T", Event, Quote, Person)


@dataclass(frozen=True, slots=True)
class Stamp:
    """By whom and when."""

    id: str
    """See `Change.id`."""
    made: str
    """UTC, ISO 8601."""
    who: str | None


def draft(connection: sqlite3.Connection, kind: Kind, thing: int, what: What, value: object, stamp: Stamp) -> Change:
    """A change to an event, a quote, a person across articles, or an article, by the library's id.

    Raises:
        KeyError: there is nothing with this id.
        ValueProblem: such a change can't have this value.
    """
    article = _article_of(connection, kind, thing)
    if what is What.SAME and value is not None:
        _check_known(connection, str(value))
    target, extracted = _PLACES[kind](connection, thing, what, stamp)
    extractor = _extractor(connection, article) if article is not None and extracted is not None else None
    return _change(stamp, what, target, checked(what, value), extracted, extractor)


def draft_name(connection: sqlite3.Connection, event: int, person: int, name: str, stamp: Stamp) -> Change:
    """A change that tells a person of one event's article apart from others of the same name.

    Raises:
        KeyError: the article has no such person.
        ValueProblem: that is no name.
    """
    article = _article_of(connection, Kind.EVENT, event)
    assert article is not None
    rows = connection.execute(
        "SELECT local FROM article_person LEFT JOIN person_entry ON person_entry.person = article_person.person"
        " WHERE article = ? AND coalesce(person_entry.main, article_person.person) = ?",
        (article, person),
    )
    (local,) = row_of(rows, person)
    extracted = found_extraction(connection, article)
    namesake = _by_id(extracted.people, local) or _by_id(load_extraction(connection, article).people, local)
    assert namesake
    target = Target(Kind.PERSON, extracted.article.id, None, namesake.name)
    return _change(stamp, What.NAME, target, checked(What.NAME, name), namesake.name, _extractor(connection, article))


def _change(stamp: Stamp, what: What, target: Target, value: Value, extracted: Value, extractor: str | None) -> Change:
    """The change as it will be read again.

    Raises:
        ValueProblem: it can't be written down, as where the evidence is longer than any change may quote.
    """
    who = clean_line(stamp.who)[:LONGEST_LINE] if stamp.who else None
    who = None if who == AUTOMATIC else who  # else it would be one of those that nobody made
    try:
        return settled(
            Change(
                id=stamp.id,
                made=stamp.made,
                who=who,
                what=what,
                target=target,
                value=value,
                found=extracted,
                extractor=extractor,
            )
        )
    except ChangeError as error:
        raise ValueProblem(str(error)) from None


def _check_known(connection: sqlite3.Connection, name: str) -> None:
    if not connection.execute("SELECT 1 FROM person WHERE key = ?", (name_key(name),)).fetchone():
        raise ValueProblem(f"There is nobody called {name} here.")


def _article_of(connection: sqlite3.Connection, kind: Kind, thing: int) -> int | None:
    match kind:
        case Kind.PERSON:
            return None
        case Kind.ARTICLE:
            return thing
        case _:
            rows = connection.execute(f"SELECT article FROM {kind} WHERE id = ?", (thing,))
            article: int = row_of(rows, thing)[0]
            return article


def _extractor(connection: sqlite3.Connection, article: int) -> str | None:
    row = connection.execute("SELECT extractor FROM article WHERE id = ?", (article,)).fetchone()
    return row[0] if row else None


def _by_id(items: Iterable[T], local: str) -> T | None:
    return next((item for item in items if item.id == local), None)


def _two(connection: sqlite3.Connection, kind: Kind, thing: int) -> tuple[str, Extraction, Extraction]:
    """The local id, what was found in its article, and what that is with the changes."""
    article, local = connection.execute(f"SELECT article, local FROM {kind} WHERE id = ?", (thing,)).fetchone()
    return local, found_extraction(connection, article), load_extraction(connection, article)


def _event(connection: sqlite3.Connection, thing: int, what: What, _: Stamp) -> tuple[Target, Value]:
    local, extracted, now = _two(connection, Kind.EVENT, thing)
    event = _by_id(extracted.events, local)
    if event is None:  # added by hand: nothing was found
        by_hand = _by_id(now.events, local)
        assert by_hand
        return event_target(extracted.article.id, by_hand, extracted.article.text), None
    values: dict[What, Value] = {What.DATE: event.when.edtf if event.when else None, What.TITLE: event.title}
    return event_target(extracted.article.id, event, extracted.article.text), values.get(what)


def _quote(connection: sqlite3.Connection, thing: int, what: What, _: Stamp) -> tuple[Target, Value]:
    local, extracted, now = _two(connection, Kind.QUOTE, thing)
    quote = _by_id(extracted.quotes, local) or _by_id(now.quotes, local)
    assert quote
    speaker = _by_id(extracted.people, quote.speaker) if quote.speaker else None
    values: dict[What, Value] = {What.KIND: str(quote.kind), What.SPEAKER: speaker.name if speaker else None}
    return quote_target(extracted.article.id, quote), values.get(what)


def _person(connection: sqlite3.Connection, thing: int, what: What, _: Stamp) -> tuple[Target, Value]:
    (name,) = row_of(connection.execute("SELECT name FROM person WHERE id = ?", (thing,)), thing)
    return Target(Kind.PERSON, None, None, name_key(name)), name if what is What.NAME else None


def _article(connection: sqlite3.Connection, thing: int, what: What, stamp: Stamp) -> tuple[Target, Value]:
    key, title = row_of(connection.execute("SELECT key, title FROM article WHERE id = ?", (thing,)), thing)
    return Target(Kind.ARTICLE, key, None, stamp.id if what is What.EVENT else title), None


_PLACES = {Kind.EVENT: _event, Kind.QUOTE: _quote, Kind.PERSON: _person, Kind.ARTICLE: _article}
