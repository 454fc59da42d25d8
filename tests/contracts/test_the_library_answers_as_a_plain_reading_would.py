"""Random small libraries, settled as a million events are, asked random queries; see tests/support/oracle.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstimeline.article_identity import article_id
from newstimeline.library.article_store import Added
from newstimeline.library.index_build import USUAL_SIZES, Sizes
from newstimeline.library.library import Library
from newstimeline.library.views import Counted
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Extraction, Person, Place, Quote, Span
from newstimeline.query import (
    All,
    Any,
    AsOf,
    Clock,
    Everything,
    HasDate,
    HasQuote,
    InTime,
    NameScope,
    Near,
    Not,
    OfBasis,
    OfKind,
    Query,
    Relation,
    Words,
)
from newstimeline.terms import Basis, QuoteKind
from support.oracle import Told, counted, folded, found, sources, tokens_of
from unit.builders import SMALL_SIZES, SOME_DATES, article, event, when

VOCABULARY = (
    "Café cafe CAFÉ cafés cafe\u0301 harbour harbours Ångström мост МОСТ O’Hara vice-mayor 2025 20 Ну́ a harbuor".split()
)
OTHER_SCRIPTS = (
    "首相 高市早苗、首相 首 相会談 2025年 バス ﾊﾟｽ ハ㌧ ﬁre ＦＩＲＥ Ⅳ ① straße STRASSE ẞ İnci ınci ΣΊΣ σις"
    " 한국 한국 한 محمد ﻣﺤﻤﺪ محمّد שָׁלוֹם กรุงเทพ ที่ ນະ ភ្នំ မြန် हिन्दी हिंदी 𠮷野 infla\xadtion ½ a〆b 々"
).split()

some_words = (
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=4).map(" ".join)
    | st.lists(st.sampled_from([*OTHER_SCRIPTS, *OTHER_SCRIPTS, *"、・ (a2"]), min_size=1, max_size=5).map("".join)
).filter(tokens_of)
some_names = some_words.filter(lambda name: "a" not in name.split())
"""Without what reads as a middle initial, by which a library joins people of different articles."""
some_whens = st.sampled_from(SOME_DATES).map(when)
some_dates = some_whens.filter(bool)
scopes = st.sampled_from(NameScope)
queries = st.recursive(
    st.builds(
        Words,
        text=st.one_of(
            some_words,
            st.sampled_from(
                [
                    "caf",
                    "harb",
                    "vice",
                    "o'h",
                    "мос",
                    "2",
                    "angs",
                    "c",
                    "h",
                    "首",
                    "相会",
                    "ﬁ",
                    "ｆｉ",
                    "กร",
                    "ス",
                    "ハ",
                    "한",
                    "हिन्",
                ]
            ),
        ),
        prefix=st.booleans(),
        scope=scopes,
    )
    | st.builds(Near, st.sampled_from([*VOCABULARY, *OTHER_SCRIPTS]), scopes)
    | st.builds(InTime, st.sampled_from(Relation), some_dates, st.none() | st.sampled_from(Clock))
    | st.builds(AsOf, some_dates)
    | st.builds(OfBasis, st.sampled_from(Basis))
    | st.builds(OfKind, st.sampled_from(QuoteKind))
    | st.sampled_from([HasQuote(), HasDate(), Everything()]),
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(All, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(Any, st.lists(inner, min_size=1, max_size=3).map(tuple))
    ),
    max_leaves=5,
)


@st.composite
def stories(draw: st.DrawFn) -> Extraction:
    text = draw(some_words)
    people = tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(draw(st.lists(some_names, max_size=3))))
    places = tuple(Place(id=f"l{n}", name=name) for n, name in enumerate(draw(st.lists(some_words, max_size=2))))
    speakers = st.sampled_from([None, *(person.id for person in people)])
    quotes = tuple(
        Quote(id=f"q{n}", kind=draw(st.sampled_from(QuoteKind)), text=words, speaker=draw(speakers))
        for n, words in enumerate(draw(st.lists(some_words, max_size=3)))
    )

    def some(ids: list[str]) -> list[str]:
        return draw(st.lists(st.sampled_from(ids), max_size=2, unique=True)) if ids else []

    events = tuple(
        replace(
            event(
                f"e{n}",
                title,
                basis=draw(st.none() | st.sampled_from(Basis)),
                people=some([person.id for person in people]),
                places=some([place.id for place in places]),
                quotes=some([quote.id for quote in quotes]),
                evidence=draw(st.sampled_from([None, Span(0, len(text)), Span(0, 4)])),
            ),
            when=draw(some_whens),
        )
        for n, title in enumerate(draw(st.lists(some_words, max_size=4)))
    )
    return Extraction(
        article=article(
            draw(some_words),
            text=text + "    ",
            source=draw(st.none() | some_words),
            published=draw(st.sampled_from([None, "2025-11-07", "2025-11", "2024", "2025-11-07T14:30"])),
        ),
        people=people,
        places=places,
        quotes=quotes,
        events=events,
    )


libraries = st.lists(stories(), max_size=6, unique_by=lambda e: e.article.id)
sizes = st.sampled_from([SMALL_SIZES, USUAL_SIZES, Sizes(chunk=3, small_chunk=1, common_share=0.1, order_behind=1)])


def filled(path: Path, parts: Sequence[Sequence[Extraction]], sizes: Sizes) -> Library:
    """A library that was added to as often as there are parts."""
    for part in parts:
        with LibraryWriter(path, sizes=sizes) as writer:
            for extraction in part:
                writer.add([(extraction, None)])
    return Library(path)


def events_of(library: Library, told: Sequence[Told]) -> list[int]:
    """The ids of events, found by article and place in it without asking what is tested."""
    rows = library._connection.execute(
        "SELECT article.key, event.local, event.id FROM event JOIN article ON article.id = event.article"
    )
    ids = {(key, local): id_ for key, local, id_ in rows}
    return [ids[one.extraction.article.id, one.event.id] for one in told]


def agrees(answer: Sequence[Counted], expected: dict[str, int]) -> bool:
    """Whether names have their counts, the most frequent first."""
    return {folded(one.name): one.events for one in answer} == expected and all(
        one.events >= other.events for one, other in pairwise(answer)
    )


@given(stories=libraries, cut=st.integers(0, 6), asked=st.lists(queries, min_size=1, max_size=6), sizes=sizes)
def test_a_query_finds_what_a_plain_reading_of_it_finds_and_in_its_order(
    tmp_path_factory: pytest.TempPathFactory, stories: list[Extraction], cut: int, asked: list[Query], sizes: Sizes
) -> None:
    path = tmp_path_factory.mktemp("library") / "library.db"
    with filled(path, [stories[:cut], stories[cut:]], sizes) as library:
        assert library.integrity() == []
        for query in asked:
            for clock in Clock:
                expected = found(stories, query, clock)
                answer = library.find(query, clock)
                assert answer.ids().tolist() == events_of(library, expected), (query, clock)
                assert answer.dated == sum(one.time(clock) is not None for one in expected)


@given(stories=libraries, query=queries, sizes=sizes)
def test_the_most_present_people_places_and_outlets_are_counted(
    tmp_path_factory: pytest.TempPathFactory, stories: list[Extraction], query: Query, sizes: Sizes
) -> None:
    with filled(tmp_path_factory.mktemp("library") / "library.db", [stories], sizes) as library:
        facets = library.facets(library.find(query))
        expected = found(stories, query, Clock.HAPPENED)
        assert agrees(facets.people, counted(one.people for one in expected))
        assert agrees(facets.places, counted(one.places for one in expected))
        assert agrees(facets.sources, sources(expected))


@given(stories=libraries, query=queries, sizes=sizes)
def test_lanes_have_the_events_of_each_person_place_and_outlet(
    tmp_path_factory: pytest.TempPathFactory, stories: list[Extraction], query: Query, sizes: Sizes
) -> None:
    with filled(tmp_path_factory.mktemp("library") / "library.db", [stories], sizes) as library:
        answer, expected = library.find(query), found(stories, query, Clock.HAPPENED)
        facets = library.facets(answer)
        lanes_of = {NameScope.PERSON: facets.people, NameScope.PLACE: facets.places, NameScope.SOURCE: facets.sources}
        for scope, names in lanes_of.items():
            lanes, positions = library.lanes(answer, scope, [name.id for name in names])
            for lane, name in enumerate(names):
                ids = answer.timed.ids[np.sort(positions[lanes == lane])].tolist()
                assert ids == events_of(
                    library, [one for one in expected if folded(name.name) in map(folded, one.texts(scope))]
                )


@given(stories=libraries, query=queries, clock=st.sampled_from(Clock), moment=some_dates)
def test_events_and_dates_have_their_places_among_the_found(
    tmp_path_factory: pytest.TempPathFactory, stories: list[Extraction], query: Query, clock: Clock, moment: object
) -> None:
    assert hasattr(moment, "start")
    with filled(tmp_path_factory.mktemp("library") / "library.db", [stories], SMALL_SIZES) as library:
        answer = library.find(query, clock)
        expected = found(stories, query, clock)
        every = found(stories, Everything(), clock)
        for one, id_ in zip(every, events_of(library, every), strict=True):
            assert answer.ordinal_of(id_) == (expected.index(one) if one in expected else None)
            earlier = [other for other in expected if other.key(clock) < one.key(clock)]
            later = [other for other in expected if other.key(clock) > one.key(clock)]
            place = every.index(one)
            assert answer.previous(place) == (every.index(earlier[-1]) if earlier else None)
            assert answer.next(place) == (every.index(later[0]) if later else None)
        begun = [time for one in expected if (time := one.time(clock)) and time.start < moment.start]
        assert answer.ordinal_at(moment.start) == len(begun)
        for first in range(len(expected) + 1):
            assert answer.ids(first, first + 2).tolist() == events_of(library, expected[first : first + 2])


def assert_answers_as_if_told(library: Library, now: list[Extraction], query: Query) -> None:
    """The library is whole, and finds and counts what a plain reading of the articles as they now are would."""
    assert library.integrity() == []
    for clock in Clock:
        assert library.find(query, clock).ids().tolist() == events_of(library, found(now, query, clock))
    assert agrees(
        library.facets(library.everything()).people,
        counted(one.people for one in found(now, Everything(), Clock.HAPPENED)),
    )


@given(stories=libraries, others=st.lists(stories(), max_size=4), sizes=sizes, query=queries)
def test_articles_that_are_read_again_are_found_as_they_are_now(
    tmp_path_factory: pytest.TempPathFactory,
    stories: list[Extraction],
    others: list[Extraction],
    sizes: Sizes,
    query: Query,
) -> None:
    path = tmp_path_factory.mktemp("library") / "library.db"
    again = [
        replace(other, article=replace(story.article, source=other.article.source, title=story.article.title))
        for story, other in zip(stories, others, strict=False)
    ]
    again = [_within(story, story.article.text or "") for story in again]
    filled(path, [stories], sizes).close()
    with LibraryWriter(path, sizes=sizes) as writer:
        for story in again:
            writer.add([(story, "newer rules")], again=True)
    now = again + stories[len(again) :]
    with Library(path) as library:
        assert_answers_as_if_told(library, now, query)
        with LibraryWriter(path, sizes=sizes) as writer:
            writer.rebuild()
        assert library.integrity() == []
        assert library.find(query).ids().tolist() == events_of(library, found(now, query, Clock.HAPPENED))


@given(stories=libraries, others=st.lists(stories(), max_size=4), sizes=sizes, query=queries)
def test_articles_that_have_changed_since_are_found_as_they_are_now(
    tmp_path_factory: pytest.TempPathFactory,
    stories: list[Extraction],
    others: list[Extraction],
    sizes: Sizes,
    query: Query,
) -> None:
    path = tmp_path_factory.mktemp("library") / "library.db"
    now = [_at(number, story) for number, story in enumerate(stories)]
    filled(path, [now], sizes).close()
    with LibraryWriter(path, sizes=sizes) as writer:
        for number, other in enumerate(others[: len(now)]):
            later = _at(number, other)
            (outcome,) = writer.add([(later, "rules")])
            now[number] = later if outcome is Added.CHANGED else now[number]
    with Library(path) as library:
        assert_answers_as_if_told(library, now, query)


def _at(number: int, story: Extraction) -> Extraction:
    """The story as it stands at an address, under a headline that stays."""
    told = story.article
    title, url = f"Story {number}", f"https://post.example/{number}"
    identity = article_id(title, told.published, f"{number} {told.text}")
    return replace(story, article=replace(told, id=identity, title=title, url=url))


def _within(story: Extraction, text: str) -> Extraction:
    """The extraction with its evidence inside another text."""
    span = Span(0, len(text)) if text else None
    return replace(story, events=tuple(replace(one, evidence=one.evidence and span) for one in story.events))


def test_a_reader_that_stays_open_sees_what_comes(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    stories = [
        Extraction(article=article(f"Story {n}"), events=(event(title=f"Ship {n}", date=f"2025-11-{n + 1:02}"),))
        for n in range(12)
    ]
    LibraryWriter(path, sizes=SMALL_SIZES).close()
    with Library(path) as library:
        for n, story in enumerate(reversed(stories)):
            with LibraryWriter(path, sizes=SMALL_SIZES) as writer:
                writer.add([(story, None)])
            titles = [row.title for row in library.rows(library.find(Words("ship", prefix=True)).ids())]
            assert titles == [f"Ship {m}" for m in range(11 - n, 12)]
            everything = library.everything()
            assert np.array_equal(everything.timed.positions_of(everything.ids()), np.arange(n + 1))
