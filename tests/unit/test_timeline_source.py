from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newstimeline.browser.answers import AnswerCache, replies
from newstimeline.browser.questions import Answer, Question
from newstimeline.browser.view_state import View
from newstimeline.library.library import Library
from newstimeline.startup.glimpse import Glimpse
from newstimeline.startup.glimpse_store import glimpse_of
from newstimeline.startup.timeline_source import Glimpsed
from newstimeline.timeline.lines import WaitingLine
from support.stories import story
from unit.builders import stored


@pytest.fixture
def both(tmp_path: Path) -> tuple[Answer, Glimpse]:
    stored(tmp_path / "library.db", *story()).close()
    with Library(tmp_path / "library.db") as library:
        answer = next(iter(replies(library, Question(1, View(), date.max, 80), AnswerCache())))
        assert isinstance(answer, Answer)
        glimpse = glimpse_of(library, answer)
    assert glimpse
    return answer, glimpse


def test_a_glimpse_has_the_lines_of_the_answer(both: tuple[Answer, Glimpse]) -> None:
    answer, glimpse = both
    shown, layout = Glimpsed(glimpse), answer.layout
    assert [shown.layout.line(number) for number in range(len(layout))] == [
        layout.line(number) for number in range(len(layout))
    ]
    for ordinal in range(layout.events):
        assert shown.layout.line_of(ordinal) == layout.line_of(ordinal)
        assert shown.layout.head_of(ordinal) == layout.head_of(ordinal)
    assert [shown.layout.first_at(number) for number in range(len(layout))] == [
        layout.first_at(number) for number in range(len(layout))
    ]
    assert list(shown.ids(0, layout.events)) == answer.ids(0, layout.events)
    assert shown.ordinal_near(None) == answer.ordinal_near(None)
    assert shown.undated == answer.undated


def test_lines_beyond_a_glimpse_are_waited_for(both: tuple[Answer, Glimpse]) -> None:
    _, glimpse = both
    part = glimpse._replace(first=glimpse.first + 3, lines=glimpse.lines[3:-2])
    lines = Glimpsed(part).layout
    assert len(lines) == glimpse.total
    assert lines.line(0) == WaitingLine()
    assert lines.line(glimpse.total - 1) == WaitingLine()
    assert lines.line_of(Glimpsed(part).ordinal_near(None)) == glimpse.cursor
