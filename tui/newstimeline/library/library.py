"""Asking the library for everything there is to say of its events, and of who and what is in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

# What `EventQueries` imports only when it needs it is loaded here at once: no thread of a browser shall have to.
import newstimeline.library.query_masks
import newstimeline.library.writable_library  # noqa: F401
from newstimeline.arrays import Ints, Positions, Shorts, np
from newstimeline.library import details
from newstimeline.library.annotated_extraction import outgoing_extraction
from newstimeline.library.annotations import OwnWork
from newstimeline.library.article_fingerprints import Standing, standings
from newstimeline.library.errors import understood
from newstimeline.library.event_columns import Columns, Members
from newstimeline.library.event_queries import EventQueries
from newstimeline.library.event_queries import Known as Known
from newstimeline.library.integrity import integrity_problems
from newstimeline.library.matches import Matches
from newstimeline.library.misspelt import names_near
from newstimeline.library.origins import versions_of
from newstimeline.library.profiles import most, outlets, record
from newstimeline.library.stored_extraction import load_extraction
from newstimeline.library.views import ArticleInfo, Counted, EventDetail, Facets, Profile, QuoteAt, Version
from newstimeline.library.word_index import MEMBERS_OF, NAME_TABLES, names_with
from newstimeline.model import Extraction, Span
from newstimeline.query import NameScope, Suggestion, suggestions
from newstimeline.when import When, parse

EVERY_NAME = 2**31
"""More people, places or outlets than a library has: as a number of them, all."""


class Library(EventQueries):
    """A library open for reading. One thread at a time.

    Whatever is asked of it may raise `LibraryError`: the file can't be read. What is asked of one thing by its number
    raises `KeyError` where the library has none with that number.
    """

    def __init__(self, path: Path, known: Known | None = None) -> None:
        """Open the library; `known` is what another one of the same file has in memory.

        Raises:
            LibraryError: there is none, or it can't be read.
        """
        super().__init__(path, known)
        self.own = OwnWork(path, self._connection)

    # Of all the events that a query means

    def facets(self, matches: Matches, most_each: int = 20) -> Facets:
        """Who, where and which outlets are most present among found events; empty when they are out of date."""
        with self._moment() as columns:
            if columns is not matches.columns:
                return Facets((), (), ())
            mask = matches.mask
            return Facets(
                most(self._connection, "person", self._members_of("people").count(mask), most_each),
                most(self._connection, "place", self._members_of("places").count(mask), most_each),
                most(self._connection, "source", outlets(columns, mask & columns.exists), most_each),
            )

    def lanes(self, matches: Matches, scope: NameScope, members: Sequence[int]) -> tuple[Ints, Positions]:
        """Which of some people, speakers, places or outlets is part of which found event.

        Returns their places in `members` and the positions of the events, both empty when `matches` is out of date."""
        with self._moment() as columns:
            if columns is not matches.columns:
                return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
            if scope is NameScope.SOURCE:
                each = columns.source[columns.article]
                having = Members(np.arange(len(each) + 1, dtype=np.int32), each)
            else:
                having = self._members_of(MEMBERS_OF[scope])
            lanes, owners = having.lanes(members, matches.mask & columns.exists)
            return lanes, matches.timed.positions_of(owners)

    def names_begun(self, scope: NameScope, begun: str, how_many: int) -> list[Counted]:
        """People, speakers, places or outlets with a word that begins so, by the number of their events."""
        with self._moment() as columns:
            is_named = any(ch.isalnum() for ch in begun)
            those = names_with(self._connection, scope, begun, prefix=True) if is_named else None
            return self._most_present(columns, scope, those, how_many)

    def names_near(self, scope: NameScope, name: str, how_many: int) -> list[Counted]:
        """The same with words that are spelt nearly as those of a name."""
        with self._moment() as columns:
            return self._most_present(columns, scope, names_near(self._connection, scope, name), how_many)

    def _most_present(self, columns: Columns, scope: NameScope, those: Ints | None, how_many: int) -> list[Counted]:
        """Those with some ids, or all, by the number of their events."""
        if scope is NameScope.SOURCE:
            totals = outlets(columns, columns.exists)
        else:
            totals = self._members_of(MEMBERS_OF[scope]).totals.copy()
        if those is not None:
            totals[np.isin(np.arange(len(totals)), those, invert=True)] = 0
        return list(most(self._connection, NAME_TABLES[scope], totals, how_many))

    def suggestions(self, query: str, cursor: int, most: int = 8) -> list[Suggestion]:
        """What could stand at the cursor of a query: fields, values, and names by the number of their events."""

        def names_begun(scope: NameScope, begun: str, how_many: int) -> list[tuple[str, int]]:
            return [(counted.name, counted.events) for counted in self.names_begun(scope, begun, how_many)]

        return suggestions(query, cursor, names_begun, most)

    def events_of_people(self, matches: Matches) -> Ints:
        """Of how many found events each person is part, by the library's id; empty when `matches` is out of date."""
        with self._moment() as columns:
            if columns is not matches.columns:
                return np.empty(0, dtype=np.int64)
            return self._members_of("people").count(matches.mask)

    def record(self, scope: NameScope, id_: int) -> Profile:
        """All that the library knows of a person, a place or an outlet."""
        with self._moment() as columns:
            members = {of: self._members_of(kind) for of, kind in MEMBERS_OF.items()}
            return record(self._connection, scope, id_, columns, members)

    def quotes(self, events: Sequence[int] | Shorts, person: int | None = None) -> list[QuoteAt]:
        """What is said at some events, or only by a person, in the order of the events."""
        with understood(self.path):
            return details.quotes_at(self._connection, [int(event) for event in events], person)

    # Of single events and articles

    def totals(self) -> dict[str, int]:
        """How many articles, events, quotes and people the library holds."""
        with understood(self.path):
            return {
                table: self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("article", "event", "quote", "person")
            }

    def latest_publication(self) -> When | None:
        """When the latest article was published."""
        with self._moment() as columns:
            dated = np.flatnonzero(columns.reported_end < np.iinfo(np.int64).max)
            if not len(dated):
                return None
            latest = int(dated[np.argmax(columns.reported_end[dated])])
            row = self._connection.execute("SELECT published FROM article WHERE id = ?", (latest,)).fetchone()
            return parse(row[0])

    def detail(self, event: int) -> EventDetail:
        """Everything about one event."""
        with understood(self.path):
            return details.event_detail(self._connection, event)

    def uid_of(self, event: int) -> str | None:
        """The name of an event that is the same in every library."""
        with understood(self.path):
            row = self._connection.execute("SELECT uid FROM event WHERE id = ?", (event,)).fetchone()
            return row[0] if row else None

    def event_of(self, uid: str) -> int | None:
        """The event with such a name."""
        if not uid.isascii():  # typed, perhaps as bytes that are no text and can't be asked for
            return None
        with understood(self.path):
            row = self._connection.execute("SELECT id FROM event WHERE uid = ?", (uid,)).fetchone()
            return row[0] if row else None

    def article_info(self, article: int) -> ArticleInfo:
        """An article without its text, by the library's number."""
        with understood(self.path):
            return details.article_info(self._connection, article)

    def articles(self, matches: Matches, *, whole: bool) -> list[tuple[int, int]]:
        """The articles of found events by their dates of publication, each with how many of these it has.

        A `whole` library has those without events as well."""
        with self._moment() as columns:
            counts = np.bincount(columns.article[matches.ids()], minlength=len(columns.reported))
            numbers = np.array(self.article_numbers()) if whole else np.flatnonzero(counts)
            ordered = numbers[np.lexsort((numbers, columns.reported[numbers]))] if len(numbers) else numbers
            return [(int(number), int(counts[number])) for number in ordered]

    def standings(self) -> dict[int, Standing]:
        """All articles by their numbers, to be compared with those of another library."""
        with understood(self.path):
            return standings(self._connection)

    def article_numbers(self) -> list[int]:
        """The library's numbers of its articles, in the order of their arrival."""
        with understood(self.path):
            return [row[0] for row in self._connection.execute("SELECT id FROM article ORDER BY id")]

    def text(self, article: int) -> str | None:
        """The text of an article, where the library has it."""
        with understood(self.path):
            row = self._connection.execute("SELECT text FROM article WHERE id = ?", (article,)).fetchone()
            return row[0] if row else None

    def words(self, article: int, span: Span | None) -> str | None:
        """What stands in a stretch of an article, as one line; None where the library has no text."""
        text = self.text(article) if span else None
        return " ".join(span.of(text).split()) if span and text else None

    def outgoing(self, article: int, events: Collection[int] | None = None) -> Extraction:
        """An article as it leaves the library, with what readers made of it; of its events only some, where named."""
        with understood(self.path):
            return outgoing_extraction(self._connection, article, events)

    def extraction(self, article: int) -> Extraction:
        """An article with everything found in it."""
        with understood(self.path):
            return load_extraction(self._connection, article)

    def versions(self, article: int) -> tuple[Version, ...]:
        """The other texts of an article, the newest first: what it was before, and how it stands elsewhere."""
        with understood(self.path):
            return versions_of(self._connection, article)

    def integrity(self) -> list[str]:
        """What is wrong with the file; empty when all is well."""
        with understood(self.path):
            return integrity_problems(self._connection)
