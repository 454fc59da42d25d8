"""People, quotes, articles and single events as text, JSON and CSV, with the counts and the order of the browser."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from newstimeline.cli import main
from newstimeline.library.reader import Library


@pytest.fixture
def run(story_library: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(story_library, capsys)


class Run:
    """Runs commands on the small story."""

    def __init__(self, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._library = library
        self._capsys = capsys
        self.said = ""
        """What the last command said on standard error."""
        self.code = 0

    def __call__(self, *arguments: str) -> list[str]:
        self.code = main([*arguments, "--library", str(self._library)])
        captured = self._capsys.readouterr()
        self.said = captured.err
        return captured.out.splitlines()


def test_an_event_is_shown_by_the_id_that_the_list_gives(run: Run) -> None:
    event = json.loads(run("list", "--json", "council")[0])
    lines = run("show", event["id"])
    assert lines[0] == event["title"]
    assert lines[-1] == "Evidence: told the council that “the iron is tired.”"
    assert json.loads(run("show", event["id"], "--json")[0]) == event


def test_an_event_that_there_is_not_is_said(run: Run) -> None:
    assert run("show", "none") == []
    assert run.code == 2
    assert "no event none" in run.said


def test_people_are_counted_as_the_facets_count_them(run: Run, story_library: Path) -> None:
    with Library(story_library) as library:
        facets = library.facets(library.everything())
    listed = [json.loads(line) for line in run("people", "--json")]
    assert [(one["name"], one["events"]) for one in listed] == [(one.name, one.events) for one in facets.people]


def test_people_are_those_of_the_events_that_a_query_means(run: Run) -> None:
    assert run("people", "council") == ["Bo Ek  1 event, quoted at 1"]


def test_quotes_stand_in_the_order_of_their_events(run: Run) -> None:
    assert run("quotes") == [
        "2024-03     Bo Ek: “the iron is tired.”",
        "2024-05-06  Ada Lind: “It is not safe,”",
        "2024-05-11  a spokesman: “We are glad,”",
    ]


def test_articles_are_listed_with_the_number_of_their_events(run: Run) -> None:
    assert run("articles", "ferry") == [
        "2024-05-07  Harbour bridge to close  [harbournews.example]  1 event",
        "2024-05-11  Bridge closed, ferry returns  [daily.example]  1 event",
    ]


def test_a_limit_says_what_it_leaves_out(run: Run) -> None:
    assert len(run("list", "--limit", "2")) == 2
    assert run.said == "newstimeline: the first 2 of 9 events\n"
    run("list", "--limit", "9")
    assert run.said == ""


def test_what_had_been_reported_by_a_day_is_listed(run: Run) -> None:
    assert len(run("list", "--as-of", "2024-05-08")) == 5


@pytest.mark.parametrize("command", ["list", "people", "quotes", "articles", "stats"])
def test_csv_has_the_same_number_of_cells_in_each_line(run: Run, command: str) -> None:
    header, *rows = csv.reader(run(command, "--csv"))
    assert rows
    assert {len(row) for row in rows} == {len(header)}


def test_a_person_is_told_with_roles_and_quotes(run: Run) -> None:
    lines = run("person", "lind")
    assert "Role: Mayor, 1 article, Tue 7 May 2024." in lines
    assert lines[-1] == "2024-05-06  Ada Lind: “It is not safe,”"
    portrait = json.loads(run("person", "lind", "--json")[0])
    assert (portrait["schema"], portrait["events"], portrait["quoted"]) == ("newstimeline-portrait/1", 2, 1)


def test_a_misspelt_person_is_suggested(run: Run) -> None:
    assert run("person", "lidn") == []
    assert run.code == 2
    assert "did you mean Ada Lind?" in run.said


def test_the_library_is_told_in_numbers(run: Run) -> None:
    figures = json.loads(run("stats", "--json")[0])
    assert (figures["articles"], figures["events"], figures["quotes"], figures["people"]) == (2, 9, 3, 2)
    assert figures["events_by_basis"] == {"stated": 6, "inherited": 1, "published": 1, "undated": 1}
    assert (figures["first"], figures["last"]) == ("1911~", "2024-06/2024-08")
