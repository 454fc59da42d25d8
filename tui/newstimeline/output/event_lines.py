"""An event as one line, for which little need be loaded."""

from __future__ import annotations

from newstimeline.clean import one_line
from newstimeline.library.event_row import EventRow

_DATE_WIDTH = 10


def plain_line(row: EventRow) -> str:
    """Such as "2025-11-07  Trump held out hope  [2 quotes]"; an undated event says so."""
    date = row.when.edtf if row.when else "undated"
    quotes = f"  [{row.quotes} quote{'s' if row.quotes > 1 else ''}]" if row.quotes else ""
    return f"{date:<{_DATE_WIDTH}}  {one_line(row.title)}{quotes}"
