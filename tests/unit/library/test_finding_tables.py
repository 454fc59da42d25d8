from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from newstimeline.library import finding_tables
from newstimeline.library.finding_tables import QUOTES, FindingTable
from newstimeline.library.row_rules import RULES
from newstimeline.library.writable_library import open_for_writing
from newstimeline.model import Quote
from unit.builders import harbour

TABLES = [table for table in vars(finding_tables).values() if isinstance(table, FindingTable)]


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path: Path = tmp_path_factory.mktemp("tables") / "library.sqlite"
    with closing(open_for_writing(path)) as opened:
        yield opened


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_library_has_the_columns_that_follow_from_the_model(
    table: FindingTable[Any], connection: sqlite3.Connection
) -> None:
    there = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
    assert there == set(table.columns)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_has_a_rule(table: FindingTable[Any]) -> None:
    assert set(RULES[table.name].columns) == set(table.columns)


def test_parts_of_a_row_are_taken_by_their_names() -> None:
    quote: Quote = harbour().quotes[0]
    (row,) = QUOTES.rows([quote])
    assert QUOTES.of_row("text", "local", "cue_start")(row) == (quote.text, quote.id, quote.cue and quote.cue.start)


def test_a_row_becomes_the_thing_that_it_was_made_of() -> None:
    for quote in harbour().quotes:
        assert QUOTES.thing(QUOTES.row(quote, 0)[1:]) == quote
