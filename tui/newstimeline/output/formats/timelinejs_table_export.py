"""The spreadsheet of TimelineJS 3, whose columns have the names that it asks for; see `timelinejs_export`."""

from __future__ import annotations

from collections.abc import Iterator

from newstimeline.output.csv_cells import csv_line
from newstimeline.output.export_source import Material
from newstimeline.output.formats.timelinejs_export import Parts, html, slides, title_text

_COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip


def pieces(material: Material) -> Iterator[str]:
    """The document, bit by bit."""
    title = {"Headline": html(material.title), "Text": title_text(material), "Type": "title"}
    begun = False
    for slide in slides(material):
        if not begun:
            begun = True
            yield _line(dict(zip(_COLUMNS, _COLUMNS, strict=True)), raw=True)
            yield _line(title, raw=material.raw)
        row = {**_date("", slide.start), **_date("End ", slide.end or ())}
        row |= {"Display Date": slide.display or "", "Headline": slide.headline, "Text": slide.text}
        yield _line(row, raw=material.raw)


def _line(row: dict[str, str], *, raw: bool) -> str:
    return csv_line((row.get(column, "") for column in _COLUMNS), raw=raw) + "\n"


def _date(prefix: str, parts: Parts) -> dict[str, str]:
    names = (f"{prefix}Year", f"{prefix}Month", f"{prefix}Day")
    clock = ":".join(f"{part:02}" for part in (*parts[3:], 0)[:2]) if len(parts) > 3 else ""
    return {**{name: str(part) for name, part in zip(names, parts, strict=False)}, f"{prefix}Time": clock}
