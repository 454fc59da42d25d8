"""Which events a query means, as a mask over the library's event ids."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import reduce

from newstimeline.arrays import UNDATED, Bytes, Ints, Mask, np
from newstimeline.library.annotated_events import events_with_own, tagged_events
from newstimeline.library.event_columns import BASES, KIND_BITS, OPEN_END, OPEN_START, Columns, Members
from newstimeline.library.misspelt import near_names, near_words
from newstimeline.library.search_terms import words_of
from newstimeline.library.word_index import COLUMNS_OF, MEMBERS_OF, events_with, names_with
from newstimeline.query import (
    All,
    Any,
    AsOf,
    Clock,
    Everything,
    HasDate,
    HasQuote,
    InTime,
    IsOwn,
    NameScope,
    Near,
    Not,
    OfBasis,
    OfKind,
    Query,
    Relation,
    Tagged,
    Words,
)


class Matcher:
    """Matches queries against the events of one moment of a library."""

    def __init__(
        self, connection: sqlite3.Connection, columns: Columns, members: Callable[[str], Members], clock: Clock
    ) -> None:
        """`clock` is what times in a query refer to unless they say otherwise."""
        self._db = connection
        self._columns = columns
        self._members = members
        self._clock = clock

    def match(self, query: Query) -> Mask:
        """Return True for each event, by id, that the query means; what it says of ids without an event is void."""
        columns = self._columns
        match query:
            case Everything():
                return np.ones(columns.top + 1, dtype=np.bool_)
            case Words():
                return self._words(query)
            case Near():
                return self._near(query)
            case InTime():
                return self._in_time(query)
            case AsOf(when):
                return np.asarray(columns.reported_end <= when.end)[columns.article]
            case OfBasis(basis):
                return np.equal(columns.basis, BASES.index(basis))
            case HasDate():
                return np.not_equal(columns.start, UNDATED)
            case HasQuote():
                return np.not_equal(columns.kinds, 0)
            case OfKind(kind):
                return np.bitwise_and(columns.kinds, KIND_BITS[kind]).astype(np.bool_)
            case IsOwn(own):
                return self._ids_mask(events_with_own(self._db, own))
            case Tagged(tag):
                return self._ids_mask(tagged_events(self._db, tag))
            case Not(inner):
                return ~self.match(inner)
            case All(parts):
                return reduce(np.logical_and, map(self.match, parts))
            case Any(parts):
                return reduce(np.logical_or, map(self.match, parts))

    def _ids_mask(self, ids: tuple[Ints, bool]) -> Mask:
        some, are_meant = ids
        mask = np.full(self._columns.top + 1, not are_meant, dtype=np.bool_)
        mask[some[some <= self._columns.top]] = are_meant
        return mask

    def _words(self, query: Words) -> Mask:
        if query.scope in COLUMNS_OF:
            return events_with(self._db, query.scope, query.text, prefix=query.prefix, top=self._columns.top)
        return self._with_names(query.scope, names_with(self._db, query.scope, query.text, prefix=query.prefix))

    def _near(self, query: Near) -> Mask:
        """The events that have something near to each term of the text."""
        in_names = query.scope not in COLUMNS_OF
        terms = words_of(query.text)
        masks = [
            self._with_names(query.scope, near_names(self._db, query.scope, term))
            if in_names
            else self._near_word(query.scope, term)
            for term in terms
        ]
        return reduce(np.logical_and, masks, np.ones(self._columns.top + 1, dtype=np.bool_))

    def _near_word(self, scope: NameScope, term: str) -> Mask:
        top = self._columns.top
        masks = [events_with(self._db, scope, word, prefix=False, top=top) for word in near_words(self._db, term)]
        return reduce(np.logical_or, masks, np.zeros(top + 1, dtype=np.bool_))

    def _with_names(self, scope: NameScope, names: Ints) -> Mask:
        """The events that have one of some people, places or outlets."""
        if scope is NameScope.SOURCE:
            return np.isin(self._columns.source, names)[self._columns.article]
        return self._members(MEMBERS_OF[scope]).mask_of(names)

    def _in_time(self, query: InTime) -> Mask:
        columns = self._columns
        if (query.clock or self._clock) is Clock.HAPPENED:
            return _in_time(query, columns.start, columns.end, columns.open)
        closed = np.zeros(len(columns.reported), dtype=np.int8)
        return _in_time(query, columns.reported, columns.reported_end, closed)[columns.article]


def _in_time(query: InTime, starts: Ints, ends: Ints, opens: Bytes) -> Mask:
    """Which dates lie to that of the query as it asks; what has no date never does.

    "Since 2005" is not in 2010, though it may have lasted: only a query that is open at the same end asks for it.
    """
    when = query.when
    may_last, may_have_begun = (opens & OPEN_END) > 0, (opens & OPEN_START) > 0
    not_before = (ends > when.start) | may_last | when.open_start
    not_after = (starts < when.end) | may_have_begun | when.open_end
    match query.relation:
        case Relation.WITHIN:
            overlaps = ((ends > when.start) | when.open_start) & ((starts < when.end) | when.open_end)
            mask = overlaps | (may_last & when.open_end) | (may_have_begun & when.open_start)
        case Relation.BEFORE:
            mask = ~not_before
        case Relation.AFTER:
            mask = ~not_after
    return np.asarray(mask & (starts != UNDATED), dtype=np.bool_)
