"""What the tables will have of an article, worked out before the library gives its numbers.

It needs no library, so other processes do it while the one writer writes; what travels is plain and cheap to pickle.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from newstimeline.changes.application import Applied
from newstimeline.library.event_columns import OPEN_END, OPEN_START
from newstimeline.library.event_identity import Identity, fresh_identities
from newstimeline.library.fingerprint import fingerprint
from newstimeline.library.text_similarity import traits
from newstimeline.model import HEADLINE, Article, Event, Extraction, Mention, Span

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """The rows of one article, without its number and those of its quotes, events and names."""

    article: Mapping[str, object]
    """Columns of the table `article`."""
    people: tuple[tuple[str, int, str, str, str | None], ...]
    """Local id, place in the list, name, roles, extra."""
    places: tuple[tuple[str, int, str, str | None], ...]
    """Local id, place in the list, name, extra."""
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
        people=tuple(
            (one.id, n, one.name, _json_of(one.roles), _extra(one.extra)) for n, one in enumerate(extraction.people)
        ),
        places=tuple((one.id, n, one.name, _extra(one.extra)) for n, one in enumerate(extraction.places)),
        of_article={
            "person_mention": _mentions((one.id, one.mentions) for one in extraction.people),
            "place_mention": _mentions((one.id, one.mentions) for one in extraction.places),
            "time_expression": _times(extraction),
        },
        quotes=_quotes(extraction),
        events=tuple(_event(n, event) for n, event in enumerate(events)),
        identities=fresh_identities(extraction),
        event_members={
            "event_person": tuple((n, i, local) for n, one in enumerate(events) for i, local in enumerate(one.people)),
            "event_place": tuple((n, i, local) for n, one in enumerate(events) for i, local in enumerate(one.places)),
        },
        unextracted=extraction.article.unextracted,
        is_headline_only=not extraction.article.unextracted and [event.id for event in events] == [HEADLINE],
        traits=_traits(extraction.article),
        event_quotes=tuple((n, i, quotes[local]) for n, one in enumerate(events) for i, local in enumerate(one.quotes)),
    )


def prepare_changed(applied: Applied, found: Extraction, extractor: str | None) -> Prepared:
    """The same of an article with a reader's changes: its events keep the identity of what was found."""
    prepared = prepare(applied.extraction, extractor)
    known = {event.id: one for event, one in zip(applied.base.events, fresh_identities(applied.base), strict=True)}
    return replace(
        prepared,
        article={**prepared.article, "findings": fingerprint(found)},
        identities=tuple(known[event.id] for event in applied.extraction.events),
    )


def _article(extraction: Extraction, extractor: str | None) -> Mapping[str, object]:
    article = extraction.article
    return {
        "key": article.id,
        "title": article.title,
        "published": article.published.edtf if article.published else None,
        "source": article.source,
        "url": article.url,
        "path": article.path,
        "text": article.text,
        "findings": fingerprint(extraction),
        "extractor": extractor,
        "extra": _extra(article.stored_extra),
        "more": _extra(extraction.extra),
    }


def _traits(article: Article) -> tuple[int, ...]:
    published = article.published.edtf if article.published else None
    return traits(article.url, article.path, article.title, published, article.text)


def _extra(extra: Mapping[str, object]) -> str | None:
    return json.dumps(extra, ensure_ascii=False) if extra else None


@lru_cache(maxsize=4096)
def _json_of(texts: tuple[str, ...]) -> str:
    return json.dumps(texts, ensure_ascii=False)


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _mentions(named: Iterable[tuple[str, tuple[Mention, ...]]]) -> tuple[Row, ...]:
    return tuple(
        (local, n, mention.span.start, mention.span.end, mention.kind.value)
        for local, mentions in named
        for n, mention in enumerate(mentions)
    )


def _times(extraction: Extraction) -> tuple[Row, ...]:
    return tuple(
        (
            time.id,
            n,
            *_ends(time.span),
            time.text,
            time.type,
            time.value,
            time.when.edtf if time.when else None,
            time.anchor.edtf if time.anchor else None,
            _extra(time.extra),
        )
        for n, time in enumerate(extraction.times)
    )


def _quotes(extraction: Extraction) -> tuple[Row, ...]:
    return tuple(
        (
            quote.id,
            n,
            quote.kind.value,
            quote.text,
            f"[{', '.join(f'[{span.start}, {span.end}]' for span in quote.spans)}]",
            *_ends(quote.cue),
            *_ends(quote.source),
            quote.speaker,
            quote.when.edtf if quote.when else None,
            _extra(quote.extra),
        )
        for n, quote in enumerate(extraction.quotes)
    )


def _event(n: int, event: Event) -> Row:
    when = event.when
    return (
        event.id,
        n,
        event.title,
        when.edtf if when else None,
        when.start if when else None,
        when.end if when else None,
        OPEN_START * when.open_start + OPEN_END * when.open_end if when else 0,
        event.basis.value if event.basis else None,
        event.time,
        *_ends(event.evidence),
        _extra(event.extra),
    )
