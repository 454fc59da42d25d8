"""The same as `timesketch` in a table, whose import there drops years before 1700 without a word: it is said here."""

from __future__ import annotations

from collections.abc import Iterator

from newstimeline.output.csv_cells import csv_line
from newstimeline.output.export_source import Material
from newstimeline.output.formats.timesketch_export import YEARS, row
from newstimeline.timeline.time_names import counted
from newstimeline.when import calendar

_FIRST_YEAR = 1700
"""That Timesketch reads from tables (timesketch/lib/utils.py)."""


def pieces(material: Material) -> Iterator[str]:
    """The document, bit by bit."""
    begun, early = False, 0
    for event in material.dated(YEARS):
        cells = row(event, material)
        if not begun:
            begun = True
            yield csv_line(cells) + "\n"
        early += event.when is not None and calendar.day_of(event.when.start).year < _FIRST_YEAR
        yield csv_line(cells.values(), raw=material.raw) + "\n"
    if early:
        material.say(
            f"Timesketch tables lose events before {_FIRST_YEAR}: {counted(early, 'event')};"
            " the format timesketch keeps them"
        )
