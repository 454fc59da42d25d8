"""Matching against an oracle in plain Python that knows nothing of the index."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstimeline.library import Library
from newstimeline.model import Basis, Event, Extraction, Person, Place, Quote, QuoteKind, Span
from newstimeline.query import (
    All,
    Any,
    Everything,
    HasDate,
    HasQuote,
    InTime,
    Not,
    OfBasis,
    OfKind,
    Query,
    Words,
    parse_query,
    person_filter,
)
from newstimeline.query.tree import Relation
from newstimeline.when import When
from unit.builders import SOME_DATES, article, dated_events, event, harbour, stored, when

VOCABULARY = (
    "Café cafe CAFÉ cafés cafe\u0301 harbour harbours Ångström мост МОСТ O’Hara vice-mayor 2025 20 Ну́ a".split()
)
COLUMNS = ("title", "evidence", "people", "places", "quotes", "speakers", "source", "headline")

some_words = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=4).map(" ".join)
some_whens = st.sampled_from(SOME_DATES).map(when)


def tokens_of(text: str) -> list[str]:
    plain = "".join(ch for ch in unicodedata.normalize("NFKD", text) if not unicodedata.combining(ch)).casefold()
    return "".join(ch if ch.isalnum() else " " for ch in plain).split()


def says(text: str, words: Words) -> bool:
    """Whether the words stand side by side in a text, the last one perhaps going on."""
    wanted, have = tokens_of(words.text), tokens_of(text)
    *whole, last = wanted
    for at in range(len(have) - len(wanted) + 1):
        found = have[at : at + len(wanted)]
        if found[:-1] == whole and (found[-1] == last or (words.prefix and found[-1].startswith(last))):
            return True
    return False


def texts_of(extraction: Extraction, event: Event) -> dict[str, list[str]]:
    names = {person.id: person.name for person in extraction.people}
    quotes = [quote for quote in extraction.quotes if quote.id in event.quotes]
    return {
        "title": [event.title],
        "evidence": [event.evidence.of(extraction.article.text or "")] if event.evidence else [],
        "people": [names[i] for i in event.people],
        "places": [place.name for place in extraction.places if place.id in event.places],
        "quotes": [quote.text for quote in quotes],
        "speakers": [names[quote.speaker] for quote in quotes if quote.speaker],
        "source": [extraction.article.source or ""],
        "headline": [extraction.article.title],
    }


def in_time(event: When | None, query: InTime) -> bool:
    if event is None:
        return False
    asked = query.when
    before = not asked.open_start and not event.open_end and event.end <= asked.start
    after = not asked.open_end and not event.open_start and event.start >= asked.end
    match query.relation:
        case Relation.BEFORE:
            return before
        case Relation.AFTER:
            return after
        case Relation.WITHIN:
            return not before and not after


def means(query: Query, extraction: Extraction, event: Event) -> bool:
    quotes = [quote for quote in extraction.quotes if quote.id in event.quotes]
    match query:
        case Everything():
            return True
        case Words():
            texts = texts_of(extraction, event)
            return any(says(text, query) for column in query.columns or COLUMNS for text in texts[column])
        case InTime():
            return in_time(event.when, query)
        case OfBasis(basis):
            return event.basis is basis
        case HasQuote():
            return bool(quotes)
        case HasDate():
            return event.when is not None
        case OfKind(kind):
            return any(quote.kind is kind for quote in quotes)
        case Not(inner):
            return not means(inner, extraction, event)
        case All(parts):
            return all(means(part, extraction, event) for part in parts)
        case Any(parts):
            return any(means(part, extraction, event) for part in parts)


queries = st.recursive(
    st.builds(
        Words,
        text=st.one_of(some_words, st.sampled_from(["caf", "harb", "vice", "o'h", "мос", "2", "angs"])),
        prefix=st.booleans(),
        columns=st.just(()) | st.lists(st.sampled_from(COLUMNS), min_size=1, max_size=3, unique=True).map(tuple),
    )
    | st.builds(InTime, st.sampled_from(Relation), some_whens.filter(bool))
    | st.builds(OfBasis, st.sampled_from(Basis))
    | st.builds(OfKind, st.sampled_from(QuoteKind))
    | st.just(HasQuote())
    | st.just(HasDate())
    | st.just(Everything()),
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
    people = tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(draw(st.lists(some_words, max_size=3))))
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
    source = draw(st.none() | some_words)
    return Extraction(
        article=article(draw(some_words), text=text + "    ", source=source),
        people=people,
        places=places,
        quotes=quotes,
        events=events,
    )


@given(
    found=st.lists(stories(), max_size=3, unique_by=lambda e: e.article.id),
    asked=st.lists(queries, min_size=1, max_size=8),
)
def test_a_query_finds_what_a_plain_reading_of_it_finds(
    tmp_path_factory: pytest.TempPathFactory, found: list[Extraction], asked: list[Query]
) -> None:
    with stored(tmp_path_factory.mktemp("library") / "library.db", *found) as library:
        columns = library.columns()
        for query in asked:
            matching = set(columns.ids[library.match(query, columns)].tolist())
            in_order = [(extraction, event) for extraction in found for event in extraction.events]
            assert matching == {n for n, (e, one) in enumerate(in_order, 1) if means(query, e, one)}, query


@pytest.fixture
def library(tmp_path: Path) -> Library:
    other = dated_events("2024", None, title="Straße in Århus", headline="Elsewhere")
    return stored(
        tmp_path / "library.db", harbour(), replace(other, article=replace(other.article, source="Åland Radio"))
    )


TODAY = date(2025, 11, 5)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 3),
        ("harb", 1),
        ("HARBOUR quill", 1),
        ("harbour århus", 0),
        ("harbour OR århus", 3),
        ("arhus", 2),
        ("ARHUS", 2),
        ("-harbour", 2),
        ('"the harbour"', 1),
        ('"harbour the"', 0),
        ('"the harb"', 0),
        ('"the harb', 1),
        ("title:friday", 0),
        ("friday", 1),
        ("person:quill", 1),
        ("person:lindhaven", 0),
        ("place:lindhaven", 1),
        ("speaker:ada", 1),
        ("said:done", 1),
        ("said:harbour", 0),
        ("source:aland", 2),
        ("kind:direct", 1),
        ("kind:mixed", 0),
        ("has:quote", 1),
        ("-has:quote", 2),
        ("in:2025-11", 1),
        ("in:2025", 1),
        ("on:2025-11-07", 1),
        ("on:2025-11-08", 0),
        ("before:2025", 1),
        ("after:2024", 1),
        ("-after:2024", 2),
        ("in:0001/9999", 2),
        ("in:2024/..", 2),
        ("in:../2024", 1),
        ("before:../2099", 0),
        ('in:"this week"', 1),
    ],
)
def test_a_typed_query_finds_its_events(library: Library, query: str, count: int) -> None:
    with library:
        assert library.match(parse_query(query, TODAY), library.columns()).sum() == count


def test_an_undated_event_lies_in_no_time_at_all(library: Library) -> None:
    with library:
        for relation in Relation:
            for asked in ("../9999", "0000/..", "2024"):
                found = when(asked)
                assert found
                mask = library.match(InTime(relation, found), library.columns())
                assert not mask[library.columns().dated :].any()


def test_no_phrase_reaches_from_one_name_into_the_next(tmp_path: Path) -> None:
    people = (Person(id="p1", name="Ada Quill"), Person(id="p2", name="Bo Marsh"))
    meeting = Extraction(article=article(), people=people, events=(event(people=["p1", "p2"]),))
    with stored(tmp_path / "library.db", meeting) as library:
        columns = library.columns()
        assert library.match(parse_query(person_filter("Ada Quill"), TODAY), columns).sum() == 1
        assert library.match(parse_query(person_filter("Bo Marsh"), TODAY), columns).sum() == 1
        assert library.match(parse_query(person_filter("Quill Bo"), TODAY), columns).sum() == 0


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '""',
        "*",
        "harbour*",
        "NEAR(a b)",
        "title : x",
        "{title}: x",
        "a AND b",
        "^zz",
        "a + b",
        "'; DROP",
        "\0",
        "a\0b",
        "caf\udce9",
        "½",
        "ᲀ",
    ],
)
@pytest.mark.parametrize("prefix", [True, False])
def test_no_text_is_taken_for_the_language_of_the_index(library: Library, text: str, prefix: bool) -> None:
    with library:
        mask = library.match(Words(text, prefix, ("title", "quotes")), library.columns())
        assert mask.sum() == (1 if text == "harbour*" else 0)


@settings(max_examples=200)
@given(text=st.text(st.characters(exclude_categories=())))
def test_any_words_can_be_asked_for(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "asked.db"
    with Library(path) if path.exists() else stored(path, harbour()) as library:
        assert len(library.match(Words(text, prefix=True), library.columns())) == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [("in:2025-10", True), ("before:2025-10", False), ("after:2025-07", True), ("after:2025-09", False)],
)
def test_an_interval_without_an_end_goes_on(tmp_path: Path, query: str, found: bool) -> None:
    with stored(tmp_path / "library.db", dated_events("2025-08/..")) as library:
        assert library.match(parse_query(query, TODAY), library.columns()).tolist() == [found]
