"""A table for spreadsheets, as `list --csv` prints it; cells that would run as formulas begin with an apostrophe."""

from __future__ import annotations

from collections.abc import Iterator

from newstimeline.output.event_records import csv_lines
from newstimeline.output.export_source import Material


def pieces(material: Material) -> Iterator[str]:
    """The document, bit by bit."""
    return (f"{line}\n" for line in csv_lines(material.events(), raw=material.raw))
