"""Which events a reader has made something of."""

from __future__ import annotations

import sqlite3

from newstimeline.arrays import Ints, np
from newstimeline.changes.change import CORRECTIONS
from newstimeline.name_keys import folded
from newstimeline.query import Own
from newstimeline.terms import Status

_OF_EVENTS = "SELECT thing FROM placed_change WHERE kind = 'event' AND thing IS NOT NULL AND "
_OF_QUOTES = (
    "SELECT event_quote.event FROM placed_change JOIN event_quote ON event_quote.quote = placed_change.thing"
    " WHERE kind = 'quote' AND "
)
_OF_ARTICLES = (
    "SELECT event.id FROM placed_change JOIN event ON event.article = placed_change.thing WHERE kind = 'article' AND "
)
_NOTED = "what = 'note' AND value <> ''"
_CORRECTED = f"what IN ({', '.join(repr(str(what)) for what in sorted(CORRECTIONS))})"
_SQL = {
    Own.MARKED: f"{_OF_EVENTS} what = 'mark' AND value IS NOT NULL",
    Own.NOTED: " UNION ".join(f"{of} {_NOTED}" for of in (_OF_EVENTS, _OF_QUOTES, _OF_ARTICLES)),
    Own.CORRECTED: f"{_OF_EVENTS} {_CORRECTED} UNION {_OF_QUOTES} {_CORRECTED}",
    Own.UNREVIEWED: f"{_OF_EVENTS} what = 'status' AND value IS NOT NULL",
    **{Own(status.value): f"{_OF_EVENTS} what = 'status' AND value = '{status}'" for status in Status},
}
"""The events; for UNREVIEWED all the others."""


def events_with_own(connection: sqlite3.Connection, own: Own) -> tuple[Ints, bool]:
    """Events of which a reader has made something, and whether they or all the others are meant."""
    return _ids(connection.execute(_SQL[own])), own is not Own.UNREVIEWED


def tagged_events(connection: sqlite3.Connection, tag: str) -> tuple[Ints, bool]:
    """The same for events with a tag that begins so."""
    begun = folded(tag.lstrip("#"))
    rows = connection.execute(
        "SELECT thing, value FROM placed_change WHERE kind = 'event' AND thing IS NOT NULL AND what = 'tags'"
    )
    having = [event for event, tags in rows if f" {begun}" in f" {folded(tags or '')}"]
    return np.array(having, dtype=np.int64), True


def _ids(rows: sqlite3.Cursor) -> Ints:
    return np.array([row[0] for row in rows], dtype=np.int64)
