"""Tables of events as spreadsheets and other programs write them (CSV, TSV): one row an event, of any length.

What separates the cells is told by the heading: of the usual characters the one that gives the most known columns.
The sheet of a TimelineJS timeline and the CSV of Timesketch are such tables too.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import chain, islice

from newstimeline.clean import clean_line
from newstimeline.reading.date_forms import orders_of
from newstimeline.reading.encodings import encoding_of
from newstimeline.reading.file_head import FAR, Beginning, beginning
from newstimeline.reading.input_file import InputFile
from newstimeline.reading.outcome import Parsed, Skipped, Unreadable, named
from newstimeline.reading.structured_events import MOST_ENTRIES, ChronicleEntry, chronicles, file_title
from newstimeline.reading.table_columns import NEEDS, TableColumns, columns
from newstimeline.reading.timelinejs_files import is_sheet, read_sheet

_ENDINGS = (".csv", ".tsv", ".tab")
_SEPARATORS = ",;\t|"
_LONGEST_CELL = 1_000_000
"""Characters; `csv` itself allows 131,072."""
_MOST_NAMED = 12
"""Columns that a reason names."""


def is_table(begin: Beginning) -> bool:
    """Whether a file is a table by its name, or has a heading of columns that are known."""
    if begin.name.endswith(_ENDINGS):
        return True
    line = begin.start.partition(b"\n")[0]
    if len(line) > FAR // 2 or not any(mark.encode() in line for mark in _SEPARATORS):
        return False
    return _heading(line.decode("utf-8", "replace"))[0].are_events


def read_table(file: InputFile) -> Iterator[Parsed]:
    """Make events of the rows.

    Raises:
        Unreadable: it is no text, or its columns are not known.
    """
    sample = beginning(file.stream, file.name).data
    text = io.TextIOWrapper(file.stream, encoding_of(sample, cut=len(sample) == FAR), "replace", newline="")
    try:
        yield from _read_rows(_lines(text), file.name)
    finally:
        text.detach()


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """The lines, none longer than a cell may be.

    Raises:
        Unreadable: one is.
    """
    for number, line in enumerate(iter(lambda: text.readline(_LONGEST_CELL + 1), ""), 1):
        if len(line) > _LONGEST_CELL:
            raise Unreadable(
                f"its line {number:,} is longer than {_LONGEST_CELL:,} characters; what follows was not read"
            )
        yield line.replace("\0", "")


def _read_rows(lines: Iterator[str], name: str) -> Iterator[Parsed]:
    first = next((line for line in lines if line.strip("\ufeff \t\r\n,;|")), "")
    if not first:
        raise Unreadable("it is empty")
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=,"):
        first = next(lines, "")  # how Excel is told what separates
    known, separator = _heading(first.lstrip("\ufeff"))
    if not known.are_events and not is_sheet(known.names):
        names = named([column[:40] or "(no name)" for column in known.names], _MOST_NAMED)
        raise Unreadable(f"its columns are {names}; {NEEDS}")
    csv.field_size_limit(_LONGEST_CELL)
    trouble = list[Skipped]()
    rows = _numbered(csv.reader(lines, delimiter=separator), name, trouble)
    if is_sheet(known.names):
        yield from read_sheet(known.names, rows, name)
    else:
        yield from chronicles(file_title(name), _entries(known, rows), name)
    yield from trouble


def _numbered(rows: Iterator[list[str]], name: str, trouble: list[Skipped]) -> Iterator[tuple[str, list[str]]]:
    """The rows that hold something, each with its place as a spreadsheet counts; what ends them early is `trouble`."""
    number = 1
    try:
        for number, row in enumerate(rows, 2):
            if any(cell.strip() for cell in row):
                yield f"row {number:,}", row
    except (csv.Error, Unreadable) as error:
        reason = str(error) if isinstance(error, Unreadable) else f"{error}: is a quotation mark left open?"
        trouble.append(Skipped(f"{name}, row {number + 1:,}", f"{reason}; what follows was not read"))


def _entries(known: TableColumns, rows: Iterator[tuple[str, list[str]]]) -> Iterator[ChronicleEntry]:
    some = list(islice(rows, MOST_ENTRIES))
    orders = orders_of(cell for _, row in some for cell in known.dates(row))
    for place, row in chain(some, rows):
        yield known.entry(row, place, orders=orders)


def _heading(line: str) -> tuple[TableColumns, str]:
    """The columns, and what separates them."""
    return max(
        ((columns(_cells(line, separator)), separator) for separator in _SEPARATORS),
        key=lambda heading: (heading[0].are_events, len(heading[0].known), len(heading[0].names)),
    )


def _cells(line: str, separator: str) -> tuple[str, ...]:
    try:
        return tuple(clean_line(cell) for cell in next(csv.reader([line], delimiter=separator), []))
    except csv.Error:
        return ()
