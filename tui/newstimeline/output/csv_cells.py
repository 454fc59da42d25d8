"""Lines of comma-separated values that no spreadsheet takes for programs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from newstimeline.clean import one_line

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet run a cell (OWASP, CSV injection)."""
_HARMLESS = re.compile(
    r"-\d{2}[\dX]{2}(?:-\d\d){0,2}[~?%]?"  # a date before year 0
    r"|[+-]?\d+(?:[.,]\d+)*%?"  # a number
)


def csv_line(cells: Iterable[str], *, raw: bool = False) -> str:
    """One line, without its end. A cell that would run as a formula begins with an apostrophe, unless `raw`."""
    line = io.StringIO()
    lines = map(one_line, cells)
    csv.writer(line, lineterminator="").writerow(lines if raw else map(_inert, lines))
    return line.getvalue()


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) and not _HARMLESS.fullmatch(cell) else cell
