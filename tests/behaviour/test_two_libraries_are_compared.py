"""`newstimeline diff`, as scripts and people use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newstimeline.cli import main
from newstimeline.model import Extraction, Person, Quote
from newstimeline.terms import QuoteKind
from support.exports import own_story
from support.stories import make_library, story
from unit.builders import TEXT, article, event, stored


def report(day: int, *, words: str = "It is done", text: str = TEXT) -> Extraction:
    """An article of a day with an event, a person and a quote."""
    return Extraction(
        article=article(
            f"News of day {day}",
            published=f"2025-11-{day:02}",
            url=f"https://post.example/{day}",
            text=text,
        ),
        people=(Person(id="p1", name=f"Ada {day}"),),
        quotes=(Quote(id="q1", kind=QuoteKind.DIRECT, text=words, speaker="p1"),),
        events=(event("e1", "Harbour opens", date=f"2025-11-{day:02}", people=["p1"], quotes=["q1"]),),
    )


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main([*arguments]) == 0
    return capsys.readouterr().out.splitlines()


def test_what_came_between_two_dates_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = tmp_path / "library.sqlite"
    stored(library, report(1), report(5), report(9)).close()
    lines = told(capsys, "--library", str(library), "diff", "2025-11-01", "2025-11-06")
    assert lines == [
        "+ 2025-11-05  Harbour opens",
        "+ 2025-11-05  Ada 5: “It is done”",
        "+ Ada 5",
        "1 event came",
        "1 quote came",
        "1 person came",
    ]
    assert told(capsys, "--library", str(library), "diff", "2025-11-06", "2025-11-06") == ["nothing differs"]


def test_an_article_that_was_changed_is_compared_with_what_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = tmp_path / "one.sqlite", tmp_path / "other.sqlite"
    stored(one, report(1), report(2)).close()
    stored(other, report(1), report(2, words="It is nearly done", text="Harbour nearly open")).close()
    found = [json.loads(line) for line in told(capsys, "diff", str(one), str(other), "--json")]
    assert {one["schema"] for one in found} == {"newstimeline-difference/1"}
    went, came = (one for one in found if one["what"] == "quote")
    assert (went["fate"], went["before"]["text"], went["after"]) == ("went", "It is done", None)
    assert (came["fate"], came["before"], came["after"]["text"]) == ("came", None, "It is nearly done")
    assert not [one for one in found if one["what"] == "event" and one["fate"] != "changed"]


def test_what_a_reader_made_of_events_is_a_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    as_found = make_library(tmp_path / "found.sqlite", story())
    lines = told(capsys, "diff", str(as_found), str(own_story(tmp_path / "own.sqlite")))
    assert "    title: Bo Ek warns the council → Bo Ek warns of tired iron" in lines
    assert "    status: none → disputed" in lines
    assert lines[-1] == "1 event went, 3 changed"


def test_a_query_narrows_what_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = tmp_path / "one.sqlite", tmp_path / "other.sqlite"
    stored(one).close()
    stored(other, report(1), report(2, words="It was not me")).close()
    assert told(capsys, "diff", str(one), str(other), 'said:"not me"')[0] == "+ 2025-11-02  Harbour opens"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("2025-11-01", "one.sqlite", "there is no library at 2025-11-01"),
        ("2025-11-01", "soon", "soon is neither a library's file nor a date"),
    ],
)
def test_what_can_not_be_compared_is_said(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    before: str,
    after: str,
    said: str,
) -> None:
    stored(tmp_path / "one.sqlite", report(1)).close()
    monkeypatch.chdir(tmp_path)
    assert main(["--library", "one.sqlite", "diff", before, after]) == 2
    assert said in capsys.readouterr().err
