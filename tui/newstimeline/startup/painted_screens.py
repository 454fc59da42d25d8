"""Keeping the first screen as it is written to a terminal, for each size that one had; `painted_start.py` writes it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from newstimeline.library.connections import connect_to_write
from newstimeline.startup.glimpse import Glimpse, with_today
from newstimeline.startup.screen_painter import screen_lines
from newstimeline.when import calendar

_MOST_SIZES = 12
"""Drawings of a few kilobytes each."""


def keep_painted(library: Path, glimpse: Glimpse, today: date, size: tuple[int, int] | None) -> None:
    """Draw the first screen for the sizes that are known and for another one, unless somebody else is writing."""
    tomorrow = calendar.moment_after(today)
    shown, until = with_today(glimpse, tomorrow), _changes(glimpse, tomorrow)
    with suppress(sqlite3.Error), closing(connect_to_write(library)) as connection, connection:
        sizes = dict.fromkeys(connection.execute("SELECT columns, lines FROM painted"))
        if size:
            sizes = dict.fromkeys([size, *sizes])
        connection.execute("DELETE FROM painted")
        for columns, lines in list(sizes)[:_MOST_SIZES]:
            screen = "".join(screen_lines(shown, library.name, columns, lines))
            connection.execute(
                "INSERT INTO painted SELECT ?, ?, ?, edition, upto, ?, ?, ? FROM glimpse",
                (columns, lines, library.name, today.isoformat(), until, screen),
            )


def _changes(glimpse: Glimpse, tomorrow: int) -> str:
    """The first day on which an event that was to come has begun."""
    starts = (row.when.start for _, row in glimpse.lines if row and row.when)
    coming = next((start for start in starts if start >= tomorrow), None)
    if coming is None or (day := calendar.day_of(coming)).year > date.max.year:
        return date.max.isoformat()
    return date(*day).isoformat()
