from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newstimeline.library.article_store import Added
from newstimeline.library.library import Library
from newstimeline.library.writer import LibraryWriter
from newstimeline.model import Event, Extraction, Span
from newstimeline.query import Words
from unit.builders import SMALL_SIZES, article, event

WORDLESS = Extraction(
    article=article("…", text=None), events=tuple(event(f"e{n}", "…", "2025-11-07") for n in range(4))
)
WORDY = Extraction(
    article=article("Harbours"), events=tuple(event(f"e{n}", "The harbour opens", "2025-11-07") for n in range(4))
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def added(path: Path, extraction: Extraction, *, again: bool = False) -> Added:
    with LibraryWriter(path, sizes=SMALL_SIZES) as writer:
        (outcome,) = writer.add([(extraction, None)], again=again)
        return outcome


def ids_by_title(path: Path) -> dict[str, int]:
    with Library(path) as library:
        return {row.title: row.id for row in library.rows(library.everything().ids())}


def test_events_without_any_word_are_settled_like_others(path: Path) -> None:
    assert added(path, WORDY) is Added.NEW
    assert added(path, WORDLESS) is Added.NEW
    with Library(path) as library:
        assert library.integrity() == []
        assert len(library.find(Words("harb", prefix=True))) == 4
        assert len(library.everything()) == 8


def reading(*events: Event) -> Extraction:
    return Extraction(article=article(), events=events)


FIRST = reading(
    event("e1", "The mayor opens the harbour", evidence=Span(15, 70)),
    event("e2", "She speaks", evidence=Span(80, 104)),
    event("e3", "Nobody stays"),
)


def test_an_event_that_is_found_again_in_the_same_words_keeps_its_id(path: Path) -> None:
    added(path, FIRST)
    before = ids_by_title(path)
    second = reading(
        event("e1", "Nobody stays"),
        event("e2", "The mayor speaks of the harbour", "2025-11", evidence=Span(82, 104)),
        event("e3", "The harbour is opened by the mayor", evidence=Span(18, 70)),
    )
    assert added(path, second, again=True) is Added.REPLACED
    assert ids_by_title(path) == {
        "The harbour is opened by the mayor": before["The mayor opens the harbour"],
        "The mayor speaks of the harbour": before["She speaks"],
        "Nobody stays": before["Nobody stays"],
    }


def test_the_id_of_an_event_that_is_gone_is_given_to_no_other(path: Path) -> None:
    added(path, FIRST)
    before = ids_by_title(path)
    added(path, reading(FIRST.events[0]), again=True)
    assert ids_by_title(path) == {"The mayor opens the harbour": before["The mayor opens the harbour"]}
    added(path, reading(FIRST.events[0], event("e2", "Something else", evidence=Span(0, 13))), again=True)
    assert ids_by_title(path)["Something else"] not in before.values()


def test_without_being_told_to_the_library_keeps_what_it_has(path: Path) -> None:
    added(path, FIRST)
    before = ids_by_title(path)
    assert added(path, replace(FIRST, events=FIRST.events[:1])) is Added.DIFFERENT
    assert ids_by_title(path) == before


def test_the_same_findings_read_again_change_nothing(path: Path) -> None:
    added(path, FIRST)
    assert added(path, FIRST, again=True) is Added.UNCHANGED
