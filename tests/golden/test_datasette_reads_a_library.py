"""Datasette opens the library's file as it is, and answers with what our own lists print."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

import pytest

from support.exports import own_story

FOLDER = Path(__file__).parent


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_story(tmp_path_factory.mktemp("datasette") / "library.sqlite")


def answer(library: Path, sql: str) -> list[dict[str, object]]:
    """The rows with which Datasette answers a query; the same as the page of a served library shows."""
    asked = f"/library.json?{urlencode({'sql': sql, '_shape': 'array'})}"
    datasette = Path(sys.executable).with_name("datasette")
    done = subprocess.run([datasette, library, "--get", asked], capture_output=True, text=True, check=True)
    rows: list[dict[str, object]] = json.loads(done.stdout)
    return rows


def listed(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (FOLDER / "lists" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_events_are_those_of_the_list(library: Path) -> None:
    rows = answer(library, "SELECT uid, edtf, basis, title FROM event ORDER BY start IS NULL, start, id")
    assert [[row["uid"], row["edtf"], row["basis"], row["title"]] for row in rows] == [
        [event["id"], event["date"], event["basis"], event["title"]] for event in listed("list")
    ]


def test_who_said_what_can_be_joined_as_the_tables_tell(library: Path) -> None:
    rows = answer(
        library,
        """SELECT person.name, quote.text FROM quote
        JOIN event_quote ON event_quote.quote = quote.id JOIN event ON event.id = event_quote.event
        LEFT JOIN article_person ON (article_person.article, article_person.local) = (quote.article, quote.speaker)
        LEFT JOIN person ON person.id = article_person.person ORDER BY event.start""",
    )
    assert [(row["name"], row["text"]) for row in rows] == [(one["speaker"], one["text"]) for one in listed("quotes")]


def test_the_words_of_events_can_be_searched(library: Path) -> None:
    found = "SELECT rowid FROM settled_words('title:ferry') UNION SELECT rowid FROM recent_words('title:ferry')"
    rows = answer(library, f"SELECT title FROM event WHERE id IN ({found}) ORDER BY title")
    assert [row["title"] for row in rows] == ["A ferry runs in the harbour", "Ada Lind opens the new ferry"]
