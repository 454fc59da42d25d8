from __future__ import annotations

from pathlib import Path

import pytest

from newstimeline.changes.change_states import State
from newstimeline.library.library import Library
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Extraction, Person
from unit.builders import article, event


def report(headline: str, *people: tuple[str, str]) -> Extraction:
    """An article about people with roles."""
    persons = tuple(
        Person(id=f"p{n}", name=name, roles=(role,) if role else ()) for n, (name, role) in enumerate(people)
    )
    one = event("e1", f"{headline} happens", people=[person.id for person in persons])
    return Extraction(article=article(headline), people=persons, events=(one,))


def add(path: Path, *reports: Extraction) -> None:
    with LibraryWriter(path) as writer:
        for one in reports:
            writer.add([(one, None)])


def people(path: Path) -> dict[str, int]:
    """Everybody in the library, with the number of their events."""
    with Library(path) as library:
        return {one.name: one.events for one in library.facets(library.everything()).people}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.mark.parametrize("other", ["Ada B. Quill", "Ada B Quill", "Ada Quill Jr."])
@pytest.mark.parametrize("order", [1, -1])
def test_a_middle_initial_or_a_suffix_makes_nobody_else(path: Path, other: str, order: int) -> None:
    add(path, *[report("One", ("Ada Quill", "")), report("Two", (other, ""))][::order])
    assert people(path) == {"Ada Quill": 2}


def test_two_middle_initials_are_two_people(path: Path) -> None:
    add(path, report("One", ("Ada B. Quill", "")), report("Two", ("Ada C. Quill", "")))
    assert people(path) == {"Ada B. Quill": 1, "Ada C. Quill": 1}


@pytest.mark.parametrize("other", ["Ada B. Quill", "Quill"])
def test_people_whom_one_article_tells_apart_are_two(path: Path, other: str) -> None:
    add(path, report("One", ("Ada Quill", "mayor"), (other, "mayor")))
    assert people(path) == {"Ada Quill": 1, other: 1}


def test_a_middle_name_in_full_is_no_initial(path: Path) -> None:
    add(path, report("One", ("Ada Quill", "")), report("Two", ("Ada Berta Quill", "")))
    assert len(people(path)) == 2


@pytest.mark.parametrize("order", [1, -1])
def test_a_bare_surname_is_whoever_bears_it_with_the_same_role(path: Path, order: int) -> None:
    add(path, *[report("One", ("Ada Quill", "Mayor")), report("Two", ("Quill", "harbour mayor"))][::order])
    assert people(path) == {"Ada Quill": 2}


def test_a_bare_surname_with_another_role_is_left_open(path: Path) -> None:
    add(path, report("One", ("Ada Quill", "mayor")), report("Two", ("Quill", "striker")))
    assert len(people(path)) == 2


def test_a_bare_surname_that_two_people_bear_is_left_open(path: Path) -> None:
    add(path, report("One", ("Ada Quill", "mayor")), report("Two", ("Bea Quill", "mayor")))
    add(path, report("Three", ("Quill", "mayor")))
    assert len(people(path)) == 3


def test_who_has_no_name_is_joined_with_nobody(path: Path) -> None:
    add(path, report("One", ("", "mayor"), ("—", "mayor")), report("Two", ("Quill", "mayor")))
    with Library(path) as library:
        assert library.own.changes() == []


def test_people_who_were_parted_are_not_joined_again(path: Path) -> None:
    add(path, report("One", ("Ada Quill", "mayor")), report("Two", ("Quill", "mayor")))
    with Library(path) as library:
        (entry,) = library.own.changes()
    with LibraryWriter(path) as writer:
        writer.turn(entry.change.id, State.DROPPED)
    add(path, report("Three", ("Quill", "mayor"), ("Bo Lund", "")))
    assert people(path) == {"Ada Quill": 1, "Quill": 2, "Bo Lund": 1}


def test_undo_leaves_what_no_reader_did(path: Path) -> None:
    add(path, report("One", ("Ada Quill", "mayor")), report("Two", ("Quill", "mayor")))
    with LibraryWriter(path) as writer:
        assert writer.undo() is None
    assert people(path) == {"Ada Quill": 2}
