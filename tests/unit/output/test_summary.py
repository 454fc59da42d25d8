from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from newstimeline.clean import is_clean
from newstimeline.model import Extraction, Person
from newstimeline.output.summary import summary_lines
from unit.builders import article, dated_events, extractions, harbour


def test_a_summary_has_headline_events_quotes_and_people() -> None:
    assert list(summary_lines(harbour())) == [
        "Harbour opens",
        "  published Fri 7 November 2025, The Lindhaven Post",
        "  1 events",
        "    2025-11-07~  stated     Ada Quill opens the harbour",
        "  1 quotes",
        "    Ada Quill: “It is done,”",
        "  1 people",
        "    Ada Quill, mayor; engineer",
    ]


def test_what_is_missing_is_said() -> None:
    bare = replace(dated_events(None), article=article(published=None, source=None))
    lines = list(summary_lines(replace(bare, events=(replace(bare.events[0], basis=None),))))
    assert lines[1] == "  no date of publication"
    assert lines[3] == "    undated     -          Something happens 0"


def test_a_quote_without_a_speaker_has_the_words_for_one_or_says_so() -> None:
    quote = replace(harbour().quotes[0], speaker=None)
    lines = list(summary_lines(replace(harbour(), quotes=(quote, replace(quote, id="q2", source=None)))))
    assert lines[5:7] == ["    she: “It is done,”", "    unattributed: “It is done,”"]


@given(extractions())
def test_a_summary_has_a_line_for_everything(extraction: Extraction) -> None:
    lines = list(summary_lines(extraction))
    assert len(lines) == 5 + len(extraction.events) + len(extraction.quotes) + len(extraction.people)


def test_nothing_in_a_summary_steers_a_terminal() -> None:
    hostile = "a\x1b[2Jb\u202ec\nd"
    people = (Person(id="p1", name=hostile, roles=(hostile,)),)
    changed = replace(harbour(), article=article(hostile, source=hostile), people=people)
    changed = replace(changed, events=(replace(changed.events[0], title=hostile),))
    lines = list(summary_lines(replace(changed, quotes=(replace(changed.quotes[0], text=hostile),))))
    assert len(lines) == 8
    assert all(is_clean(line) and "\n" not in line for line in lines)
