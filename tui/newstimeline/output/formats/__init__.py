"""The formats that events leave the library in: a module each, whose `pieces` yields the text bit by bit.

Text from articles is hostile in each of them in another way; every module says what it does about that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newstimeline.output.export_source import Material


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format."""

    module: str
    ending: str
    """Of the names of such files."""
    about: str

    def pieces(self, material: Material) -> Iterator[str]:
        """The document, bit by bit.

        Raises:
            Unfit: none of the matches can be expressed in this format.
        """
        write: Callable[[Material], Iterator[str]] = import_module(f"{__name__}.{self.module}").pieces
        return write(material)


FORMATS = {
    "annotations": ExportFormat("annotations_export", ".json", "evidence and quotes as W3C Web Annotations"),
    "csl": ExportFormat("csl_export", ".json", "the articles as CSL-JSON, for Zotero and pandoc"),
    "csv": ExportFormat("csv_export", ".csv", "a table for spreadsheets"),
    "events": ExportFormat(
        "parsed_export", ".jsonl", "parsed events (newstimeline/1), which can be added to another library"
    ),
    "html": ExportFormat("html_export", ".html", "one page to read, search, print and publish"),
    "ical": ExportFormat("ical_export", ".ics", "a calendar (iCalendar)"),
    "markdown": ExportFormat("markdown_export", ".md", "a report with numbered citations"),
    "org": ExportFormat("org_export", ".org", "an Org file"),
    "schema": ExportFormat("schema_org_export", ".json", "schema.org data (JSON-LD)"),
    "timelinejs": ExportFormat("timelinejs_export", ".json", "a TimelineJS 3 page"),
    "timelinejs-csv": ExportFormat("timelinejs_table_export", ".csv", "a spreadsheet for TimelineJS 3"),
    "timesketch": ExportFormat("timesketch_export", ".jsonl", "a Timesketch timeline"),
    "timesketch-csv": ExportFormat("timesketch_table_export", ".csv", "the same as a table, for years from 1700 on"),
}
