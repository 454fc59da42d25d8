"""What the tables will have of an article, worked out before the library gives its numbers.

It needs no library, so other processes do it while the one writer writes; what travels is plain and cheap to pickle.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from newstimeline.changes.application import Applied
from newstimeline.library.event_identity import Identity, fresh_identities
from newstimeline.library.finding_tables import (
    ARTICLES,
    EVENTS,
    PEOPLE,
    PERSON_MENTIONS,
    PLACES,
    QUOTES,
    TIMES,
    Row,
    extra_json,
    moments,
)
from newstimeline.library.fingerprint import fingerprint
from newstimeline.library.text_similarity import traits
from newstimeline.model import HEADLINE, Article, Extraction, Person, Place


@dataclass(frozen=True, slots=True)
class Prepared:
    """The rows of one article, without its number and those of its quotes, events and names."""

    article: Mapping[str, object]
    """Columns of the table `article`."""
    people: tuple[Row, ...]
    """Rows that lack the article's number and the person's; see `FindingTable.rows`."""
    places: tuple[Row, ...]
    """Rows that lack the article's number and the place's."""
    of_article: Mapping[str, tuple[Row, ...]]
    """Rows of tables that lack nothing but the article's number, which comes first."""
    quotes: tuple[Row, ...]
    """Rows that lack the quote's number and the article's."""
    events: tuple[Row, ...]
    """Rows that lack the event's number, its uid and the article's number."""
    identities: tuple[Identity, ...]
    """Of the events."""
    event_members: Mapping[str, tuple[tuple[int, int, str], ...]]
    """Of `event_person` and `event_place`: which event of the article, place in its list, local id."""
    event_quotes: tuple[tuple[int, int, int], ...]
    """Which event of the article, place in its list, which quote of the article."""
    unextracted: str | None = None
    """The language of the article, by its code, if the model can't read it."""
    is_headline_only: bool = False
    """Whether nothing was found in it, though the model can read it."""
    traits: tuple[int, ...] = ()
    """Of the article, by which the library finds the same one; see `likeness.traits`."""

    @property
    def key(self) -> str:
        """The article's identity."""
        return str(self.article["key"])

    @property
    def place(self) -> str:
        """Where it came from, for a report."""
        return str(self.article["path"] or self.article["title"])

    @property
    def findings(self) -> str:
        """The fingerprint of what was found."""
        return str(self.article["findings"])


def prepare(extraction: Extraction, extractor: str | None = None) -> Prepared:
    """Make an extraction ready to be put in; `extractor` is what made it, if it was this program."""
    quotes = {quote.id: n for n, quote in enumerate(extraction.quotes)}
    events = extraction.events
    return Prepared(
        article=_article(extraction, extractor),
        people=PEOPLE.rows(extraction.people),
        places=PLACES.rows(extraction.places),
        of_article={
            "person_mention": _mentions(extraction.people),
            "place_mention": _mentions(extraction.places),
            "time_expression": TIMES.rows(extraction.times),
        },
        quotes=QUOTES.rows(extraction.quotes),
        events=tuple((*row, *moments(event.when)) for row, event in zip(EVENTS.rows(events), events, strict=True)),
        identities=fresh_identities(extraction),
        event_members={
            "event_person": tuple(
                (n, i, local) for n, event in enumerate(events) for i, local in enumerate(event.people)
            ),
            "event_place": tuple(
                (n, i, local) for n, event in enumerate(events) for i, local in enumerate(event.places)
            ),
        },
        unextracted=extraction.article.unextracted,
        is_headline_only=not extraction.article.unextracted and [event.id for event in events] == [HEADLINE],
        traits=_traits(extraction.article),
        event_quotes=tuple(
            (n, i, quotes[local]) for n, event in enumerate(events) for i, local in enumerate(event.quotes)
        ),
    )


def prepare_changed(applied: Applied, extracted: Extraction, extractor: str | None) -> Prepared:
    """The same of an article with a reader's changes: its events keep the identity of what was found."""
    prepared = prepare(applied.extraction, extractor)
    known = {
        event.id: identity for event, identity in zip(applied.base.events, fresh_identities(applied.base), strict=True)
    }
    return replace(
        prepared,
        article={**prepared.article, "findings": fingerprint(extracted)},
        identities=tuple(known[event.id] for event in applied.extraction.events),
    )


def _article(extraction: Extraction, extractor: str | None) -> Mapping[str, object]:
    article = extraction.article
    return {
        **dict(zip(ARTICLES.names, ARTICLES.row(article), strict=True)),
        "findings": fingerprint(extraction),
        "extractor": extractor,
        "extra": extra_json(article.stored_extra),
        "more": extra_json(extraction.extra),
    }


def _traits(article: Article) -> tuple[int, ...]:
    published = article.published.edtf if article.published else None
    return traits(article.url, article.path, article.title, published, article.text)


def _mentions(named: Iterable[Person | Place]) -> tuple[Row, ...]:
    row = PERSON_MENTIONS.row
    return tuple([row(mention, thing.id, n) for thing in named for n, mention in enumerate(thing.mentions)])
