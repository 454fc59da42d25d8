from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from newstimeline.browser.answers import AnswerCache, replies
from newstimeline.browser.questions import Answer, Question
from newstimeline.browser.view_state import View
from newstimeline.library.library import Library
from newstimeline.library.writer import LibraryWriter
from newstimeline.startup.glimpse import Glimpse, dump, load, read_glimpse, with_today
from newstimeline.startup.glimpse_store import glimpse_of, keep_glimpse
from newstimeline.when.calendar import MINUTES_A_DAY, moment_of
from support.stories import story
from unit.builders import dated_events, stored

TODAY = date(2024, 5, 9)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    stored(tmp_path / "library.db", *story()).close()
    return tmp_path / "library.db"


def first_answer(library: Library, today: date) -> Answer:
    answer = next(iter(replies(library, Question(1, View(), today, 80), AnswerCache())))
    assert isinstance(answer, Answer)
    return answer


def glimpse(path: Path, today: date = date.max) -> Glimpse:
    with Library(path) as library:
        found = glimpse_of(library, first_answer(library, today))
    assert found
    return found


def test_a_glimpse_is_kept_and_read_as_it_is(path: Path) -> None:
    keep_glimpse(path, TODAY)
    assert read_glimpse(path) == glimpse(path)
    assert load(dump(glimpse(path))) == glimpse(path)


@pytest.mark.parametrize("today", [date(1900, 1, 1), date(2024, 5, 9), date(2024, 5, 20), date(2025, 1, 1)])
def test_the_line_for_today_stands_where_the_timeline_has_it(path: Path, today: date) -> None:
    with Library(path) as library:
        layout = first_answer(library, today).layout
        lines = [layout.line(number) for number in range(len(layout))]
    shown = with_today(glimpse(path), moment_of(today) + MINUTES_A_DAY)
    assert shown.total == len(lines)
    assert [line.line for line in shown.lines] == lines
    assert shown.lines[shown.cursor].row is not None


def test_a_glimpse_of_another_state_is_not_used(path: Path) -> None:
    keep_glimpse(path, TODAY)
    with LibraryWriter(path) as writer:
        writer.add([(dated_events("2026-01-01", headline="Later"), None)])
    assert read_glimpse(path) is None
    keep_glimpse(path, TODAY)
    found = read_glimpse(path)
    assert found
    assert found.events == 10


def test_a_year_beyond_9999_has_a_glimpse(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with LibraryWriter(path) as writer:
        writer.add([(dated_events("2025", "Y12025"), None)])
    keep_glimpse(path, TODAY)
    glimpse = read_glimpse(path)
    assert glimpse
    assert glimpse.events == 2


@pytest.mark.parametrize("screen", ["", "[]", '[1,2,3,4,5,6,[["circle"]]]', '[1,2,3,4,5,6,[["event",1]]]', "{}"])
def test_a_glimpse_that_is_broken_is_not_used(path: Path, screen: str) -> None:
    keep_glimpse(path, TODAY)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE glimpse SET screen = ?", (screen,))
    connection.commit()
    connection.close()
    assert read_glimpse(path) is None


def test_no_library_and_no_events_have_no_glimpse(tmp_path: Path) -> None:
    assert read_glimpse(tmp_path / "none.db") is None
    stored(tmp_path / "empty.db").close()
    keep_glimpse(tmp_path / "empty.db", TODAY)
    assert read_glimpse(tmp_path / "empty.db") is None


def test_a_library_that_somebody_writes_is_left_alone(path: Path) -> None:
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    keep_glimpse(path, TODAY)
    writer.execute("ROLLBACK")
    writer.close()
    assert read_glimpse(path) is None
