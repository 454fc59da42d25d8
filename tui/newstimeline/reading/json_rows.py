"""Events as JSON objects with the names of columns: one a line, as Timesketch exports them, or in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any, BinaryIO

from newstimeline.reading.clean_json import harmless
from newstimeline.reading.date_forms import Orders, orders_of
from newstimeline.reading.encodings import decode
from newstimeline.reading.file_head import Beginning
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.json_lines import numbered_lines, parse
from newstimeline.reading.json_parts import Value
from newstimeline.reading.json_values import is_known
from newstimeline.reading.outcome import Parsed, Skipped, Unreadable
from newstimeline.reading.structured_events import MOST_ENTRIES, ChronicleEntry, chronicles, file_title
from newstimeline.reading.table_columns import columns

Placed = tuple[str, Value]
"""A row with its place."""


def begins_with_row(begin: Beginning) -> bool:
    """Whether the first line of a file is such an object."""
    line, end, _ = begin.start.partition(b"\n")
    if not line.startswith(b"{") or not (end or line.rstrip().endswith(b"}")):
        return False
    try:
        return is_row(parse(decode(line)))
    except Unreadable:
        return False


def is_row(value: object) -> bool:
    """Whether a JSON value tells an event by names that are known, and is of no other kind."""
    return isinstance(value, dict) and columns(tuple(value)).are_events and not is_known(value)


def read_row_lines(file: InputFile) -> Iterator[Parsed]:
    """Make events of the lines."""
    trouble = list[Skipped]()
    yield from _read(_lines(file.stream, file.name, trouble), file.name)
    yield from trouble


def read_row_list(values: Iterable[object], name: str) -> Iterator[Parsed]:
    """Make events of a list."""
    trouble = list[Skipped]()
    yield from _read(_objects(((f"item {n}", value) for n, value in enumerate(values, 1)), name, trouble), name)
    yield from trouble


def _lines(stream: BinaryIO, name: str, trouble: list[Skipped]) -> Iterator[Placed]:
    def skip(number: int, reason: str) -> None:
        trouble.append(Skipped(f"{name}, line {number:,}", reason))

    def values() -> Iterator[tuple[str, object]]:
        for number, line in numbered_lines(stream, skip):
            try:
                yield f"line {number:,}", parse(decode(line))
            except Unreadable as error:
                skip(number, str(error))

    return _objects(values(), name, trouble)


def _objects(values: Iterable[tuple[str, object]], name: str, trouble: list[Skipped]) -> Iterator[Placed]:
    for place, value in values:
        if not isinstance(value, dict):
            trouble.append(Skipped(f"{name}, {place}", "it is not a JSON object"))
            continue
        try:
            yield place, harmless(value)
        except RecursionError:
            trouble.append(Skipped(f"{name}, {place}", "its JSON is nested too deeply"))


def _read(rows: Iterator[Placed], name: str) -> Iterator[Parsed]:
    some = list(islice(rows, MOST_ENTRIES))
    orders = orders_of(cell for _, row in some for cell in columns(tuple(row)).dates(_cells(row)))
    yield from chronicles(file_title(name), (_entry(*row, orders) for row in chain(some, rows)), name)


def _entry(place: str, row: Value, orders: Orders) -> ChronicleEntry:
    nested = {key: value for key, value in row.items() if _is_nested(value)}
    flat = {key: value for key, value in row.items() if key not in nested}
    known = columns(tuple(flat))
    return known.entry(_cells(flat), place, orders=orders, given=nested)


def _is_nested(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and not all(isinstance(item, str) for item in value))


def _cells(row: Value) -> list[str]:
    return ["" if _is_nested(value) else _cell(value) for value in row.values()]


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value)
