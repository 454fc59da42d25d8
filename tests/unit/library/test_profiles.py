from __future__ import annotations

from pathlib import Path

import pytest

from newstimeline.library.library import Library
from newstimeline.library.views import Counted, Profile
from newstimeline.model import Extraction, Person
from newstimeline.query import NameScope
from newstimeline.when import parse
from support.stories import story
from unit.builders import article, event, stored


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def record_of(library: Library, scope: NameScope, name: str) -> Profile:
    (known,) = library.names_begun(scope, name, 1)
    return library.record(scope, known.id)


def titles(library: Library, record: Profile) -> list[str]:
    return [row.title for row in library.rows(record.events.ids())]


def test_a_person_is_followed_across_articles_in_the_order_of_time(path: Path) -> None:
    with stored(path, *story()) as library:
        lind = record_of(library, NameScope.PERSON, "Ada Lind")
        assert titles(library, lind) == ["Ada Lind says the harbour bridge will close", "Ada Lind opens the new ferry"]
        assert (len(lind.events), len(lind.quoted)) == (2, 1)
        assert [quote.said.text for quote in library.quotes(lind.quoted.ids(), lind.id)] == ["It is not safe,"]


def test_a_place_and_an_outlet_have_everyones_quotes(path: Path) -> None:
    with stored(path, *story()) as library:
        bridge = record_of(library, NameScope.PLACE, "harbour")
        assert (len(bridge.events), len(bridge.quoted), bridge.people) == (
            2, 1, (Counted(1, "Ada Lind", 1), Counted(2, "Bo Ek", 1)),
        )  # fmt: skip
        assert bridge.places == ()
        news = record_of(library, NameScope.SOURCE, "harbournews")
        assert (len(news.events), len(news.quoted), news.sources) == (5, 2, ())
        assert [place.name for place in news.places] == ["harbour bridge"]


def test_a_role_is_written_as_most_reports_write_it(path: Path) -> None:
    reports = [
        Extraction(
            article=article(f"Report {n}"),
            people=(Person(id="p1", name="Ada Quill", roles=(role,)),),
            events=(event(people=["p1"]),),
        )
        for n, role in enumerate(["Mayor", "mayor", "mayor"])
    ]
    with stored(path, *reports) as library:
        roles = record_of(library, NameScope.PERSON, "Ada").roles
        assert [(role.role, role.articles) for role in roles] == [("mayor", 3)]


def test_roles_are_dated_by_the_reports_that_give_them(path: Path) -> None:
    def calling(role: str, published: str) -> Extraction:
        return Extraction(
            article=article(f"{role} {published}", published=published),
            people=(Person(id="p1", name="Ada Quill", roles=(role,)),),
            events=(event("e1", "It happens", "2024", people=["p1"]),),
        )

    with stored(path, calling("mayor", "2025"), calling("engineer", "2020"), calling("mayor", "2023")) as library:
        roles = record_of(library, NameScope.PERSON, "Ada").roles
        assert [(role.role, role.articles) for role in roles] == [("engineer", 1), ("mayor", 2)]
        assert (roles[1].first, roles[1].last) == (parse("2023").start, parse("2025").start)


def test_quotes_come_with_their_verb_speaker_and_event_in_the_order_asked_for(path: Path) -> None:
    with stored(path, *story()) as library:
        events = library.everything().ids()
        there = library.quotes(events)
        assert [quote.said.text for quote in there] == ["the iron is tired.", "It is not safe,", "We are glad,"]
        assert [quote.said.text for quote in library.quotes(events[::-1])] == [q.said.text for q in there[::-1]]
        assert [quote.said.person for quote in there] == [2, 1, None]
        assert [quote.outlet for quote in there] == ["harbournews.example", "harbournews.example", "daily.example"]


@pytest.mark.parametrize("scope", [NameScope.PERSON, NameScope.PLACE, NameScope.SOURCE])
def test_nobody_and_nothing_has_no_record(path: Path, scope: NameScope) -> None:
    with stored(path, *story()) as library, pytest.raises(KeyError):
        library.record(scope, 99)
