"""Readers that are not ours take what the lists print for what is documented of it."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import agate
import jsonschema
import pytest

from newstimeline.cli import main
from support.exports import LISTS, TABLES

FOLDER = Path(__file__).parent
SCHEMA = FOLDER.parents[1] / "data" / "lists.schema.json"


def closed(schema: object) -> object:
    """The schema with no property allowed but those that it describes; it leaves room for those of later versions."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {name: closed(part) for name, part in schema.items()}
    return {**parts, "additionalProperties": False} if "required" in parts else parts


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    """A validator of what is described under a name, and of nothing besides."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": closed(schema["$defs"])})


def records(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (FOLDER / "lists" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", LISTS)
def test_each_line_of_json_is_as_its_schema_describes_it(name: str) -> None:
    for record in records(name):
        kind = str(record["schema"]).removeprefix("newstimeline-").removesuffix("/1")
        validator(kind).validate(record)


def test_the_schema_takes_each_line_for_one_kind_of_thing() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for record in (record for name in LISTS for record in records(name)):
        jsonschema.validate(record, schema)


def test_the_steps_of_an_intake_are_as_their_schema_describes_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "events.jsonl"
    file.write_bytes((FOLDER / "events.jsonl").read_bytes() + b"{\n")
    assert main(["--library", str(tmp_path / "library.sqlite"), "add", "--json", str(file)]) == 1
    steps = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    for step in steps:
        validator("report").validate(step)
    assert [step["finished"] for step in steps][-1]


@pytest.mark.parametrize("name", [*(f"lists/{name}" for name in TABLES), "csv", "timelinejs-csv", "timesketch-csv"])
def test_agate_reads_each_table_cell_by_cell(name: str) -> None:
    path = FOLDER / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file, strict=True)
    table = agate.Table.from_csv(str(path), column_types=agate.TypeTester(types=[agate.Text(cast_nulls=False)]))
    assert table.column_names == tuple(head)
    assert [list(row) for row in table.rows] == rows


def test_agate_takes_days_for_days_and_numbers_for_numbers() -> None:
    events = agate.Table.from_csv(str(FOLDER / "lists" / "list.csv"))
    assert list(events.columns["first_day"])[:2] == [date(1911, 1, 1), date(2024, 3, 1)]
    articles = agate.Table.from_csv(str(FOLDER / "lists" / "articles.csv"))
    assert list(articles.columns["events"]) == [Decimal(5), Decimal(3)]
    assert list(articles.columns["id"]) == [record["id"] for record in records("articles")]
