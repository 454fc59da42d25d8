"""`list`, `show`, `quotes`, `people`, `person`, `articles`, `stats` and `export`, as scripts and people use them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from newstimeline.cli import main
from newstimeline.library.library import Library
from support.exports import own_story


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_story(tmp_path_factory.mktemp("asked") / "library.sqlite")


def run(capsys: pytest.CaptureFixture[str], library: Path, *arguments: str) -> tuple[int, list[str], str]:
    """The exit code, the lines on standard output, and standard error."""
    code = main(["--library", str(library), *arguments])
    captured = capsys.readouterr()
    return code, captured.out.splitlines(), captured.err


def records(capsys: pytest.CaptureFixture[str], library: Path, *arguments: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(capsys, library, *arguments, "--json")[1]]


def test_the_events_have_the_order_and_the_number_of_the_browser(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library(library) as opened:
        titles = [row.title for row in opened.rows(opened.everything().ids())]
    assert [one["title"] for one in records(capsys, library, "list")] == titles


def test_an_event_is_shown_by_the_id_that_the_list_has(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (listed,) = records(capsys, library, "list", "tag:safety")
    assert records(capsys, library, "show", str(listed["id"])) == [listed]
    _, lines, _ = run(capsys, library, "show", str(listed["id"]))
    assert lines[0] == "Bo Ek inspects the bridge"
    assert lines[-1] == "Evidence: The engineer Bo Ek inspected it in March"


def test_an_event_that_is_not_there_is_said(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, said = run(capsys, library, "show", "nothing")
    assert (code, lines) == (1, [])
    assert "newstimeline list --json" in said


def test_people_come_with_their_events_the_most_frequent_first(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, library, "people")[1] == ["Ada Lind  [2 events]", "Bo Ek  [2 events]"]
    assert run(capsys, library, "people", "ferry")[1] == ["Ada Lind  [1 event]"]


def test_a_person_is_narrowed_by_a_query(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (everything,) = records(capsys, library, "person", "lind")
    assert (everything["schema"], everything["name"], everything["events"]) == ("newstimeline-person/1", "Ada Lind", 2)
    (narrowed,) = records(capsys, library, "person", "lind", "ferry")
    assert (narrowed["events"], narrowed["quotes"]) == (1, [])
    (limited,) = records(capsys, library, "person", "lind", "--limit", "1")
    assert limited["quotes"] == everything["quotes"][:1]  # type: ignore[index]


def test_nobody_of_a_name_is_said(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = run(capsys, library, "person", "merkel")
    assert code == 1
    assert "newstimeline people" in said


def test_a_misspelt_name_is_answered_with_who_may_be_meant(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = run(capsys, library, "person", "Ada Lint")
    assert code == 1
    assert "did you mean Ada Lind?" in said


def test_quotes_are_listed_with_who_said_them(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, library, "quotes")[1] == [
        "2024-04-02  Bo Ek: “the iron is tired.”",
        "2024-05-06  Ada Lind: “It is not safe,”",
        "2024-05-11  a spokesman: “We are glad,”",
    ]
    assert run(capsys, library, "quotes", "--limit", "1")[1] == ["2024-04-02  Bo Ek: “the iron is tired.”"]


def test_articles_come_by_their_dates(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, library, "articles")[1] == [
        "2024-05-07  Harbour bridge to close (harbournews.example)  [5 events]",
        "2024-05-11  Bridge closed, ferry returns (daily.example)  [3 events]",
    ]


def test_numbers_are_those_of_the_query(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (whole,) = records(capsys, library, "stats")
    assert {name: whole[name] for name in ("articles", "events", "undated", "quotes", "people", "first")} == {
        "articles": 2, "events": 8, "undated": 1, "quotes": 3, "people": 2, "first": "1911~",
    }  # fmt: skip
    (some,) = records(capsys, library, "stats", "ferry", "person:lind")
    assert (some["events"], some["articles"]) == (1, 1)


@pytest.mark.parametrize("command", ["list", "quotes", "people", "articles", "stats"])
def test_a_table_has_a_head_and_a_line_each(library: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    rows = list(csv.reader(run(capsys, library, command, "--csv")[1], strict=True))
    assert len(rows) == 1 + len(records(capsys, library, command))
    assert {len(row) for row in rows} == {len(rows[0])}


def test_what_had_been_reported_by_a_date_can_be_asked(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, library, "stats", "--as-of", "2024-05-08")[1][:2] == ["articles: 1", "events: 5"]
    code, _, said = run(capsys, library, "list", "--as-of", "soonish")
    assert code == 2
    assert "--as-of" in said


def test_by_the_order_of_the_reports_a_date_means_theirs(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(records(capsys, library, "list", "--sort", "reported", "on:2024-05-07")) == 5
    assert records(capsys, library, "list", "on:2024-05-07") == []


def test_an_excluded_word_may_begin_with_a_dash(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, library, "people", "-ferry")[1] == ["Bo Ek  [2 events]", "Ada Lind  [1 event]"]


def test_an_export_goes_to_standard_output_or_into_a_file(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, lines, _ = run(capsys, library, "export", "csv", "ferry")
    code, nothing, _ = run(capsys, library, "export", "csv", "ferry", "-o", str(tmp_path / "ferry.csv"))
    assert (code, nothing) == (0, [])
    assert (tmp_path / "ferry.csv").read_text(encoding="utf-8").splitlines() == lines


def test_a_file_that_is_there_is_kept_unless_forced(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "page.html"
    file.write_text("mine")
    code, _, said = run(capsys, library, "export", "html", "-o", str(file))
    assert (code, file.read_text()) == (2, "mine")
    assert "--force" in said
    code, _, _ = run(capsys, library, "export", "html", "-o", str(file), "--force")
    assert code == 0
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_an_export_that_fails_leaves_the_file_as_it_was(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "page.json"
    file.write_text("mine")
    code, _, said = run(capsys, library, "export", "timelinejs", "-has:date", "-o", str(file), "--force")
    assert (code, file.read_text()) == (1, "mine")
    assert "dated event" in said
    assert sorted(path.name for path in tmp_path.glob("*page*")) == ["page.json"]
    assert not list(tmp_path.glob(".*"))


def test_the_title_of_an_export_is_the_query_or_what_is_given(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, library, "export", "markdown", "ferry")[1][0] == "# ferry"
    assert run(capsys, library, "export", "markdown", "ferry", "--title", "The ferry")[1][0] == "# The ferry"
