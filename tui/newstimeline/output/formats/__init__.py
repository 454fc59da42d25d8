"""The formats that events leave the library in: a module each, whose `pieces` yields the text bit by bit.

Text from articles is hostile in each of them in another way; every module says what it does about that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newstimeline.output.material import Material


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    module: str
    ending: str
    """Of the names of such files."""
    about: str

    def pieces(self, material: Material) -> Iterator[str]:
        """The document, bit by bit.

        Raises:
            Unfit: nothing of what was found can be told in this format.
        """
        write: Callable[[Material], Iterator[str]] = import_module(f"{__name__}.{self.module}").pieces
        return write(material)


FORMATS = {
    "annotations": Format("annotations", ".json", "evidence and quotes as W3C Web Annotations"),
    "csl": Format("csl", ".json", "the articles as CSL-JSON, for Zotero and pandoc"),
    "csv": Format("table", ".csv", "a table for spreadsheets"),
    "events": Format("parsed", ".jsonl", "parsed events (newstimeline/1), which can be added to another library"),
    "html": Format("page", ".html", "one page to read, search, print and publish"),
    "ical": Format("ical", ".ics", "a calendar (iCalendar)"),
    "markdown": Format("markdown", ".md", "a report with numbered citations"),
    "org": Format("org", ".org", "an Org file"),
    "schema": Format("schema_org", ".json", "schema.org data (JSON-LD)"),
    "timelinejs": Format("timelinejs", ".json", "a page of TimelineJS 3"),
    "timelinejs-csv": Format("timelinejs_table", ".csv", "the spreadsheet of TimelineJS 3"),
    "timesketch": Format("timesketch", ".jsonl", "a timeline of Timesketch"),
    "timesketch-csv": Format("timesketch_table", ".csv", "the same as a table, for years from 1700 on"),
}
