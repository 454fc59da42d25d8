"""Small articles, events and extractions to test with, and hypothesis strategies for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from newstimeline.arrays import UNDATED
from newstimeline.article_identity import article_id
from newstimeline.library.event_columns import Timed
from newstimeline.library.index_build import USUAL_SIZES, Sizes
from newstimeline.library.library import Library
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Article, Event, Extraction, Mention, Person, Place, Quote, Span, TimeExpression
from newstimeline.terms import Basis, MentionKind, QuoteKind
from newstimeline.when import When, parse

TEXT = "Harbour opens\n\nOn Friday the mayor, Ada Quill, opened the harbour of Lindhaven. “It is done,” she said."


def when(edtf: str | None) -> When | None:
    return parse(edtf) if edtf else None


def article(
    title: str = "Harbour opens",
    *,
    text: str | None = TEXT,
    published: str | None = "2025-11-07",
    source: str | None = "The Lindhaven Post",
    url: str | None = None,
    path: str | None = None,
    extra: Mapping[str, object] | None = None,
) -> Article:
    date = when(published)
    return Article(
        id=article_id(title, date, text or ""),
        title=title,
        published=date,
        source=source,
        url=url,
        path=path,
        text=text,
        **Article.stored_fields(extra or {}),
    )


def event(
    id: str = "e1",
    title: str = "The mayor opens the harbour",
    date: str | None = "2025-11-07",
    *,
    basis: Basis | None = Basis.STATED,
    people: Sequence[str] = (),
    quotes: Sequence[str] = (),
    places: Sequence[str] = (),
    evidence: Span | None = None,
) -> Event:
    return Event(
        id=id,
        title=title,
        when=when(date),
        basis=basis,
        people=tuple(people),
        quotes=tuple(quotes),
        places=tuple(places),
        evidence=evidence,
    )


def dated_events(*dates: str | None, title: str = "Something happens", headline: str = "Harbour opens") -> Extraction:
    """An article with one event a date."""
    events = tuple(event(f"e{n}", f"{title} {n}", date) for n, date in enumerate(dates))
    return Extraction(article=article(headline), events=events)


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def harbour() -> Extraction:
    """An extraction with everything that one can have, also keys of another program."""
    return Extraction(
        article=article(url="https://post.example/harbour", path="harbour.txt", extra={"language": "en"}),
        times=(
            TimeExpression(
                id="t1",
                span=span_of("Friday"),
                text="Friday",
                type="DATE",
                value="2025-11-07",
                when=parse("2025-11-07"),
                anchor=parse("2025-11-08"),
                extra={"rule": 7},
            ),
            TimeExpression(id="t2", span=None, text="now", type="DATE", value="PRESENT_REF"),
        ),
        people=(
            Person(
                id="p1",
                name="Ada Quill",
                roles=("mayor", "engineer"),
                mentions=(
                    Mention(span_of("Ada Quill")),
                    Mention(span_of("the mayor"), MentionKind.NOMINAL),
                    Mention(span_of("she"), MentionKind.PRONOUN),
                ),
                extra={"wikidata": "Q1"},
            ),
        ),
        places=(
            Place(
                id="l1",
                name="Lindhaven",
                mentions=(Mention(span_of("Lindhaven")), Mention(span_of("the harbour"), MentionKind.NOMINAL)),
                extra={"lat": 54.5},
            ),
        ),
        quotes=(
            Quote(
                id="q1",
                kind=QuoteKind.DIRECT,
                text="It is done,",
                spans=(span_of("It is done,"),),
                cue=span_of("said"),
                source=span_of("she"),
                speaker="p1",
                when=parse("2025-11"),
                extra={"score": 0.5},
            ),
        ),
        events=(
            Event(
                id="e1",
                title="Ada Quill opens the harbour",
                when=parse("2025-11-07~"),
                basis=Basis.STATED,
                time="t1",
                evidence=span_of("On Friday the mayor, Ada Quill, opened the harbour of Lindhaven."),
                people=("p1",),
                quotes=("q1",),
                places=("l1",),
                extra={"kind": "opening"},
            ),
        ),
        extra={"generator": {"name": "elsewhere", "version": [1, 2]}},
    )


SMALL_SIZES = Sizes(chunk=4, small_chunk=2, common_share=0.3, order_behind=1)
"""With which a handful of events is settled as a million are."""


def stored(path: Path, *extractions: Extraction, sizes: Sizes = USUAL_SIZES) -> Library:
    """A library of the given extractions, open for reading."""
    with LibraryWriter(path, sizes=sizes) as writer:
        writer.add([(extraction, None) for extraction in extractions])
    return Library(path)


def titles_in_order(library: Library) -> list[str]:
    return [row.title for row in library.rows(library.everything().ids())]


LETTERS = "abcdeABCDE 0123,.;“”—éüñçßøİжш漢字\n\t🙂"
SOME_DATES = (
    None, "2025-11-07", "2025-11", "2025", "2025-11-07T14:30", "2025-08/2025-10", "2025-08/..", "../2025-08",
    "2025-11-07~", "1984?", "198X", "18XX", "-0043", "Y-12000", "2025-34", "2024-02-29",
)  # fmt: skip

whens = st.sampled_from(SOME_DATES).map(when)
words = st.text(LETTERS, max_size=12)
ids = st.text("pqe123", min_size=1, max_size=3)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=4,
)
extras = st.dictionaries(st.sampled_from(["x", "language", "näme"]), json_values, max_size=2)


@st.composite
def spans(draw: st.DrawFn, text: str | None) -> Span | None:
    """A stretch of the text, or none."""
    if not text or draw(st.booleans()):
        return None
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def mentions(draw: st.DrawFn, text: str | None) -> tuple[Mention, ...]:
    found = draw(st.lists(spans(text), max_size=3))
    return tuple(Mention(span, draw(st.sampled_from(MentionKind))) for span in found if span)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """A small extraction that hangs together."""
    text = draw(st.none() | st.text(LETTERS, max_size=40))

    def some_ids() -> list[str]:
        return draw(st.lists(ids, max_size=2, unique=True))

    times = tuple(
        TimeExpression(
            id=i,
            span=draw(spans(text)),
            text=draw(words),
            type=draw(st.sampled_from(["DATE", "TIME", "DURATION", "SET"])),
            value=draw(words),
            when=draw(whens),
            anchor=draw(whens),
            extra=draw(extras),
        )
        for i in some_ids()
    )
    people = tuple(
        Person(
            id=i,
            name=draw(words),
            roles=tuple(draw(st.lists(words, max_size=2))),
            mentions=draw(mentions(text)),
            extra=draw(extras),
        )
        for i in some_ids()
    )
    places = tuple(Place(id=i, name=draw(words), mentions=draw(mentions(text)), extra=draw(extras)) for i in some_ids())
    quotes = tuple(
        Quote(
            id=i,
            kind=draw(st.sampled_from(QuoteKind)),
            text=draw(words),
            spans=tuple(span for span in draw(st.lists(spans(text), max_size=2)) if span),
            cue=draw(spans(text)),
            source=draw(spans(text)),
            speaker=draw(st.sampled_from([None, *(p.id for p in people)])),
            when=draw(whens),
            extra=draw(extras),
        )
        for i in some_ids()
    )
    events = tuple(
        Event(
            id=i,
            title=draw(words),
            when=draw(whens),
            basis=draw(st.none() | st.sampled_from(Basis)),
            time=draw(st.sampled_from([None, *(t.id for t in times)])),
            evidence=draw(spans(text)),
            people=tuple(draw(st.lists(st.sampled_from([p.id for p in people]), max_size=3)) if people else ()),
            quotes=tuple(draw(st.lists(st.sampled_from([q.id for q in quotes]), max_size=3)) if quotes else ()),
            places=tuple(draw(st.lists(st.sampled_from([p.id for p in places]), max_size=3)) if places else ()),
            extra=draw(extras),
        )
        for i in some_ids()
    )
    title, published = draw(words), draw(whens)
    return Extraction(
        article=Article(
            id=article_id(title, published, text or ""),
            title=title,
            published=published,
            source=draw(st.none() | words),
            url=draw(st.none() | words),
            path=draw(st.none() | words),
            text=text,
            extra=draw(extras),
        ),
        times=times,
        people=people,
        places=places,
        quotes=quotes,
        events=events,
        extra=draw(extras),
    )


@st.composite
def dates_of_any_precision(draw: st.DrawFn) -> When:
    """A date between 3000 BC and the year 3000, and often one of a single story."""
    year = draw(st.integers(2020, 2025) | st.integers(-3000, 3000))
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 28))
    plain = f"{year:05}" if year < 0 else f"{year:04}"
    forms = [
        plain,
        f"{plain}-{month:02}",
        f"{plain}-{month:02}-{day:02}",
        f"{plain}-{month:02}-{day:02}T{draw(st.integers(0, 23)):02}:{draw(st.integers(0, 59)):02}",
        f"{plain}-34",
        f"{plain}-{month:02}-{day:02}/..",
        f"{plain}-{month:02}/{plain}-12",
        f"{plain[:-1]}X",
        f"{plain[:-2]}XX",
    ]
    return parse(draw(st.sampled_from(forms)))


def timed(dates: Sequence[When | None]) -> Timed:
    """Events with these dates, which stand in the order of the timeline."""
    starts = np.array([date.start if date else UNDATED for date in dates], dtype=np.int64)
    ends = np.array([date.end if date else UNDATED for date in dates], dtype=np.int64)
    return Timed(np.arange(len(dates), dtype=np.int32), starts, ends, None)


def place_in_time(date: When) -> tuple[int, int]:
    """The order of a timeline: by beginning, and what covers more time first."""
    return date.start, -date.end


def in_order(dates: Sequence[When]) -> list[When]:
    return sorted(dates, key=place_in_time)
